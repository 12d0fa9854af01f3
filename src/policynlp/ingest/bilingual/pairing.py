"""Which unit of one language answers which of the other: same row, same block, then place, number, length.

No meaning is read here: an ordered alignment on lengths in the manner of Gale and Church (1993), helped by
the numbers of articles and items, figures and abbreviations, and by standing side by side.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policynlp.ingest.bilingual.units import Unit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

BLOCK, BESIDE, APART = "block", "beside", "apart"
"""Where the units of a pair stand: in one block or row, in runs that follow each other, elsewhere."""
_SAME_BLOCK = 4.0
"""Gain of a pair in one row or block."""
_BESIDE = 1.2
"""Gain for standing in runs that follow each other."""
_ARTICLE, _NO_ARTICLE = 3.0, -4.0
"""Gain for the same article number, and for different ones or one that only one side has."""
_ORDINAL, _NO_ORDINAL = 0.8, -0.8
"""Gain for the same place in a list, and for different ones."""
_FIGURES, _NO_FIGURES = 1.5, -0.7
"""Gain for sharing all figures and abbreviations of the side that has fewer, and for sharing none."""
_MERGED, _MORE_MERGED = -1.2, -0.4
"""Gain of joining two units of a side, rarer than one to one, and of each further one."""
_SPREAD, _SHORT = 0.12, 3.0
"""Variance of the logarithm of the ratio of weights, and what is added to it for short texts, divided by
their weight."""
_WORST = -4.0
"""Least gain that lengths can give."""
_MOST = 6
"""Most units of one side that answer one of the other: a list in one paragraph."""
_MOVES = ((1, 1), *(move for size in range(2, _MOST + 1) for move in ((1, size), (size, 1))))
"""Units of each side that a pair may have, the usual first."""
_MANY, _USUAL = 500_000, 3
"""Possible pairs above which only so many of the moves are tried."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Units of two languages that answer each other, by index."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    gain: float
    """Above 0; the more, the surer."""
    where: str
    """BLOCK, BESIDE or APART."""


def pairs(a: Sequence[Unit], b: Sequence[Unit]) -> list[Pair]:
    """Pairs in order of the first side; what has no counterpart is in none."""
    here = {unit.block: index for index, unit in enumerate(b)}
    found = [
        Pair((index,), (here[unit.block],), _SAME_BLOCK, BLOCK)
        for index, unit in enumerate(a)
        if unit.block in here
    ]
    left, right = alone(a, b)
    if left and right:
        ordered = (_ordered(a, b, left, right, step) for step in (1, -1))
        found += max(ordered, key=lambda result: result[0])[1]
    return sorted(found, key=lambda pair: pair.a)


def alone(a: Sequence[Unit], b: Sequence[Unit]) -> tuple[list[int], list[int]]:
    """Units, by index, that share their block with none of the other language."""
    blocks = {unit.block for unit in a} & {unit.block for unit in b}
    left, right = ([n for n, unit in enumerate(side) if unit.block not in blocks] for side in (a, b))
    return left, right


def runs(a: Sequence[Unit], b: Sequence[Unit]) -> tuple[list[int], list[int]]:
    """Number of the run, of units of one side with none of the other between, that each unit stands in."""
    order = sorted(
        (unit.block, side, index) for side, own in enumerate((a, b)) for index, unit in enumerate(own)
    )
    numbers = [0] * len(a), [0] * len(b)
    run, before = -1, -1
    for _, side, index in order:
        run += side != before
        before = side
        numbers[side][index] = run
    return numbers


def _ordered(
    a: Sequence[Unit], b: Sequence[Unit], left: Sequence[int], right: Sequence[int], step: int
) -> tuple[float, list[Pair]]:
    """Best ordered alignment of what is left, where a run of the second side that comes ``step`` runs after
    one of the first answers it; its gain and its pairs."""
    import numpy as np

    one, other = [a[i] for i in left], [b[j] for j in right]
    places = runs(one, other)
    gains = _Gains(one, other, places, step)
    tried = _MOVES if len(one) * len(other) <= _MANY else _MOVES[:_USUAL]
    score = np.zeros((_MOST + 1, len(other) + 1))
    moves = np.zeros((len(one) + 1, len(other) + 1), np.int8)
    for i in range(1, len(one) + 1):
        row = score[(i - 1) % len(score)].copy()
        moves[i] = 1
        for number, (down, along) in enumerate(tried, 3):
            if i < down or len(other) < along:
                continue
            new = np.full(len(other) + 1, -np.inf)
            new[along:] = score[(i - down) % len(score)][: len(other) + 1 - along] + gains.row(
                i - down, down, along
            )
            better = new > row
            row[better], moves[i][better] = new[better], number
        best = np.maximum.accumulate(row)
        moves[i][best > row] = 2
        score[i % len(score)] = best
    return float(score[len(one) % len(score)][-1]), _path(moves, gains, left, right, places)


