"""Tables: the row that names the columns is found alike in every format that does not mark it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from policynlp.ingest.clean import OPENER
from policynlp.ingest.parsed import Piece

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
