"""A term, its translation, and what shows that they are one."""

from dataclasses import dataclass
from typing import Literal

from policynlp.records import Analysis, Span

Method = Literal["bracket", "confirmed", "defined", "heading", "named", "topic"]
"""``bracket``: the text gives the translation itself; ``confirmed``: such a pair, both in linked clauses of
two versions; ``defined``: what linked clauses define (in quotes, or before a colon); ``heading``: headings
over linked clauses; ``named``: the same body or place in linked clauses; ``topic``: the words that named the
same area, in several linked clauses."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One place where a term and its translation are shown."""

    method: Method
    term: str
    """As written there."""
    gloss: str
    """As written there."""
    documents: tuple[str, str]
    """Ids of the documents of the term and of the translation; twice the same for brackets."""
    spans: tuple[Span, Span]
    """Where the two stand; for a heading the first clause under it, from 0 to 0."""
    confidence: float
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term and its translation, merged over all places that show it; Korean first, English second."""

    term: str
    """In its commonest spelling."""
    term_language: str
    """ISO 639-1 code."""
    gloss: str
    """In its commonest spelling."""
    gloss_language: str
    """ISO 639-1 code."""
    shown: tuple[Shown, ...]
    """In order of documents, then of place; never empty."""
    confidence: float
    """That of the surest place: places of one text are not independent."""


@dataclass(frozen=True, slots=True)
class Versions:
    """Two language versions of one text, the Korean one first, and the clauses that say the same."""

    a: Analysis
    b: Analysis
    pairs: tuple[tuple[tuple[str, ...], tuple[str, ...], float], ...]
    """Clause ids of each, and how sure their link is (0 to 1)."""
