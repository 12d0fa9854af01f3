"""What paragraph styles say: headings, titles, lists. A style takes over from the one it is based on."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policynlp.ingest.docx.names import value, w, whole
from policynlp.records import BlockKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"(?:heading|제목|머리글 제목|標題|見出し|标题) ?([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|제목|표제|문서 ?제목", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|contents|목차|차례)(?: ?[1-9]| heading| ?제목)", re.IGNORECASE)
_DEPTH = re.compile(
    r"(?:list (?:bullet|number|continue)?|글머리 기호|번호 매기기|목록)(?: ?)([2-5])", re.IGNORECASE
)
_BODY_TEXT = 9
"""Outline level that says: no heading."""
_CHAIN = 20
"""Most styles that are followed: a damaged file may base a style on itself."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of a document by id."""

    elements: Mapping[str, "_Element"] = field(default_factory=dict)
    default: str = ""
    """Id of the style of paragraphs that name none."""

    def chain(self, style: str) -> Iterator[tuple[str, "_Element"]]:
        """A style and those that it is based on, nearest first."""
        for _ in range(_CHAIN):
            element = self.elements.get(style)
            if element is None:
                return
            yield style, element
            style = value(element.find(w("basedOn")))

    def role(self, style: str) -> tuple[BlockKind, int]:
        """``heading`` with its level, ``title`` or ``paragraph``."""
        for _, element in self.chain(style):
            name = value(element.find(w("name"))).strip()
            outline = element.find(w("pPr/outlineLvl"))
            heading = _HEADING.fullmatch(name)
            if outline is not None:
                return outlined(whole(outline, _BODY_TEXT))
            if heading:
                return "heading", int(heading[1])
            if _TITLE.fullmatch(name):
                return "title", 0
        return "paragraph", 0

    def contents(self, style: str) -> bool:
        """True for an entry of a table of contents."""
        return any(
            _CONTENTS.fullmatch(value(element.find(w("name"))).strip()) for _, element in self.chain(style)
        )

    def depth(self, style: str) -> int:
        """How deep a list style stands by its name (``List Bullet 2``), from 0."""
        element = self.elements.get(style)
        found = _DEPTH.fullmatch(value(element.find(w("name"))).strip()) if element is not None else None
        return int(found[1]) - 1 if found else 0

    def number(self, style: str) -> tuple[str, str, int | None]:
        """List and level that a style numbers with, and the style that says so; an empty list for none."""
        level = None
        for name, element in self.chain(style):
            stated = element.find(w("pPr/numPr/ilvl"))
            level = whole(stated, 0) if level is None and stated is not None else level
            number = element.find(w("pPr/numPr/numId"))
            if number is not None:
                return value(number), name, level
        return "", "", level


def outlined(level: int) -> tuple[BlockKind, int]:
    """What an outline level (from 0) makes of a paragraph."""
    return ("heading", level + 1) if 0 <= level < _BODY_TEXT else ("paragraph", 0)


def read_styles(root: "_Element | None") -> Styles:
    """The styles of ``styles.xml``."""
    if root is None:
        return Styles()
    elements = {value(one, "styleId"): one for one in root.iterchildren(w("style"))}
    default = next(
        (
            name
            for name, one in elements.items()
            if value(one, "type") == "paragraph" and value(one, "default") in ("1", "true", "on")
        ),
        "",
    )
    return Styles(elements, default)


def numbering_styles(root: "_Element | None") -> dict[str, str]:
    """The list that each numbering style points at."""
    found = root.iterchildren(w("style")) if root is not None else ()
    numbers = ((value(one, "styleId"), value(one.find(w("pPr/numPr/numId")))) for one in found)
    return {style: number for style, number in numbers if number}
