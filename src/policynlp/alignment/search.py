"""The best run of beads through a rectangle, in order on both sides, by dynamic programming."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policynlp.alignment.beads import Shape
from policynlp.alignment.pair import Floats

LEAVE_A, LEAVE_B = -1, -2
"""Steps that leave a unit of one side alone; they gain nothing."""


@dataclass(frozen=True, slots=True)
class Bead:
    """A group of neighbouring units: the last index of each side, how many of each, and its gain."""

    last: tuple[int, int]
    shape: Shape
    gain: float


def best_path(
    gains: Mapping[Shape, Floats], taken_a: NDArray[np.bool_], taken_b: NDArray[np.bool_]
) -> list[Bead]:
    """Beads with the greatest sum of gains, in order; units that are taken stand in none.

    ``gains[shape][i, j]`` is the gain of the bead that ends at units i and j, -inf where there is none. A
    whole row is settled at once: every bead has a unit on each side, so it leans on rows above, and leaving
    units of the second side alone is a running maximum.
    """
    shapes = list(gains)
    open_gains = [_without_taken(gains[shape], shape, taken_a, taken_b) for shape in shapes]
    height, width = len(taken_a), len(taken_b)
    best = np.zeros((height + 1, width + 1))
    step = np.full((height + 1, width + 1), LEAVE_A, np.int16)
    step[0] = LEAVE_B
    for row in range(1, height + 1):
        here = best[row - 1].copy()
        for number, (down, right) in enumerate(shapes):
            if row < down:
                continue
            offer = best[row - down, : width + 1 - right] + open_gains[number][row - 1, right - 1 :]
            better = offer > here[right:]
            here[right:][better] = offer[better]
            step[row, right:][better] = number
        best[row] = np.maximum.accumulate(here)
        step[row][best[row] > here] = LEAVE_B
    return _trace(step, shapes, open_gains)


def _trace(step: NDArray[np.int16], shapes: list[Shape], gains: list[Floats]) -> list[Bead]:
    row, column = step.shape[0] - 1, step.shape[1] - 1
    beads = []
    while row and column:
        number = step[row, column]
        if number == LEAVE_A:
            row -= 1
        elif number == LEAVE_B:
            column -= 1
        else:
            shape = shapes[number]
            gain = float(gains[number][row - 1, column - 1])
            beads.append(Bead((row - 1, column - 1), shape, gain))
            row, column = row - shape[0], column - shape[1]
    return beads[::-1]


def _without_taken(
    gains: Floats, shape: Shape, taken_a: NDArray[np.bool_], taken_b: NDArray[np.bool_]
) -> Floats:
    """Gains with -inf where a bead would hold a taken unit."""
    out = gains.copy()
    out[_holds(taken_a, shape[0])] = -np.inf
    out[:, _holds(taken_b, shape[1])] = -np.inf
    return out


def _holds(taken: NDArray[np.bool_], size: int) -> NDArray[np.bool_]:
    """Whether any of the ``size`` units that end at each index is taken."""
    running = np.concatenate([[0], taken.cumsum()])
    ends = np.arange(1, len(taken) + 1)
    out: NDArray[np.bool_] = running[ends] > running[np.maximum(ends - size, 0)]
    return out
