"""Ruled tables as rows of cells; a row that the page has cut is put together again."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from policynlp.ingest.clean import OPENER
from policynlp.ingest.parsed import Piece
from policynlp.ingest.pdf.line import Column, Grid, Line
from policynlp.ingest.traced import Traced, joined

_BAR = " | "
_FINISHED = re.compile(r"[.!?:;。][\"'”’)\]]*$|[,;] (?:and|or)$")
_NEAR = 6.0
"""Points that the edges of one table's columns differ by from page to page."""


_NAME = 60
"""Most characters of a column's name."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a ruled table."""

    cells: tuple[tuple[Line, ...], ...]
    page: int
    bold: bool
    """True where every cell is bold."""

    def texts(self) -> tuple[str, ...]:
        """Words of each cell."""
        return tuple(" ".join(line.text.strip() for line in cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table on one page, or over several."""

    rows: tuple[Row, ...]
    edges: tuple[float, ...]
    """Left edges of its columns."""
    page: int
    """Last page that it stands on."""


def table(grid: Grid, index: int, lines: Sequence[Line], page: int) -> Table:
    """The table with its lines; rows without words are left out."""
    by_cell: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        if line.cell and line.cell[0] == index:
            by_cell.setdefault(line.cell[1:], []).append(line)
    rows = []
    for place, boxes in enumerate(grid.rows):
        cells = tuple(
            tuple(_in_order(by_cell.get((place, column), []), box.x0, box.x1)) if box else ()
            for column, box in enumerate(boxes)
        )
        if any(cells):
            bold = all(line.bold for cell in cells for line in cell)
            rows.append(Row(cells, page, bold))
    widest = max(grid.rows, key=len)
    return Table(tuple(rows), tuple(box.x0 for box in widest if box), page)


def _in_order(lines: Sequence[Line], left: float, right: float) -> list[Line]:
    """Lines of a cell from the top; the text fills the cell but for equal margins."""
    if not lines:
        return []
    margin = max(0.0, min(line.x0 for line in lines) - left)
    column = Column(lines[0].page, 0, left + margin, right - margin)
    return [line.within(column) for line in sorted(lines, key=lambda line: (-round(line.y), line.x0))]


def continued(before: Table, after: Table) -> Table | None:
    """Both as one, where ``after`` goes on with ``before`` on the next page: the columns are the same."""
    if after.page != before.page + 1 or len(before.edges) != len(after.edges) or not before.rows:
        return None
    if any(abs(a - b) > _NEAR for a, b in zip(before.edges, after.edges, strict=True)):
        return None
    rows = list(after.rows)
    if rows and len(before.rows) > 1 and _same_names(before.rows[0], rows[0]):
        rows = rows[1:]
    if rows and _is_rest(before.rows[-1], rows[0]):
        whole = _whole(before.rows[-1], rows[0])
        return Table((*before.rows[:-1], whole, *rows[1:]), before.edges, after.page)
    return Table((*before.rows, *rows), before.edges, after.page)


def _same_names(first: Row, again: Row) -> bool:
    """True for the names of the columns, repeated at the head of the page."""
    return first.texts() == again.texts() and all(len(text) <= _NAME for text in first.texts())


def _is_rest(before: Row, after: Row) -> bool:
    """True for the rest of a row: no cell starts anew, and one at least breaks off above."""
    if len(before.cells) != len(after.cells):
        return False
    pairs = [(a, b) for a, b in zip(before.texts(), after.texts(), strict=True) if b]
    if not all(a for a, _ in pairs) or any(OPENER.match(b) for _, b in pairs):
        return False
    broken = [not _FINISHED.search(a) for a, _ in pairs]
    lower = [b[0].islower() for _, b in pairs]
    return any(lower) or (all(broken) and (len(pairs) < len(before.cells) or _long(before)))


def _long(row: Row) -> bool:
    """True where a cell has several lines: only such a row is cut between two pages."""
    return any(len(cell) > 1 for cell in row.cells)


def _whole(before: Row, after: Row) -> Row:
    cells = tuple(a + b for a, b in zip(before.cells, after.cells, strict=True))
    return Row(cells, before.page, before.bold)


def pieces(found: Table, together: Callable[[Sequence[Line]], Traced]) -> list[Piece]:
    """One piece a row; the first has level 1 where it names the columns."""
    head = _has_head(found)
    return [_piece(row, int(head and index == 0), together) for index, row in enumerate(found.rows)]


def _has_head(found: Table) -> bool:
    """True where the first row stands out by being bold."""
    first, rest = found.rows[0], found.rows[1:]
    return bool(rest) and first.bold and not all(row.bold for row in rest)


def _piece(row: Row, level: int, together: Callable[[Sequence[Line]], Traced]) -> Piece:
    texts = [together(cell) if cell else Traced.of("") for cell in row.cells]
    ends: list[int] = []
    for text in texts:
        ends.append((ends[-1] + len(_BAR) if ends else 0) + len(text))
    return Piece(joined(texts, _BAR), "row", level, page=row.page, cells=tuple(ends))
