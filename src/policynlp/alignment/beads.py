"""What every group of neighbouring units (a bead: N of one side, M of the other) is worth in a rectangle."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from policynlp.alignment.cells import RIVAL_CAP, length_gap, rivals
from policynlp.alignment.pair import (
    LARGEST,
    LETTERS_BACKGROUND,
    MEANING_BACKGROUND,
    Floats,
    Pair,
    nearest_mean,
    probability,
)
from policynlp.alignment.weights import Linear

Shape = tuple[int, int]
"""Units on the first side, units on the second."""

SHAPES: tuple[Shape, ...] = (
    (1, 1),
    *((1, size) for size in range(2, LARGEST + 1)),
    *((size, 1) for size in range(2, LARGEST + 1)),
    (2, 2),
)
"""One to one, one to many, many to one; larger crossings of both are not seen in treaties or news."""

WITHIN = ("letters", "before", "after", "wanted_elsewhere", "coverage", "best_part_odds")
"""What means something else within one language: sister texts follow each other's order less than
translations do, and words, which only the odds of single pairs know, tell more."""
EQUAL_GAIN = 50.0
"""Added where both sides say the same words: no grouping may take such a pair apart."""
NO_NEIGHBOUR = -0.1
"""Change of similarity to take where there is nothing to add."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Units of each side that a search may use: first index and one past the last."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def size(self) -> tuple[int, int]:
        """Units of each side."""
        return self.bottom - self.top, self.right - self.left


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known before any grouping; ``base_x`` are running sums, shape (units + 1,), of the similarity
    that each unit has anyway, to its nearest on the other side."""

    base_meaning_a: NDArray[np.float64]
    base_meaning_b: NDArray[np.float64]
    base_letters_a: NDArray[np.float64]
    base_letters_b: NDArray[np.float64]
    odds: Floats
    """Log-odds of every pair of units, shape (n, m)."""
    hints: Floats
    """What structure and findings add to or take from them."""
    bordered: Floats
    """Their probabilities with one more row and column on each side, shape (n + 2, m + 2)."""
    row_rival: Floats
    """Probability of the strongest other pair of each pair's row."""
    column_rival: Floats
    """The same of its column."""
    coverage: float
    """Share of the units that have a likely partner, over both sides: how far the texts agree."""


def survey(pair: Pair, odds: Floats, hints: Floats) -> Ground:
    """The ground for grouping, from the log-odds of single pairs."""

    def running(similarity: Floats, background: float) -> NDArray[np.float64]:
        return np.concatenate([[0], nearest_mean(similarity, background).cumsum(dtype=np.float64)])

    meaning, letters = pair.meaning, pair.letters
    row, column = rivals(odds)
    return Ground(
        base_meaning_a=running(meaning, MEANING_BACKGROUND),
        base_meaning_b=running(meaning.T, MEANING_BACKGROUND),
        base_letters_a=running(letters, LETTERS_BACKGROUND),
        base_letters_b=running(letters.T, LETTERS_BACKGROUND),
        odds=odds,
        hints=hints,
        bordered=_bordered(odds),
        row_rival=probability(row),
        column_rival=probability(column),
        coverage=coverage(odds),
    )


def bead_gains(pair: Pair, ground: Ground, where: Rectangle, weights: Linear) -> dict[Shape, Floats]:
    """Gain of the bead of each shape that ends at each cell of the rectangle; -inf where it does not fit."""
    out = {}
    rows, columns = slice(where.top, where.bottom), slice(where.left, where.right)
    for shape, features in bead_features(pair, ground, where):
        gains = weights.total(features)
        gains += _mean(ground.hints[rows, columns], shape)
        if shape == (1, 1):
            gains += np.float32(EQUAL_GAIN) * pair.equal[rows, columns]
        gains[: shape[0] - 1] = -np.inf
        gains[:, : shape[1] - 1] = -np.inf
        out[shape] = gains
    return out


