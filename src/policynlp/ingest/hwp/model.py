"""A Hangul document as both containers hold it: sections of paragraphs, with what is anchored in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from policynlp.records import NOTHING, AsideKind

HeadKind = Literal["", "outline", "number", "bullet"]
"""At the head of a paragraph: nothing, the section's outline number, a list's number, a bullet."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering."""

    template: str
    """``제^1조``: ``^1`` … ``^9`` stand for the number of that level, ``^n`` for those of all levels
    (``1.2.3``), ``^N`` for these with a dot at the end."""
    style: str
    """Name of the number style as in OWPML: ``DIGIT``, ``CIRCLED_DIGIT``, ``HANGUL_SYLLABLE`` …"""
    start: int = 1


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph's shape says of its head."""

    kind: HeadKind = ""
    reference: int = 0
    """Id of the numbering or bullet."""
    level: int = 0
    """Depth, from 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the paragraphs of a document refer to, by id."""

    shapes: Mapping[int, Shape] = field(default_factory=dict)
    numberings: Mapping[int, tuple[Level, ...]] = field(default_factory=dict)
    bullets: Mapping[int, str] = field(default_factory=dict)
    styles: Mapping[int, str] = field(default_factory=dict)
    """Names of the paragraph styles: ``개요 1``."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text and what is anchored in it, in order."""

    inlines: "tuple[Inline, ...]"
    shape: int = -1
    style: int = -1


@dataclass(frozen=True, slots=True)
class Note:
    """Text that is kept apart: header, footer, footnote or endnote, comment."""

    kind: AsideKind
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A text box or caption: paragraphs that are read after the paragraph they are anchored in."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; a merged one stands once, where it begins."""

    row: int
    column: int
    rows: int
    """Rows that it spans."""
    paragraphs: tuple[Paragraph, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in reading order."""

    cells: tuple[Cell, ...]
    above: tuple[Paragraph, ...] = ()
    """Caption over the table."""
    below: tuple[Paragraph, ...] = ()
    """Caption under the table."""
    within: bool = False
    """True where it stands in the line like a letter; else it is read after its paragraph."""


Inline: TypeAlias = str | Note | Box | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A section and the numbering of its outline (an id; 0 for none)."""

    paragraphs: tuple[Paragraph, ...]
    outline: int = 0


@dataclass(frozen=True, slots=True)
class Content:
    """A whole document."""

    sheet: Sheet
    sections: tuple[Section, ...]
    stated: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """What the file says of itself: title, author, modified."""
