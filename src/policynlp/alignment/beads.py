"""What every group of neighbouring units is worth in a rectangle."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from policynlp.alignment.cells import dense
from policynlp.alignment.ground import Ground, Rectangle, Shape
from policynlp.alignment.odds import RIVAL_CAP
from policynlp.alignment.pair import Doubles, Floats, Pair, probability
from policynlp.alignment.passages import (
    base,
    fitting,
    joined_letters,
    joined_meaning,
    least_answered,
    length_gaps,
    letter_products,
    sentence_gaps,
)
from policynlp.alignment.stacks import moved, over, spread
from policynlp.alignment.weights import Linear

EQUAL_GAIN = 50.0
"""Added where both sides say the same words: no grouping may take such a pair apart."""
NO_NEIGHBOUR = -0.1
"""Change of similarity to take where there is nothing to add."""
UNSEEN = -RIVAL_CAP
"""Log-odds of pairs that are not looked at."""


@dataclass(frozen=True, slots=True)
class Beads:
    """What the signals say of every bead in a rectangle; each array (shapes, rows, columns) by the units
    that a bead ends at, NaN where it would leave the rectangle."""

    shapes: tuple[Shape, ...]
    features: dict[str, Floats]
    meaning: Floats
    letters: Floats


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
    shapes = fitting(pair, where)
    products = letter_products(pair, where)
    meaning, letters = joined_meaning(pair, where, shapes), joined_letters(pair, where, shapes, products)
    closeness = -length_gaps(pair, where, shapes)
    grouped = np.array([[[sum(shape) > 2]] for shape in shapes], np.float32)
    extra = np.array([[[sum(shape) - 2]] for shape in shapes], np.float32)
    meaning_out = meaning - base(ground.base_meaning, where, shapes)
    letters_out = letters - base(ground.base_letters, where, shapes)
    told = np.float32(ground.sentences * (pair.shared < 1))  # in one language the words tell
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
        "even": np.full_like(meaning, ground.course.even),
        "group_even": np.broadcast_to(np.float32(ground.course.even) * grouped, meaning.shape),
        "group_answered": least_answered(pair, where, shapes, products)
        * (grouped * np.float32(pair.shared == 1)),
    }
    features["sentences"] = sentence_gaps(pair, where, shapes) * told
    features |= _manners(pair, ground, where, shapes)
    features |= _in_course(ground, where, shapes)
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


def _manners(pair: Pair, ground: Ground, where: Rectangle, shapes: Sequence[Shape]) -> dict[str, Floats]:
    """Whether both passages begin alike, as pieces or as sentences, and what follows them too (1, -1 if not);
    and how many of a group's further units are pieces, less those that are sentences: as far as the texts
    agree in this at all."""
    first, second = pair.a.pieces[where.top : where.bottom], pair.b.pieces[where.left : where.right]
    alike = first[:, None] * second[None, :]
    begin = np.stack([moved(alike, 1 - down, 1 - right, 0) for down, right in shapes])
    ends = (_next(pair.a.pieces, where.top, where.bottom), _next(pair.b.pieces, where.left, where.right))
    end = np.broadcast_to(ends[0][:, None] * ends[1][None, :], begin.shape)
    further = [
        (_further(first, down)[:, None] + _further(second, right)[None, :]) / max(down + right - 2, 1)
        for down, right in shapes
    ]
    said = {"begin_alike": begin, "end_alike": end, "further_pieces": np.stack(further).astype(np.float32)}
    return {name: values * np.float32(ground.manner) for name, values in said.items()}


def _next(pieces: Floats, first: int, last: int) -> Floats:
    """The manner of the unit after each; after the last a sentence begins."""
    return np.append(pieces, np.float32(-1))[first + 1 : last + 1]


def _further(pieces: Floats, size: int) -> Doubles:
    """Sum over the last ``size`` units but the first of them."""
    running = np.concatenate([[0], pieces.cumsum(dtype=np.float64)])
    ends = np.arange(1, len(pieces) + 1)
    return np.asarray(running[ends] - running[np.maximum(ends - size + 1, 0)])


def _in_course(ground: Ground, where: Rectangle, shapes: Sequence[Shape]) -> dict[str, Floats]:
    """Whether single units stand at the same place of an even gap."""
    columns, told = (side[where.top : where.bottom] for side in (ground.course.places, ground.course.told))
    out = np.zeros((len(shapes), *where.size), np.float32)
    inside = np.flatnonzero((columns >= where.left) & (columns < where.right))
    out[0, inside, columns[inside] - where.left] = told[inside]
    return {"course": out, "even_course": out * np.float32(ground.course.even)}


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
