"""Running joins over tables: what a bead holds is the join of the cells that end at one."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Join = Callable[[Floats, Floats], Floats]


def moved(values: Floats, down: int, right: int, fill: float) -> Floats:
    """``out[…, i, j] = values[…, i + down, j + right]``, ``fill`` outside."""
    out = np.full_like(values, fill)
    rows, columns = values.shape[-2:]
    if abs(down) < rows and abs(right) < columns:
        source = values[..., max(0, down) : rows + min(0, down), max(0, right) : columns + min(0, right)]
        out[..., max(0, -down) : rows - max(0, down), max(0, -right) : columns - max(0, right)] = source
    return out


def spread(values: Floats, size: int, axis: int, join: Join, fill: float) -> Floats:
    """``join`` over the ``size`` values that end at each cell along an axis."""
    return runs(values, axis, join, fill, size)[-1]


def runs(values: Floats, axis: int, join: Join, fill: float, size: int = 9) -> list[Floats]:
    """``join`` over the last 1, 2, … ``size`` values along an axis."""
    out = [values]
    for back in range(1, size):
        step = (-back, 0) if axis == 0 else (0, -back)
        out.append(join(out[-1], moved(values, *step, fill)))
    return out


def over(
    values: Floats, shapes: Sequence[tuple[int, int]], join: Join, fill: float, axes: tuple[int, ...] = (0, 1)
) -> Floats:
    """``join`` over the cells of each shape that end at each cell, or only over its rows or columns; shape
    (shapes, rows, columns)."""
    sizes = [max(shape[axis] for shape in shapes) if axis in axes else 1 for axis in (0, 1)]
    rows, columns = (runs(values, axis, join, fill, size) for axis, size in enumerate(sizes))
    out = []
    for shape in shapes:
        down, right = (size if axis in axes else 1 for axis, size in enumerate(shape))
        out.append(columns[right - 1] if down == 1 else spread(rows[down - 1], right, 1, join, fill))
    return np.stack(out)
