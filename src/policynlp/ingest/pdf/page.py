"""One page: its text cut into lines with places, the lines cut at columns and table cells."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any

from policynlp.ingest.pdf.drawn import drawn
from policynlp.ingest.pdf.glyphs import Glyphs
from policynlp.ingest.pdf.grids import grids
from policynlp.ingest.pdf.gutters import gaps, gutters
from policynlp.ingest.pdf.line import Box, Drawn, Edge, Grid, Line, Page

_LINE = re.compile("([^\r\n\ufffe]*)(\ufffe|\r?\n|\r|\\Z)")
_SPACED = re.compile(
    r"(?<=[가-힣]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9%)\]]) (?=[가-힣])| (?=[)\]},.;:’”」』])|(?<=[(\[{‘“「『]) "
)
"""Spaces that a gap between two fonts looks like: Korean beside Latin, and inside brackets."""
_WORD_GAP = 0.3
"""Share of the font's height that a gap between two words has at least; between two fonts it is less.

Word processors set a fifth or a quarter between Hangul and Latin letters, .36 where they left out a space."""
_CALL = re.compile(
    r"(?<=[^\s\d.,(\[/+–-])(\d{1,3}\)?|[*†‡§¹²³⁴-⁹]{1,3})(?![\w*†‡])|(?<=[.,]) ?(\d{1,3}\)?)(?=\s|$)"
)
"""What the call of a footnote can be; only what is raised is one."""
_SMALL = 0.85
"""A raised character is at most so high, against its line."""
_HIGH = 0.12
"""It stands so much of the line's height above the baseline."""
_REAL_SPACES = 12
"""Spaces of a page that are looked at to see whether the file has spaces at all."""


