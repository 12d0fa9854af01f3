"""Decisions laid over a comparison: what was rejected stands apart, and nothing is lost without a word."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from policynlp.decisions.added import added, is_added
from policynlp.decisions.keys import difference_key, text_key
from policynlp.decisions.links import Pair, unmatched
from policynlp.records import Comparison, Decided, Decision, Difference, Outcome

OUTCOMES: dict[str, Outcome] = {"confirm": "confirmed", "reject": "rejected", "correct": "corrected"}


def replayed(
    comparison: Comparison,
    decisions: Iterable[Decision],
    links: Sequence[tuple[Decided, Pair | None]] = (),
) -> Comparison:
    """A comparison with decisions on its differences applied. Of two on one difference the last counts.

    ``links`` are the decisions on its links, which were applied before, each with the clauses that it joins.
    """
    decisions = tuple(decisions)
    if not decisions:
        return comparison
    wanted = {each.key: each for each in decisions if each.about == "difference" and not is_added(each)}
    told = (*comparison.differences, *comparison.documents_differ, *comparison.common)
    keyed = [(each, difference_key(comparison, each)) for each in told]
    met = [
        Decided(wanted[key], OUTCOMES[wanted[key].verdict], each.id) for each, key in keyed if key in wanted
    ]
    texts = [{text_key(clause.text): clause.id for clause in each.clauses} for each in comparison.documents]
    missed = wanted.keys() - {key for _, key in keyed}
    gone = {id(each) for each, key in keyed if key in wanted and wanted[key].verdict == "reject"}

    def standing(part: Sequence[Difference]) -> tuple[Difference, ...]:
        return tuple(each for each in part if id(each) not in gone)

    made = replace(
        comparison,
        differences=standing(comparison.differences),
        documents_differ=standing(comparison.documents_differ),
        common=standing(comparison.common),
        rejected=tuple(each for each in told if id(each) in gone),
        decided=(
            *met,
            *(Decided(each, unmatched(each, texts)) for key, each in wanted.items() if key in missed),
            *(_aimed(comparison, each, joined) for each, joined in links),
        ),
    )
    return replace(made, decided=(*made.decided, *added(made, decisions)))


def _aimed(comparison: Comparison, decided: Decided, joined: Pair | None) -> Decided:
    """A decision on a link with the id of the link that it led to."""
    if joined is None:
        return decided
    clauses = [each.clauses for each in comparison.documents]
    ids = tuple(tuple(clauses[side][place].id for place in joined[side]) for side in (0, 1))
    return replace(decided, target=next((link.id for link in comparison.links if link.clauses == ids), ""))
