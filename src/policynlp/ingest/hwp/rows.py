"""Cells of a table in rows."""

from policynlp.ingest.hwp.model import Cell, Inline, Paragraph, Table

_MOST_COVERED = 100_000
"""Places that merged cells may cover before a table counts as damaged and they are passed over."""


def framed(table: Table) -> tuple[Cell, ...]:
    """The cells of a table that is only a frame: of one column, or with one cell that has anything in it."""
    full = tuple(cell for cell in table.cells if any(map(_full, cell.paragraphs)))
    return full if len(full) == 1 or len({cell.column for cell in table.cells}) == 1 else ()


def _full(paragraph: Paragraph) -> bool:
    return any(map(_filled, paragraph.inlines))


def _filled(inline: Inline) -> bool:
    return bool(inline.strip()) if isinstance(inline, str) else True


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
