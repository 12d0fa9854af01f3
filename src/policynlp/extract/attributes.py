"""The attributes that policynlp's components keep on a spaCy Doc, and the small helpers that fill them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from policynlp.extract.patterns import Hit
from policynlp.records import NOTHING, Clause, Mention, MentionKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

EXTENSIONS: Mapping[str, object] = MappingProxyType(
    {"clause": None, "binding": False, "mentions": (), "drafts": ()}
)
"""Name of each attribute under ``doc._`` and its value on a fresh Doc."""


def register() -> None:
    """Declares the attributes to spaCy; may be called any number of times."""
    from spacy.tokens import Doc

    for name, default in EXTENSIONS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


def mention(
    clause: Clause,
    kind: MentionKind,
    value: str,
    place: tuple[int, int],
    *,
    confidence: float = 1.0,
    attributes: Mapping[str, str] = NOTHING,
) -> Mention:
    """A mention of the characters ``place`` of a clause."""
    start, end = place
    span = Span(clause.id, start, end)
    return Mention(kind, value, clause.text[start:end], span, confidence, attributes)


def add(doc: "Doc", found: Iterable[Mention]) -> "Doc":
    """Appends mentions to what earlier components found."""
    more = tuple(found)
    if more:  # most clauses hold nothing of a kind, and the attribute is slow
        doc._.mentions = doc._.mentions + more
    return doc


def overlaps(start: int, end: int, taken: Iterable[tuple[int, int]]) -> bool:
    """Whether any character of ``start..end`` is already taken."""
    return any(start < other_end and other_start < end for other_start, other_end in taken)


def places(doc: "Doc", kind: MentionKind) -> tuple[tuple[int, int], ...]:
    """Where the mentions of one kind stand."""
    return tuple((m.span.start, m.span.end) for m in doc._.mentions if m.kind == kind)


def trimmed(text: str, hit: Hit) -> tuple[int, int]:
    """The hit's characters without the blanks and commas at their ends."""
    start, end = hit.start, hit.end
    while end > start and text[end - 1] in " \t\n\u00a0,;":
        end -= 1
    while start < end and text[start] in " \t\n\u00a0,;":
        start += 1
    return start, end
