"""What is read out of one document, each with the words that show it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from policynlp.records.texts import Clause, Document, Span

MentionKind = Literal["institution", "place", "quantity", "condition", "area", "status", "term"]


FactKind = Literal[
    "title",
    "instrument",
    "party",
    "place",
    "date",
    "language",
    "authentic_language",
    "duration",
    "entry_into_effect",
    "ending",
    "notice",
    "treaty_word",
    "nonbinding_word",
]


@dataclass(frozen=True, slots=True)
class Mention:
    """Something named in a clause: a body, a place, a quantity, a condition, an area, a status word."""

    kind: MentionKind
    """Which sort of thing."""
    value: str
    """Canonical, language-independent: ``us.nsf``, ``P180D``, ``CAD 2400000000``, ``quantum``."""
    text: str
    """The words read."""
    span: Span
    """Where they stand."""
    confidence: float = 1.0
    """0 to 1; below 1 where a pattern or a classifier, not a table, found it."""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """What else was read: ``type`` of a quantity, ``country``, ``role`` and ``known`` of a body."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """Who commits to what, how firmly, doing what (the four axes of docs/commitments.md)."""

    clause: str
    """Clause id."""
    force: int
    """0 declaration, 1 permission or exploration, 2 support, 3 effort, 4 intention, 5 firm commitment,
    6 obligation."""
    action: str
    """Action class: explore, consult, exchange, coordinate, support, advocate, develop, implement, advance,
    strengthen, maintain, fund, legislate, standardise, protect, refrain; ``other`` for an unknown verb."""
    phase: str = ""
    """explore, initiate, promote, advance, implement, complete, maintain; empty where the verb shows none."""
    polarity: Literal["positive", "negative", "denied"] = "positive"
    """``negative``: a duty not to; ``denied``: the text denies an intent (level N of the scale)."""
    actor: str = ""
    """Words that name who acts; taken from the lead-in where the item has none."""
    object: str = ""
    """Words that say on what."""
    precision: int = 0
    """0 to 5: one each for a named actor, quantity, date or deadline, named body, checkable outcome."""
    follow_up: int = 0
    """0 to 3: implementing body; review or reporting; amendment, dispute or withdrawal route."""
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Evidence by role: ``marker``, ``action``, ``actor``, ``object``, ``attenuator``, ``negation``.

    A span may lie in the lead-in.
    """
    inherited_from: str | None = None
    """Lead-in clause that force and actor were taken from."""
    lead_in: bool = False
    """True where this stands in a lead-in and its items carry the substance."""
    aspect: Literal["new", "continuing"] = "new"
    """``continuing`` for what is already being done."""
    reported: bool = False
    """True where the text reports somebody else's commitment."""
    purpose: bool = False
    """True where another commitment of the clause is for or is done by this action ("… to promote trade").

    It shows what a change of wording changes, and counts as no commitment of its own.
    """
    confidence: float = 1.0
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class GlossaryPair:
    """A term and its translation that the text itself gives, usually in brackets."""

    term: str
    """The term as written."""
    term_language: str
    """ISO 639-1 code."""
    gloss: str
    """Its translation as written."""
    gloss_language: str
    """ISO 639-1 code."""
    spans: tuple[Span, Span]
    """Where the two stand."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What the text itself says about the document as a whole: its parties, date, duration, status words."""

    kind: FactKind
    value: str
    """Canonical where that exists (``country.kr``, ``2025-10-29``, ``P5Y``), else the words."""
    text: str
    """The words read: ``Document.text[start:end]``."""
    start: int
    """First character in ``Document.text``."""
    end: int
    """One past the last character."""
    confidence: float = 1.0
    """0 to 1."""
    detail: str = ""
    """What else was read: ``renewal`` of a duration, ``prevails`` of a language, how often a word stands."""


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Two language versions that came out of one file, and which clauses of theirs say the same."""

    documents: tuple[str, str]
    """Ids."""
    pairs: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    """Clause ids of the first and of the second that stand for each other, in order of the first."""
    alone: tuple[tuple[str, ...], tuple[str, ...]]
    """Clauses of each that have no counterpart."""
    basis: str
    """How they were split and linked: ``table``, ``alternating``, ``successive`` or ``glosses``."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything read out of one document."""

    document: Document
    clauses: tuple[Clause, ...] = ()
    """In reading order."""
    commitments: tuple[Commitment, ...] = ()
    """In order of clause, then of place."""
    mentions: tuple[Mention, ...] = ()
    """In order of clause, then of place."""
    glossary: tuple[GlossaryPair, ...] = ()
    """In order of appearance."""
    facts: tuple[Fact, ...] = ()
    """In order of kind, then of place."""

    def clause(self, id: str) -> Clause:
        """The clause of that id; raises KeyError."""
        for clause in self.clauses:
            if clause.id == id:
                return clause
        raise KeyError(id)
