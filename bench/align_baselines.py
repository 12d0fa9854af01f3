"""Short versions of the ways that the engine is measured against, on the same vectors."""

from collections.abc import Sequence

import numpy as np
from alignment_gold import Group
from scipy.optimize import linear_sum_assignment
from scipy.stats import norm

from policynlp.alignment.pair import BACKGROUNDS
from policynlp.alignment.search import best_path
from policynlp.alignment.signals import RIVALS

MARGIN_FLOOR = 0.05
"""Margin under which the assignment leaves a pair alone: the best of .0, .05 and .1 on the dev half."""
VARIANCE = 6.8
"""Of the length of a translation, per character (Gale and Church 1993)."""
PENALTIES = {(1, 1): 0.0, (1, 2): 2.3, (2, 1): 2.3, (2, 2): 4.4}
ALONE = 4.5
"""Their penalties, as minus the log of a prior."""


def gale_church(a: Sequence[str], b: Sequence[str]) -> list[Group]:
    """Gale and Church (1993): lengths alone, in order, groups of up to two."""
    lengths = [np.concatenate([[0], np.cumsum([len(text) + 1 for text in side])]) for side in (a, b)]
    ratio = lengths[1][-1] / lengths[0][-1]
    shapes = list(PENALTIES)
    gains = np.full((len(shapes), len(a), len(b)), -np.inf, np.float32)
    alone = [ALONE + _cost(np.diff(lengths[0]) * ratio, 0), ALONE + _cost(0, np.diff(lengths[1]))]
    for number, (down, right) in enumerate(shapes):
        if down > len(a) or right > len(b):
            continue
        sums = [side[size:] - side[:-size] for side, size in zip(lengths, (down, right), strict=True)]
        saved = [
            np.convolve(side, np.ones(size), "valid") for side, size in zip(alone, (down, right), strict=True)
        ]
        cost = _cost(sums[0][:, None] * ratio, sums[1][None, :]) + PENALTIES[down, right]
        gains[number, down - 1 :, right - 1 :] = saved[0][:, None] + saved[1][None, :] - cost
    return _path(shapes, gains)


def _cost(expected: np.ndarray | float, found: np.ndarray | float) -> np.ndarray:
    """Minus the log probability that a passage so long answers one so long."""
    mean = np.maximum((np.asarray(expected) + np.asarray(found)) / 2, 1)
    deviation = np.abs(np.asarray(expected) - found) / np.sqrt(mean * VARIANCE)
    return np.minimum(-(np.log(2) + norm.logsf(deviation)), 25)


def assignment(a: np.ndarray, b: np.ndarray) -> list[Group]:
    """Margin scores (Artetxe and Schwenk 2019) and an optimal one-to-one assignment."""
    scores = _margins(a[0], b[0])
    rows, columns = linear_sum_assignment(scores, maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return [((row,), (column,)) for row, column in pairs if scores[row, column] > MARGIN_FLOOR]


def _margins(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    likeness = a @ b.T
    return likeness - (_nearest(likeness)[:, None] + _nearest(likeness.T)[None, :]) / 2


def _nearest(likeness: np.ndarray) -> np.ndarray:
    """Mean cosine of each row's nearest; the background where it has fewer."""
    padded = np.pad(likeness, ((0, 0), (0, RIVALS)), constant_values=BACKGROUNDS["meaning"])
    return -np.partition(-padded, RIVALS - 1, axis=1)[:, :RIVALS].mean(axis=1)


def _path(shapes: Sequence[tuple[int, int]], gains: np.ndarray) -> list[Group]:
    free = [np.zeros(size, bool) for size in gains.shape[1:]]
    return [
        tuple(tuple(range(e - s + 1, e + 1)) for e, s in zip(bead.last, bead.shape, strict=True))  # type: ignore[misc]
        for bead in best_path(shapes, gains, *free)
    ]
