"""Where a unit stands between two sure pairs: gaps that are as long on both sides are filled in order."""

from dataclasses import dataclass

import numpy as np

from policynlp.alignment.cells import FADE, Cells, Floats, Numbers, best_two

SURE = 0.8
"""Probability from which a pair of mutual best bounds a gap."""
FAR = 8
"""Longest gap, in units, of which it is told."""


@dataclass(frozen=True, slots=True)
class Course:
    """What the sure pairs tell of the units between them."""

    places: Numbers
    """For each unit of the first side the unit at its place in the gap between the sure pairs before and
    after it, where that is as long on the other side; -1: none."""
    told: Floats
    """How much that tells: the weaker of both probabilities, faded by the length of the gap."""
    even: float
    """Log of the units in even gaps over those that one side has more: how seldom clauses are left out."""
    sure: tuple[Numbers, Numbers]
    """The sure pairs."""


def course(of: Cells, likely: Floats) -> Course:
    """From the pairs that are the likeliest of their row and column. Texts begin and end together."""
    rows, columns = best_two(of, likely, 0)
    best = (likely >= rows[0][of.rows]) & (likely >= columns[0][of.columns]) & (likely > SURE)
    first, second = of.rows[best], of.columns[best]
    alone = (np.bincount(first, minlength=of.shape[0])[first] == 1) & (
        np.bincount(second, minlength=of.shape[1])[second] == 1
    )
    sure = first[alone], second[alone], likely[best][alone]
    there, told = _places(sure, of.shape)
    back, back_told = _places((sure[1], sure[0], sure[2]), of.shape[::-1])
    mutual = (there >= 0) & (back[there] == np.arange(of.shape[0]))
    return Course(
        places=np.where(mutual, there, -1),
        told=np.where(mutual, np.minimum(told, back_told[there]), np.float32(0)),
        even=_even(sure),
        sure=(sure[0], sure[1]),
    )


def _even(sure: tuple[Numbers, Numbers, Floats]) -> float:
    order = np.argsort(sure[0])
    down, right = np.diff(sure[0][order]), np.diff(sure[1][order])
    near = (right > 0) & (right <= FAR + 1) & (down <= FAR + 1)
    uneven = np.abs(down - right)[near].sum()
    return float(np.log((np.minimum(down, right)[near].sum() + 1) / (uneven + 1)))


def _places(sure: tuple[Numbers, Numbers, Floats], shape: tuple[int, int]) -> tuple[Numbers, Floats]:
    """The same from one side; the other may see other pairs in the gap."""
    partners = np.full(shape[0] + 2, -1)
    strength = np.zeros(shape[0] + 2, np.float32)
    order = np.argsort(sure[0])
    partners[sure[0][order] + 1], strength[sure[0][order] + 1] = sure[1][order] + 1, sure[2][order]
    partners[[0, -1]], strength[[0, -1]] = [0, shape[1] + 1], 1
    known = np.flatnonzero(partners >= 0)
    units = np.arange(1, shape[0] + 1)
    before = known[np.searchsorted(known, units, "left") - 1]
    after = known[np.searchsorted(known, units, "right")]
    gap = after - before
    even = (gap == partners[after] - partners[before]) & (gap <= FAR + 1)
    told = np.minimum(strength[before], strength[after]) * np.float32(FADE) ** (gap - 2)
    place = partners[before] + units - before - 1
    return np.where(even, place, -1), np.where(even, told, 0).astype(np.float32)
