"""What every group of neighbouring units (a bead: N of one side, M of the other) is worth in a rectangle."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from policynlp.alignment.cells import best_two, dense
from policynlp.alignment.odds import RIVAL_CAP, length_gap
from policynlp.alignment.pair import LARGEST, Doubles, Floats, Pair, probability
from policynlp.alignment.stacks import moved, over, spread
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
EQUAL_GAIN = 50.0
"""Added where both sides say the same words: no grouping may take such a pair apart."""
NO_NEIGHBOUR = -0.1
"""Change of similarity to take where there is nothing to add."""
UNSEEN = -RIVAL_CAP
"""Log-odds of pairs that are not looked at."""


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

    @property
    def slices(self) -> tuple[slice, slice]:
        """The same as slices."""
        return slice(self.top, self.bottom), slice(self.left, self.right)


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known before any grouping; ``base_x`` are running sums, shape (units + 1,), of the similarity
    that each unit has anyway, to its nearest on the other side."""

    base_meaning: tuple[Doubles, Doubles]
    base_letters: tuple[Doubles, Doubles]
    odds: Floats
    """Log-odds of every cell."""
    likely: Floats
    """The same as probabilities."""
    hints: Floats
    """What structure and findings add to or take from them."""
    row_best: tuple[Floats, Floats]
    """Probability of the strongest and the second strongest cell of each row."""
    column_best: tuple[Floats, Floats]
    """The same of each column."""
    coverage: float
    """Share of the units that have a likely partner, over both sides: how far the texts agree."""


@dataclass(frozen=True, slots=True)
class Beads:
    """What the signals say of every bead in a rectangle; each array (shapes, rows, columns) by the units
    that a bead ends at, NaN where it would leave the rectangle."""

    shapes: tuple[Shape, ...]
    features: dict[str, Floats]
    meaning: Floats
    letters: Floats


def survey(pair: Pair, odds: Floats, hints: Floats) -> Ground:
    """The ground for grouping, from the log-odds of single pairs."""
    likely = probability(odds)
    rows, columns = best_two(pair.cells, likely, 0)
    meaning, letters = pair.signals["meaning"], pair.signals["letters"]
    return Ground(
        base_meaning=(_running(meaning.rows.mean), _running(meaning.columns.mean)),
        base_letters=(_running(letters.rows.mean), _running(letters.columns.mean)),
        odds=odds,
        likely=likely,
        hints=hints,
        row_best=rows,
        column_best=columns,
        coverage=float((rows[0].sum() + columns[0].sum()) / sum(pair.cells.shape)),
    )


def bead_gains(pair: Pair, ground: Ground, where: Rectangle, weights: Linear) -> tuple[Beads, Floats]:
    """The beads of a rectangle, and the gain of each, -inf where it does not fit; ``weights`` at the pair's
    ``shared``."""
    beads = bead_features(pair, ground, where)
    rows, columns = where.slices
    gains = weights.total(beads.features)
    hints = dense(pair.cells, ground.hints, rows, columns, 0)
    sizes = np.array([down * right for down, right in beads.shapes], np.float32)
    gains += over(hints, beads.shapes, np.add, 0) / sizes[:, None, None]
    gains[0] += np.float32(EQUAL_GAIN) * dense(pair.cells, pair.equal.astype(np.float32), rows, columns, 0)
    return beads, np.where(np.isfinite(beads.meaning), gains, np.float32(-np.inf))


def bead_features(pair: Pair, ground: Ground, where: Rectangle) -> Beads:
    """What each signal says of each bead, by name; NaN where a bead would leave the rectangle."""
    shapes = _fitting(pair, where)
    meaning, letters = _joined_meaning(pair, where, shapes), _joined_letters(pair, where, shapes)
    closeness = -_length_gaps(pair, where, shapes)
    grouped = np.array([[[sum(shape) > 2]] for shape in shapes], np.float32)
    extra = np.array([[[sum(shape) - 2]] for shape in shapes], np.float32)
    meaning_out = meaning - _base(ground.base_meaning, where, shapes)
    letters_out = letters - _base(ground.base_letters, where, shapes)
    features = {
        "meaning": meaning,
        "meaning_margin": meaning_out,
        "letters": letters,
        "letters_margin": letters_out,
        "shared_meaning_margin": meaning_out * np.float32(pair.shared),
        "shared_letters_margin": letters_out * np.float32(pair.shared),
        "group": np.broadcast_to(grouped, meaning.shape),
        "group_size": np.broadcast_to(extra, meaning.shape),
        "group_meaning_margin": meaning_out * grouped,
        "group_letters_margin": letters_out * grouped,
        "group_coverage": np.broadcast_to(np.float32(ground.coverage) * grouped, meaning.shape),
        "coverage": np.full_like(meaning, ground.coverage),
    }
    features |= _completeness(meaning, letters, closeness, shapes)
    features |= _surroundings(pair, ground, where, shapes)
    return Beads(shapes, features, meaning, letters)


