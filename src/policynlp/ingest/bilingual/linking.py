"""Clauses of two versions that stand for each other, from what the file set side by side and from numbers."""

import itertools
from collections.abc import Sequence

from policynlp.ingest.bilingual.numbers import common, keys
from policynlp.ingest.bilingual.pairing import length_gain
from policynlp.ingest.bilingual.tongues import weight
from policynlp.ingest.bilingual.versions import Group, Versions
from policynlp.records import Clause, Counterparts, Link

Indexes = tuple[tuple[int, ...], tuple[int, ...]]
"""Clauses of each side, by index."""
_SAME = 0.6
"""Least share of the shorter text that is linked by what it says, where one text follows another: over the
built-in corpus .97 to 1 for an agreement with its translation, below .56 with another on the same theme (.9
for the two memoranda that share most of their wording)."""
_FULLER = 0.3
"""Least gain of length by which a paragraph that goes on completes the clause before it."""
_CAPTION = 10.0
"""Weight below which a line without a number is no part of a clause: a caption, a signature."""
_CONFIRMED = 0.7
"""Least share of the pairs with equal numbers that meaning links too; below it numbers are not believed."""


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

    ``links``: what their meaning links, for versions that follow each other in the file.
    """
    groups = versions.groups.get(which, ())
    found = by_place(groups, a, b) if links is None else completed(by_number(a, b, links), a, b)
    taken = [{index for pair in found for index in pair[side]} for side in (0, 1)]
    alone = [
        tuple(clause.id for index, clause in enumerate(side) if index not in own)
        for side, own in zip((a, b), taken, strict=True)
    ]
    return Counterparts(
        documents=(versions.documents[which[0]].id, versions.documents[which[1]].id),
        pairs=tuple(
            (tuple(a[n].id for n in one), tuple(b[n].id for n in other)) for one, other in sorted(found)
        ),
        alone=(alone[0], alone[1]),
        basis=versions.layout,
    )


def by_place(groups: Sequence[Group], a: Sequence[Clause], b: Sequence[Clause]) -> list[Indexes]:
    """Clauses that the file sets side by side."""
    found: list[Indexes] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for group in groups:
        one, other = (
            [n for n in within(side, own) if n not in done]
            for side, own, done in ((a, group.a, taken[0]), (b, group.b, taken[1]))
        )
        for pair in paired(a, b, one, other):
            found.append(pair)
            taken[0].update(pair[0])
            taken[1].update(pair[1])
    return found


def within(clauses: Sequence[Clause], ranges: Sequence[tuple[int, int]]) -> list[int]:
    """Clauses whose middle lies in one of the ranges."""
    return [
        index
        for index, clause in enumerate(clauses)
        if any(start <= (clause.start + clause.end) // 2 < end for start, end in ranges)
    ]


def paired(
    a: Sequence[Clause], b: Sequence[Clause], one: Sequence[int], other: Sequence[int]
) -> list[Indexes]:
    """Clauses of two stretches that say the same, in order: one by one where they are as many, else several
    of the side that has more to one of the other, by length."""
    if not one or not other:
        return []
    if len(one) > len(other):
        return [(x, y) for y, x in paired(b, a, other, one)]
    sizes = [[weight(side[n].text) for n in own] for side, own in ((a, one), (b, other))]
    n, m = len(one), len(other)
    score = [[float("-inf")] * (m + 1) for _ in range(n + 1)]
    cut = [[0] * (m + 1) for _ in range(n + 1)]
    score[0][0] = 0.0
    for i in range(1, n + 1):
        for j in range(i, m - n + i + 1):
            for size in range(1, j - i + 2):
                gain = length_gain(sizes[0][i - 1], sum(sizes[1][j - size : j]))
                if score[i - 1][j - size] + gain > score[i][j]:
                    score[i][j], cut[i][j] = score[i - 1][j - size] + gain, size
    found: list[Indexes] = []
    j = m
    for i in range(n, 0, -1):
        found.append(((one[i - 1],), tuple(other[j - cut[i][j] : j])))
        j -= cut[i][j]
    return found[::-1]


def by_number(a: Sequence[Clause], b: Sequence[Clause], links: Sequence[Link]) -> list[Indexes]:
    """Clauses with the same number in sections with the same number; between these, as many as many in order,
    else what their meaning links. Meaning alone where it contradicts the numbers."""
    meant = [(link.a, link.b) for link in links]
    same = common(keys(a), keys(b))
    linked = {index: own for own, _ in meant for index in own}
    answer = {index: others for own, others in meant for index in own}
    judged = [(i, j) for i, j in same if i in linked]
    confirmed = sum(j in answer[i] for i, j in judged)
    if not judged or confirmed < _CONFIRMED * len(judged):
        return meant
    found: list[Indexes] = [((i,), (j,)) for i, j in same]
    edges = [(-1, -1), *same, (len(a), len(b))]
    for (i, j), (k, m) in itertools.pairwise(edges):
        one, other = range(i + 1, k), range(j + 1, m)
        if len(one) == len(other):
            found += [((x,), (y,)) for x, y in zip(one, other, strict=True)]
        else:
            found += [(x, y) for x, y in meant if set(x) <= set(one) and set(y) <= set(other)]
    return found


def completed(found: Sequence[Indexes], a: Sequence[Clause], b: Sequence[Clause]) -> list[Indexes]:
    """Pairs with what they lack by length: a paragraph without a number that goes on where one side left off,
    and what lies alone on both sides between pairs that are neighbours otherwise."""
    ordered = sorted(found)
    alone = [
        set(range(len(side))) - {n for pair in ordered for n in pair[k]} for k, side in enumerate((a, b))
    ]
    full: list[Indexes] = []
    for one, other in ordered:
        other = _going_on(other, one, b, a, alone[1])
        full.append((_going_on(one, other, a, b, alone[0]), other))
    between: list[Indexes] = []
    edges: list[Indexes] = [((-1,), (-1,)), *full, ((len(a),), (len(b),))]
    for before, after in itertools.pairwise(edges):
        gap = [range(before[k][-1] + 1, after[k][0]) for k in (0, 1)]
        if all(len(own) and alone[k].issuperset(own) for k, own in enumerate(gap)):
            sizes = [sum(weight(side[n].text) for n in own) for side, own in zip((a, b), gap, strict=True)]
            between += paired(a, b, *gap) if length_gain(*sizes) > 0 else []
    return full + between


def _going_on(
    own: tuple[int, ...],
    others: tuple[int, ...],
    side: Sequence[Clause],
    against: Sequence[Clause],
    alone: set[int],
) -> tuple[int, ...]:
    """Clauses with those without a number that follow, while that brings their length nearer to the
    others'."""
    wanted = sum(weight(against[n].text) for n in others)
    size = sum(weight(side[n].text) for n in own)
    while (n := own[-1] + 1) in alone and _goes_on(side[own[0]], side[n]):
        more = size + weight(side[n].text)
        if length_gain(more, wanted) < length_gain(size, wanted) + _FULLER:
            break
        own, size = (*own, n), more
        alone.discard(n)
    return own


def _goes_on(before: Clause, clause: Clause) -> bool:
    """Whether a clause can be part of the one before: no number, same heading, not a mere caption."""
    same = before.path[: len(clause.path)] == clause.path and before.heading == clause.heading
    return same and not clause.label and weight(clause.text) >= _CAPTION
