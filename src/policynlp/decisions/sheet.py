"""The sheet of a review: a row a difference and a row a link, with room for a person's word."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, get_args

from policynlp.decisions.files import sides
from policynlp.decisions.keys import clause_keys, difference_key, link_key
from policynlp.records import ClauseLink, Comparison, Decided, Difference, Span, Verdict
from policynlp.tables import Row, as_csv
from policynlp.tables.rows import place
from policynlp.tables.workbook import Column, Cut, Sheet, as_xlsx

FIRST = {"about": 11, "id": 7, "kind": 12, "says_en": 44, "says_ko": 44}
EACH = {"document": 12, "place": 20, "words": 26, "text": 60}
"""Columns that every document has, with its number after the name."""
DECIDED = {"decision": 12, "corrected_kind": 14, "corrected": 26, "note": 30, "reviewer": 14}
LAST = {"outcome": 11, "key": 18, "clauses": 14, "texts": 24, "corrected_texts": 24}
"""Columns by name -> width in a workbook. A head's first line is what is read again."""


def columns(comparison: Comparison) -> dict[str, int]:
    """Every column of the sheet with its width, in order."""
    numbered = {
        f"{name}_{number}": width
        for number in range(1, len(comparison.documents) + 1)
        for name, width in EACH.items()
    }
    return FIRST | numbered | DECIDED | LAST


def rows(comparison: Comparison) -> Iterator[Row]:
    """Differences by weight, those of the documents as wholes, what is common, what was rejected, links; last
    the decisions that met nothing. A row that was decided on holds the decision and what became of it."""
    met = {(each.decision.about, each.target): each for each in comparison.decided if each.target}
    told = (*comparison.differences, *comparison.documents_differ, *comparison.common, *comparison.rejected)
    empty: Row = dict.fromkeys(columns(comparison), "")
    for each in told:
        shown = {"says_en": each.summary.get("en", ""), "says_ko": each.summary.get("ko", "")}
        texts = _texts(comparison, each.clauses, each.spans)
        about = {"about": "difference", "id": each.id} | _cells(subject(comparison, each))
        yield empty | about | shown | texts | _word(met.get(("difference", each.id)))
    for link in comparison.links:
        about = {"about": "link", "id": link.id} | _cells(link_subject(comparison, link))
        yield empty | about | _texts(comparison, link.clauses, ()) | _word(met.get(("link", link.id)))
    for late in comparison.decided:
        if not late.target:
            yield empty | _kept(late) | _word(late)


def subject(comparison: Comparison, difference: Difference) -> dict[str, Any]:
    """What a decision on a difference is about: key, kind, ids and hashes of its clauses."""
    return {
        "key": difference_key(comparison, difference),
        "kind": difference.kind,
        **_named(comparison, difference.clauses),
    }


def link_subject(comparison: Comparison, link: ClauseLink) -> dict[str, Any]:
    """What a decision on a link is about."""
    named = _named(comparison, link.clauses)
    return {"key": link_key(named["texts"]), "kind": "", **named}


def _named(comparison: Comparison, clauses: Sequence[Sequence[str]]) -> dict[str, Any]:
    return {
        "clauses": [list(ids) for ids in clauses],
        "texts": [
            list(clause_keys(analysis, ids))
            for analysis, ids in zip(comparison.documents, clauses, strict=False)
        ],
    }


def _cells(of: dict[str, Any]) -> Row:
    return of | {name: sides(of[name]) for name in ("clauses", "texts")}


def _texts(comparison: Comparison, clauses: Sequence[Sequence[str]], spans: Sequence[Iterable[Span]]) -> Row:
    """What every document says: its id, place, words and whole text."""
    found: Row = {}
    for number, analysis in enumerate(comparison.documents, 1):
        ids = clauses[number - 1] if number <= len(clauses) else ()
        own = [analysis.clause(id) for id in ids]
        evidence = spans[number - 1] if number <= len(spans) else ()
        words = (analysis.clause(span.clause).text[span.start : span.end] for span in evidence)
        found |= {
            f"document_{number}": analysis.document.id,
            f"place_{number}": " | ".join(place(clause) for clause in own),
            f"words_{number}": " … ".join(words),
            f"text_{number}": "\n".join(clause.text for clause in own),
        }
    return found


def _word(decided: Decided | None) -> Row:
    """A person's word, and what became of it."""
    if decided is None:
        return {}
    own = decided.decision
    return {
        "decision": own.verdict,
        "corrected_kind": own.corrected_kind,
        "corrected": own.corrected,
        "corrected_texts": sides(own.corrected_texts),
        "note": own.note,
        "reviewer": own.reviewer,
        "outcome": decided.outcome,
    }


def _kept(late: Decided) -> Row:
    """A decision that met nothing, as it was."""
    own = late.decision
    return {
        "about": own.about,
        "kind": own.kind,
        "says_en": own.says.get("en", ""),
        "says_ko": own.says.get("ko", ""),
        "key": own.key,
        "clauses": sides(own.clauses),
        "texts": sides(own.texts),
    }


def as_sheet(comparison: Comparison) -> bytes:
    """The sheet as CSV with a byte order mark."""
    return as_csv(list(columns(comparison)), rows(comparison), mark=True)


def as_workbook(
    comparison: Comparison, heads: dict[str, str], kinds: Sequence[str], *, title: str, cut: Cut
) -> bytes:
    """The sheet as XLSX; ``heads`` names columns for a reader (those of documents without number), ``kinds``
    are the codes to choose from."""
    choices = {"decision": get_args(Verdict), "corrected_kind": tuple(kinds), "about": ("difference", "link")}
    wide = columns(comparison)
    shown = [
        Column(
            f"{name}\n{heads.get(name.rstrip('0123456789').rstrip('_'), '')}", width, choices.get(name, ())
        )
        for name, width in wide.items()
    ]
    values = ([row[name] for name in wide] for row in rows(comparison))
    return as_xlsx([Sheet(title, shown, values, frozen=3)], title=title, cut=cut)
