"""Areas and institutions read from clauses, against the gold."""

from collections.abc import Iterable, Sequence
from typing import Literal

from policynlp.evaluate.gold import GoldClause
from policynlp.evaluate.keys import Resolution
from policynlp.evaluate.metrics import Score, of_sets
from policynlp.records import Mention

Labelled = Literal["area", "institution"]
FIELDS = {"area": ("areas", "areas_also"), "institution": ("institutions", "institutions_also")}
"""Kind of mention: the labels that must and that may be found."""


def score_mentions(
    kind: Labelled, gold: Sequence[GoldClause], mentions: Iterable[Mention], resolution: Resolution
) -> Score:
    """Values of one kind by clause, each once however often named; clauses without a key are not judged."""
    names = resolution.keys
    must, may = FIELDS[kind]
    found = {(names[m.span.clause], m.value) for m in mentions if m.kind == kind and m.span.clause in names}
    wanted = {(clause.key, value) for clause in gold for value in getattr(clause, must)}
    also = {(clause.key, value) for clause in gold for value in getattr(clause, may)}
    return of_sets(found, wanted, also)
