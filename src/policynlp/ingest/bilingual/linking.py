"""Clauses of two versions that stand for each other, from what the file set side by side and from numbers."""

from collections.abc import Sequence

from policynlp.ingest.bilingual.tongues import weight
from policynlp.ingest.bilingual.units import length_odds
from policynlp.ingest.bilingual.versions import Group, Versions
from policynlp.records import Clause, Counterparts, Link

Pairs = list[tuple[tuple[str, ...], tuple[str, ...]]]
_SAME = 0.6
"""Least share of the shorter text that is linked by what it says, where one text follows another: over the
built-in corpus .97 to 1 for an agreement with its translation, below .56 with another on the same theme."""


def say_the_same(a: Sequence[Clause], b: Sequence[Clause], links: Sequence[Link]) -> bool:
    """Whether the shorter of two texts mostly says what the other says."""
    sides = [[weight(clause.text) for clause in side] for side in (a, b)]
    side = 0 if sum(sides[0]) < sum(sides[1]) else 1
    linked = sum(sides[side][n] for link in links for n in (link.a, link.b)[side])
    return linked >= _SAME * sum(sides[side])


def counterparts(
    versions: Versions,
    which: tuple[int, int],
    a: Sequence[Clause],
    b: Sequence[Clause],
    links: Sequence[Link] | None = None,
) -> Counterparts:
    """Which clauses of two versions stand for each other, and which have no counterpart.

    ``links``: what links their meaning makes, for versions that follow each other.
    """
    groups = versions.groups.get(which, ())
    found = by_place(groups, a, b) if links is None else by_number(a, b, links)
    return listed(versions, which, found, a, b)


def by_place(groups: Sequence[Group], a: Sequence[Clause], b: Sequence[Clause]) -> Pairs:
    """Clauses that the file sets side by side."""
    found: Pairs = []
    taken: tuple[set[str], set[str]] = (set(), set())
    for group in groups:
        one = [clause for clause in within(a, group.a) if clause.id not in taken[0]]
        other = [clause for clause in within(b, group.b) if clause.id not in taken[1]]
        for pair in paired(one, other):
            found.append(pair)
            taken[0].update(pair[0])
            taken[1].update(pair[1])
    return found


def by_number(a: Sequence[Clause], b: Sequence[Clause], links: Sequence[Link]) -> Pairs:
    """Clauses of sections with the same numbers, one by one; elsewhere what their meaning links."""
    return [(tuple(a[n].id for n in link.a), tuple(b[n].id for n in link.b)) for link in links]


def listed(
    versions: Versions, which: tuple[int, int], found: Pairs, a: Sequence[Clause], b: Sequence[Clause]
) -> Counterparts:
    """The record: pairs in order of the first version, and what is in none."""
    place = {clause.id: index for index, clause in enumerate(a)}
    taken = [{id for pair in found for id in pair[side]} for side in (0, 1)]
    return Counterparts(
        documents=(versions.documents[which[0]].id, versions.documents[which[1]].id),
        pairs=tuple(sorted(found, key=lambda pair: place[pair[0][0]])),
        alone=(
            tuple(clause.id for clause in a if clause.id not in taken[0]),
            tuple(clause.id for clause in b if clause.id not in taken[1]),
        ),
        basis=versions.layout,
    )


def within(clauses: Sequence[Clause], ranges: Sequence[tuple[int, int]]) -> list[Clause]:
    """Clauses that lie, with their middle, in one of the ranges."""
    return [
        clause
        for clause in clauses
        if any(start <= (clause.start + clause.end) // 2 < end for start, end in ranges)
    ]


def paired(a: Sequence[Clause], b: Sequence[Clause]) -> Pairs:
    """Clauses of two stretches that say the same, in order: one by one where they are as many, else by
    length."""
    if not a or not b:
        return []
    if len(a) == len(b):
        return [((one.id,), (other.id,)) for one, other in zip(a, b, strict=True)]
    sizes = [[weight(clause.text) for clause in side] for side in (a, b)]
    n, m = len(a), len(b)
    score = [[float("-inf")] * (m + 1) for _ in range(n + 1)]
    move = [[(0, 0)] * (m + 1) for _ in range(n + 1)]
    score[0][0] = 0.0
    steps = (
        [(1, size) for size in range(1, m - n + 2)] if m > n else [(size, 1) for size in range(1, n - m + 2)]
    )
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            for di, dj in steps:
                if i < di or j < dj or score[i - di][j - dj] == float("-inf"):
                    continue
                gain = length_odds(sum(sizes[0][i - di : i]), sum(sizes[1][j - dj : j]))
                if score[i - di][j - dj] + gain > score[i][j]:
                    score[i][j], move[i][j] = score[i - di][j - dj] + gain, (di, dj)
    found: Pairs = []
    i, j = n, m
    while i and j:
        di, dj = move[i][j]
        found.append((tuple(c.id for c in a[i - di : i]), tuple(c.id for c in b[j - dj : j])))
        i, j = i - di, j - dj
    return found[::-1]
