"""What a decision is about, as a hash of content: the same after renumbering, another once a word changes.

The order of the documents does not count, so that decisions on ``diff a b`` hold for ``diff b a``.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from policynlp.records import Analysis, Comparison, Difference

DIGITS = 16
"""Hexadecimal digits kept of a hash: 64 bits, of which two among a million coincide once in 40 million."""


def text_key(text: str) -> str:
    """Hash of a clause's text, whatever its blanks."""
    return _hash(" ".join(text.split()))


def link_key(texts: Iterable[Sequence[str]]) -> str:
    """Hash of a link, from the text keys of its clauses, a sequence a document."""
    return _hash(["link", *_unordered(list(side) for side in texts)])


def difference_key(comparison: Comparison, difference: Difference) -> str:
    """Hash of a difference: its kind, the texts of its clauses and the words that it rests on; of a
    difference of documents as wholes, for which no clause stands, what each says."""
    sides = (
        [list(clause_keys(analysis, ids)), words or ([] if ids else [value] if value else [])]
        for analysis, ids, words, value in zip(
            comparison.documents,
            difference.clauses,
            (_words(comparison, difference, side) for side in range(len(comparison.documents))),
            difference.values or [""] * len(comparison.documents),
            strict=True,
        )
    )
    return _hash([difference.kind, *_unordered(sides)])


def clause_keys(analysis: Analysis, ids: Iterable[str]) -> tuple[str, ...]:
    """Text keys of some clauses of a document."""
    return tuple(text_key(analysis.clause(id).text) for id in ids)


def _words(comparison: Comparison, difference: Difference, side: int) -> list[str]:
    analysis = comparison.documents[side]
    spans = difference.spans[side] if side < len(difference.spans) else ()
    return [analysis.clause(span.clause).text[span.start : span.end] for span in spans]


def _unordered(sides: Iterable[list[Any]]) -> list[Any]:
    return sorted(sides, key=json.dumps)


def _hash(content: object) -> str:
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode("utf8", "surrogatepass")).hexdigest()[:DIGITS]
