"""What the documents' structure and what was read out of the clauses say for or against a pair of units.

The gold alignments are bare texts, so these few log-odds are not fitted but set: each less than what a clear
similarity says, so that a hint can settle a close case and never make one. Bare texts get none.
"""

from collections.abc import Sequence

import numpy as np

from policynlp.alignment import lexical
from policynlp.alignment.pair import Doubles, Floats, probability
from policynlp.records import Unit

KEYS = 2.0
"""Log-odds for the same bodies, quantities, places and areas, rare ones counting more."""
NO_KEYS = -0.5
"""Log-odds for units that both name such things and share none."""
AREA = "area:"
"""How keys of areas of cooperation begin."""
NO_AREAS = -1.5
"""More log-odds for units on different areas: a gap that both sides fill with something else."""
LEAD_IN = 1.0
"""Log-odds for two lead-ins, and against a lead-in with anything else."""
ACTIONS = 0.5
"""Log-odds for commitments to the same actions, and against wholly different ones."""
HEADINGS = 1.5
"""Log-odds for units under headings whose other units mostly answer each other, and against others."""
LISTS = 6.0
"""Log-odds at most against items of a list where another list answers the same items and more."""
UNSPECIFIC = frozenset({"coordinate", "other"})
"""Actions that only say that something is done together: what another names instead speaks not against."""


def own_hints(a: Sequence[Unit], b: Sequence[Unit]) -> Floats:
    """Log-odds of each pair from keys, kinds and actions, shape (n, m)."""
    out = _keys(a, b)
    lead_ins = [np.array([unit.kind == "lead_in" for unit in side]) for side in (a, b)]
    both = lead_ins[0][:, None] & lead_ins[1][None, :]
    one = lead_ins[0][:, None] ^ lead_ins[1][None, :]
    out += LEAD_IN * both.astype(np.float32) - LEAD_IN * one.astype(np.float32)
    return np.asarray(out + _actions(a, b), np.float32)


def list_hints(a: Sequence[Unit], b: Sequence[Unit], odds: Floats) -> Floats:
    """Log-odds against pairs of items whose lists answer each other less than another list does, which has a
    partners too; ``odds``: those of each pair by itself, before neighbours and rivals; shape (n, m).

    What lead-ins say is much the same everywhere, so the items decide which list answers which.
    """
    items = [_lists(side) for side in (a, b)]
    if not (items[0].any() and items[1].any()):
        return np.zeros_like(odds)
    alone = probability(odds)
    down, right = _likeliest(alone, items[0]), _likeliest(alone.T, items[1])
    answered = np.minimum(down @ items[1], (right @ items[0]).T)
    second = np.maximum(_second(answered, down, items[1]), _second(answered.T, right, items[0]).T)
    return np.asarray(-LISTS * (items[0] @ second @ items[1].T), np.float32)


def _second(answered: Doubles, likeliest: Doubles, items: Doubles) -> Doubles:
    """How much less each list answers each of the other side than the one that answers it best, 0 to 1, as
    far as both answer the same items: two halves of a list are no rivals. Shape of ``answered``.

    ``likeliest``: of each list and each unit of the other side; ``items``: of the other side's lists.
    """
    out = np.zeros_like(answered)
    for number, members in enumerate(items.T > 0):
        found = likeliest[:, members]
        first = int(answered[:, number].argmax())
        both = np.minimum(found, found[first]).sum(axis=1) / np.maximum(found.sum(axis=1), 1e-6)
        short = 1 - answered[:, number] / max(float(answered[first, number]), 1e-6)
        out[:, number] = short * np.minimum(2 * both, 1)
    return out


def heading_hints(a: Sequence[Unit], b: Sequence[Unit], odds: Floats) -> Floats:
    """Log-odds of each pair from the headings that they stand under, given those so far; shape (n, m)."""
    return _headings(a, b, probability(odds))


def _keys(a: Sequence[Unit], b: Sequence[Unit]) -> Floats:
    rows = lexical.weighted([unit.keys for unit in (*a, *b)])
    out = np.float32(KEYS) * lexical.cosines(rows[: len(a)], rows[len(a) :])
    return out + _apart(a, b, "", NO_KEYS) + _apart(a, b, AREA, NO_AREAS)


def _apart(a: Sequence[Unit], b: Sequence[Unit], prefix: str, against: float) -> Floats:
    """``against`` where both units have keys that begin so and share none of them, else 0."""
    keys = [[key for key in unit.keys if key.startswith(prefix)] for unit in (*a, *b)]
    rows = lexical.weighted(keys)
    named = np.array([bool(found) for found in keys])
    shared = lexical.cosines(rows[: len(a)], rows[len(a) :]) > 0
    both = named[: len(a), None] & named[None, len(a) :]
    return np.asarray(against * (both & ~shared), np.float32)


def _actions(a: Sequence[Unit], b: Sequence[Unit]) -> Floats:
    """ACTIONS times (2 x shared - all) / all actions of both; 0 where one has none, or UNSPECIFIC ones only
    and others than the other has."""
    names = sorted({action for unit in (*a, *b) for action in unit.actions})
    sides = [np.array([[name in unit.actions for name in names] for unit in side], float) for side in (a, b)]
    if not names:
        return np.zeros((len(a), len(b)), np.float32)
    shared = sides[0] @ sides[1].T
    every = sides[0].sum(axis=1)[:, None] + sides[1].sum(axis=1)[None, :] - shared
    acted = np.outer([bool(unit.actions) for unit in a], [bool(unit.actions) for unit in b])
    agreement = np.where(acted, 2 * shared / np.maximum(every, 1) - 1, 0)
    vague = [np.array([UNSPECIFIC.issuperset(unit.actions) for unit in side]) for side in (a, b)]
    either = vague[0][:, None] | vague[1][None, :]
    return np.asarray(ACTIONS * np.where(either, np.maximum(agreement, 0), agreement), np.float32)


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


def _sections(units: Sequence[Unit]) -> Doubles:
    """Which unit stands under which heading, shape (units, headings); no heading is a heading too."""
    names = {name: number for number, name in enumerate(dict.fromkeys(unit.heading for unit in units))}
    out = np.zeros((len(units), len(names)))
    out[np.arange(len(units)), [names[unit.heading] for unit in units]] = 1
    return out


def _likeliest(alone: Floats, items: Doubles) -> Doubles:
    """Highest value over the items of each list, for each column."""
    return np.stack([alone[members > 0].max(axis=0) for members in items.T]).astype(np.float64)


def _lists(units: Sequence[Unit]) -> Doubles:
    """Which unit is an item of which list, shape (units, lists)."""
    names = sorted({unit.parent for unit in units if unit.parent is not None})
    out = np.zeros((len(units), len(names)))
    for number, unit in enumerate(units):
        if unit.parent is not None:
            out[number, names.index(unit.parent)] = 1
    return out
