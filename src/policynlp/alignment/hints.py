"""What the documents' structure and what was read out of the clauses say for or against a pair of units.

The gold alignments are bare texts, so these few log-odds are not fitted but set: each less than what a clear
similarity says, so that a hint can settle a close case and never make one. Bare texts get none.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from policynlp.alignment import lexical
from policynlp.alignment.pair import Floats, probability
from policynlp.records import Unit

KEYS = 2.0
"""Log-odds for the same bodies, quantities, places and areas, rare ones counting more."""
NO_KEYS = -0.5
"""Log-odds for units that both name such things and share none."""
LEAD_IN = 1.0
"""Log-odds for two lead-ins, and against a lead-in with anything else."""
ACTIONS = 0.5
"""Log-odds for commitments to the same actions, and against wholly different ones."""
HEADINGS = 1.5
"""Log-odds for units under headings whose other units mostly answer each other, and against others."""
PARENTS = 1.0
"""Log-odds for items whose lead-ins answer each other."""


def own_hints(a: Sequence[Unit], b: Sequence[Unit]) -> Floats:
    """Log-odds of each pair from keys, kinds and actions, shape (n, m)."""
    out = _keys(a, b)
    lead_ins = [np.array([unit.kind == "lead_in" for unit in side]) for side in (a, b)]
    both = lead_ins[0][:, None] & lead_ins[1][None, :]
    one = lead_ins[0][:, None] ^ lead_ins[1][None, :]
    out += LEAD_IN * both.astype(np.float32) - LEAD_IN * one.astype(np.float32)
    return np.asarray(out + _actions(a, b), np.float32)


def placed_hints(a: Sequence[Unit], b: Sequence[Unit], odds: Floats) -> Floats:
    """Log-odds of each pair from where the units stand, given the log-odds so far, shape (n, m)."""
    likely = probability(odds)
    return _headings(a, b, likely) + _parents(a, b, likely)


def _keys(a: Sequence[Unit], b: Sequence[Unit]) -> Floats:
    rows = lexical.weighted([unit.keys for unit in (*a, *b)])
    out = np.float32(KEYS) * lexical.cosines(rows[: len(a)], rows[len(a) :])
    named = [np.array([bool(unit.keys) for unit in side]) for side in (a, b)]
    out[(out == 0) & named[0][:, None] & named[1][None, :]] = NO_KEYS
    return out


def _actions(a: Sequence[Unit], b: Sequence[Unit]) -> Floats:
    """ACTIONS times (2 x shared - all) / all actions of both; 0 where one has none."""
    names = sorted({action for unit in (*a, *b) for action in unit.actions})
    sides = [np.array([[name in unit.actions for name in names] for unit in side], float) for side in (a, b)]
    if not names:
        return np.zeros((len(a), len(b)), np.float32)
    shared = sides[0] @ sides[1].T
    every = sides[0].sum(axis=1)[:, None] + sides[1].sum(axis=1)[None, :] - shared
    acted = np.outer([bool(unit.actions) for unit in a], [bool(unit.actions) for unit in b])
    agreement = np.where(acted, 2 * shared / np.maximum(every, 1) - 1, 0)
    return np.asarray(ACTIONS * agreement, np.float32)


def _headings(a: Sequence[Unit], b: Sequence[Unit], likely: Floats) -> Floats:
    """HEADINGS times how much of the smaller section answers the other, from -1 (nothing) to 1 (all)."""
    sections = [_sections(side) for side in (a, b)]
    if min(side.shape[1] for side in sections) < 2:
        return np.zeros_like(likely)
    strongest = likely * (likely >= likely.max(axis=1, keepdims=True)) * (likely >= likely.max(axis=0))
    answered = sections[0].T @ strongest @ sections[1]
    sizes = np.minimum(sections[0].sum(axis=0)[:, None], sections[1].sum(axis=0)[None, :])
    agreement = np.clip(2 * answered / np.maximum(sizes, 1), 0, 1) * 2 - 1
    decided = (answered.max(axis=1) > 0)[:, None] & (answered.max(axis=0) > 0)[None, :]
    return np.asarray(HEADINGS * (sections[0] @ np.where(decided, agreement, 0) @ sections[1].T), np.float32)


def _sections(units: Sequence[Unit]) -> NDArray[np.float64]:
    """Which unit stands under which heading, shape (units, headings); no heading is a heading too."""
    names = {name: number for number, name in enumerate(dict.fromkeys(unit.heading for unit in units))}
    out = np.zeros((len(units), len(names)))
    out[np.arange(len(units)), [names[unit.heading] for unit in units]] = 1
    return out


def _parents(a: Sequence[Unit], b: Sequence[Unit], likely: Floats) -> Floats:
    parents = [np.array([-1 if unit.parent is None else unit.parent for unit in side]) for side in (a, b)]
    both = (parents[0] >= 0)[:, None] & (parents[1] >= 0)[None, :]
    answered = likely[np.ix_(np.maximum(parents[0], 0), np.maximum(parents[1], 0))]
    return np.asarray(np.where(both, PARENTS * (2 * answered - 1), 0), np.float32)