def _completeness(
    meaning: Floats, letters: Floats, closeness: Floats, shapes: Sequence[Shape]
) -> dict[str, Floats]:
    """Whether the group is as large as it should be: a right one loses likeness when a unit is taken from
    its edge, and wins none when one is added."""
    out = {"length_gap": -closeness, "length_gap_to_1": np.minimum(-closeness, 1)}
    for name, joined in (("meaning", meaning), ("letters", letters), ("length", closeness)):
        less = _variants(joined, shapes, -1)
        more = _variants(joined, shapes, 1)
        lost = np.where(np.isnan(less) & np.isfinite(joined), np.float32(0), joined - less)
        won = np.where(np.isnan(more), np.float32(NO_NEIGHBOUR), more - joined)
        out |= {f"{name}_lost_by_less": lost, f"{name}_won_by_more": won}
    return out | {
        "meaning_beside": _beside(meaning, shapes),
        "letters_beside": _beside(letters, shapes),
    }


def _surroundings(pair: Pair, ground: Ground, where: Rectangle, shapes: Sequence[Shape]) -> dict[str, Floats]:
    """What the single pairs under, around and instead of the bead say."""
    rows, columns = where.slices
    odds = dense(pair.cells, ground.odds, rows, columns, UNSEEN)
    likely = probability(odds)
    around = _bordered(pair, ground, where)
    before = np.stack([moved(around, -down, -right, 0)[1:-1, 1:-1] for down, right in shapes])
    after = np.broadcast_to(around[2:, 2:], before.shape)
    elsewhere = np.maximum(
        over(_other(likely, ground.row_best, rows, 1), shapes, np.maximum, 0, axes=(0,)),
        over(_other(likely, ground.column_best, columns, 0), shapes, np.maximum, 0, axes=(1,)),
    )
    enclosed = before * after
    return {
        "before": before,
        "after": after,
        "enclosed": enclosed,
        "enclosed_coverage": enclosed * np.float32(ground.coverage),
        "wanted_elsewhere": elsewhere,
        "every_part_likely": _every_part(likely, shapes),
        "best_part_odds": np.clip(over(odds, shapes, np.maximum, -np.inf), -RIVAL_CAP, RIVAL_CAP),
    }


def _other(likely: Floats, best: tuple[Floats, Floats], units: slice, axis: int) -> Floats:
    """Probability of the strongest other cell in the row (axis 1) or column (axis 0) of each."""
    first, second = (np.expand_dims(one[units], axis) for one in best)
    return np.where(likely >= first, second, first)


def _bordered(pair: Pair, ground: Ground, where: Rectangle) -> Floats:
    """Probabilities of the rectangle and one unit around it; texts begin and end together."""
    ends = pair.cells.shape
    rows, columns = (
        slice(max(where.top - 1, 0), min(where.bottom + 1, ends[0])),
        slice(max(where.left - 1, 0), min(where.right + 1, ends[1])),
    )
    out = np.zeros((where.size[0] + 2, where.size[1] + 2), np.float32)
    inside = dense(pair.cells, ground.likely, rows, columns, 0)
    down, right = rows.start - where.top + 1, columns.start - where.left + 1
    out[down : down + inside.shape[0], right : right + inside.shape[1]] = inside
    out[0, 0] = max(float(out[0, 0]), where.top == where.left == 0)
    out[-1, -1] = max(float(out[-1, -1]), (where.bottom, where.right) == ends)
    return out


def _running(values: Floats) -> Doubles:
    return np.concatenate([[0], values.cumsum(dtype=np.float64)])


def _fitting(pair: Pair, where: Rectangle) -> tuple[Shape, ...]:
    height, width = where.size
    limits = min(height, len(pair.a.windows)), min(width, len(pair.b.windows))
    return tuple(shape for shape in SHAPES if shape[0] <= limits[0] and shape[1] <= limits[1])


def _joined_meaning(pair: Pair, where: Rectangle, shapes: Sequence[Shape]) -> Floats:
    """Cosine of the joined passages that end at each cell; NaN where they leave the rectangle."""
    out = np.full((len(shapes), *where.size), np.nan, np.float32)
    for number, (down, right) in enumerate(shapes):
        rows = pair.a.windows[down - 1, where.top + down - 1 : where.bottom]
        columns = pair.b.windows[right - 1, where.left + right - 1 : where.right]
        out[number, down - 1 :, right - 1 :] = rows @ columns.T
    return out


