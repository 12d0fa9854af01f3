"""The best run of beads through a rectangle, in order on both sides, by dynamic programming."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policynlp.alignment.ground import Shape
from policynlp.alignment.pair import Floats

LEAVE_A, LEAVE_B = -1, -2
"""Steps that leave a unit of one side alone; they gain nothing."""


@dataclass(frozen=True, slots=True)
class Bead:
    """A group of neighbouring units: the last index of each side, how many of each, and its gain."""

    last: tuple[int, int]
    shape: Shape
    gain: float
    meaning: float = 0.0
    """Cosine of the joined embeddings."""
    letters: float = 0.0
    """Cosine of the joined character n-grams."""


def best_path(
    shapes: Sequence[Shape], gains: Floats, taken_a: NDArray[np.bool_], taken_b: NDArray[np.bool_]
) -> list[Bead]:
    """Beads with the greatest sum of gains, in order; units that are taken stand in none.

    ``gains[s, i, j]`` is the gain of the bead of ``shapes[s]`` that ends at units i and j, -inf where there
    is none. A whole row is settled at once: every bead has a unit on each side, so it leans on rows above,
    and leaving units of the second side alone is a running maximum.
    """
    gains = _without_taken(shapes, gains, taken_a, taken_b)
    height, width = len(taken_a), len(taken_b)
    sizes = np.array(shapes)
    border = int(sizes.max())
    best = np.full((height + border, width + border), -np.inf)
    best[border - 1, border - 1 :] = 0
    best[border - 1 :, border - 1] = 0
    step = np.full((height + 1, width + 1), LEAVE_A, np.int16)
    step[0] = LEAVE_B
    come_from = np.arange(width)[None, :] + border - sizes[:, 1, None]
    for row in range(height):
        offers = best[(row + border - sizes[:, 0])[:, None], come_from] + gains[:, row]
        number = offers.argmax(axis=0)
        offer = offers[number, np.arange(width)]
        here = best[row + border - 1, border - 1 :].copy()
        better = offer > here[1:]
        here[1:][better] = offer[better]
        step[row + 1, 1:][better] = number[better]
        best[row + border, border - 1 :] = np.maximum.accumulate(here)
        step[row + 1][best[row + border, border - 1 :] > here] = LEAVE_B
    return _trace(step, shapes, gains)


def _trace(step: NDArray[np.int16], shapes: Sequence[Shape], gains: Floats) -> list[Bead]:
    row, column = step.shape[0] - 1, step.shape[1] - 1
    beads = []
    while row and column:
        number = int(step[row, column])
        if number == LEAVE_A:
            row -= 1
        elif number == LEAVE_B:
            column -= 1
        else:
            shape = shapes[number]
            gain = float(gains[number, row - 1, column - 1])
            beads.append(Bead((row - 1, column - 1), shape, gain))
            row, column = row - shape[0], column - shape[1]
    return beads[::-1]


def _without_taken(
    shapes: Sequence[Shape], gains: Floats, taken_a: NDArray[np.bool_], taken_b: NDArray[np.bool_]
) -> Floats:
    """Gains with -inf where a bead would hold a taken unit."""
    rows = np.stack([_holds(taken_a, shape[0]) for shape in shapes])
    columns = np.stack([_holds(taken_b, shape[1]) for shape in shapes])
    return np.where(rows[:, :, None] | columns[:, None, :], np.float32(-np.inf), gains)


def _holds(taken: NDArray[np.bool_], size: int) -> NDArray[np.bool_]:
    """Whether any of the ``size`` units that end at each index is taken."""
    running = np.concatenate([[0], taken.cumsum()])
    ends = np.arange(1, len(taken) + 1)
    out: NDArray[np.bool_] = running[ends] > running[np.maximum(ends - size, 0)]
    return out
