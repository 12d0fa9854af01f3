"""A second look at the groups with what was read: strangers stand alone again, left-over sisters come in.

The aligner weighs every clause against every other and must be sure; here only clauses that nobody else wants
are asked for, by the rare words they share with a group (the measures of ``leftovers``, which two documents
are reviewed with).
"""

from collections.abc import Iterator
from dataclasses import replace

from policynlp.comparison.drafting import FEW
from policynlp.comparison.family.members import Family
from policynlp.comparison.leftovers import ALIKE, CLOSE
from policynlp.comparison.review import DOUBTED, STRANGERS, overlap, subjects
from policynlp.records import Clause, FamilyGroup

DOUBTFUL = 0.7
"""Score of a group below which a member may be a stranger: groups that were read and right score .9 and more,
those that share no more than a formula (*aim to achieve*) .5 to .65."""
UNSURE = 0.6
"""Score below which having next to no rare word in common is enough: right groups of Korean treaties that say
one thing in other words (exemption of equipment from duties) score .62 to .67, a wrong one .52."""
MEMBERS = 0.5
"""Share of ``ALIKE`` that a clause must have in common with the members of a group on average."""
WITNESSES = 4
"""Members of a group from which less is enough, as all of them bear it out."""
LIKEST = 0.3
"""Likeness to the likest of them, and"""
ON_AVERAGE = 0.22
"""to all on average (read by hand: a committee that meets on request, or under another name, .22 and .24;
other subjects to .19)."""
Place = tuple[int, int]
"""Number of a document and index of a clause."""


def reviewed(family: Family) -> list[FamilyGroup]:
    """The groups of a family without strangers, with left-over clauses that belong to one."""
    kept = [_without(family, group) if group.score < DOUBTFUL else group for group in family.groups]
    groups = [group for group in kept if sum(map(bool, group.members)) > 1]
    return _taken_in(replace(family, groups=tuple(groups)))


def _without(family: Family, group: FamilyGroup) -> FamilyGroup:
    strange = [number for number, run in enumerate(group.members) if run and _stranger(family, group, number)]
    return replace(group, members=tuple(() if n in strange else run for n, run in enumerate(group.members)))


def _stranger(family: Family, group: FamilyGroup, number: int) -> bool:
    """Whether a member is in words of its own, or on an area of its own in nearly such."""
    own = _areas(family, group, number)
    others = [n for n, run in enumerate(group.members) if run and n != number]
    spoken = [other for other in others if _one_language(family, group, number, other)]
    if group.score < UNSURE and spoken and all(_unlike(family, group, number, other) for other in spoken):
        return True
    if not own or any(own & _areas(family, group, other) for other in others):
        return False
    return all(
        overlap(clause, theirs) < STRANGERS
        for clause in _clauses(family, group, number)
        for other in others
        for theirs in _clauses(family, group, other)
        if theirs.language == clause.language
    )


def _unlike(family: Family, group: FamilyGroup, one: int, other: int) -> bool:
    """Whether two members have next to no rare word in common, in texts long enough to tell what is rare."""
    kin = family.kin(one, other)
    if min(len(side) for side in kin.marks) < FEW:
        return False
    marks = kin.of(0, group.members[one]), kin.of(1, group.members[other])
    return bool(marks[0] and marks[1]) and kin.likeness(*marks) < DOUBTED


def _one_language(family: Family, group: FamilyGroup, one: int, other: int) -> bool:
    return len({clause.language for n in (one, other) for clause in _clauses(family, group, n)}) == 1


def _clauses(family: Family, group: FamilyGroup, number: int) -> Iterator[Clause]:
    return (family.clause(number, index) for index in group.members[number])


def _areas(family: Family, group: FamilyGroup, number: int) -> frozenset[str]:
    """The specific areas that a member names."""
    reading = family.readings[number]
    return frozenset(a for clause in _clauses(family, group, number) for a in subjects(reading, clause))


def _taken_in(family: Family) -> list[FamilyGroup]:
    """The groups with left-over clauses that are much like them, and with groups of two left-over clauses;
    the likest first, each clause once."""
    groups = list(family.groups)
    owner = {place: n for n, group in enumerate(groups) for place in _places(group)}
    for alike, one, other in sorted(_likenesses(family), key=lambda found: (-found[0], found[1:])):
        if one in owner:
            continue
        at = owner.get(other)
        if at is None and alike >= ALIKE:
            owner[one] = owner[other] = len(groups)
            groups.append(_of_two(family, one, other))
        elif at is not None and not groups[at].members[one[0]] and _belongs(family, alike, one, groups[at]):
            owner[one] = at
            groups[at] = _with(groups[at], one)
    return groups


def _places(group: FamilyGroup) -> list[Place]:
    return [(document, index) for document, run in enumerate(group.members) for index in run]


def _likenesses(family: Family) -> Iterator[tuple[float, Place, Place]]:
    """Left-over clauses with the clauses near them that have many of their rare words."""
    every = range(len(family.readings))
    for one in ((document, index) for document in every for index in family.alone(document)):
        for other in every:
            for near, score in family.nearest(one[0], other).get(one[1], ()) if other != one[0] else ():
                alike = _likeness(family, one, (other, near))
                if alike >= LIKEST and score >= CLOSE:
                    yield alike, one, (other, near)


def _likeness(family: Family, one: Place, other: Place) -> float:
    kin = family.kin(one[0], other[0])
    return kin.likeness(kin.marks[0][one[1]], kin.marks[1][other[1]])


def _belongs(family: Family, alike: float, one: Place, group: FamilyGroup) -> bool:
    """Whether a clause that is like one member of a group is like the others too, not just like one that is
    odd itself."""
    members = _places(group)
    mean = sum(_likeness(family, one, other) for other in members) / len(members)
    return mean >= (MEMBERS * ALIKE if alike >= ALIKE else ON_AVERAGE) and (
        alike >= ALIKE or len(members) >= WITNESSES
    )


def _of_two(family: Family, one: Place, other: Place) -> FamilyGroup:
    """A group of two left-over clauses; its score is how near they are."""
    runs = {one[0]: (one[1],), other[0]: (other[1],)}
    members = tuple(runs.get(number, ()) for number in range(len(family.readings)))
    return FamilyGroup(members, dict(family.nearest(one[0], other[0])[one[1]])[other[1]])


def _with(group: FamilyGroup, place: Place) -> FamilyGroup:
    members = tuple((place[1],) if n == place[0] else run for n, run in enumerate(group.members))
    return replace(group, members=members)
