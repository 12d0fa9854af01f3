"""One signal between two sides: the cosines at the cells, and how far each unit's nearest stand out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from policynlp.alignment.cells import Cells

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
Rows = Floats | csr_matrix
"""Rows of length 1, one a unit: embeddings or weighted terms."""

RIVALS = 4
"""Nearest units that a margin is taken against; 4 is the usual choice of margin scoring (Artetxe and Schwenk
2019), and 2 to 8 changed no figure by more than .003."""
NEAREST = 6
"""Nearest units of each row and column that are looked at, by each signal."""
STRETCH = 4_000_000
"""Cosines that are held at a time, by each signal; 16 MB."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest units of the other side for each unit of one, nearest first: shape (units, NEAREST)."""

    places: Numbers
    """Their indexes; -1 where the other side has no more, or nothing in common."""
    values: Floats
    """Their cosines; the background where the other side has no more."""

    @property
    def mean(self) -> Floats:
        """Mean cosine of the RIVALS nearest."""
        return np.asarray(self.values[:, :RIVALS].mean(axis=1), np.float32)


@dataclass(frozen=True, slots=True)
class Signal:
    """Cosines of one signal."""

    values: Floats
    """At each cell."""
    rows: Nearest
    columns: Nearest


def stretches(a: Rows, b: Rows) -> Iterator[tuple[int, Floats]]:
    """Cosines of all pairs, so many rows at a time that STRETCH is kept; with the first row."""
    size = max(STRETCH // b.shape[0], 1)
    for first in range(0, a.shape[0], size):
        product = a[first : first + size] @ b.T
        yield first, product if isinstance(product, np.ndarray) else product.toarray()


def nearest(a: Rows, b: Rows, background: float) -> tuple[Nearest, Nearest, Sequence[tuple[int, Floats]]]:
    """The nearest of each row and of each column; and the cosines, where they are few enough to hold."""
    rows: list[Nearest] = []
    columns = _none(b.shape[0])
    held: list[tuple[int, Floats]] = []
    for first, table in stretches(a, b):
        rows.append(_best(table))
        columns = _better(columns, _best(np.ascontiguousarray(table.T), first))
        held = [(first, table)] if len(table) == a.shape[0] else []
    places = np.concatenate([one.places for one in rows])
    values = np.concatenate([one.values for one in rows])
    return _filled(Nearest(places, values), background), _filled(columns, background), held


def _none(units: int) -> Nearest:
    """No unit found yet."""
    return Nearest(np.full((units, NEAREST), -1), np.full((units, NEAREST), -np.inf, np.float32))


def _filled(found: Nearest, background: float) -> Nearest:
    """With the background where no unit was found."""
    return Nearest(found.places, np.where(np.isinf(found.values), np.float32(background), found.values))


def _best(table: Floats, first: int = 0) -> Nearest:
    """NEAREST of each row, by falling cosine; ``first`` is added to their places. Finding the greatest again
    and again is several times faster than a partition, which stumbles over many zeros."""
    out, left, rows = _none(len(table)), table.copy(), np.arange(len(table))
    for rank in range(min(NEAREST, table.shape[1])):
        place = left.argmax(axis=1)
        value = left[rows, place]
        out.values[:, rank] = value
        out.places[:, rank] = np.where(value > 0, place + first, -1)
        left[rows, place] = -np.inf
    return out


def _better(one: Nearest, two: Nearest) -> Nearest:
    """The nearest of two lots."""
    values = np.concatenate([one.values, two.values], axis=1)
    places = np.concatenate([one.places, two.places], axis=1)
    order = np.argsort(-values, axis=1, kind="stable")[:, :NEAREST]
    return Nearest(np.take_along_axis(places, order, axis=1), np.take_along_axis(values, order, axis=1))


def at_cells(a: Rows, b: Rows, of: Cells, held: Sequence[tuple[int, Floats]]) -> Floats:
    """Cosine at each cell."""
    out = np.zeros(len(of), np.float32)
    for first, table in held or stretches(a, b):
        here = slice(of.row_starts[first], of.row_starts[first + len(table)])
        out[here] = table[of.rows[here] - first, of.columns[here]]
    return out
