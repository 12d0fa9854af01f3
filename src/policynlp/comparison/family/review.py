"""A second look at doubtful groups with what was read: a member on another subject stands alone again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from policynlp.comparison.pairs import Reading
from policynlp.comparison.review import STRANGERS, overlap, subjects
from policynlp.records import Clause, FamilyGroup

DOUBTFUL = 0.7
"""Score of a group below which a member may be a stranger: groups that were read and right score .9 and more,
those that share no more than a formula (*aim to achieve*) .5 to .65."""


def reviewed(readings: Sequence[Reading], groups: Sequence[FamilyGroup]) -> list[FamilyGroup]:
    """The groups without strangers; what is left of a group is one if it has two members still."""
    kept = [_without(readings, group) if group.score < DOUBTFUL else group for group in groups]
    return [group for group in kept if sum(map(bool, group.members)) > 1]


def _without(readings: Sequence[Reading], group: FamilyGroup) -> FamilyGroup:
    strange = [
        number for number, run in enumerate(group.members) if run and _stranger(readings, group, number)
    ]
    return replace(group, members=tuple(() if n in strange else run for n, run in enumerate(group.members)))


def _stranger(readings: Sequence[Reading], group: FamilyGroup, number: int) -> bool:
    """Whether a member is on an area of its own, in words of its own."""
    own = _areas(readings, group, number)
    others = [n for n, run in enumerate(group.members) if run and n != number]
    if not own or any(own & _areas(readings, group, other) for other in others):
        return False
    return all(
        overlap(clause, theirs) < STRANGERS
        for clause in _clauses(readings, group, number)
        for other in others
        for theirs in _clauses(readings, group, other)
        if theirs.language == clause.language
    )


def _clauses(readings: Sequence[Reading], group: FamilyGroup, number: int) -> Iterator[Clause]:
    return (readings[number].analysis.clauses[index] for index in group.members[number])


def _areas(readings: Sequence[Reading], group: FamilyGroup, number: int) -> frozenset[str]:
    """The specific areas that a member names."""
    reading = readings[number]
    return frozenset(
        area for clause in _clauses(readings, group, number) for area in subjects(reading, clause)
    )