def _path(
    moves: "NDArray[np.int8]",
    gains: "_Gains",
    left: Sequence[int],
    right: Sequence[int],
    places: tuple[list[int], list[int]],
) -> list[Pair]:
    i, j = len(left), len(right)
    found = []
    while i and j:
        move = int(moves[i, j])
        down, along = {1: (1, 0), 2: (0, 1)}.get(move) or _MOVES[move - 3]
        if down and along:
            gain = float(gains.row(i - down, down, along)[j - along])
            beside = abs(places[0][i - 1] - places[1][j - 1]) == 1
            own = tuple(left[i - down : i]), tuple(right[j - along : j])
            found.append(Pair(*own, gain, BESIDE if beside else APART))
        i, j = i - down, j - along
    return found


def length_gain(one: float, other: float) -> float:
    """How well two weights fit texts that say the same: 1 where they are equal, down to _WORST."""
    if not one or not other:
        return _WORST
    return max(_WORST, 1 - math.log(one / other) ** 2 / (2 * (_SPREAD + _SHORT / (one + other))))


class _Gains:
    """Gain of pairing units that follow each other, a row at a time."""

    def __init__(
        self, one: Sequence[Unit], other: Sequence[Unit], places: tuple[list[int], list[int]], step: int
    ) -> None:
        import numpy as np

        self._one, self._places, self._step = one, places[0], step
        self._weights = np.array([unit.weight for unit in other])
        names = {
            name: index for index, name in enumerate(dict.fromkeys(unit.article for unit in (*one, *other)))
        }
        self._none = names.get("", -1)
        self._names = names
        self._articles = np.array([names[unit.article] for unit in other])
        self._ordinals = np.array([unit.ordinal for unit in other])
        self._runs = np.array(places[1])
        self._figures = np.array([len(unit.figures) for unit in other], float)
        self._having: dict[str, list[int]] = {}
        for index, unit in enumerate(other):
            for figure in unit.figures:
                self._having.setdefault(figure, []).append(index)

    def row(self, i: int, down: int, along: int) -> "Floats":
        """Gains of ``down`` units from ``i`` on with each ``along`` units of the other side, by the first."""
        import numpy as np

        size = len(self._weights) - along + 1
        own = self._one[i : i + down]
        weights = _sums(self._weights, along)
        said = sum(unit.weight for unit in own)
        spread = 2 * (_SPREAD + _SHORT / (said + weights))
        total = np.maximum(_WORST, 1 - np.log(said / weights) ** 2 / spread)
        if down + along > 2:
            total += _MERGED + _MORE_MERGED * (down + along - 3)
        article = self._names[own[0].article]
        named = (self._articles[:size] != self._none) | (article != self._none)
        same = self._articles[:size] == article
        total += np.where(named, np.where(same, _ARTICLE, _NO_ARTICLE), 0)
        if own[0].ordinal:
            ordinals = self._ordinals[:size]
            total += np.where(ordinals == 0, 0, np.where(ordinals == own[0].ordinal, _ORDINAL, _NO_ORDINAL))
        total += _BESIDE * (self._runs[:size] - self._places[i] == self._step)
        return np.asarray(total + self._signs(own, along, size), np.float64)

    def _signs(self, own: Sequence[Unit], along: int, size: int) -> "Floats":
        """What shared figures and abbreviations say."""
        import numpy as np

        figures = frozenset().union(*(unit.figures for unit in own))
        if not figures:
            return np.zeros(size)
        shared = np.zeros(len(self._figures))
        for figure in figures:
            shared[self._having.get(figure, [])] += 1
        shared, counts = _sums(shared, along), _sums(self._figures, along)
        share = np.minimum(1, shared / np.maximum(1, np.minimum(counts, len(figures))))
        return np.where(counts > 0, _NO_FIGURES + (_FIGURES - _NO_FIGURES) * share, 0.0)


def _sums(values: "Floats", size: int) -> "Floats":
    """Sums of ``size`` neighbours, by the first."""
    import numpy as np

    return values if size == 1 else np.convolve(values, np.ones(size), "valid")
