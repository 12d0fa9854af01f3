"""A provision that the other document lacks, with the nearest passages that were looked at."""

from collections.abc import Iterator

from policynlp.comparison.findings import Finding, Kind, Whole, both
from policynlp.comparison.phrasing import quote
from policynlp.records import Clause, Passage

LEAD_IN = "lead_in"


def whole(comparison: Whole) -> Iterator[Finding]:
    """One finding for each clause in no link; lead-ins whose items have counterparts are not material."""
    for index in (0, 1):
        for number in comparison.unmatched(index):
            yield report(comparison, index, number)


def report(comparison: Whole, index: int, number: int) -> Finding:
    """The finding for one clause that the other side lacks."""
    clause = comparison.readings[index].analysis.clauses[number]
    spans = comparison.whole_clause(clause)
    return Finding(
        message="first" if index == 0 else "second",
        spans=(spans, ()) if index == 0 else ((), spans),
        values=(clause.text, "") if index == 0 else ("", clause.text),
        fields={"x": quote(clause.text)},
        direction="first" if index == 0 else "second",
        material=not carried(comparison, index, clause),
        factor=1.0 if substantive(comparison, index, clause) else 0.5,
        clauses=((clause.id,), ()) if index == 0 else ((), (clause.id,)),
        searched=searched(comparison, index, number),
    )


def carried(comparison: Whole, index: int, clause: Clause) -> bool:
    """Whether a lead-in lacks a counterpart but its items have theirs."""
    items = [i for i, c in enumerate(comparison.readings[index].analysis.clauses) if c.parent == clause.id]
    return clause.kind == LEAD_IN and any(i in comparison.matched[index] for i in items)


def substantive(comparison: Whole, index: int, clause: Clause) -> bool:
    """Whether a clause commits to something, or nothing is known of any clause's commitments."""
    known = comparison.readings[index].commitments
    return not known or any(not c.lead_in for c in known.get(clause.id, ()))


def searched(comparison: Whole, index: int, number: int) -> tuple[Passage, ...]:
    """The other side's nearest clauses, nearest first."""
    other = comparison.readings[1 - index].analysis.clauses
    near = comparison.nearest[index].get(number, ()) if index < len(comparison.nearest) else ()
    return tuple(Passage(other[i].id, round(float(score), 4)) for i, score in near)


KIND = Kind(
    code="only_in",
    weight=0.86,
    messages={
        "first": both("Only {a} says: {x}.", "{a}에만 있는 조항: {x}."),
        "second": both("Only {b} says: {x}.", "{b}에만 있는 조항: {x}."),
    },
    whole=whole,
)
