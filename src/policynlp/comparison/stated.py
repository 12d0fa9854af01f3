"""What a document says of itself as a whole (its facts), as the comparison of documents takes it."""

from collections.abc import Sequence
from operator import attrgetter

from policynlp.records import Analysis, Fact, FactKind, Span

SURE = 0.85
"""Confidence from which a fact stands for the document: closing formulas, titles, promulgations have it."""


def facts_of(analysis: Analysis, kind: FactKind, detail: str = "") -> list[Fact]:
    """Sure facts of one kind with that detail, in order of place."""
    found = [f for f in analysis.facts if f.kind == kind and f.detail == detail and f.confidence >= SURE]
    return sorted(found, key=attrgetter("start"))


def only(analysis: Analysis, kind: FactKind) -> Fact | None:
    """The one sure fact of a kind; None where there is none or where several differ."""
    found = facts_of(analysis, kind)
    return found[0] if len({fact.value for fact in found}) == 1 else None


def spans_of(analysis: Analysis, facts: Sequence[Fact]) -> tuple[Span, ...]:
    """Where facts stand in clauses; a title that is no clause has no span."""
    return tuple(
        Span(
            clause.id, max(fact.start, clause.start) - clause.start, min(fact.end, clause.end) - clause.start
        )
        for fact in facts
        for clause in analysis.clauses
        if clause.start < fact.end and fact.start < clause.end
    )


def countries_of(analysis: Analysis) -> frozenset[str]:
    """Countries that are parties, themselves or through a ministry or body of theirs."""
    named = (
        f.value if f.value.startswith("country.") else f.detail for f in analysis.facts if f.kind == "party"
    )
    return frozenset(value for value in named if value.startswith("country."))
