"""From two lists of units to links: measure, find anchors, believe order inside blocks only, group."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from policynlp.alignment.beads import bead_gains
from policynlp.alignment.blocks import Block, blocks
from policynlp.alignment.evidence import SIGNALS, evidence
from policynlp.alignment.ground import Ground, survey
from policynlp.alignment.hints import heading_hints, list_hints, own_hints
from policynlp.alignment.odds import cell_odds, lone_odds
from policynlp.alignment.order import out_of_order
from policynlp.alignment.pair import Floats, Pair, measure, probability
from policynlp.alignment.search import Bead, best_path
from policynlp.alignment.weights import Weights, fitted
from policynlp.records import Link, Unit

LEAST_SCORE = 0.5
"""Probability under which a link of two units is not made; .35 to .5 changed no figure by more than .001."""
LEAST_GROUP = 0.2
"""The same of a larger group: one that is not right in all its units is right in most. .1 to .3 changed no
figure by more than .005, .45 took .007 of the hardest."""
CERTAIN = 0.99
"""Most that texts score that differ: no display may round a likely link up to certainty."""


def align_units(
    a: Sequence[Unit],
    b: Sequence[Unit],
    windows_a: Floats,
    windows_b: Floats,
    *,
    weights: Weights | None = None,
) -> list[Link]:
    """Links between two lists of units, by first unit of ``a``; every unit is in one link or in none.

    ``windows_x``: unit vectors of 1 to k joined units that end at each index, shape (k, units, dimension);
    groups hold at most k units a side. ``weights``: other than the fitted ones.

    Which side is worked on as the first depends on the texts alone, so that swapping the sides mirrors the
    links exactly, ties and rounding included.
    """
    if not a or not b:
        return []
    if _texts(b) < _texts(a):
        links = align_units(b, a, windows_b, windows_a, weights=weights)
        return sorted((replace(link, a=link.b, b=link.a) for link in links), key=lambda link: link.a)
    with threadpool_limits(1):
        return _aligned(measure(a, b, windows_a, windows_b), weights or fitted())


def _aligned(pair: Pair, weights: Weights) -> list[Link]:
    """Links of a measured pair. Its many small products run on one thread: sharing them out costs more than
    it saves, and very much more on a busy machine."""
    sides = pair.a.units, pair.b.units
    hints = own_hints(*sides, pair.cells)
    alone = lone_odds(pair, hints, weights)
    listed = list_hints(*sides, pair.cells, alone)
    odds = cell_odds(pair, hints + listed, weights, alone + listed)
    placed = heading_hints(*sides, pair.cells, odds)
    odds += placed
    beads = group(pair, odds, hints + listed + placed, weights)
    return _links(pair, odds, beads, weights)


def group(pair: Pair, odds: Floats, hints: Floats, weights: Weights) -> list[Bead]:
    """Beads over the whole of both sides: the best path of each block, the weightiest block first."""
    found = blocks(pair.cells, odds)
    ground = survey(pair, odds, hints)
    owners = held(found, pair.cells.shape)
    taken = [np.zeros(size, bool) for size in pair.cells.shape]
    out = []
    for number, block in enumerate(found):
        for bead in _settle(pair, ground, block, weights, _not_open(taken, owners, number)):
            for side, last, size in zip(taken, bead.last, bead.shape, strict=True):
                side[last - size + 1 : last + 1] = True
            out.append(bead)
    return out


def held(found: Sequence[Block], shape: tuple[int, int]) -> list[NDArray[np.int64]]:
    """For each unit of each side the number of the block whose own anchor it is; -1 where of none."""
    owners = [np.full(size, -1) for size in shape]
    for number, block in enumerate(found):
        for row, column in block.own:
            owners[0][row] = owners[1][column] = number
    return owners


def _not_open(
    taken: list[NDArray[np.bool_]], owners: list[NDArray[np.int64]], number: int
) -> list[NDArray[np.bool_]]:
    """Units of each side that are linked already or are anchors of another block."""
    return [side | ((owner != number) & (owner >= 0)) for side, owner in zip(taken, owners, strict=True)]


def _settle(
    pair: Pair,
    ground: Ground,
    block: Block,
    weights: Weights,
    shut: list[NDArray[np.bool_]],
) -> list[Bead]:
    """Beads of one block, by indexes into the whole sides."""
    where = block.rectangle
    beads, gains = bead_gains(pair, ground, where, weights.beads.at(pair.shared))
    path = best_path(
        beads.shapes, gains, shut[0][where.top : where.bottom], shut[1][where.left : where.right]
    )
    numbers = [beads.shapes.index(bead.shape) for bead in path]
    return [
        replace(
            bead,
            last=(bead.last[0] + where.top, bead.last[1] + where.left),
            meaning=float(beads.meaning[number, bead.last[0], bead.last[1]]),
            letters=float(beads.letters[number, bead.last[0], bead.last[1]]),
        )
        for number, bead in zip(numbers, path, strict=True)
    ]


def _links(pair: Pair, odds: Floats, beads: list[Bead], weights: Weights) -> list[Link]:
    """Links with what the signals said, by first unit of the first side."""
    if not beads:
        return []
    ordered = sorted(beads, key=lambda bead: bead.last)
    said = evidence(pair, odds, ordered)
    scores = probability(weights.score.at(pair.shared).total(said))
    least = np.where(said["group"] > 0, LEAST_GROUP, LEAST_SCORE)
    kept = (scores >= least) & (said["gain"] > 0)
    ordered = [bead for bead, good in zip(ordered, kept, strict=True) if good]
    said, scores = {name: values[kept] for name, values in said.items()}, scores[kept]
    groups = [(_indexes(bead, 0), _indexes(bead, 1)) for bead in ordered]
    first = [(rows[0], columns[0]) for rows, columns in groups]
    moved = out_of_order(first, [len(rows) + len(columns) for rows, columns in groups])
    return [
        Link(
            a=rows,
            b=columns,
            score=_score(pair, rows, columns, float(scores[number])),
            moved=number in moved,
            signals={name: round(float(said[name][number]), 4) for name in SIGNALS},
        )
        for number, (rows, columns) in enumerate(groups)
    ]


def _score(pair: Pair, rows: tuple[int, ...], columns: tuple[int, ...], likely: float) -> float:
    """1 for equal texts, else the probability, at most CERTAIN."""
    texts = [[side.units[at].text for at in group] for side, group in ((pair.a, rows), (pair.b, columns))]
    return 1.0 if texts[0] == texts[1] else round(min(likely, CERTAIN), 4)


def _indexes(bead: Bead, side: int) -> tuple[int, ...]:
    last = bead.last[side]
    return tuple(range(last - bead.shape[side] + 1, last + 1))


def _texts(units: Sequence[Unit]) -> tuple[int, tuple[str, ...]]:
    return len(units), tuple(unit.text for unit in units)