def bead_features(pair: Pair, ground: Ground, where: Rectangle) -> Iterator[tuple[Shape, dict[str, Floats]]]:
    """Shape by shape what each signal says of the bead that ends at each cell, by name.

    Cells where the bead would leave the rectangle hold meaningless finite values.
    """
    shapes = _fitting(pair, where)
    meaning = {shape: _joined_meaning(pair, where, shape) for shape in shapes}
    letters = {shape: _joined_letters(pair, where, shape) for shape in shapes}
    closeness = {shape: -length_gap(*_lengths(pair, where, shape)) for shape in shapes}
    for shape in shapes:
        features = {
            **_likeness(pair, ground, where, shape, meaning[shape], letters[shape]),
            **_completeness(meaning, letters, closeness, shape),
            **_surroundings(ground, where, shape),
        }
        within = np.float32(pair.shared == 1)
        features |= {f"within_{name}": features[name] * within for name in WITHIN}
        yield shape, {name: np.nan_to_num(value, nan=0.0) for name, value in features.items()}


def _likeness(
    pair: Pair, ground: Ground, where: Rectangle, shape: Shape, meaning: Floats, letters: Floats
) -> dict[str, Floats]:
    """How alike the two joined passages are, by themselves and against what is usual for their units."""
    group = np.float32(sum(shape) > 2)
    meaning_out = meaning - _base(ground.base_meaning_a, ground.base_meaning_b, where, shape)
    letters_out = letters - _base(ground.base_letters_a, ground.base_letters_b, where, shape)
    return {
        "meaning": meaning,
        "meaning_margin": meaning_out,
        "letters": letters,
        "letters_margin": letters_out,
        "shared_meaning_margin": meaning_out * pair.shared,
        "shared_letters_margin": letters_out * pair.shared,
        "shared_letters": letters * pair.shared,
        "group": np.full_like(meaning, group),
        "group_size": np.full_like(meaning, sum(shape) - 2),
        "group_meaning_margin": meaning_out * group,
        "group_letters_margin": letters_out * group,
    }


def _completeness(
    meaning: dict[Shape, Floats], letters: dict[Shape, Floats], closeness: dict[Shape, Floats], shape: Shape
) -> dict[str, Floats]:
    """Whether the group is as large as it should be: a right one loses likeness when a unit is taken from
    its edge, and wins none when one is added."""
    gap = -closeness[shape]
    return {
        "meaning_lost_by_less": _growth(meaning, shape),
        "letters_lost_by_less": _growth(letters, shape),
        "length_lost_by_less": _growth(closeness, shape),
        "meaning_won_by_more": _outer(meaning, shape),
        "letters_won_by_more": _outer(letters, shape),
        "length_won_by_more": _outer(closeness, shape),
        "meaning_beside": _beside(meaning, shape),
        "letters_beside": _beside(letters, shape),
        "length_gap": gap,
        "length_gap_to_1": np.minimum(gap, 1),
    }


def _surroundings(ground: Ground, where: Rectangle, shape: Shape) -> dict[str, Floats]:
    """What the single pairs under, around and instead of the bead say, and how far the texts agree at all."""
    inside = slice(where.top, where.bottom), slice(where.left, where.right)
    cells = ground.odds[inside]
    around = ground.bordered[where.top : where.bottom + 2, where.left : where.right + 2]
    before, after = _before(around, shape), around[2:, 2:]
    other_row = _spread(ground.row_rival[inside], shape[0], 0, np.maximum, 0.0)
    other_column = _spread(ground.column_rival[inside], shape[1], 1, np.maximum, 0.0)
    covered = np.full_like(cells, ground.coverage)
    return {
        "before": before,
        "after": after,
        "enclosed": before * after,
        "enclosed_coverage": before * after * covered,
        "wanted_elsewhere": np.maximum(other_row, other_column),
        "coverage": covered,
        "group_coverage": covered * (sum(shape) > 2),
        "every_part_likely": _every_part(probability(cells), shape),
        "best_part_odds": np.clip(_best(cells, shape), -RIVAL_CAP, RIVAL_CAP),
    }


