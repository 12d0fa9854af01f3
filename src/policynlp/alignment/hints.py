"""What the documents' structure and what was read out of the clauses say for or against a pair of units.

The gold alignments are bare texts, so these few log-odds are not fitted but set: each less than what a clear
similarity says, so that a hint can settle a close case and never make one. Bare texts get none.
"""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix

from policynlp.alignment import lexical
from policynlp.alignment.cells import Cells, best_two
from policynlp.alignment.pair import Doubles, Floats, Numbers, probability
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
EASE = 2.0
"""Log-odds that items lack before their neighbours have spoken: in a list that answers another, they will."""
UNSPECIFIC = frozenset({"coordinate", "other"})
"""Actions that only say that something is done together: what another names instead speaks not against."""


def own_hints(a: Sequence[Unit], b: Sequence[Unit], of: Cells) -> Floats:
    """Log-odds of each cell from keys, kinds and actions, shape (cells,)."""
    lead_ins = [np.array([unit.kind == "lead_in" for unit in side]) for side in (a, b)]
    first, second = lead_ins[0][of.rows], lead_ins[1][of.columns]
    kinds = LEAD_IN * ((first & second).astype(np.float32) - (first ^ second).astype(np.float32))
    return np.asarray(_keys(a, b, of) + kinds + _actions(a, b, of), np.float32)


def list_hints(a: Sequence[Unit], b: Sequence[Unit], of: Cells, odds: Floats) -> Floats:
    """Log-odds against cells of items whose lists answer each other less than another list does, which has a
    partners too; ``odds``: those of each cell by itself, before neighbours and rivals; shape (cells,).

    What lead-ins say is much the same everywhere, so the items decide which list answers which.
    """
    lists = [_lists(side) for side in (a, b)]
    if min(side.max() for side in lists) < 0:
        return np.zeros_like(odds)
    alone = probability(odds + np.float32(EASE))
    items = [_members(side) for side in lists]
    down = _likeliest(alone, lists[0][of.rows], of.columns, (items[0].shape[1], of.shape[1]))
    right = _likeliest(alone, lists[1][of.columns], of.rows, (items[1].shape[1], of.shape[0]))
    answered = np.minimum(down @ items[1], (right @ items[0]).T)
    second = np.maximum(_second(answered, down, items[1]), _second(answered.T, right, items[0]).T)
    row, column = lists[0][of.rows], lists[1][of.columns]
    return np.where((row >= 0) & (column >= 0), -LISTS * second[row, column], 0).astype(np.float32)


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


def heading_hints(a: Sequence[Unit], b: Sequence[Unit], of: Cells, odds: Floats) -> Floats:
    """Log-odds of each cell from the headings that its units stand under, given those so far: HEADINGS times
    how much of the smaller section answers the other, from -1 (nothing) to 1 (all); shape (cells,)."""
    sections = [_numbered([unit.heading for unit in side]) for side in (a, b)]
    sizes = [np.bincount(side) for side in sections]
    if min(map(len, sizes)) < 2:
        return np.zeros_like(odds)
    likely = probability(odds)
    rows, columns = best_two(of, likely, 0)
    strongest = likely * (likely >= rows[0][of.rows]) * (likely >= columns[0][of.columns])
    row, column = sections[0][of.rows], sections[1][of.columns]
    answered = np.zeros((len(sizes[0]), len(sizes[1])))
    np.add.at(answered, (row, column), strongest)
    smaller = np.minimum(sizes[0][:, None], sizes[1][None, :])
    agreement = np.clip(2 * answered / np.maximum(smaller, 1), 0, 1) * 2 - 1
    decided = (answered.max(axis=1) > 0)[:, None] & (answered.max(axis=0) > 0)[None, :]
    return np.asarray(HEADINGS * np.where(decided, agreement, 0)[row, column], np.float32)


def _keys(a: Sequence[Unit], b: Sequence[Unit], of: Cells) -> Floats:
    shared = _cosines([unit.keys for unit in (*a, *b)], len(a), of)
    return np.float32(KEYS) * shared + _apart(a, b, of, "", NO_KEYS) + _apart(a, b, of, AREA, NO_AREAS)


def _apart(a: Sequence[Unit], b: Sequence[Unit], of: Cells, prefix: str, against: float) -> Floats:
    """``against`` where both units have keys that begin so and share none of them, else 0."""
    keys = [[key for key in unit.keys if key.startswith(prefix)] for unit in (*a, *b)]
    named = np.array([bool(found) for found in keys])
    both = named[of.rows] & named[len(a) + of.columns]
    return np.asarray(against * (both & (_cosines(keys, len(a), of) <= 0)), np.float32)


def _cosines(keys: Sequence[Sequence[str]], count: int, of: Cells) -> Floats:
    """Cosine at each cell of rare-weighted keys, given for the units of both sides."""
    rows: csr_matrix = lexical.unit(lexical.weighted(lexical.counts(lexical.terms(keys))))
    named = np.flatnonzero(np.diff(rows.indptr)[of.rows] * np.diff(rows.indptr)[count + of.columns])
    out = np.zeros(len(of), np.float32)
    both = rows[of.rows[named]].multiply(rows[count + of.columns[named]])
    out[named] = np.asarray(both.sum(axis=1)).ravel()
    return out


def _actions(a: Sequence[Unit], b: Sequence[Unit], of: Cells) -> Floats:
    """ACTIONS times (2 x shared - all) / all actions of both; 0 where one has none, or UNSPECIFIC ones only
    and others than the other has."""
    names = sorted({action for unit in (*a, *b) for action in unit.actions})
    if not names:
        return np.zeros(len(of), np.float32)
    sides = [np.array([[name in unit.actions for name in names] for unit in side]) for side in (a, b)]
    first, second = sides[0][of.rows], sides[1][of.columns]
    shared, every = (first & second).sum(axis=1), (first | second).sum(axis=1)
    acted = first.any(axis=1) & second.any(axis=1)
    agreement = np.where(acted, 2 * shared / np.maximum(every, 1) - 1, 0)
    vague = [np.array([UNSPECIFIC.issuperset(unit.actions) for unit in side]) for side in (a, b)]
    either = vague[0][of.rows] | vague[1][of.columns]
    return np.asarray(ACTIONS * np.where(either, np.maximum(agreement, 0), agreement), np.float32)


def _numbered(names: Sequence[str]) -> Numbers:
    """A number for each name, by first appearance; no heading is a heading too."""
    known: dict[str, int] = {}
    return np.array([known.setdefault(name, len(known)) for name in names], np.int64)


def _likeliest(alone: Floats, lists: Numbers, units: Numbers, shape: tuple[int, int]) -> Doubles:
    """Highest value over the items of each list, for each unit of the other side."""
    out = np.zeros(shape)
    inside = lists >= 0
    np.maximum.at(out, (lists[inside], units[inside]), alone[inside])
    return out


def _lists(units: Sequence[Unit]) -> Numbers:
    """The number of the list that each unit is an item of; -1 where of none."""
    parents = sorted({unit.parent for unit in units if unit.parent is not None})
    numbers = {parent: number for number, parent in enumerate(parents)}
    return np.array([-1 if unit.parent is None else numbers[unit.parent] for unit in units], np.int64)


def _members(lists: Numbers) -> Doubles:
    """Which unit is an item of which list, shape (units, lists)."""
    return np.asarray(lists[:, None] == np.arange(lists.max() + 1)[None, :], np.float64)
