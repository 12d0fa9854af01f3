"""One order of the groups of several documents, when each document has its own.

No document is the base. The groups are first put by where they stand on average; then neighbours change
places as long as more documents have the one before the other than the other way round (local Kemenisation:
Dwork, Kumar, Naor and Sivakumar, Rank aggregation methods for the Web, WWW 2001).
"""

from collections.abc import Sequence

from policynlp.records import FamilyGroup


def consensus(groups: Sequence[FamilyGroup], sizes: Sequence[int]) -> list[FamilyGroup]:
    """The groups in one order; ``sizes`` are the numbers of clauses of the documents."""
    ordered: list[FamilyGroup] = []
    for group in sorted(groups, key=lambda group: _average(group, sizes)):
        at = len(ordered)
        while at > 0 and _votes(group, ordered[at - 1]) > 0:
            at -= 1
        ordered.insert(at, group)
    return ordered


def _average(group: FamilyGroup, sizes: Sequence[int]) -> float:
    """Mean place, 0 to 1, in the documents that have the group."""
    places = [run[0] / size for run, size in zip(group.members, sizes, strict=True) if run]
    return sum(places) / len(places)


def _votes(one: FamilyGroup, other: FamilyGroup) -> int:
    """How many more documents have the one before the other than after it."""
    pairs = [(a[0], b[0]) for a, b in zip(one.members, other.members, strict=True) if a and b]
    return sum((a < b) - (b < a) for a, b in pairs)
