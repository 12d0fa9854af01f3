"""What a DOCX says of itself in its core properties, as far as somebody wrote it and no template did."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_NO_TITLE = re.compile(
    r"word document|document ?\d*|untitled.*|microsoft word.*|제목 ?없음.*|문서 ?\d*"
    r"|.*\.(?:docx?|hwpx?|pdf|rtf)",
    re.IGNORECASE,
)
"""What programs write where nobody gave a title."""
_DATE = re.compile(r"((?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:T|$)")
_TEMPLATES = frozenset({"2013-12-23"})
"""Dates that stand in a program's template (python-docx's) and tell nothing of the file."""
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][A-Za-z]{2,4})?")


def stated(root: "_Element | None") -> dict[str, str]:
    """``title``, ``language`` (two letters), ``created`` and ``modified`` (days), if they look real."""
    return dict(_stated(root)) if root is not None else {}


def _stated(root: "_Element") -> Iterator[tuple[str, str]]:
    title = " ".join((root.findtext(f"{_DC}title") or "").split())
    if title and not _NO_TITLE.fullmatch(title):
        yield "title", title
    language = _LANGUAGE.fullmatch((root.findtext(f"{_DC}language") or "").strip())
    if language:
        yield "language", language[1]
    for name in ("created", "modified"):
        date = _DATE.match((root.findtext(f"{_TERMS}{name}") or "").strip())
        if date and date[1] not in _TEMPLATES:
            yield name, date[1]
