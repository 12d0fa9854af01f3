"""The records that travel between the stages: frozen, slotted, typed.

Two kinds of offsets exist and are never mixed. ``Document`` level: ``Clause.start`` and ``Clause.end`` count
characters of ``Document.text``, and ``Clause.text == Document.text[start:end]``. Clause level: a ``Span``
counts characters of its clause's ``text``; a clause is what gets aligned, cached and quoted, so its evidence
travels with it. ``clause.start + span.start`` is the place in the document, and ``Document.source_offset``
leads on to the character of the decoded source.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

ClauseKind = Literal["paragraph", "lead_in", "item", "sentence"]
BlockKind = Literal["heading", "paragraph", "item", "row", "title"]
MentionKind = Literal["institution", "place", "quantity", "condition", "area", "status", "term"]
AsideKind = Literal["header", "footer", "page_number", "footnote", "comment"]
Standing = Literal["official", "reprint", "press", "restatement", "unknown"]
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
Relation = Literal["same", "cosmetic", "changed", "split", "merged", "moved"]
Bilingual = Mapping[str, str]
"""A message by language code: ``{"en": …, "ko": …}``."""

NOTHING: Mapping[str, str] = MappingProxyType({})
"""No attributes: a default for arguments (a record takes ``field(default_factory=dict)``)."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from."""

    location: str
    """Path, address or ``builtin:ID``, as given."""
    format: str
    """Name of the format module that read it."""
    sha256: str
    """Of the bytes that were read."""
    size: int
    """Number of those bytes."""
    encoding: str = ""
    """Encoding that decoded them; empty for binary formats."""
    address: str = ""
    """Final web address after redirects, where it was fetched."""
    retrieved: str = ""
    """When it was fetched, ISO 8601 in UTC; empty for a local file."""
    standing: Standing = "unknown"
    """What the text is to the agreement: the issuer's own, a reprint, press, a restatement."""
    basis: str = ""
    """What shows the standing: the domain, the line of the text or the manifest's entry."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of ``Document.text`` that the file format itself set apart (a heading tag, a list item)."""

    start: int
    """First character in ``Document.text``."""
    end: int
    """One past the last character."""
    kind: BlockKind
    """What the format says it is; plain text knows only ``paragraph``."""
    level: int = 0
    """Depth of a heading (1 is the highest) or of a list item; 0 where the format has none."""
    label: str = ""
    """A number that the format keeps outside the text (an XML attribute, automatic numbering)."""
    page: int = 0
    """Page it starts on, from 1; 0 where the format has no pages."""
    cells: tuple[int, ...] = ()
    """For a row: where each cell ends, offsets in ``Document.text``; the cells are joined with `` | ``."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of the source that are not part of the running text: kept apart, never lost."""

    kind: AsideKind
    text: str
    page: int = 0
    """Page it stands on, from 1; 0 where the format has no pages."""
    at: int = -1
    """Offset in ``Document.text`` that a footnote or comment belongs to; -1 where it belongs to none."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The smallest numbered paragraph, bullet or sentence group that stands for one provision."""

    id: str
    """Unique in its document, stable for equal text and structure: ``c1``, ``c2``, … in reading order."""
    text: str
    """``Document.text[start:end]``: without its number or bullet."""
    start: int
    """First character in ``Document.text``."""
    end: int
    """One past the last character."""
    language: str
    """ISO 639-1 code."""
    kind: ClauseKind = "paragraph"
    """A ``lead_in`` (chapeau) ends in a colon or announces a list, and is the ``parent`` of its items."""
    label: str = ""
    """Its number or bullet as printed: ``(a)``, ``제4조``, ``①``."""
    path: tuple[str, ...] = ()
    """Headings above it and numbers down to its own, outermost first."""
    heading: str = ""
    """Title of the nearest heading above, without its number."""
    parent: str | None = None
    """Id of the lead-in that it hangs under."""
    anchor: str = ""
    """Name for links to it, unique in its document, readable: ``iii-a`` or ``article-4-2``."""


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned text with the way back to its source."""

    id: str
    """Short name: ``mou.en``."""
    title: str
    """Title as read from the text or the format; the id where there is none."""
    language: str
    """ISO 639-1 code of most of its text."""
    text: str
    """Cleaned text: NFC, one newline between blocks, no page furniture."""
    source: Source
    """Where it came from."""
    blocks: tuple[Block, ...] = ()
    """In order, not overlapping; together they cover all text but the newlines between."""
    offsets: tuple[tuple[int, int], ...] = ((0, 0),)
    """Break points ``(offset in text, offset in decoded source)``, ascending; both advance alike between."""
    metadata: Mapping[str, str] = field(default_factory=dict)
    """What the file itself states (title, date, parties, note, …), as text."""
    asides: tuple[Aside, ...] = ()
    """Running headers and footers, page numbers, footnotes, in reading order."""

    def page(self, offset: int) -> int:
        """The page that ``text[offset]`` is on, by its block; 0 where the format has no pages."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        return self.blocks[index].page if index >= 0 else 0

    def source_offset(self, offset: int) -> int:
        """The character of the decoded source that ``text[offset]`` came from."""
        index = bisect_right(self.offsets, (offset, 2**62)) - 1
        here, there = self.offsets[max(index, 0)]
        return there + (offset - here)


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of one clause."""

    clause: str
    """Clause id."""
    start: int
    """First character in ``Clause.text``."""
    end: int
    """One past the last character."""


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
    """For ``only_in``: the nearest passages of the other side."""


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
