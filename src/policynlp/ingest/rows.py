"""Tables: what becomes of a row, and which row names the columns, alike in every format."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from policynlp.ingest.clean import OPENER
from policynlp.ingest.parsed import Piece
from policynlp.ingest.traced import Traced, joined

_BAR = " | "
_NAME = 40
"""Most characters of a column's name."""
_DIGIT = re.compile(r"\d")
_LAID_OUT = 3
"""Paragraphs in one cell from which on a row with ``_LONG`` characters is page layout and no data."""
_LONG = 400
"""Characters; the longest data row of the samples has 340, a page laid out as one row over 1,000."""


def is_layout(paragraphs: int, characters: int) -> bool:
    """True for a row that lays out a page: by the paragraphs of its fullest cell and all its characters."""
    return paragraphs >= _LAID_OUT and characters >= _LONG


def row_pieces(cells: Sequence[Sequence[Piece]], header: bool) -> list[Piece]:
    """One row; several where each cell has as many paragraphs; the paragraphs where a row lays out a page."""
    filled = [cell for cell in cells if cell]
    nested = any(piece.kind == "row" for cell in filled for piece in cell)
    most = max((len(cell) for cell in filled), default=0)
    size = sum(len(piece.text) for cell in filled for piece in cell)
    if not nested and not is_layout(most, size):
        return [_row(cells, header)]
    if not nested and len(filled) > 1 and all(len(cell) == most for cell in filled):
        return [_row([cell[place : place + 1] for cell in cells], False) for place in range(most)]
    return [piece for cell in filled for piece in cell]


def _row(cells: Sequence[Sequence[Piece]], header: bool) -> Piece:
    texts = [joined(list(map(_printed, cell)), " ") for cell in cells]
    ends, end = [], -len(_BAR)
    for text in texts:
        end += len(_BAR) + len(text)
        ends.append(end)
    return Piece(joined(texts, _BAR), "row", int(header), cells=tuple(ends))


def _printed(piece: Piece) -> Traced:
    """A paragraph with the number that its format keeps outside of it: a row has no other place for it."""
    if not piece.label:
        return piece.text
    return joined((Traced.of(piece.label).at_place(piece.text.at[0]), piece.text), " ")


def with_heads(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, where the first row of a table has level 1 if it names the columns.

    Rows in a row with as many cells are a table. A first row names the columns where all its cells are short
    and without digits, and each row below has digits but no paragraph number.
    """
    found: list[Piece] = []
    for width, group in groupby(pieces, key=lambda piece: len(cells(piece)) if piece.kind == "row" else 0):
        table = list(group)
        if width > 1 and not any(row.level for row in table) and _headed([cells(row) for row in table]):
            table[0] = replace(table[0], level=1)
        found += table
    return found


def cells(row: Piece) -> list[str]:
    """Texts of a row's cells."""
    if not row.cells:
        return row.text.text.split(_BAR)
    return list(_cut(row.text.text, row.cells))


def _cut(text: str, ends: Sequence[int]) -> Iterator[str]:
    for before, end in pairwise((-len(_BAR), *ends)):
        yield text[before + len(_BAR) : end]


def _headed(rows: Sequence[Sequence[str]]) -> bool:
    first, rest = rows[0], rows[1:]
    names = all(0 < len(text) <= _NAME and not _DIGIT.search(text) for text in first)
    numbers = bool(rest) and all(any(_DIGIT.search(text) for text in row) for row in rest)
    return names and numbers and not any(OPENER.match(text) for row in rest for text in row)
