"""Which unit of one language answers which of the other: same row, same block, then place, number, length.

No meaning is read here: an ordered alignment on lengths in the manner of Gale and Church (1993), helped by
the numbers of articles and items, figures and abbreviations, and by standing side by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from policynlp.ingest.bilingual.units import Unit, length_odds

_MOST = 4_000_000
"""Cells of the ordered alignment above which only its diagonal is searched."""
_BESIDE = 1.2
"""Gain for standing in runs that follow each other."""
_ARTICLE, _NO_ARTICLE = 3.0, -4.0
"""Gain for the same article number, and for different ones or one that only one side has."""
_ORDINAL, _NO_ORDINAL = 0.8, -0.8
_FIGURES, _NO_FIGURES = 1.5, -0.7
_MERGED = -1.2
"""Gain of joining two units of a side: rarer than one to one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Units of two languages that answer each other, by index."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    gain: float
    where: str
    """``block`` for the same block or row, ``beside`` for runs that follow each other, ``apart``."""


def pairs(a: Sequence[Unit], b: Sequence[Unit]) -> list[Pair]:
    """Pairs in order of the first side; what has no counterpart is in none."""
    here = {unit.block: index for index, unit in enumerate(b)}
    same = [(index, here[unit.block]) for index, unit in enumerate(a) if unit.block in here]
    found = [Pair((i,), (j,), 4.0, "block") for i, j in same]
    left = [i for i in range(len(a)) if i not in {one for one, _ in same}]
    right = [j for j in range(len(b)) if j not in {other for _, other in same}]
    if left and right:
        ordered = max(
            (_ordered(a, b, left, right, leader) for leader in (0, 1)), key=lambda result: result[0]
        )
        found += ordered[1]
    return sorted(found, key=lambda pair: pair.a)


def runs(a: Sequence[Unit], b: Sequence[Unit]) -> tuple[list[int], list[int]]:
    """Number of the run, of either side's units one after the other, that each unit stands in."""
    order = sorted(
        [(unit.block, 0, i) for i, unit in enumerate(a)] + [(unit.block, 1, i) for i, unit in enumerate(b)]
    )
    numbers: tuple[list[int], list[int]] = ([0] * len(a), [0] * len(b))
    run, before = -1, -1
    for _, side, index in order:
        run += side != before
        before = side
        numbers[side][index] = run
    return numbers


def _ordered(
    a: Sequence[Unit], b: Sequence[Unit], left: Sequence[int], right: Sequence[int], leader: int
) -> tuple[float, list[Pair]]:
    """Best ordered alignment of what is left, where the leader's runs come first; its gain and pairs."""
    one, other = [a[i] for i in left], [b[j] for j in right]
    places = runs(one, other)
    n, m = len(one), len(other)
    band = m if n * m <= _MOST else max(50, _MOST // (2 * n))
    score = [[float("-inf")] * (m + 1) for _ in range(n + 1)]
    move: list[list[tuple[int, int]]] = [[(0, 0)] * (m + 1) for _ in range(n + 1)]
    score[0][0] = 0.0
    for i in range(n + 1):
        middle = i * m // max(n, 1)
        for j in range(max(0, middle - band), min(m, middle + band) + 1):
            best, how = (0.0, (0, 0)) if i == j == 0 else (float("-inf"), (0, 0))
            for di, dj in ((1, 0), (0, 1), (1, 1), (1, 2), (2, 1)):
                if i < di or j < dj or score[i - di][j - dj] == float("-inf"):
                    continue
                gain = _gain(one[i - di : i], other[j - dj : j], places, i - di, j - dj, leader)
                if score[i - di][j - dj] + gain > best:
                    best, how = score[i - di][j - dj] + gain, (di, dj)
            score[i][j], move[i][j] = best, how
    return score[n][m], _path(score, move, left, right, places)


def _path(
    score: Sequence[Sequence[float]],
    move: Sequence[Sequence[tuple[int, int]]],
    left: Sequence[int],
    right: Sequence[int],
    places: tuple[list[int], list[int]],
) -> list[Pair]:
    i, j = len(left), len(right)
    found = []
    while i or j:
        di, dj = move[i][j]
        if di and dj:
            gain = score[i][j] - score[i - di][j - dj]
            beside = abs(places[0][i - 1] - places[1][j - 1]) == 1
            found.append(
                Pair(tuple(left[i - di : i]), tuple(right[j - dj : j]), gain, "beside" if beside else "apart")
            )
        i, j = i - di, j - dj
    return found


def _gain(
    one: Sequence[Unit],
    other: Sequence[Unit],
    places: tuple[list[int], list[int]],
    i: int,
    j: int,
    leader: int,
) -> float:
    """Gain of pairing these units; 0 for leaving them alone."""
    if not one or not other:
        return 0.0
    total = length_odds(sum(unit.weight for unit in one), sum(unit.weight for unit in other))
    total += _MERGED * (len(one) + len(other) - 2) + _signs(one, other)
    step = places[1][j] - places[0][i]
    return total + _BESIDE * (step == (1 if leader == 0 else -1))


def _signs(one: Sequence[Unit], other: Sequence[Unit]) -> float:
    """What articles, list numbers, figures and abbreviations say for or against."""
    total = 0.0
    articles = one[0].article, other[0].article
    if any(articles):
        total += _ARTICLE if articles[0] == articles[1] else _NO_ARTICLE
    ordinals = one[0].ordinal, other[0].ordinal
    if all(ordinals):
        total += _ORDINAL if ordinals[0] == ordinals[1] else _NO_ORDINAL
    figures = [frozenset().union(*(unit.numbers for unit in side)) for side in (one, other)]
    if all(figures):
        shared = len(figures[0] & figures[1]) / min(map(len, figures))
        total += _NO_FIGURES + (_FIGURES - _NO_FIGURES) * shared
    return total
