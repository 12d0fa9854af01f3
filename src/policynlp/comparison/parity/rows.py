"""Findings of a check as flat rows, for CSV and JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from policynlp.comparison.parity.divergence import CLASSES
from policynlp.records import Analysis, Comparison, Difference, Span

COLUMNS = (
    "id", "class", "kind", "confidence", "summary_en", "summary_ko", "link",
    "first_document", "first_clauses", "first_place", "first_value", "first_spans", "first_text",
    "second_document", "second_clauses", "second_place", "second_value", "second_spans", "second_text",
)  # fmt: skip
"""Columns in order; ``spans`` are ``clause:start-end``, characters of the clause's text."""


def rows(comparison: Comparison) -> Iterator[dict[str, Any]]:
    """One row a finding, the surest first."""
    for found in comparison.differences:
        row: dict[str, Any] = {
            "id": found.id,
            "class": CLASSES[found.kind],
            "kind": found.kind,
            "confidence": found.weight,
            "summary_en": found.summary["en"],
            "summary_ko": found.summary["ko"],
            "link": found.link,
        }
        for index, name in enumerate(("first", "second")):
            own = _side(comparison.documents[index], found, index)
            row |= {f"{name}_{column}": value for column, value in own.items()}
        yield row


def _side(analysis: Analysis, found: Difference, index: int) -> dict[str, Any]:
    clauses = [analysis.clause(id) for id in found.clauses[index]]
    return {
        "document": analysis.document.id,
        "clauses": list(found.clauses[index]),
        "place": " | ".join(" › ".join(clause.path) or clause.label for clause in clauses),
        "value": found.values[index],
        "spans": [_span(span) for span in _spans(found.spans, index)],
        "text": "\n".join(clause.text for clause in clauses),
    }


def _spans(spans: Sequence[Sequence[Span]], index: int) -> Sequence[Span]:
    return spans[index] if index < len(spans) else ()


def _span(span: Span) -> str:
    return f"{span.clause}:{span.start}-{span.end}"
