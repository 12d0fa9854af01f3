"""The nearest passages of the other side, so that "only in" can be checked."""

from collections.abc import Sequence

import numpy as np

from policynlp.alignment.pair import Floats
from policynlp.alignment.signals import stretches
from policynlp.records import Unit

Found = dict[int, list[tuple[int, float]]]
"""For each unit of one side: index on the other side and cosine (0 to 1), nearest first."""


def nearest(
    a: Sequence[Unit], b: Sequence[Unit], vectors_a: Floats, vectors_b: Floats, *, count: int = 3
) -> tuple[Found, Found]:
    """For every unit of each side the ``count`` nearest of the other, by cosine of the embeddings.

    ``vectors_x``: unit vectors of single units, shape (units, dimension).
    """
    if not a or not b:
        return {number: [] for number in range(len(a))}, {number: [] for number in range(len(b))}
    return _rows(vectors_a, vectors_b, count), _rows(vectors_b, vectors_a, count)


def _rows(one: Floats, other: Floats, count: int) -> Found:
    out: Found = {}
    for first, table in stretches(one, other):
        likeness = np.clip(table, 0, 1)
        least = -np.sort(np.partition(-likeness, min(count, len(other)) - 1, axis=1)[:, :count], axis=1)[
            :, -1
        ]
        for number, row in enumerate(likeness):
            near = np.flatnonzero(row >= least[number])
            best = near[np.argsort(-row[near], kind="stable")][:count]
            out[first + number] = [(int(at), round(float(row[at]), 4)) for at in best]
    return out