def coverage(odds: Floats) -> float:
    """Share of the units that have a likely partner, over both sides: how far the texts agree."""
    likely = probability(odds)
    return float((likely.max(axis=0).sum() + likely.max(axis=1).sum()) / sum(odds.shape))


def _bordered(odds: Floats) -> Floats:
    """Probabilities with a border of 0, but 1 at its first and last corner: texts begin and end together."""
    out = np.zeros((odds.shape[0] + 2, odds.shape[1] + 2), np.float32)
    out[1:-1, 1:-1] = probability(odds)
    out[0, 0] = out[-1, -1] = 1
    return out


def _before(around: Floats, shape: Shape) -> Floats:
    """Probability of the cell right before the bead on both sides."""
    height, width = around.shape
    return moved_by(around, -shape[0], -shape[1], 0.0)[1 : height - 1, 1 : width - 1]


def _fitting(pair: Pair, where: Rectangle) -> list[Shape]:
    height, width = where.size
    limits = min(height, len(pair.a.windows)), min(width, len(pair.b.windows))
    return [shape for shape in SHAPES if shape[0] <= limits[0] and shape[1] <= limits[1]]


def _joined_meaning(pair: Pair, where: Rectangle, shape: Shape) -> Floats:
    """Cosine of the joined passages that end at each cell; NaN where they leave the rectangle."""
    out = np.full(where.size, np.nan, np.float32)
    rows = pair.a.windows[shape[0] - 1, where.top + shape[0] - 1 : where.bottom]
    columns = pair.b.windows[shape[1] - 1, where.left + shape[1] - 1 : where.right]
    out[shape[0] - 1 :, shape[1] - 1 :] = rows @ columns.T
    return out


def _joined_letters(pair: Pair, where: Rectangle, shape: Shape) -> Floats:
    """Cosine of the joined character n-grams, from the four corners of the running sums."""
    out = np.full(where.size, np.nan, np.float32)
    rows = np.arange(where.top + shape[0], where.bottom + 1)
    columns = np.arange(where.left + shape[1], where.right + 1)
    sums, above, before = pair.letter_sums, rows - shape[0], columns - shape[1]
    product = sums[np.ix_(rows, columns)] - sums[np.ix_(above, columns)]
    product += sums[np.ix_(above, before)] - sums[np.ix_(rows, before)]
    lengths = pair.a.grams[shape[0] - 1, rows - 1], pair.b.grams[shape[1] - 1, columns - 1]
    out[shape[0] - 1 :, shape[1] - 1 :] = product / (lengths[0][:, None] * lengths[1][None, :])
    return out


def _base(rows: NDArray[np.float64], columns: NDArray[np.float64], where: Rectangle, shape: Shape) -> Floats:
    """Mean baseline of both passages that end at each cell."""
    row = _window_sum(rows, where.top, where.bottom, shape[0]) / shape[0]
    column = _window_sum(columns, where.left, where.right, shape[1]) / shape[1]
    out: Floats = ((row[:, None] + column[None, :]) / 2).astype(np.float32)
    return out


def _window_sum(running: NDArray[np.float64], first: int, last: int, size: int) -> NDArray[np.float64]:
    """Sum of the ``size`` values that end at each index from ``first`` on; fewer at the start of the list."""
    ends = np.arange(first, last) + 1
    out: NDArray[np.float64] = running[ends] - running[np.maximum(ends - size, 0)]
    return out


def _lengths(pair: Pair, where: Rectangle, shape: Shape) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return (
        _window_sum(pair.a.lengths, where.top, where.bottom, shape[0]),
        _window_sum(pair.b.lengths, where.left, where.right, shape[1]),
    )


