"""The nearest passages of the other side, so that "only in" can be checked."""

from collections.abc import Sequence

import numpy as np

from policynlp.alignment.pair import Floats
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
    similarity = np.clip(vectors_a @ vectors_b.T, 0, 1)
    return _rows(similarity, count), _rows(similarity.T, count)


def _rows(similarity: Floats, count: int) -> Found:
    chosen = np.argsort(-similarity, axis=1, kind="stable")[:, :count]
    return {
        number: [(int(at), round(float(row[at]), 4)) for at in best]
        for number, (row, best) in enumerate(zip(similarity, chosen, strict=True))
    }