def _joined_letters(pair: Pair, where: Rectangle, shapes: Sequence[Shape]) -> Floats:
    """Cosine of the joined character n-grams, from the four corners of running sums of their products."""
    out = np.full((len(shapes), *where.size), np.nan, np.float32)
    height, width = where.size
    rows, columns = where.slices
    sums = np.zeros((height + 1, width + 1))
    sums[1:, 1:] = (pair.a.grams[rows] @ pair.b.grams[columns].T).toarray().cumsum(axis=0).cumsum(axis=1)
    for number, (down, right) in enumerate(shapes):
        product = sums[down:, right:] - sums[: height + 1 - down, right:]
        product += sums[: height + 1 - down, : width + 1 - right] - sums[down:, : width + 1 - right]
        lengths = (
            pair.a.gram_lengths[down - 1, where.top + down - 1 : where.bottom, None]
            * pair.b.gram_lengths[right - 1, None, where.left + right - 1 : where.right]
        )
        out[number, down - 1 :, right - 1 :] = product / lengths
    return out


def _base(running: tuple[Doubles, Doubles], where: Rectangle, shapes: Sequence[Shape]) -> Floats:
    """Mean baseline of both passages that end at each cell."""
    row, column = _window_sums(running, where, shapes, mean=True)
    return np.asarray((row[:, :, None] + column[:, None, :]) / 2, np.float32)


def _length_gaps(pair: Pair, where: Rectangle, shapes: Sequence[Shape]) -> Floats:
    row, column = _window_sums((pair.a.lengths, pair.b.lengths), where, shapes)
    return length_gap(row[:, :, None], column[:, None, :])


def _window_sums(
    running: tuple[Doubles, Doubles], where: Rectangle, shapes: Sequence[Shape], mean: bool = False
) -> tuple[Doubles, Doubles]:
    """Sum (or mean) of the values of the units of each shape that end at each index, on both sides; fewer at
    the start of the list. Shapes (shapes, rows) and (shapes, columns)."""
    out = []
    for side, (first, last) in enumerate(((where.top, where.bottom), (where.left, where.right))):
        sizes = np.array([shape[side] for shape in shapes])[:, None]
        ends = np.arange(first, last)[None, :] + 1
        sums = running[side][ends] - running[side][np.maximum(ends - sizes, 0)]
        out.append(sums / sizes if mean else sums)
    return out[0], out[1]


def _variants(joined: Floats, shapes: Sequence[Shape], change: int) -> Floats:
    """Greatest of what the beads say that have one unit less (or more) at one of their edges; NaN where
    there are none."""
    numbers = {shape: number for number, shape in enumerate(shapes)}
    none = len(shapes)
    layers = np.concatenate([joined, np.full((1, *joined.shape[1:]), np.nan, np.float32)])
    out = np.full_like(joined, np.nan)
    for step in ((change, 0), (0, change)):
        found = [numbers.get((shape[0] + step[0], shape[1] + step[1]), none) for shape in shapes]
        chosen = layers[found]
        out = np.fmax(out, np.fmax(chosen, moved(chosen, *step, np.nan)))
    return out


def _beside(joined: Floats, shapes: Sequence[Shape]) -> Floats:
    """Mean similarity of each passage to the single units right before and after the other passage."""
    numbers = {shape: number for number, shape in enumerate(shapes)}
    total, count = np.zeros_like(joined), np.zeros_like(joined)
    for number, (down, right) in enumerate(shapes):
        for shape, steps in (((down, 1), ((0, 1), (0, -right))), ((1, right), ((1, 0), (-down, 0)))):
            if shape not in numbers:
                continue
            for step in steps:
                seen = moved(joined[numbers[shape]], *step, np.nan)
                known = np.isfinite(seen)
                total[number] += np.where(known, seen, np.float32(0))
                count[number] += known
    return np.asarray(total / np.maximum(count, 1), np.float32)


def _every_part(likely: Floats, shapes: Sequence[Shape]) -> Floats:
    """Weakest part of the bead: the smallest over its rows and columns of their likeliest cell. Where one
    side has one unit, that is its smallest cell."""
    weakest = over(likely, shapes, np.minimum, 0)
    for number, shape in enumerate(shapes):
        if min(shape) > 1:
            by_row = spread(spread(likely, shape[1], 1, np.maximum, 0), shape[0], 0, np.minimum, 0)
            by_column = spread(spread(likely, shape[0], 0, np.maximum, 0), shape[1], 1, np.minimum, 0)
            weakest[number] = np.minimum(by_row, by_column)
    return weakest