def moved_by(values: Floats, down: int, right: int, fill: float) -> Floats:
    """``out[i, j] = values[i + down, j + right]``, ``fill`` outside."""
    out = np.full_like(values, fill)
    rows, columns = values.shape
    if abs(down) < rows and abs(right) < columns:
        source = values[max(0, down) : rows + min(0, down), max(0, right) : columns + min(0, right)]
        out[max(0, -down) : rows - max(0, down), max(0, -right) : columns - max(0, right)] = source
    return out


def _growth(joined: dict[Shape, Floats], shape: Shape) -> Floats:
    """Similarity that goes when the best edge unit is taken away; 0 for one to one."""
    rows, columns = shape
    less = []
    for smaller, step in (((rows - 1, columns), (-1, 0)), ((rows, columns - 1), (0, -1))):
        if smaller in joined:
            less += [joined[smaller], moved_by(joined[smaller], *step, np.nan)]
    if not less:
        return np.zeros_like(joined[shape])
    return np.asarray(joined[shape] - _largest(less))


def _outer(joined: dict[Shape, Floats], shape: Shape) -> Floats:
    """Similarity that comes when the best unit beside is added."""
    rows, columns = shape
    more = []
    for larger, step in (((rows + 1, columns), (1, 0)), ((rows, columns + 1), (0, 1))):
        if larger in joined:
            more += [joined[larger], moved_by(joined[larger], *step, np.nan)]
    if not more:
        return np.full_like(joined[shape], NO_NEIGHBOUR)
    gained = _largest(more) - joined[shape]
    return np.where(np.isnan(gained), np.float32(NO_NEIGHBOUR), gained)


def _beside(joined: dict[Shape, Floats], shape: Shape) -> Floats:
    """Mean similarity of each passage to the single units right before and after the other passage."""
    rows, columns = shape
    seen = []
    if (rows, 1) in joined:
        seen += [moved_by(joined[rows, 1], 0, step, np.nan) for step in (1, -columns)]
    if (1, columns) in joined:
        seen += [moved_by(joined[1, columns], step, 0, np.nan) for step in (1, -rows)]
    stacked = np.stack(seen)
    count = np.isfinite(stacked).sum(axis=0)
    out: Floats = (np.nansum(stacked, axis=0) / np.maximum(count, 1)).astype(np.float32)
    return out


def _largest(values: list[Floats]) -> Floats:
    """Largest of each cell, NaN only where all are."""
    out = values[0]
    for more in values[1:]:
        out = np.fmax(out, more)
    return out


def _best(values: Floats, shape: Shape) -> Floats:
    """Largest value under the bead that ends at each cell."""
    return _spread(_spread(values, shape[0], 0, np.maximum, -np.inf), shape[1], 1, np.maximum, -np.inf)


def _mean(values: Floats, shape: Shape) -> Floats:
    """Mean of the cells under the bead that ends at each cell; those outside the rectangle count 0."""
    rows = _spread(values, shape[0], 0, np.add, 0.0)
    return np.asarray(_spread(rows, shape[1], 1, np.add, 0.0) / (shape[0] * shape[1]), np.float32)


def _every_part(likely: Floats, shape: Shape) -> Floats:
    """Weakest part of the bead: the smallest over its rows and columns of their likeliest cell."""
    by_row = _spread(likely, shape[1], 1, np.maximum, 0.0)
    by_column = _spread(likely, shape[0], 0, np.maximum, 0.0)
    rows = _spread(by_row, shape[0], 0, np.minimum, 0.0)
    columns = _spread(by_column, shape[1], 1, np.minimum, 0.0)
    return np.minimum(rows, columns)


def _spread(
    values: Floats, size: int, axis: int, join: Callable[[Floats, Floats], Floats], fill: float
) -> Floats:
    """``join`` over the ``size`` values that end at each cell along an axis."""
    out = values
    for back in range(1, size):
        step = (-back, 0) if axis == 0 else (0, -back)
        out = join(out, moved_by(values, *step, fill))
    return out
