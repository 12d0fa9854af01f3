"""One page: its text cut into lines with places, the lines cut at columns and table cells."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from policynlp.ingest.pdf.drawn import drawn
from policynlp.ingest.pdf.glyphs import Glyphs
from policynlp.ingest.pdf.grids import grids
from policynlp.ingest.pdf.gutters import gaps, gutters
from policynlp.ingest.pdf.line import Box, Drawn, Edge, Grid, Line, Page
from policynlp.ingest.pdf.struck import without_struck
from policynlp.ingest.pdf.textlines import text_lines


def read(page: Any, number: int, start: int) -> Page:
    """The page with its lines; ``start`` is the offset of its text in the source."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        glyphs = Glyphs(page, text, textpage)
        width, height = page.get_size()
        shapes = _turned(drawn(page, width, height), glyphs)
        lines = text_lines(glyphs, text, number, start)
        tables = grids(shapes.edges)
        if tables:
            lines = [part for line in lines for part in _cells(glyphs, line, tables, start)]
        lines, struck = without_struck(glyphs, lines, shapes.edges, start)
        found = tuple(_columns(glyphs, lines, start))
        return Page(number, text, width, height, found, tables, shapes, tuple(struck))
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
