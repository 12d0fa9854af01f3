"""What joined passages say: likeness in meaning and letters, length, and what of them is answered."""

from collections.abc import Sequence

import numpy as np

from policynlp.alignment.ground import SHAPES, Rectangle, Shape
from policynlp.alignment.odds import length_gap
from policynlp.alignment.pair import Doubles, Floats, Pair
from policynlp.alignment.stacks import runs, spread


def fitting(pair: Pair, where: Rectangle) -> tuple[Shape, ...]:
    height, width = where.size
    limits = min(height, len(pair.a.windows)), min(width, len(pair.b.windows))
    return tuple(shape for shape in SHAPES if shape[0] <= limits[0] and shape[1] <= limits[1])


def joined_meaning(pair: Pair, where: Rectangle, shapes: Sequence[Shape]) -> Floats:
    """Cosine of the joined passages that end at each cell; NaN where they leave the rectangle."""
    out = np.full((len(shapes), *where.size), np.nan, np.float32)
    for number, (down, right) in enumerate(shapes):
        rows = pair.a.windows[down - 1, where.top + down - 1 : where.bottom]
        columns = pair.b.windows[right - 1, where.left + right - 1 : where.right]
        out[number, down - 1 :, right - 1 :] = rows @ columns.T
    return out


def letter_products(pair: Pair, where: Rectangle) -> Doubles:
    """Products of the character n-grams of the units."""
    rows, columns = where.slices
    return np.asarray((pair.a.grams[rows] @ pair.b.grams[columns].T).toarray())


def joined_letters(pair: Pair, where: Rectangle, shapes: Sequence[Shape], products: Doubles) -> Floats:
    """Cosine of the joined character n-grams, from the four corners of running sums of their products."""
    out = np.full((len(shapes), *where.size), np.nan, np.float32)
    height, width = where.size
    sums = np.zeros((height + 1, width + 1))
    sums[1:, 1:] = products.cumsum(axis=0).cumsum(axis=1)
    for number, (down, right) in enumerate(shapes):
        product = sums[down:, right:] - sums[: height + 1 - down, right:]
        product += sums[: height + 1 - down, : width + 1 - right] - sums[down:, : width + 1 - right]
        lengths = (
            pair.a.gram_lengths[down - 1, where.top + down - 1 : where.bottom, None]
            * pair.b.gram_lengths[right - 1, None, where.left + right - 1 : where.right]
        )
        out[number, down - 1 :, right - 1 :] = product / lengths
    return out


def least_answered(pair: Pair, where: Rectangle, shapes: Sequence[Shape], products: Doubles) -> Floats:
    """How much of the unit that is answered least stands in the bead's other side: the projection of its
    character n-grams onto those of the joined passage, at most 1."""
    rows, columns = where.slices
    lengths = pair.a.gram_lengths[0, rows, None], pair.b.gram_lengths[0, None, columns]
    down = _held(products / np.maximum(lengths[0], 1e-6) ** 2, shapes, 1)
    right = _held(products / np.maximum(lengths[1], 1e-6) ** 2, shapes, 0)
    return np.minimum(down, right)


def _held(share: Doubles, shapes: Sequence[Shape], axis: int) -> Floats:
    """The smallest over a bead's units of one side of the sums over those of the other, along ``axis``."""
    sums = runs(share.astype(np.float32), axis, np.add, 0, max(shape[axis] for shape in shapes))
    return np.stack(
        [
            spread(np.minimum(sums[shape[axis] - 1], 1), shape[1 - axis], 1 - axis, np.minimum, 1)
            for shape in shapes
        ]
    )


def base(running: tuple[Doubles, Doubles], where: Rectangle, shapes: Sequence[Shape]) -> Floats:
    """Mean baseline of both passages that end at each cell."""
    row, column = _window_sums(running, where, shapes, mean=True)
    return np.asarray((row[:, :, None] + column[:, None, :]) / 2, np.float32)


def length_gaps(pair: Pair, where: Rectangle, shapes: Sequence[Shape]) -> Floats:
    row, column = _window_sums((pair.a.lengths, pair.b.lengths), where, shapes)
    return length_gap(row[:, :, None], column[:, None, :])


def sentence_gaps(pair: Pair, where: Rectangle, shapes: Sequence[Shape]) -> Floats:
    """Absolute log ratio of the sentences of both passages, to base 2 and at most 1: one against two."""
    row, column = _window_sums((pair.a.sentences, pair.b.sentences), where, shapes)
    gaps = length_gap(row[:, :, None], column[:, None, :]) / np.float32(np.log(2))
    return np.asarray(np.minimum(gaps, 1), np.float32)


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
