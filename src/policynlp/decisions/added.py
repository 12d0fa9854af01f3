"""Differences that people add because the tool did not report them, and whether it does by now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from policynlp.decisions.keys import text_key
from policynlp.records import Analysis, Comparison, Decided, Decision

Ids = tuple[tuple[str, ...], ...]
"""Clause ids, a tuple a document; empty where a document says nothing of it."""


def is_added(decision: Decision) -> bool:
    """Whether it names a difference that the tool did not report."""
    return decision.about == "difference" and decision.verdict == "add"


def added(comparison: Comparison, decisions: Iterable[Decision]) -> Iterator[Decided]:
    """Each added difference: ``found`` where one of its kind on its clauses is reported by now, else
    ``missed``; ``stale`` where its clauses are there no more. Of two alike the last counts."""
    wanted = {identity(each): each for each in decisions if is_added(each)}
    for each in wanted.values():
        clauses = _clauses(comparison, each)
        if clauses is None:
            yield Decided(each, "stale")
            continue
        texts = tuple(
            tuple(text_key(analysis.clause(id).text) for id in ids)
            for analysis, ids in zip(comparison.documents, clauses, strict=True)
        )
        found = _reported(comparison, added_kind(each), clauses)
        yield Decided(replace(each, clauses=clauses, texts=texts), "found" if found else "missed")


def added_kind(decision: Decision) -> str:
    """The kind that a person gave; empty for any."""
    return decision.corrected_kind or decision.kind


def identity(decision: Decision) -> tuple[object, ...]:
    """What tells one added difference from another."""
    return added_kind(decision), decision.corrected, decision.texts or decision.clauses


def _clauses(comparison: Comparison, decision: Decision) -> Ids | None:
    """The clauses it names, a tuple a document: by their texts, in whichever document, else by their ids."""
    known: list[Mapping[str, str]] = [
        {text_key(clause.text): clause.id for clause in analysis.clauses} for analysis in comparison.documents
    ]
    if not decision.texts:
        return _by_ids(comparison.documents, decision.clauses)
    found: list[tuple[str, ...]] = [()] * len(known)
    open_ = list(range(len(known)))
    for number, side in enumerate(decision.texts):
        if not side:
            continue
        order = sorted(open_, key=lambda each: each != number)
        at = next((each for each in order if all(key in known[each] for key in side)), None)
        if at is None:
            return None
        open_.remove(at)
        found[at] = tuple(known[at][key] for key in side)
    return tuple(found) if any(found) else None


def _by_ids(analyses: Sequence[Analysis], clauses: Sequence[Sequence[str]]) -> Ids | None:
    """Clauses by id, a side a document from the first on; None where one is unknown, or none is named."""
    ids = [{clause.id for clause in analysis.clauses} for analysis in analyses]
    known = all(set(side) <= own for side, own in zip(clauses, ids, strict=False))
    if len(clauses) > len(ids) or not any(clauses) or not known:
        return None
    return tuple(tuple(side) for side in (*clauses, *[()] * (len(ids) - len(clauses))))


def _reported(comparison: Comparison, kind: str, clauses: Ids) -> bool:
    """Whether a difference of this kind quotes one of the clauses of every document that is named."""
    return any(
        kind in ("", each.kind)
        and all(not ids or set(ids) & set(own) for ids, own in zip(clauses, each.clauses, strict=False))
        for each in comparison.differences
        if len(each.clauses) == len(clauses)
    )
