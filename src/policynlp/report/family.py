"""What a page shows of three and more documents: who stands where, difference by difference and in sum."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from policynlp.records import Difference
from policynlp.report.findings import Finding, Side
from policynlp.report.lookup import Lookup, Name
from policynlp.report.rows import PAIR

STANCES: Mapping[str, tuple[str, ...]] = {
    "firmer": ("force", "polarity"),
    "action": ("action",),
    "body": ("institution", "actor"),
    "silent": ("only_in",),
    "detail": ("quantity", "region", "condition", "scope", "term", "area", "wording"),
    "alone": ("only_in",),
}
"""Section of the findings -> the kinds in it; what one document alone says comes last."""
FIRST_SHOWN = 4
"""Findings of a section on the page before "show more"."""
MANY = 4
"""Documents from which columns are too narrow for the window and scroll beside each other."""


COLUMNS = ("alone", "mute", "firmest", "apart")
"""What is counted of each document, over the differences that matter."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Documents that say the same at one place."""

    sides: tuple[Side, ...]
    leads: bool
    """True where they are the firmest."""


@dataclass(frozen=True, slots=True)
class Stands:
    """How the documents divide over one finding."""

    speaking: tuple[Stand, ...]
    """One a reading, that of most documents first."""
    without: tuple[Side, ...]
    """Documents whose clause has nothing of it."""
    silent: tuple[Side, ...]
    """Documents that have no such clause."""


@dataclass(frozen=True, slots=True)
class Section:
    """Findings of one stance."""

    stance: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """One document's line in the table of who stands where."""

    name: Name
    clauses: int
    grouped: int
    """Clauses that another document has too."""
    counts: tuple[int, ...]
    """How often it is alone, silent, firmest, and says what fewer say: see COLUMNS."""


@dataclass(frozen=True, slots=True)
class Family:
    """What is on the page of three and more documents and not on that of two."""

    stands: Mapping[str, Stands]
    """By the finding's element id."""
    sections: tuple[Section, ...]
    tallies: tuple[Tally, ...]
    many: bool
    """True where the columns scroll."""
    brief: tuple[Finding, ...]
    """The weightiest of each section, then the second of each, and so on; among these by weight."""
    columns: tuple[str, ...] = COLUMNS
    first_shown: int = FIRST_SHOWN


def family(lookup: Lookup, findings: Sequence[Finding], others: Sequence[Finding]) -> Family | None:
    """The family part of a page, None for two documents: of its ``findings`` of clauses and its ``others``
    (what is common, and of the documents as wholes)."""
    comparison = lookup.comparison
    if len(comparison.documents) <= PAIR:
        return None
    every = (*comparison.differences, *comparison.documents_differ, *comparison.common)
    told = {lookup.ids[id(each)]: each for each in every}
    divided = sections([each for each in findings if each.material])
    return Family(
        stands={each.id: stands(each, told[each.id]) for each in (*findings, *others)},
        sections=divided,
        tallies=tuple(tally(lookup, index) for index in range(len(comparison.documents))),
        many=len(comparison.documents) >= MANY,
        brief=brief(divided, findings),
    )


def brief(divided: Sequence[Section], findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """In rounds of one finding a section, so that no kind fills the brief; a round in order of weight."""
    place = {each.id: number for number, each in enumerate(findings)}
    rounds = zip_longest(*(own.findings for own in divided))
    return tuple(each for row in rounds for each in sorted(filter(None, row), key=lambda one: place[one.id]))


def stands(finding: Finding, difference: Difference) -> Stands:
    """How documents divide; without numbers of readings, each that speaks stands for itself."""
    numbers = difference.stands or tuple(None if s.silent else n for n, s in enumerate(finding.sides))
    readings: dict[int, list[Side]] = {}
    for side, number in zip(finding.sides, numbers, strict=True):
        if number is not None:
            readings.setdefault(number, []).append(side)
    rest = [side for side, number in zip(finding.sides, numbers, strict=True) if number is None]
    return Stands(
        speaking=tuple(
            Stand(tuple(own), bool(own) and all(side.index in difference.leads for side in own))
            for _, own in sorted(readings.items())
        ),
        without=tuple(side for side in rest if not side.silent),
        silent=tuple(side for side in rest if side.silent),
    )


def sections(findings: Iterable[Finding]) -> tuple[Section, ...]:
    """The findings by stance, each in order of weight; empty sections are left out."""
    by_stance: dict[str, list[Finding]] = {stance: [] for stance in STANCES}
    for finding in findings:
        by_stance[stance(finding)].append(finding)
    return tuple(Section(name, tuple(own)) for name, own in by_stance.items() if own)


def stance(finding: Finding) -> str:
    """The section that a finding belongs in."""
    if finding.kind == "only_in":
        return "silent" if finding.where == "both" else "alone"
    return next((name for name, kinds in STANCES.items() if finding.kind in kinds), "detail")


def tally(lookup: Lookup, index: int) -> Tally:
    """How often a document stands alone, is silent, leads or says what fewer say."""
    comparison = lookup.comparison
    material = [each for each in comparison.differences if each.material]
    grouped = {id for link in comparison.links for id in link.clauses[index]}
    counts = (
        sum(_alone(each, index) for each in material),
        sum(each.kind == "only_in" and _silent(each, index) for each in material),
        sum(index in each.leads for each in material),
        sum((each.stands[index] or 0) > 0 for each in material if each.stands),
    )
    return Tally(lookup.shorts[index], len(comparison.documents[index].clauses), len(grouped), counts)


def _alone(difference: Difference, index: int) -> bool:
    speaking = [n for n, ids in enumerate(difference.clauses) if ids]
    return difference.kind == "only_in" and speaking == [index]


def _silent(difference: Difference, index: int) -> bool:
    """Whether others, not just one, say what a document does not."""
    return not difference.clauses[index] and sum(map(bool, difference.clauses)) > 1
