"""Cells of a table in rows."""

from collections.abc import Sequence

from policynlp.ingest.hwp.model import Cell, Inline, Paragraph, Table
from policynlp.ingest.rows import is_layout

_MOST_COVERED = 100_000
"""Places that merged cells may cover before a table counts as damaged and they are passed over."""


def framed(table: Table) -> tuple[Cell, ...]:
    """The cells of a table that is only a frame: of one column, or with one cell that has anything in it."""
    full = tuple(filter(written, table.cells))
    return full if len(full) == 1 or len({cell.column for cell in table.cells}) == 1 else ()


def _full(paragraph: Paragraph) -> bool:
    return any(map(_filled, paragraph.inlines))


def _filled(inline: Inline) -> bool:
    return bool(inline.strip()) if isinstance(inline, str) else True


def written(cell: Cell | None) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell that have anything in them."""
    return tuple(filter(_full, cell.paragraphs)) if cell else ()


def arranged(cells: Sequence[tuple[Paragraph, ...]]) -> list[list[tuple[Paragraph, ...]]]:
    """A row of data as it is; a page laid out as a row as several rows, where every cell has as many
    paragraphs; none where only its cells one after the other are its text."""
    filled = [cell for cell in cells if cell]
    most = max(map(len, filled), default=0)
    if not is_layout(most, sum(_size(paragraph) for cell in filled for paragraph in cell)):
        return [list(cells)]
    plain = not any(isinstance(one, Table) for cell in filled for each in cell for one in each.inlines)
    if plain and len(filled) > 1 and all(len(cell) == most for cell in filled):
        return [[cell[place : place + 1] for cell in cells] for place in range(most)]
    return []


def _size(paragraph: Paragraph) -> int:
    return sum(len(inline) for inline in paragraph.inlines if isinstance(inline, str))


def grid(table: Table) -> list[list[Cell | None]]:
    """Rows from top to bottom, cells from left to right; None where a cell of a row above reaches down."""
    rows: dict[int, dict[int, Cell | None]] = {}
    covered = 0
    for cell in table.cells:
        columns = rows.setdefault(cell.row, {})
        column = cell.column
        while columns.get(column) is not None:
            column += 1
        columns[column] = cell
        covered += cell.rows - 1
        if covered <= _MOST_COVERED:
            for below in range(cell.row + 1, cell.row + cell.rows):
                rows.setdefault(below, {}).setdefault(column, None)
    return [[columns[column] for column in sorted(columns)] for _, columns in sorted(rows.items())]


def header(row: list[Cell | None]) -> bool:
    """True where every cell of the row is marked as a heading."""
    cells = [cell for cell in row if cell]
    return bool(cells) and all(cell.header for cell in cells)
