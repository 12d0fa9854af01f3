"""A text with the way back to its source, and the clauses that it is cut into."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

ClauseKind = Literal["paragraph", "lead_in", "item", "sentence"]


BlockKind = Literal["heading", "paragraph", "item", "row", "title"]


AsideKind = Literal["header", "footer", "page_number", "footnote", "comment"]


Standing = Literal["official", "reprint", "press", "restatement", "unknown"]


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
