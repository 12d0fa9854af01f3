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
SHARED_CONTEXT = ("odds", "after", "before", "row_rival", "column_rival")
"""Signals of the neighbourhood that mean something else within one language: sister texts follow each other's
order less than translations do, and their words tell more."""
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
        "phrases": pair.phrases,
        "phrases_margin": margin(pair.phrases, 0),
        "phrases_lead": lead(pair.phrases),
        "shared_meaning_lead": lead(pair.meaning) * pair.shared,
        "shared_letters_lead": lead(pair.letters) * pair.shared,
        "shared": np.full_like(pair.meaning, pair.shared),
    }


def lead(similarity: Floats) -> Floats:
    """How far each pair is ahead of the strongest other of its row and column; negative if behind."""
    return similarity - np.maximum(*rivals(similarity, least=0))


def length_gap(a: NDArray[np.float64], b: NDArray[np.float64]) -> Floats:
    """Absolute log ratio of every length on one side to every length on the other."""
    logs = np.log(np.maximum(a, 1e-6))[:, None] - np.log(np.maximum(b, 1e-6))[None, :]
    return np.asarray(np.abs(logs), np.float32)


def context_features(odds: Floats, shared: float) -> dict[str, Floats]:
    """What the neighbourhood says of each pair, by name, each (n, m), from the log-odds so far.

    A pair gains where the units after it also match each other, likewise those before it, and loses where its
    row or its column has a stronger one.
    """
    likely = probability(odds)
    after, before = both_neighbours(likely)
    row, column = rivals(odds)
    said = {
        "odds": odds,
        "after": after,
        "before": before,
        "both": after * before,
        "row_rival": np.clip(row, -RIVAL_CAP, RIVAL_CAP),
        "column_rival": np.clip(column, -RIVAL_CAP, RIVAL_CAP),
        "row_rival_likely": probability(row),
        "column_rival_likely": probability(column),
    }
    across = {f"shared_{name}": said[name] * np.float32(shared) for name in SHARED_CONTEXT}
    return said | across | {"shared": np.full_like(odds, shared)}


def lone_odds(pair: Pair, hints: Floats, weights: Weights) -> Floats:
    """Log-odds that two units belong together by themselves, shape (n, m); ``hints``: log-odds from
    elsewhere."""
    given = np.float32(EQUAL) * pair.equal
    return np.asarray(weights.cells.total(cell_features(pair)) + given + hints, np.float32)


def cell_odds(pair: Pair, hints: Floats, weights: Weights, alone: Floats) -> Floats:
    """Log-odds that two units belong together among all others, shape (n, m), from those ``alone``."""
    given, odds = np.float32(EQUAL) * pair.equal, alone
    for step in weights.context:
        odds = step.total(context_features(odds, pair.shared)) + given
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


def rivals(odds: Floats, least: float = -RIVAL_CAP) -> tuple[Floats, Floats]:
    """For each pair the strongest other of its row, and of its column; ``least`` where there is no other."""
    return _rival(odds, least), _rival(odds.T, least).T


def _rival(odds: Floats, least: float) -> Floats:
    """Strongest other value in each row."""
    if odds.shape[1] < 2:
        return np.full_like(odds, least)
    rest = odds.copy()
    rest[np.arange(len(odds)), odds.argmax(axis=1)] = -np.inf
    first, second = odds.max(axis=1, keepdims=True), rest.max(axis=1, keepdims=True)
    out: Floats = np.where(odds >= first, second, first)
    return out
