"""CSV for a spreadsheet: one row a difference, with both texts; UTF-8 for Excel, and no cell is a formula."""

from itertools import chain

from policynlp.records import Clause, Comparison, Decided, Difference
from policynlp.report import Format
from policynlp.report.review import said
from policynlp.tables import Row, as_csv

SIDES = ("first", "second", "third", "fourth", "fifth", "sixth")
"""Column prefixes of the documents, in order."""

HEAD = ("id", "scope", "kind", "material", "weight", "direction", "summary_en", "summary_ko")
PER_SIDE = ("document", "clauses", "place", "value", "words", "text")
TAIL = ("decision", "decision_en", "decision_ko")
"""What a person decided: the outcome by its code, and in words."""


def _prefix(index: int) -> str:
    return SIDES[index] if index < len(SIDES) else f"document{index + 1}"


def _header(documents: int) -> list[str]:
    sides = (f"{_prefix(index)}_{name}" for index in range(documents) for name in PER_SIDE)
    return [*HEAD, *sides, *TAIL]


def _side(comparison: Comparison, difference: Difference, index: int, texts: dict[str, Clause]) -> list[str]:
    """The six cells of one document in one row; empty where the difference says nothing of it."""
    ids = difference.clauses[index] if index < len(difference.clauses) else ()
    spans = difference.spans[index] if index < len(difference.spans) else ()
    clauses = [texts[id] for id in ids if id in texts]
    return [
        comparison.documents[index].document.id,
        " ".join(clause.id for clause in clauses),
        " | ".join(" › ".join(clause.path) or clause.label for clause in clauses),
        difference.values[index] if index < len(difference.values) else "",
        " … ".join(texts[span.clause].text[span.start : span.end] for span in spans if span.clause in texts),
        "\n".join(clause.text for clause in clauses),
    ]


def _row(
    comparison: Comparison,
    difference: Difference,
    scope: str,
    texts: list[dict[str, Clause]],
    decided: Decided | None,
) -> Row:
    sides = (_side(comparison, difference, index, known) for index, known in enumerate(texts))
    head = [
        difference.id,
        scope,
        difference.kind,
        difference.material,
        f"{difference.weight:.3f}",
        difference.direction or "",
        difference.summary.get("en", ""),
        difference.summary.get("ko", ""),
    ]
    tail = [decided.outcome, said(decided, "en"), said(decided, "ko")] if decided else [""] * len(TAIL)
    return dict(zip(_header(len(texts)), [*head, *chain.from_iterable(sides), *tail], strict=True))


def render(comparison: Comparison, _language: str) -> bytes:
    """UTF-8 with a byte order mark, every cell quoted, lines ended as RFC 4180 has it; weightiest first, then
    the differences of the documents as wholes (``scope`` = document) and those that a person rejected."""
    texts = [{clause.id: clause for clause in analysis.clauses} for analysis in comparison.documents]
    parts = (
        ("clause", comparison.differences),
        ("document", comparison.documents_differ),
        ("rejected", comparison.rejected),
    )
    met = {each.target: each for each in comparison.decided if each.decision.about == "difference"}
    rows = (
        _row(comparison, each, scope, texts, met.get(each.id))
        for scope, differences in parts
        for each in differences
    )
    return as_csv(_header(len(texts)), rows, mark=True)


FORMAT = Format(".csv", render)
