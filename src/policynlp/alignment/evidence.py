"""What each signal said of a link that was found."""

from collections.abc import Sequence

import numpy as np

from policynlp.alignment.cells import Numbers, find, neighbours
from policynlp.alignment.pair import Doubles, Floats, Pair, probability
from policynlp.alignment.search import Bead

SIGNALS = ("meaning", "letters", "words", "numbers", "length", "order", "gain")
"""Names in ``Link.signals``: cosines of the joined embeddings and character n-grams, the best cosine of
words and of numbers under the link; the shorter length over the longer; how well the neighbours match (all 0
to 1); and the gain in the search, in log-odds, where 0 is leaving the units alone."""
GAIN_CAP = 10.0
"""Gain beyond which more says nothing new."""


def evidence(pair: Pair, odds: Floats, beads: Sequence[Bead]) -> dict[str, Floats]:
    """The SIGNALS of each bead and what else its score rests on, by name, each (beads,)."""
    after, before = neighbours(pair.cells, probability(odds))
    owners, places = _inside(pair, beads)
    sizes = np.array([bead.shape for bead in beads])
    lengths = [_length(pair, beads, side) for side in (0, 1)]
    gains = np.array([bead.gain for bead in beads], np.float32)

    def best(values: Floats, least: float = 0) -> Floats:
        out = np.full(len(beads), least, np.float32)
        np.maximum.at(out, owners, values[places])
        return out

    return {
        "meaning": np.array([bead.meaning for bead in beads], np.float32),
        "letters": np.array([bead.letters for bead in beads], np.float32),
        "words": best(pair.signals["words"].values),
        "phrases": best(pair.signals["phrases"].values),
        "numbers": best(pair.signals["numbers"].values),
        "length": (np.minimum(*lengths) / np.maximum(*lengths)).astype(np.float32),
        "order": best(np.maximum(after, before)),
        "gain": gains,
        "capped_gain": np.clip(gains, -GAIN_CAP, GAIN_CAP),
        "odds": np.clip(best(odds, -GAIN_CAP), -GAIN_CAP, GAIN_CAP),
        "group": (sizes.sum(axis=1) > 2).astype(np.float32),
    }


def _inside(pair: Pair, beads: Sequence[Bead]) -> tuple[Numbers, Numbers]:
    """Cells under the beads: the number of the bead, and of the cell."""
    pairs = [
        (number, row, column)
        for number, bead in enumerate(beads)
        for row in range(bead.last[0] - bead.shape[0] + 1, bead.last[0] + 1)
        for column in range(bead.last[1] - bead.shape[1] + 1, bead.last[1] + 1)
    ]
    owners, rows, columns = np.array(pairs, np.int64).reshape(-1, 3).T
    places = find(pair.cells, rows, columns)
    return owners[places >= 0], places[places >= 0]


def _length(pair: Pair, beads: Sequence[Bead], side: int) -> Doubles:
    """Characters of each bead on one side, the average unit being 1."""
    running = (pair.a, pair.b)[side].lengths
    last = np.array([bead.last[side] for bead in beads]) + 1
    return np.asarray(running[last] - running[last - np.array([bead.shape[side] for bead in beads])])
