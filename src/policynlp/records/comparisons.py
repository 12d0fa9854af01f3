"""What two or more documents share and how they differ."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from policynlp.records.decisions import Decided
from policynlp.records.readings import Analysis
from policynlp.records.texts import ClauseKind, Span

Relation = Literal["same", "cosmetic", "changed", "split", "merged", "moved"]


Bilingual = Mapping[str, str]
"""A message by language code: ``{"en": …, "ko": …}``."""


@dataclass(frozen=True, slots=True)
class Link:
    """Units of one list that say what units of another say (the aligner's own result)."""

    a: tuple[int, ...]
    """Indexes into the first list, ascending; never empty."""
    b: tuple[int, ...]
    """Indexes into the second list, ascending; never empty."""
    score: float
    """0 to 1: how likely the link is right."""
    moved: bool = False
    """True where the link leaves the order that its neighbours keep."""
    signals: Mapping[str, float] = field(default_factory=dict)
    """What each signal said, by name, for the reader who wants to know why."""


@dataclass(frozen=True, slots=True)
class FamilyGroup:
    """Units of several lists that say the same: one row of the table of a family of agreements."""

    members: tuple[tuple[int, ...], ...]
    """Indexes into each list, ascending, one tuple a list; empty where a list has nothing of it."""
    score: float
    """0 to 1: mean over the pairs of lists of the likeliest link between them, 0 where there is none."""


@dataclass(frozen=True, slots=True)
class ClauseLink:
    """A link between clauses of documents, with what the texts' difference amounts to."""

    id: str
    """``l1``, ``l2``, …"""
    clauses: tuple[tuple[str, ...], ...]
    """Clause ids, one tuple a document."""
    similarity: float
    """0 to 1."""
    relation: Relation
    """``same`` only where no character differs; ``cosmetic`` for spelling, quotes, spaces, numbering."""
    moved: bool = False
    """True for a moved link, whatever else its relation says."""
    signals: Mapping[str, float] = field(default_factory=dict)
    """As in Link."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause of the other side that was looked at in vain."""

    clause: str
    score: float
    """Similarity, 0 to 1."""
    document: int | None = None
    """Index of the document it stands in, where more than two are compared."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference of one kind, with the words that show it."""

    id: str
    """``d1``, ``d2``, … by rank: the weightiest first."""
    kind: str
    """A member of DIFFERENCE_KINDS."""
    link: str | None
    """Id of the clause link that it lies in; None where one side has nothing."""
    clauses: tuple[tuple[str, ...], ...]
    """Clause ids, one tuple a document."""
    spans: tuple[tuple[Span, ...], ...]
    """Evidence, one tuple a document; for document-level differences both may be empty."""
    values: tuple[str, ...]
    """What each side says, canonical or in its own words."""
    summary: Bilingual
    """One sentence in English and in Korean."""
    material: bool = True
    """False for cosmetic changes and what the noise rules discount."""
    weight: float = 0.5
    """0 to 1: how much it matters to a reader."""
    direction: Literal["first", "second"] | None = None
    """Which side is firmer, wider or more precise; None where neither."""
    searched: tuple[Passage, ...] = ()
    """For ``only_in``: the nearest passages of the other side, or of each document that is silent."""
    stands: tuple[int | None, ...] = ()
    """With more than two documents: the number of the reading that each has, 0 the one most have; documents
    of one number say the same, None says nothing of it."""
    leads: tuple[int, ...] = ()
    """With more than two documents: indexes of those that are firmest."""
    topic: str = ""
    """What of a document as a whole it is about: title, kind, parties, date, entry, duration, ending,
    amendment, dispute, funds, status, languages, areas; empty for clauses."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two (or more) agreements share and how they differ: all that a report needs."""

    documents: tuple[Analysis, ...]
    links: tuple[ClauseLink, ...]
    differences: tuple[Difference, ...]
    """By rank."""
    documents_differ: tuple[Difference, ...] = ()
    """Differences of the documents as wholes (title and kind, dates, parties, status)."""
    common: tuple[Difference, ...] = ()
    """What the documents share and a reader should know (both non-binding, both export the full stack): same
    record, ``kind`` ``status`` or ``provision``, evidence on each side."""
    generator: Mapping[str, Any] = field(default_factory=dict)
    """``version``, ``encoder``, ``options``: enough to run it again."""
    names: tuple[Bilingual, ...] = ()
    """What the sentences call each document (``the MOU``, 양해각서): whoever shows them uses these names."""
    rejected: tuple[Difference, ...] = ()
    """Differences, and things said to be common, that a person rejected: no longer among the others."""
    decided: tuple[Decided, ...] = ()
    """Every decision of a person that was given, with what became of it."""
    schema: str = "policynlp.comparison/1"


@dataclass(frozen=True, slots=True)
class Unit:
    """What the aligner needs to know of a clause, or of a bare string."""

    text: str
    language: str = ""
    path: tuple[str, ...] = ()
    """Headings and numbers above; empty for bare strings."""
    heading: str = ""
    kind: ClauseKind = "paragraph"
    parent: int | None = None
    """Index of the lead-in in the same list."""
    keys: tuple[str, ...] = ()
    """Canonical values it names (bodies, quantities, places, areas): comparable across languages."""
    actions: tuple[str, ...] = ()
    """Action classes of its commitments."""
