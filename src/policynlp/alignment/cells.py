"""How likely each single unit of one side is to answer each of the other, from all signals and neighbours."""

import numpy as np
from numpy.typing import NDArray

from policynlp.alignment.pair import (
    LETTERS_BACKGROUND,
    MEANING_BACKGROUND,
    Floats,
    Pair,
    margin,
    probability,
)
from policynlp.alignment.weights import Weights

REACH = 3
"""How far away, in units, a neighbour may match and still support a pair."""
FADE = 0.8
"""Support that is left for each further step away."""
EQUAL = 10.0
"""Log-odds for the same words on both sides: more than all other signals can say against it."""
EQUAL_NEIGHBOUR = 2.0
"""Log-odds more for each side on which the neighbours match: nothing else tells equal lines apart."""
RIVAL_CAP = 8.0
"""Log-odds beyond which a rival's strength says nothing new."""


def cell_features(pair: Pair) -> dict[str, Floats]:
    """What each signal says of each pair of units, by name, each (n, m)."""
    stands_out = margin(pair.meaning, MEANING_BACKGROUND)
    letters_out = margin(pair.letters, LETTERS_BACKGROUND)
    words_out = margin(pair.words, 0)
    length = length_gap(np.diff(pair.a.lengths), np.diff(pair.b.lengths))
    return {
        "meaning": pair.meaning,
        "meaning_margin": stands_out,
        "words": pair.words,
        "words_margin": words_out,
        "letters": pair.letters,
        "letters_margin": letters_out,
        "numbers": pair.numbers,
        "numbers_margin": margin(pair.numbers, 0),
        "length_gap": length,
        "length_gap_to_1": np.minimum(length, 1),
        "shared_meaning": pair.meaning * pair.shared,
        "shared_meaning_margin": stands_out * pair.shared,
        "shared_words": pair.words * pair.shared,
        "shared_words_margin": words_out * pair.shared,
        "shared_letters": pair.letters * pair.shared,
        "shared_letters_margin": letters_out * pair.shared,
        "shared": np.full_like(pair.meaning, pair.shared),
    }


def length_gap(a: NDArray[np.float64], b: NDArray[np.float64]) -> Floats:
    """Absolute log ratio of every length on one side to every length on the other."""
    logs = np.log(np.maximum(a, 1e-6))[:, None] - np.log(np.maximum(b, 1e-6))[None, :]
    return np.asarray(np.abs(logs), np.float32)


def context_features(odds: Floats) -> dict[str, Floats]:
    """What the neighbourhood says of each pair, by name, each (n, m), from the log-odds so far.

    A pair gains where the units after it also match each other, likewise those before it, and loses where its
    row or its column has a stronger one.
    """
    likely = probability(odds)
    after, before = both_neighbours(likely)
    row, column = rivals(odds)
    return {
        "odds": odds,
        "after": after,
        "before": before,
        "both": after * before,
        "row_rival": np.clip(row, -RIVAL_CAP, RIVAL_CAP),
        "column_rival": np.clip(column, -RIVAL_CAP, RIVAL_CAP),
        "row_rival_likely": probability(row),
        "column_rival_likely": probability(column),
    }


def cell_odds(pair: Pair, hints: Floats, weights: Weights) -> Floats:
    """Log-odds that two units belong together, shape (n, m); ``hints`` are log-odds from elsewhere."""
    given = np.float32(EQUAL) * pair.equal
    odds = weights.cells.total(cell_features(pair)) + given + hints
    for step in weights.context:
        odds = step.total(context_features(odds)) + given
    after, before = both_neighbours(probability(odds))
    settled = np.float32(EQUAL) + np.float32(EQUAL_NEIGHBOUR) * (after + before) + hints
    return np.where(pair.equal, settled, odds)


def both_neighbours(likely: Floats) -> tuple[Floats, Floats]:
    """Support of each pair from the pairs that follow and from those that come before."""
    return neighbours(likely), neighbours(likely[::-1, ::-1])[::-1, ::-1]


def neighbours(likely: Floats) -> Floats:
    """Likeliest pair among the REACH x REACH that follow each, faded by distance."""
    out = np.zeros_like(likely)
    rows, columns = likely.shape
    for down in range(1, min(REACH, rows - 1) + 1):
        for right in range(1, min(REACH, columns - 1) + 1):
            faded = likely[down:, right:] * np.float32(FADE ** (down + right - 2))
            np.maximum(out[:-down, :-right], faded, out=out[:-down, :-right])
    return out


def rivals(odds: Floats) -> tuple[Floats, Floats]:
    """For each pair the strongest other of its row, and of its column."""
    return _rival(odds), _rival(odds.T).T


def _rival(odds: Floats) -> Floats:
    """Strongest other value in each row; -RIVAL_CAP where a row has one only."""
    if odds.shape[1] < 2:
        return np.full_like(odds, -RIVAL_CAP)
    rest = odds.copy()
    rest[np.arange(len(odds)), odds.argmax(axis=1)] = -np.inf
    first, second = odds.max(axis=1, keepdims=True), rest.max(axis=1, keepdims=True)
    out: Floats = np.where(odds >= first, second, first)
    return out
