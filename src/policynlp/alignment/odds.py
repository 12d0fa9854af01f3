"""How likely each single unit of one side is to answer each of the other, from all signals and neighbours."""

import numpy as np
from numpy.typing import NDArray

from policynlp.alignment.cells import Cells, best_two, neighbours, rival
from policynlp.alignment.pair import Floats, Pair, probability
from policynlp.alignment.signals import Signal
from policynlp.alignment.weights import Weights

EQUAL = 10.0
"""Log-odds for the same words on both sides: more than all other signals can say against it."""
EQUAL_NEIGHBOUR = 2.0
"""Log-odds more for each side on which the neighbours match: nothing else tells equal lines apart."""
RIVAL_CAP = 8.0
"""Log-odds beyond which a rival's strength says nothing new."""
REGION = 8
"""Units of a side in a region: with the regions around it, about a chapter."""
LEADS = ("meaning", "letters", "words", "phrases")
"""Signals of which it counts how far a pair leads."""
FAINT = 0.02
"""Cosine below which differences say nothing, where likeness is taken by its logarithm."""


def cell_features(pair: Pair) -> dict[str, Floats]:
    """What each signal says of each cell by itself, by name, each (cells,)."""
    of, signals = pair.cells, pair.signals
    length = length_gap(np.diff(pair.a.lengths)[of.rows], np.diff(pair.b.lengths)[of.columns])
    out = {"length_gap": length, "length_gap_to_1": np.minimum(length, 1)}
    out["shared"] = np.full_like(length, pair.shared)
    out["shared_meaning"] = signals["meaning"].values * np.float32(pair.shared)
    for name, signal in signals.items():
        out[name] = signal.values
        out[f"{name}_margin"] = margin(of, signal)
    for name in LEADS:
        out[f"{name}_lead"] = lead(of, signals[name])
    for name in ("letters", "words", "phrases"):
        out[f"{name}_log_lead"] = log_lead(of, signals[name])
    lengths = pair.a.word_lengths[of.rows], pair.b.word_lengths[of.columns]
    ratio = np.maximum(*lengths) / np.maximum(np.minimum(*lengths), 1e-6)
    out["contained"] = np.minimum(signals["words"].values * ratio, 1).astype(np.float32)
    leads = np.stack([out[f"{name}_lead"] for name in LEADS])
    out["firsts"] = (leads > 0).sum(axis=0).astype(np.float32)
    return out


def margin(of: Cells, signal: Signal) -> Floats:
    """How far each cell stands out: its cosine minus the mean of its row's and its column's nearest."""
    return np.asarray(signal.values - (signal.rows.mean[of.rows] + signal.columns.mean[of.columns]) / 2)


def lead(of: Cells, signal: Signal) -> Floats:
    """How far each cell is ahead of the strongest other of its row and column; negative if behind."""
    return np.asarray(signal.values - _other(of, signal))


def log_lead(of: Cells, signal: Signal) -> Floats:
    """The same as a ratio: log of its cosine over the strongest other's."""
    return np.asarray(
        np.log(signal.values + np.float32(FAINT)) - np.log(_other(of, signal) + np.float32(FAINT))
    )


def _other(of: Cells, signal: Signal) -> Floats:
    row = rival(signal.values, (signal.rows.values[:, 0], signal.rows.values[:, 1]), of.rows)
    column = rival(signal.values, (signal.columns.values[:, 0], signal.columns.values[:, 1]), of.columns)
    return np.maximum(np.maximum(row, column), 0)


def length_gap(a: NDArray[np.float64], b: NDArray[np.float64]) -> Floats:
    """Absolute log ratio of lengths."""
    return np.asarray(np.abs(np.log(np.maximum(a, 1e-6)) - np.log(np.maximum(b, 1e-6))), np.float32)


def context_features(of: Cells, odds: Floats) -> dict[str, Floats]:
    """What the neighbourhood says of each cell, by name, each (cells,), from the log-odds so far.

    A pair gains where the units after it also match each other, likewise those before it, and where the
    places around both are full of pairs; it loses where its row or its column has a stronger one.
    """
    likely = probability(odds)
    after, before = neighbours(of, likely)
    row, column = rivals(of, odds)
    dense, share = region(of, likely)
    return {
        "odds": odds,
        "after": after,
        "before": before,
        "both": after * before,
        "row_rival": np.clip(row, -RIVAL_CAP, RIVAL_CAP),
        "column_rival": np.clip(column, -RIVAL_CAP, RIVAL_CAP),
        "row_rival_likely": probability(row),
        "column_rival_likely": probability(column),
        "region": dense,
        "region_share": share,
    }


def region(of: Cells, likely: Floats) -> tuple[Floats, Floats]:
    """How many likely pairs lie in the regions around each cell, its own left out, over the units there; and
    over all likely pairs of those units, wherever these lie. Articles that change order keep
    their chapter."""
    sizes = [max(-(-size // REGION), 1) for size in of.shape]
    places = of.rows // REGION, of.columns // REGION
    table = np.zeros((sizes[0] + 2, sizes[1] + 2))
    np.add.at(table, (places[0] + 1, places[1] + 1), likely)
    bands = table[:-2] + table[1:-1] + table[2:], table[:, :-2] + table[:, 1:-1] + table[:, 2:]
    around = bands[0][:, :-2] + bands[0][:, 1:-1] + bands[0][:, 2:]
    inside = around[places] - likely
    every = np.minimum(bands[0].sum(axis=1)[places[0]], bands[1].sum(axis=0)[places[1]]) - likely
    share = inside / np.maximum(every, 1)
    most = max(min(3 * REGION, *of.shape), REGION)
    return (inside / most).astype(np.float32), share.astype(np.float32)


def lone_odds(pair: Pair, hints: Floats, weights: Weights) -> Floats:
    """Log-odds that two units belong together by themselves, (cells,); ``hints``: log-odds from elsewhere."""
    given = np.float32(EQUAL) * pair.equal
    cells = weights.cells.at(pair.shared).total(cell_features(pair))
    return np.asarray(cells + given + hints, np.float32)


def cell_odds(pair: Pair, hints: Floats, weights: Weights, alone: Floats) -> Floats:
    """Log-odds that two units belong together among all others, (cells,), from those ``alone``."""
    given, odds = np.float32(EQUAL) * pair.equal, alone
    for step in weights.context:
        odds = step.at(pair.shared).total(context_features(pair.cells, odds)) + given
    after, before = neighbours(pair.cells, probability(odds))
    settled = np.float32(EQUAL) + np.float32(EQUAL_NEIGHBOUR) * (after + before) + hints
    return np.where(pair.equal, settled, odds)


def rivals(of: Cells, odds: Floats) -> tuple[Floats, Floats]:
    """For each cell the strongest other of its row, and of its column; -RIVAL_CAP where there is no other."""
    rows, columns = best_two(of, odds, -RIVAL_CAP)
    return rival(odds, rows, of.rows), rival(odds, columns, of.columns)
