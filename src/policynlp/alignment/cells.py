"""The pairs of units worth looking at, and what is asked of the values given for them.

Texts of some hundred units have every pair. In longer ones a pair is looked at where one signal at least
puts it among the nearest of its row or column, where both sides say the same, or beside such a pair: the
memory then grows with the units, not with their product.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]

REACH = 3
"""How far away, in units, a neighbour may match and still support a pair."""
FADE = 0.8
"""Support that is left for each further step away."""
EVERY = 20_000
"""Pairs up to which all are looked at."""


@dataclass(frozen=True, slots=True)
class Step:
    """Cells that have another one a few units down and right: their numbers, and how much that one counts."""

    start: Numbers
    end: Numbers
    fade: float


@dataclass(frozen=True, slots=True)
class Cells:
    """Pairs of units by row, then column; values are given as arrays of their number."""

    rows: Numbers
    columns: Numbers
    shape: tuple[int, int]
    """Units of each side."""
    keys: Numbers
    """A number for each, ascending, in which a step down and right is always the same sum."""
    row_starts: Numbers
    """First cell of each row, and the number of cells; shape (units + 1,)."""
    by_column: Numbers
    """The cells by column, then row."""
    column_starts: Numbers
    """First of those of each column."""
    steps: tuple[Step, ...]
    """All steps of at most REACH down and REACH right."""

    def __len__(self) -> int:
        return len(self.rows)


def cells(rows: Numbers, columns: Numbers, shape: tuple[int, int]) -> Cells:
    """The pairs named, each once; those outside the shape are left out."""
    inside = (rows >= 0) & (columns >= 0) & (rows < shape[0]) & (columns < shape[1])
    width = _width(shape)
    keys = np.unique(rows[inside] * width + columns[inside])
    rows, columns = np.divmod(keys, width)
    by_column = np.lexsort((rows, columns))
    return Cells(
        rows=rows,
        columns=columns,
        shape=shape,
        keys=keys,
        row_starts=np.searchsorted(rows, np.arange(shape[0] + 1)),
        by_column=by_column,
        column_starts=np.searchsorted(columns[by_column], np.arange(shape[1] + 1)),
        steps=tuple(_steps(keys, width)),
    )


def every(shape: tuple[int, int]) -> Cells:
    """All pairs."""
    rows, columns = np.divmod(np.arange(shape[0] * shape[1]), shape[1])
    return cells(rows, columns, shape)


def _width(shape: tuple[int, int]) -> int:
    """Numbers a row takes: so many more than units that no step ends in the next row."""
    return shape[1] + REACH


def _steps(keys: Numbers, width: int) -> list[Step]:
    out = []
    for down in range(1, REACH + 1):
        for right in range(1, REACH + 1):
            wanted = keys + (down * width + right)
            place = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
            found = np.flatnonzero(keys[place] == wanted)
            out.append(Step(found, place[found], FADE ** (down + right - 2)))
    return out


def find(of: Cells, rows: Numbers, columns: Numbers) -> Numbers:
    """Number of the cell of each pair; -1 where it is not looked at."""
    wanted = rows * _width(of.shape) + columns
    place = np.minimum(np.searchsorted(of.keys, wanted), max(len(of) - 1, 0))
    return np.where(of.keys[place] == wanted, place, -1) if len(of) else np.full(len(wanted), -1)


def neighbours(of: Cells, values: Floats) -> tuple[Floats, Floats]:
    """Greatest value, faded by distance, among the cells that follow each and among those before it; 0
    where there is none."""
    after, before = np.zeros_like(values), np.zeros_like(values)
    for step in of.steps:
        after[step.start] = np.maximum(after[step.start], values[step.end] * np.float32(step.fade))
        before[step.end] = np.maximum(before[step.end], values[step.start] * np.float32(step.fade))
    return after, before


def two_best(values: Floats, starts: Numbers, least: float) -> tuple[Floats, Floats]:
    """Greatest and second greatest value of each stretch; ``least`` where there is none."""
    first = _greatest(values, starts, least)
    owner = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    top = values == first[owner]
    times = np.bincount(owner[top], minlength=len(first))
    rest = _greatest(np.where(top, np.float32(least), values), starts, least)
    return first, np.where(times > 1, first, rest)


def _greatest(values: Floats, starts: Numbers, least: float) -> Floats:
    out = np.full(len(starts) - 1, least, np.float32)
    filled = np.flatnonzero(np.diff(starts))
    if len(filled):
        out[filled] = np.maximum(np.maximum.reduceat(values, starts[filled]), np.float32(least))
    return out


def best_two(of: Cells, values: Floats, least: float) -> tuple[tuple[Floats, Floats], tuple[Floats, Floats]]:
    """``two_best`` of every row, and of every column."""
    rows = two_best(values, of.row_starts, least)
    return rows, two_best(values[of.by_column], of.column_starts, least)


def rival(values: Floats, best: tuple[Floats, Floats], at: Numbers) -> Floats:
    """Greatest other value in the row or column ``at`` of each cell."""
    first, second = best[0][at], best[1][at]
    return np.where(values >= first, second, first)


def dense(of: Cells, values: Floats, rows: slice, columns: slice, fill: float) -> Floats:
    """The values of a rectangle, ``fill`` where a pair is not looked at."""
    out = np.full((rows.stop - rows.start, columns.stop - columns.start), fill, values.dtype)
    near = slice(of.row_starts[rows.start], of.row_starts[rows.stop])
    inside = (of.columns[near] >= columns.start) & (of.columns[near] < columns.stop)
    out[of.rows[near][inside] - rows.start, of.columns[near][inside] - columns.start] = values[near][inside]
    return out