def read(page: Any, number: int, start: int) -> Page:
    """The page with its lines; ``start`` is the offset of its text in the source."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        glyphs = Glyphs(page, text, textpage)
        width, height = page.get_size()
        shapes = _turned(drawn(page, width, height), glyphs)
        lines = _lines(glyphs, text, number, start)
        tables = grids(shapes.edges)
        if tables:
            lines = [part for line in lines for part in _cells(glyphs, line, tables, start)]
        return Page(number, text, width, height, tuple(_columns(glyphs, lines, start)), tables, shapes)
    finally:
        textpage.close()


def _turned(shapes: Drawn, glyphs: Glyphs) -> Drawn:
    if not glyphs.turn or not shapes.edges:
        return shapes
    edges = []
    for edge in shapes.edges:
        ends = (glyphs.shown(edge.x0, edge.y0), glyphs.shown(edge.x1, edge.y1))
        (x0, y0), (x1, y1) = ends
        edges.append(Edge(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    return Drawn(tuple(edges), shapes.pictures, shapes.shapes)


def _lines(glyphs: Glyphs, text: str, number: int, start: int) -> list[Line]:
    false = _false_spaces(glyphs, text)
    found = []
    for match in _LINE.finditer(text):
        first, last = match.span(1)
        while first < last and text[first].isspace():
            first += 1
        if first < last and not text[first:last].isspace():
            found.append(_line(glyphs, text, (first, last), false, number, start, match[2] == "\ufffe"))
    return found


def _line(
    glyphs: Glyphs,
    text: str,
    chars: tuple[int, int],
    false: Sequence[int],
    number: int,
    start: int,
    hyphen: bool,
) -> Line:
    first, end = chars
    last = end - 1
    while text[last].isspace():
        last -= 1
    middle = (first + last) // 2
    while text[middle].isspace():
        middle -= 1
    size = glyphs.size(middle)
    y = glyphs.origin(middle)[1]
    spans = _without(first, end, [place for place in false if first < place < last])
    words = "".join(text[a:b] for a, b in spans) if len(spans) > 1 else text[first:end]
    line = Line(
        words,
        tuple((a + start, b + start) for a, b in spans),
        number,
        glyphs.extent(first)[0],
        glyphs.extent(last)[1],
        y,
        size,
        glyphs.bold(middle),
        hyphen,
    )
    return line._replace(raised=tuple(_raised(glyphs, line, start)))


def _without(first: int, end: int, places: Sequence[int]) -> list[tuple[int, int]]:
    starts = [first, *(place + 1 for place in places)]
    return [(a, b) for a, b in zip(starts, [*places, end], strict=True) if a < b]


def _raised(glyphs: Glyphs, line: Line, start: int) -> Iterator[tuple[int, int]]:
    for match in _CALL.finditer(line.text):
        first, end = match.span(1) if match[1] else match.span(2)
        here = line.place(first) - start
        if glyphs.size(here) <= _SMALL * line.size and glyphs.origin(here)[1] > line.y + _HIGH * line.size:
            yield first, end


def _false_spaces(glyphs: Glyphs, text: str) -> list[int]:
    """Spaces that neither the file has nor the eye sees: the gap is what sets two fonts apart."""
    places = [match.start() for match in _SPACED.finditer(text)]
    if not places or not _has_spaces(glyphs, text, frozenset(places)):
        return []
    return [place for place in places if 0 < place < len(text) - 1 and _is_false(glyphs, place)]


def _is_false(glyphs: Glyphs, place: int) -> bool:
    """A gap too narrow for a space, or a space that the file draws elsewhere on the line."""
    left, right = glyphs.extent(place - 1)[1], glyphs.extent(place + 1)[0]
    if glyphs.generated(place):
        return right - left < _WORD_GAP * glyphs.size(place + 1)
    return glyphs.extent(place)[0] < left - glyphs.size(place + 1)


def _has_spaces(glyphs: Glyphs, text: str, but: frozenset[int]) -> bool:
    """False for a file that leaves out all spaces and moves the pen instead."""
    spaces = [match.start() for match in re.finditer(r"(?<=\w) (?=\w)", text) if match.start() not in but]
    sample = spaces[:: max(1, len(spaces) // _REAL_SPACES)]
    return not sample or 2 * sum(map(glyphs.generated, sample)) < len(sample)


def _cells(glyphs: Glyphs, line: Line, tables: Sequence[Grid], start: int) -> Iterator[Line]:
    """The line, cut where it goes from one cell of a table into the next."""
    table = next((index for index, grid in enumerate(tables) if _meets(line, grid.box)), None)
    if table is None:
        yield line
        return
    cells = [
        (row, column, box)
        for row, boxes in enumerate(tables[table].rows)
        for column, box in enumerate(boxes)
        if box is not None
    ]
    parts: list[tuple[tuple[int, int] | None, int]] = []
    for index, character in enumerate(line.text):
        if character.isspace():
            continue
        place = line.place(index) - start
        left, right = glyphs.extent(place)
        x, y = (left + right) / 2, line.y + line.size / 3
        cell = next(((row, column) for row, column, box in cells if box.holds(x, y)), None)
        if not parts or parts[-1][0] != cell:
            parts.append((cell, index))
    for place, (cell, first) in enumerate(parts):
        end = parts[place + 1][1] if place + 1 < len(parts) else len(line.text)
        part = _placed(glyphs, line, first, end, start)
        yield part._replace(cell=(table, *cell)) if cell else part


def _meets(line: Line, box: Box) -> bool:
    return line.x0 < box.x1 and line.x1 > box.x0 and box.y0 <= line.y + line.size / 3 <= box.y1


def _placed(glyphs: Glyphs, line: Line, first: int, end: int, start: int) -> Line:
    """Part of a line, with its own ends."""
    part = line.cut(first, end)
    last = len(part.text.rstrip()) - 1
    return part._replace(
        x0=glyphs.extent(part.place(0) - start)[0],
        x1=glyphs.extent(part.place(last) - start)[1],
        hyphen=line.hyphen and end == len(line.text),
    )


def _columns(glyphs: Glyphs, lines: Sequence[Line], start: int) -> list[Line]:
    """The lines, those cut that pdfium has read across two columns."""
    found = gaps(glyphs, lines, start)
    if not found:
        return list(lines)
    parted = gutters([line for line in lines if not line.cell], found)
    result = []
    for index, line in enumerate(lines):
        cuts = [gap.at for gap in found.get(index, ()) if any(gap.x0 <= x <= gap.x1 for x in parted)]
        edges = [0, *sorted(cuts), len(line.text)]
        parts = itertools.pairwise(edges)
        result += [_placed(glyphs, line, a, b, start) for a, b in parts] if cuts else [line]
    return result
