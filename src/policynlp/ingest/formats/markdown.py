"""Markdown, with or without a YAML head."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from policynlp.errors import UnreadableError
from policynlp.ingest.decode import decode
from policynlp.ingest.markup import decoded, parted
from policynlp.ingest.parsed import Format, Parsed, Piece
from policynlp.ingest.traced import Traced

_HEAD = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_TITLES = ("title", "제목", "조약명_한글", "조약명", "name")
_LANGUAGES = ("language", "lang", "언어")
_FURNITURE = frozenset({"조약내용", "본문내용"})
"""Headings that say only that the text follows."""


def read(data: bytes, location: str) -> Parsed:
    """Body pieces; the head's keys, nested ones with dots, become metadata, title and language."""
    found = decode(data, location)
    head = _HEAD.match(found.text)
    metadata = _metadata(head[1], location) if head else {}
    if found.lost:
        metadata["characters_lost"] = f"{found.lost:.4%}"
    body = Traced.of(found.text[head.end() :], head.end()) if head else Traced.of(found.text)
    return Parsed(
        found.text,
        tuple(_pieces(body)),
        found.encoding,
        _first(metadata, _TITLES),
        _first(metadata, _LANGUAGES)[:2].lower(),
        metadata,
    )


def _pieces(body: Traced) -> Iterator[Piece]:
    for piece in parted(decoded(body)):
        if piece.kind != "heading" or piece.text.text not in _FURNITURE:
            yield piece


def _metadata(head: str, location: str) -> dict[str, str]:
    import yaml

    try:
        loaded = yaml.safe_load(head)
    except yaml.YAMLError as error:
        raise UnreadableError(location, "yaml-head", error=_line(error)) from error
    return dict(_flat(loaded, "")) if isinstance(loaded, dict) else {}


def _line(error: Any) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"line {mark.line + 2}" if mark else "no line known"


def _flat(value: Mapping[Any, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, inner in value.items():
        if isinstance(inner, dict):
            yield from _flat(inner, f"{prefix}{key}.")
        elif isinstance(inner, list):
            yield f"{prefix}{key}", "; ".join(map(str, inner))
        elif inner is not None and str(inner):
            yield f"{prefix}{key}", str(inner)


def _first(metadata: Mapping[str, str], keys: tuple[str, ...]) -> str:
    return next((metadata[key] for key in keys if metadata.get(key)), "")


FORMAT = Format("Markdown", (".md", ".markdown"), lambda data: False, read)
