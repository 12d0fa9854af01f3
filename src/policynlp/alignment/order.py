"""Which links leave the order that the others keep."""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np


def out_of_order(places: Sequence[tuple[int, int]], weights: Sequence[int]) -> set[int]:
    """Numbers of the links to take away, as light as possible together, so that the rest runs in order.

    ``places`` are the first units of each link on both sides; ``weights`` the units that it holds.
    """
    by_first = sorted(range(len(places)), key=lambda number: places[number])
    seconds = sorted({places[number][1] for number in by_first})
    best = np.zeros(len(by_first), np.int64)
    before = np.full(len(by_first), -1)
    tree = _PrefixBest(len(seconds))
    for at, number in enumerate(by_first):
        rank = bisect_left(seconds, places[number][1])
        weight, previous = tree.best(rank)
        best[at], before[at] = weight + weights[number], previous
        tree.put(rank, int(best[at]), at)
    kept = set()
    at = int(best.argmax()) if len(best) else -1
    while at >= 0:
        kept.add(by_first[at])
        at = int(before[at])
    return set(range(len(places))) - kept


class _PrefixBest:
    """The heaviest entry among the first ranks (a Fenwick tree of maxima; the earlier entry wins a tie)."""

    def __init__(self, size: int) -> None:
        self._entries = [(0, -1)] * (size + 1)

    def best(self, rank: int) -> tuple[int, int]:
        """Heaviest weight put at a rank below ``rank``, and its number; (0, -1) where there is none."""
        out = (0, -1)
        while rank > 0:
            out = max(out, self._entries[rank], key=lambda entry: entry[0])
            rank -= rank & -rank
        return out

    def put(self, rank: int, weight: int, number: int) -> None:
        """Enter a weight at a rank."""
        rank += 1
        while rank < len(self._entries):
            if weight > self._entries[rank][0]:
                self._entries[rank] = (weight, number)
            rank += rank & -rank
