"""DocInfo of HWP 5: shapes, numberings, bullets and style names, by the order they stand in."""

import struct
from collections.abc import Iterable

from policynlp.ingest.hwp.glyphs import bullet
from policynlp.ingest.hwp.model import HeadKind, Level, Shape, Sheet
from policynlp.ingest.hwp.numbers import STYLES
from policynlp.ingest.hwp.records import Record

_NUMBERING, _BULLET, _SHAPE, _STYLE = 23, 24, 25, 26
_HEADS: tuple[HeadKind, ...] = ("", "outline", "number", "bullet")
_LEVELS = 7
_HEAD = struct.Struct("<IHHI")
"""Head of a numbering's level: properties, width, distance, character shape."""


def read_sheet(records: Iterable[Record]) -> Sheet:
    """What paragraphs refer to; shapes and styles count from 0, numberings and bullets from 1."""
    found: dict[int, list[bytes]] = {_NUMBERING: [], _BULLET: [], _SHAPE: [], _STYLE: []}
    for record in records:
        if record.tag in found:
            found[record.tag].append(record.data)
    return Sheet(
        dict(enumerate(map(_shape, found[_SHAPE]))),
        dict(enumerate(map(_levels, found[_NUMBERING]), 1)),
        dict(enumerate(map(_bullet, found[_BULLET]), 1)),
        dict(enumerate(map(_style, found[_STYLE]))),
    )


def string(data: bytes, start: int) -> tuple[str, int]:
    """A counted UTF-16 string and where it ends; what is cut off is left out."""
    if len(data) < start + 2:
        return "", len(data)
    (size,) = struct.unpack_from("<H", data, start)
    end = start + 2 + 2 * size
    held = data[start + 2 : end]
    return held[: len(held) // 2 * 2].decode("utf-16-le", "replace"), end


def _shape(data: bytes) -> Shape:
    if len(data) < 32:
        return Shape()
    (properties,) = struct.unpack_from("<I", data)
    (reference,) = struct.unpack_from("<H", data, 30)
    return Shape(_HEADS[properties >> 23 & 3], reference, properties >> 25 & 7)


def _levels(data: bytes) -> tuple[Level, ...]:
    heads: list[tuple[str, str]] = []
    start = 0
    while len(heads) < _LEVELS and len(data) >= start + _HEAD.size:
        code = _HEAD.unpack_from(data, start)[0] >> 5 & 0x1F
        template, start = string(data, start + _HEAD.size)
        heads.append((template, STYLES[code] if code < len(STYLES) else "DIGIT"))
    begins = (
        struct.unpack_from(f"<{_LEVELS}I", data, start + 2) if len(data) >= start + 30 else (1,) * _LEVELS
    )
    return tuple(Level(*head, begin) for head, begin in zip(heads, begins, strict=False))


def _bullet(data: bytes) -> str:
    return bullet(data[12:14].decode("utf-16-le", "replace") if len(data) >= 14 else "")


def _style(data: bytes) -> str:
    name, end = string(data, 0)
    return name or string(data, end)[0]
