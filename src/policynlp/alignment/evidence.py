"""What each signal said of a link that was found."""

from collections.abc import Sequence

import numpy as np

from policynlp.alignment.cells import both_neighbours
from policynlp.alignment.pair import Floats, Pair, probability
from policynlp.alignment.search import Bead

SIGNALS = ("meaning", "letters", "words", "numbers", "length", "order", "gain")
"""Names in ``Link.signals``: cosines of the joined embeddings and character n-grams, the best cosine of
words and of numbers under the link; the shorter length over the longer; how well the neighbours match (all 0
to 1); and the gain in the search, in log-odds, where 0 is leaving the units alone."""


def evidence(pair: Pair, odds: Floats, beads: Sequence[Bead]) -> dict[str, Floats]:
    """The SIGNALS of each bead and its strongest cell's log-odds, by name, each (beads,)."""
    likely = probability(odds)
    after, before = both_neighbours(likely)
    rows = [_one(pair, odds, np.maximum(after, before), bead) for bead in beads]
    names = (*SIGNALS, "odds", "group", "shared")
    said = {name: np.array([row[name] for row in rows], np.float32) for name in names}
    return said | {f"shared_{name}": said[name] * pair.shared for name in ("meaning", "letters", "odds")}


def _one(pair: Pair, odds: Floats, order: Floats, bead: Bead) -> dict[str, float]:
    (row, column), (high, wide) = bead.last, bead.shape
    box = slice(row - high + 1, row + 1), slice(column - wide + 1, column + 1)
    sums = pair.letter_sums
    product = sums[row + 1, column + 1] - sums[row + 1 - high, column + 1]
    product += sums[row + 1 - high, column + 1 - wide] - sums[row + 1, column + 1 - wide]
    lengths = [
        float(side.lengths[last + 1] - side.lengths[last + 1 - size])
        for side, last, size in zip((pair.a, pair.b), bead.last, bead.shape, strict=True)
    ]
    return {
        "meaning": float((pair.a.windows[high - 1, row] * pair.b.windows[wide - 1, column]).sum()),
        "letters": float(product / (pair.a.grams[high - 1, row] * pair.b.grams[wide - 1, column])),
        "words": float(pair.words[box].max()),
        "numbers": float(pair.numbers[box].max()),
        "length": min(lengths) / max(lengths),
        "order": float(order[box].max()),
        "gain": bead.gain,
        "odds": float(odds[box].max()),
        "group": float(high + wide > 2),
        "shared": pair.shared,
    }
