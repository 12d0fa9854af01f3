"""What is taken off a page: lines with their place and look, ruled tables, pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


def width(text: str) -> float:
    """Columns that a text takes, two for a Hangul syllable: those are three bytes long."""
    return (len(text.encode("utf-8", "replace")) + len(text)) / 2


class Column(NamedTuple):
    """A column of a page, a stretch of one between lines that run across, or a table's cell."""

    page: int = 0
    place: int = 0
    """Place in the page's reading order, from 0."""
    left: float = 0.0
    right: float = 0.0


class Line(NamedTuple):
    """A line of text, or the part of one that stands in one column or cell; lengths are in points."""

    text: str
    """As extracted; a space at its end, which tells of a word's end, is kept."""
    spans: tuple[tuple[int, int], ...]
    """Ranges of the source that its characters come from, one after the other."""
    page: int
    """From 1."""
    x0: float
    x1: float
    """Right end of its last character that is not a space."""
    y: float
    """Baseline, counted upwards from the foot of the page."""
    size: float
    """Height of the font, by the character in its middle."""
    bold: bool = False
    hyphen: bool = False
    """True where its last word goes on in the next line, its hyphen taken away."""
    raised: tuple[tuple[int, int], ...] = ()
    """Ranges of ``text`` that are set smaller and higher: calls of footnotes, exponents."""
    cell: tuple[int, int, int] | None = None
    """Table, row and column that it stands in, counted from 0 on its page."""
    column: Column = Column()

    def ranges(self) -> Iterator[tuple[int, int]]:
        """Where its characters stand in the source, the spaces at its end left out."""
        left = len(self.text.rstrip())
        for start, end in self.spans:
            if left > 0:
                yield start, min(end, start + left)
            left -= end - start

    def within(self, column: Column) -> "Line":
        """The same line in its column."""
        return Line(*self[:-1], column)

    def place(self, index: int) -> int:
        """The source's offset of a character."""
        for first, last in self.spans:
            if index < last - first:
                return first + index
            index -= last - first
        return self.spans[-1][1]

    def cut(self, start: int, end: int) -> "Line":
        """The characters from ``start`` to before ``end``, at the same place of the page."""
        spans, done = [], 0
        for first, last in self.spans:
            low, high = max(start - done, 0), min(end - done, last - first)
            if low < high:
                spans.append((first + low, first + high))
            done += last - first
        raised = tuple((a - start, b - start) for a, b in self.raised if start <= a and b <= end)
        return self._replace(text=self.text[start:end], spans=tuple(spans), raised=raised)


class Edge(NamedTuple):
    """A ruled line, upright or level, in points from the foot of the page."""

    x0: float
    y0: float
    x1: float
    y1: float


class Box(NamedTuple):
    """A rectangle, in points from the foot of the page."""

    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, x: float, y: float) -> bool:
        """True for a point inside or on its edge."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


class Grid(NamedTuple):
    """A ruled table: rows from the top, cells from the left; None where a cell reaches in from elsewhere."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]


class Gap(NamedTuple):
    """White space inside a line that may part two columns."""

    at: int
    """Character of the line's text that stands right of it."""
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """What stands on a page besides text."""

    edges: tuple[Edge, ...] = ()
    """Ruled lines."""
    pictures: float = 0.0
    """Share of the page that pictures cover."""
    shapes: int = 0
    """Number of pictures, paths and shadings."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read."""

    number: int
    """From 1."""
    text: str
    """All its characters, in the order of the file."""
    width: float
    height: float
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...] = ()
    drawn: Drawn = Drawn()
    struck: tuple[str, ...] = ()
    """Words that are struck out, and not among the lines."""
