"""JSON in the comparison format, ``policynlp.comparison/1`` (docs/report.md lists the keys)."""

from collections.abc import Iterable, Mapping
from typing import Any

from policynlp.decisions import as_object, documented
from policynlp.records import (
    Analysis,
    Clause,
    ClauseLink,
    Commitment,
    Comparison,
    Decided,
    Difference,
    GlossaryPair,
    Mention,
    Passage,
    Source,
    Span,
)
from policynlp.report import Format
from policynlp.report.standing import details, sentence
from policynlp.tables.writing import json_bytes

Json = dict[str, Any]

LISTED = {
    "institutions": "institution",
    "areas": "area",
    "places": "place",
    "quantities": "quantity",
    "conditions": "condition",
}
"""Key of a commitment -> kind of the mentions in its clause that fill it."""

DIGITS = 6
"""Decimals kept of scores and weights: more than any of them is worth."""


def as_json(comparison: Comparison) -> Json:
    """The comparison as plain dictionaries and lists, keys in the order of the format's description."""
    return {
        "schema": comparison.schema,
        "generator": _plain(comparison.generator),
        "names": [dict(name) for name in comparison.names],
        "documents": [_document(analysis) for analysis in comparison.documents],
        "links": [_link(link) for link in comparison.links],
        "differences": [_difference(difference) for difference in comparison.differences],
        "documents_differ": [_difference(difference) for difference in comparison.documents_differ],
        "common": [_difference(finding) for finding in comparison.common],
        "rejected": [_difference(difference) for difference in comparison.rejected],
        "decisions": [_decided(each) for each in comparison.decided],
    }


def _document(analysis: Analysis) -> Json:
    document = analysis.document
    return {
        **documented(analysis),
        "source": document.source.location,
        "format": document.source.format,
        "provenance": _provenance(document.source),
        "metadata": dict(document.metadata),
        "clauses": [_clause(clause) for clause in analysis.clauses],
        "commitments": _commitments(analysis),
        "mentions": [_mention(mention) for mention in analysis.mentions],
        "glossary": [_glossary(pair) for pair in analysis.glossary],
    }


def _provenance(source: Source) -> Json:
    """Where the text came from, what it is to the agreement and what shows that."""
    kind, shown = details(source)
    return {
        "address": source.address,
        "retrieved": source.retrieved,
        "standing": source.standing,
        "basis": {"kind": kind, "details": list(shown)},
        "says": dict(sentence(source)),
    }


def _clause(clause: Clause) -> Json:
    return {
        "id": clause.id,
        "path": list(clause.path),
        "language": clause.language,
        "text": clause.text,
        "anchor": clause.anchor,
        "parent": clause.parent,
        "kind": clause.kind,
        "label": clause.label,
        "heading": clause.heading,
        "start": clause.start,
        "end": clause.end,
    }


def _commitments(analysis: Analysis) -> list[Json]:
    named: dict[str, list[Mention]] = {}
    for mention in analysis.mentions:
        named.setdefault(mention.span.clause, []).append(mention)
    return [_commitment(each, named.get(each.clause, [])) for each in analysis.commitments]


def _commitment(commitment: Commitment, mentions: list[Mention]) -> Json:
    listed = {key: _values(mentions, kind) for key, kind in LISTED.items()}
    return {
        "clause": commitment.clause,
        "force": commitment.force,
        "polarity": commitment.polarity,
        "action": commitment.action,
        "phase": commitment.phase,
        "actor": commitment.actor,
        "object": commitment.object,
        **listed,
        "spans": [{"role": role, **_span(span)} for role, span in sorted(commitment.spans.items())],
        "confidence": _number(commitment.confidence),
        "precision": commitment.precision,
        "follow_up": commitment.follow_up,
        "inherited_from": commitment.inherited_from,
        "lead_in": commitment.lead_in,
        "aspect": commitment.aspect,
        "reported": commitment.reported,
        "purpose": commitment.purpose,
    }


def _values(mentions: Iterable[Mention], kind: str) -> list[str]:
    return list(dict.fromkeys(mention.value for mention in mentions if mention.kind == kind))


def _mention(mention: Mention) -> Json:
    return {
        "kind": mention.kind,
        "value": mention.value,
        "text": mention.text,
        **_span(mention.span),
        "confidence": _number(mention.confidence),
        "attributes": dict(mention.attributes),
    }


def _glossary(pair: GlossaryPair) -> Json:
    return {
        "term": pair.term,
        "term_language": pair.term_language,
        "gloss": pair.gloss,
        "gloss_language": pair.gloss_language,
        "spans": [_span(span) for span in pair.spans],
    }


def _link(link: ClauseLink) -> Json:
    return {
        "id": link.id,
        "clauses": [list(side) for side in link.clauses],
        "similarity": _number(link.similarity),
        "relation": link.relation,
        "moved": link.moved,
        "signals": {name: _number(value) for name, value in sorted(link.signals.items())},
    }


def _difference(difference: Difference) -> Json:
    return {
        "id": difference.id,
        "kind": difference.kind,
        "link": difference.link,
        "clauses": [list(side) for side in difference.clauses],
        "spans": [[_span(span) for span in side] for side in difference.spans],
        "values": list(difference.values),
        "direction": difference.direction,
        "material": difference.material,
        "weight": _number(difference.weight),
        "summary": dict(difference.summary),
        "searched": [_passage(each) for each in difference.searched],
        **({"topic": difference.topic} if difference.topic else {}),
        **_standing(difference),
    }


def _standing(difference: Difference) -> Json:
    """With more than two documents: which reading each has, and which are firmest."""
    if not difference.stands:
        return {}
    return {"stands": list(difference.stands), "leads": list(difference.leads)}


def _passage(passage: Passage) -> Json:
    """A passage; with more than two documents, which of them it stands in."""
    found: Json = {"clause": passage.clause, "score": _number(passage.score)}
    return found if passage.document is None else found | {"document": passage.document}


def _decided(decided: Decided) -> Json:
    """A person's decision with what became of it and the id of what it concerns."""
    return {**as_object(decided.decision), "outcome": decided.outcome, "target": decided.target}


def _span(span: Span) -> Json:
    return {"clause": span.clause, "start": span.start, "end": span.end}


def _number(value: float) -> float:
    """A rounded Python float, also from a numpy one."""
    return round(float(value), DIGITS)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def render(comparison: Comparison, _language: str) -> bytes:
    """The format's JSON."""
    return json_bytes(as_json(comparison))


FORMAT = Format(".json", render)
