"""One row a commitment: all its axes, what its clause names, and the words that show it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from policynlp.records import Analysis, Clause, Commitment, Mention, Span
from policynlp.tables.columns import TABLES, Row
from policynlp.tables.named import name, value_name
from policynlp.tables.rows import place

NOWHERE = Span("", -1, -1)
"""No words show it."""
LISTED = {"quantities": "quantity", "institutions": "institution", "places": "place", "areas": "area"}
"""Columns of what the commitment's own clause names -> kind of the mentions."""


def commitments(analysis: Analysis, language: str = "en") -> Iterator[Row]:
    """Every commitment in reading order; names are in ``language``.

    Conditions are those of the clause and of the lead-in that force and actor came from; a commitment with no
    word of force (a plain statement, whose verb gives its level) has no ``marker``.
    """
    clauses = {clause.id: clause for clause in analysis.clauses}
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in analysis.mentions:
        named[mention.span.clause].append(mention)
    for commitment in analysis.commitments:
        row = {
            **_where(analysis, clauses[commitment.clause]),
            **_axes(commitment, language),
            **_lists(commitment, named, language),
            **_words(commitment, clauses),
            **_standing(commitment),
            "text": clauses[commitment.clause].text,
        }
        yield {column: row[column] for column in TABLES["commitments"]}


def _where(analysis: Analysis, clause: Clause) -> Row:
    return {
        "document": analysis.document.id,
        "clause": clause.id,
        "place": place(clause),
        "page": analysis.document.page(clause.start),
    }


def _axes(commitment: Commitment, language: str) -> Row:
    denied = commitment.polarity == "denied"
    return {
        "force": commitment.force,
        "force_name": name("force", "denied" if denied else commitment.force, language),
        "action": commitment.action,
        "action_name": name("action", commitment.action, language),
        "phase": commitment.phase,
        "phase_name": name("phase", commitment.phase, language),
        "polarity": commitment.polarity,
        "polarity_name": name("polarity", commitment.polarity, language),
        "actor": commitment.actor,
        "object": commitment.object,
    }


def _lists(commitment: Commitment, named: Mapping[str, Sequence[Mention]], language: str) -> Row:
    """Values, words and names of what the clause names, each value and each wording once."""
    own = named.get(commitment.clause, ())
    above = named.get(commitment.inherited_from or "", ())
    conditions = [one for one in (*above, *own) if one.kind == "condition"]
    row: Row = {"conditions": _values(conditions), "condition_words": _texts(conditions)}
    for column, kind in LISTED.items():
        mentions = [one for one in own if one.kind == kind]
        row[column] = _values(mentions)
        row[f"{kind}_words"] = _texts(mentions)
        row[f"{kind}_names"] = tuple(
            value_name(kind, value, language) or next(one.text for one in mentions if one.value == value)
            for value in row[column]
        )
    return row


def _values(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.value for one in mentions))


def _texts(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.text for one in mentions))


def _words(commitment: Commitment, clauses: Mapping[str, Clause]) -> Row:
    """The words of force and of action, and where those of force stand (perhaps in the lead-in)."""
    marker = commitment.spans.get("marker", NOWHERE)
    return {
        "marker": _read(marker, clauses),
        "action_words": _read(commitment.spans.get("action", NOWHERE), clauses),
        "marker_clause": marker.clause,
        "marker_start": marker.start,
        "marker_end": marker.end,
    }


def _read(span: Span, clauses: Mapping[str, Clause]) -> str:
    return clauses[span.clause].text[span.start : span.end] if span.clause else ""


def _standing(commitment: Commitment) -> Row:
    return {
        "confidence": round(commitment.confidence, 3),
        "precision": commitment.precision,
        "follow_up": commitment.follow_up,
        "aspect": commitment.aspect,
        "reported": commitment.reported,
        "lead_in": commitment.lead_in,
        "purpose": commitment.purpose,
        "inherited_from": commitment.inherited_from or "",
    }
