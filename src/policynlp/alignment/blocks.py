"""Anchors, and the blocks in which they run in order: the one place where order is believed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags_array, hstack
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from policynlp.alignment.cells import Cells
from policynlp.alignment.ground import Rectangle
from policynlp.alignment.pair import LARGEST, Floats, probability

Cell = tuple[int, int]
Chain = list[Cell]

FLOOR = -1.5
"""Log-odds under which no pair is an anchor: about one in five, so that order may still save weak ones."""
REACH = LARGEST + 1
"""How many units a chain may leap on either side: as many as the largest group, and one."""
SLANT = 0.02
"""What a leap costs for each unit that it is longer on one side; an anchor brings 0 to 1."""
LEAP = 0.005
"""What a leap costs for each unit."""
LONE = 0.6
"""Probability that an anchor without a chain needs: nothing else speaks for it."""
SLACK = 6
"""Free units before and after a block that its groups may reach."""
LONG = 20
"""Anchors after which a block is cut at the next sure place, to keep the search small."""
SURE = 0.95
"""Probability of both anchors, neighbours on both sides, between which a block may be cut; and of an anchor
that its block holds for itself, however weak the others of its chain."""
FIRM = 4
"""Anchors from which a block holds its units against weightier blocks around it, even where none is sure: two
look-alikes that cross inside a run are more often mistaken than moved."""
TIE = 1e-4
"""Log-odds lost at most by distance from the diagonal, squared: settles which of several equal texts go
together, and nothing else."""


@dataclass(frozen=True, slots=True)
class Block:
    """Anchors in order on both sides, and the rectangle that they and the free units around them span."""

    anchors: Chain
    rectangle: Rectangle
    own: Chain
    """Those of its anchors that no other block may take: all of a firm one, else those that are sure."""


def blocks(of: Cells, odds: Floats) -> list[Block]:
    """Blocks, weightiest first, each with a rectangle; no anchor lies in two."""
    weights = anchors(of, odds)
    found = list(weights)
    kept = [chain for chain in chains(found, weights) if len(chain) > 1 or weights[chain[0]] > LONE]
    pieces = [piece for chain in kept for piece in cut(chain, weights)]
    pieces.sort(key=lambda chain: (-sum(weights[cell] for cell in chain), chain))
    own = [[cell for cell in chain if len(chain) >= FIRM or weights[cell] > SURE] for chain in pieces]
    owned = [np.zeros(size, bool) for size in of.shape]
    for row, column in (cell for chain in own for cell in chain):
        owned[0][row] = owned[1][column] = True
    return [Block(chain, _rectangle(chain, *owned), held) for chain, held in zip(pieces, own, strict=True)]


def anchors(of: Cells, odds: Floats) -> dict[Cell, float]:
    """The one-to-one pairs whose log-odds over FLOOR have the greatest sum, by row, with their probability.

    An assignment on the sparse table of cells over FLOOR; each row has a column of its own besides, which
    stands for no partner, so that a full assignment always exists.
    """
    place = of.rows / of.shape[0] - of.columns / of.shape[1]
    worth = odds.astype(np.float64) - FLOOR - TIE * place**2
    good = np.flatnonzero(worth > 0)
    if not len(good):
        return {}
    most = worth.max() + 1
    costs = csr_matrix((most - worth[good], (of.rows[good], of.columns[good])), shape=of.shape)
    alone = diags_array(np.full(of.shape[0], most))
    chosen = min_weight_full_bipartite_matching(csr_matrix(hstack([costs, alone])))
    pairs = {(int(row), int(column)) for row, column in zip(*chosen, strict=True) if column < of.shape[1]}
    likely = probability(odds[good])
    cells = zip(of.rows[good].tolist(), of.columns[good].tolist(), likely.tolist(), strict=True)
    return {(row, column): found for row, column, found in cells if (row, column) in pairs}


def chains(found: Chain, weights: dict[Cell, float]) -> list[Chain]:
    """Anchors as chains that go down and right in leaps of at most REACH, weighty chains taken first.

    One pass finds the best chain to every anchor and takes all that do not meet; the rest goes another round.
    """
    left = sorted(found)
    out = []
    while left:
        best, before = _best_chains(left, weights)
        used: set[int] = set()
        for end in np.argsort(-best, kind="stable"):
            chain = _free_members(int(end), before, used)
            used.update(chain)
            if chain:
                out.append([left[number] for number in chain])
        left = [cell for number, cell in enumerate(left) if number not in used]
    return out


def _free_members(end: int, before: NDArray[np.int64], used: set[int]) -> list[int]:
    """The chain to an anchor, in order; nothing where a member of it is used."""
    chain = []
    while end >= 0:
        if end in used:
            return []
        chain.append(end)
        end = int(before[end])
    return chain[::-1]


def _best_chains(left: Chain, weights: dict[Cell, float]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Weight of the best chain that ends at each anchor, and the anchor before it there (-1: none)."""
    places = np.array(left)
    best = np.array([weights[cell] for cell in left])
    before = np.full(len(left), -1)
    starts = np.searchsorted(places[:, 0], places[:, 0] - REACH)
    for number, first in enumerate(starts):
        down, right = (places[number] - places[first:number]).T
        offer = best[first:number] + best[number] - SLANT * np.abs(down - right) - LEAP * (down + right - 2)
        offer[(right <= 0) | (right > REACH)] = -np.inf
        if len(offer) and offer.max() > best[number]:
            before[number] = first + int(offer.argmax())
            best[number] = offer.max()
    return best, before


def cut(chain: Chain, weights: dict[Cell, float]) -> list[Chain]:
    """A long chain in pieces, cut only between two sure anchors that are neighbours on both sides."""
    out: list[Chain] = [[]]
    for number, cell in enumerate(chain):
        previous = chain[number - 1]
        adjacent = number > 0 and (cell[0] - previous[0], cell[1] - previous[1]) == (1, 1)
        sure = adjacent and min(weights[cell], weights[previous]) > SURE
        if len(out[-1]) >= LONG and sure:
            out.append([])
        out[-1].append(cell)
    return out


def _rectangle(chain: Chain, owned_a: NDArray[np.bool_], owned_b: NDArray[np.bool_]) -> Rectangle:
    top, bottom = _stretch(chain[0][0], chain[-1][0], owned_a)
    left, right = _stretch(chain[0][1], chain[-1][1], owned_b)
    return Rectangle(top, bottom + 1, left, right + 1)


def _stretch(first: int, last: int, owned: NDArray[np.bool_]) -> tuple[int, int]:
    """Both ends moved outwards over at most SLACK units that no anchor owns."""
    low, high = first, last
    while low > 0 and first - low < SLACK and not owned[low - 1]:
        low -= 1
    while high < len(owned) - 1 and high - last < SLACK and not owned[high + 1]:
        high += 1
    return low, high
