"""The algorithms of vecalign and bertalign as published, short, on vectors that are there already.

Both believe in order over the whole texts. bertalign's package needs a newer Python and an encoder of
its own, vecalign is none, so the algorithms are written here; what they leave to tuning was chosen on the
same data as the engine's weights.
"""

from collections.abc import Sequence

import numpy as np
from alignment_gold import Group
from scipy.ndimage import maximum_filter1d, minimum_filter1d

from policynlp.alignment.ground import Shape
from policynlp.alignment.search import best_path

SKIPPED = 0.02
"""Quantile of the costs of all single pairs that leaving a unit alone costs: vecalign takes .2; of
.02, .1 and .2 the best on the news."""
DENSE = 300
"""Units of both sides up to which vecalign searches everything."""
BAND = 10
"""Units to both sides of the coarser path that the finer search looks at."""
NEIGHBOURS = 3
"""Nearest of each unit that bertalign's first pass may pair it with."""
AROUND = 5
"""Units to both sides of the first path that bertalign's second pass looks at."""
ALONE = -0.1
"""What its second pass gives for a unit left alone: its default, and the better of -.2 and -.1 here."""
LARGEST = 5
"""Most units of a group over both sides; both papers search small groups."""
SHAPES: tuple[Shape, ...] = tuple(
    (down, right) for down in range(1, LARGEST) for right in range(1, LARGEST - down + 1)
)


def vecalign(a: np.ndarray, b: np.ndarray) -> list[Group]:
    """Thompson and Koehn (2019): costs of joined passages over what random ones cost, recursive search."""
    band = None
    if max(a.shape[1], b.shape[1]) > DENSE:
        coarse = vecalign(_halved(a), _halved(b))
        band = _band(
            [(2 * rows[0], 2 * columns[0]) for rows, columns in coarse], a.shape[1], b.shape[1], BAND
        )
    means = a[0].mean(axis=0), b[0].mean(axis=0)
    single = _cost(a[0], b[0], means, (1, 1))
    skip = float(np.quantile(single, SKIPPED))
    gains = _table(a, b)
    for number, (down, right) in enumerate(SHAPES):
        if down <= min(len(a), a.shape[1]) and right <= min(len(b), b.shape[1]):
            cost = _cost(a[down - 1, down - 1 :], b[right - 1, right - 1 :], means, (down, right))
            gains[number, down - 1 :, right - 1 :] = skip * (down + right) - cost
    return _path(gains, band)


def _cost(a: np.ndarray, b: np.ndarray, means: tuple[np.ndarray, np.ndarray], shape: Shape) -> np.ndarray:
    """Distance times the units of both sides, over the mean distances of either to the other text."""
    usual = (1 - a @ means[1])[:, None] + (1 - b @ means[0])[None, :]
    return np.asarray((1 - a @ b.T) * shape[0] * shape[1] / np.maximum(usual, 1e-3))


def _halved(windows: np.ndarray) -> np.ndarray:
    """Each two units as one, and the passages of these."""
    count = -(-windows.shape[1] // 2)
    pairs = np.stack([windows[0, 2 * n : 2 * n + 2].mean(axis=0) for n in range(count)])
    out = np.zeros((min(LARGEST, count), *pairs.shape), np.float32)
    for size in range(1, len(out) + 1):
        sums = np.stack([pairs[n : n + size].sum(axis=0) for n in range(count - size + 1)])
        out[size - 1, size - 1 :] = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    return out


def bertalign(a: np.ndarray, b: np.ndarray, lengths: Sequence[Sequence[int]]) -> list[Group]:
    """Liu and Zhu (2022): single pairs among the nearest in order, then groups around that path.

    ``lengths``: characters of the units of each side. A group's score is its cosine less that of either
    passage with the units beside the other, times a length penalty.
    """
    likeness = a[0] @ b[0].T
    near = -np.partition(-likeness, min(NEIGHBOURS, likeness.shape[1]) - 1, axis=1)
    least = near[:, min(NEIGHBOURS, likeness.shape[1]) - 1 :][:, :1]
    first = np.where(likeness >= least, likeness, -np.inf)[None]
    anchors = [(rows[0], columns[0]) for rows, columns in _path(first, None, ((1, 1),))]
    sums = [np.concatenate([[0], np.cumsum(side)]) for side in lengths]
    ratio = sums[0][-1] / max(sums[1][-1], 1)
    gains = _table(a, b)
    for number, (down, right) in enumerate(SHAPES):
        if down <= min(len(a), a.shape[1]) and right <= min(len(b), b.shape[1]):
            score = a[down - 1, down - 1 :] @ b[right - 1, right - 1 :].T
            score -= (
                _beside(a[down - 1, down - 1 :], b[0], right)
                + _beside(b[right - 1, right - 1 :], a[0], down).T
            ) / 2
            here = (sums[0][down:] - sums[0][:-down])[:, None]
            there = (sums[1][right:] - sums[1][:-right])[None, :] * ratio
            score *= np.log2(1 + np.minimum(here, there) / np.maximum(np.maximum(here, there), 1))
            gains[number, down - 1 :, right - 1 :] = score - ALONE * (down + right)
    return _path(gains, _band(anchors, a.shape[1], b.shape[1], AROUND))


def _beside(passages: np.ndarray, units: np.ndarray, size: int) -> np.ndarray:
    """Mean cosine of each passage with the units before and after each run of ``size`` of the other side."""
    likeness = passages @ units.T
    count = units.shape[0] - size + 1
    padded = np.pad(likeness, ((0, 0), (1, 1)))
    known = np.ones(count) * 2
    known[0] -= 1
    known[-1] -= 1
    return np.asarray((padded[:, :count] + padded[:, size + 1 : size + 1 + count]) / np.maximum(known, 1))


def _band(path: Sequence[tuple[int, int]], rows: int, columns: int, width: int) -> np.ndarray:
    """Which cells lie within ``width`` of a path from corner to corner."""
    points = np.array([(0, 0), *path, (rows - 1, columns - 1)])
    centre = np.interp(np.arange(rows), points[:, 0], points[:, 1])
    low = minimum_filter1d(centre, 2 * width + 1, mode="nearest")
    high = maximum_filter1d(centre, 2 * width + 1, mode="nearest")
    place = np.arange(columns)
    return np.asarray((place >= low[:, None] - width) & (place <= high[:, None] + width))


def _table(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return np.full((len(SHAPES), a.shape[1], b.shape[1]), -np.inf, np.float32)


def _path(gains: np.ndarray, band: np.ndarray | None, shapes: Sequence[Shape] = SHAPES) -> list[Group]:
    """The groups of the best path, in order, inside the band if there is one."""
    if band is not None:
        gains = np.where(band[None], gains, np.float32(-np.inf))
    free = [np.zeros(size, bool) for size in gains.shape[1:]]
    return [
        (
            tuple(range(bead.last[0] - bead.shape[0] + 1, bead.last[0] + 1)),
            tuple(range(bead.last[1] - bead.shape[1] + 1, bead.last[1] + 1)),
        )
        for bead in best_path(shapes, gains.astype(np.float32), *free)
    ]
