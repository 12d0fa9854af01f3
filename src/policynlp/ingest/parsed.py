"""What a format reader gives: pieces of text in reading order, and what the file says of itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from policynlp.ingest.traced import Traced
from policynlp.records import NOTHING, AsideKind, BlockKind

HEAD = 4096
"""Bytes at the start of a text in which its format shows."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that becomes one block."""

    text: Traced
    kind: BlockKind = "paragraph"
    level: int = 0
    """Depth of a heading (1 is the highest) or of a list item; 1 for the header row of a table."""
    label: str = ""
    """A number that the format keeps outside the text."""
    page: int = 0
    """Page it starts on, from 1; 0 where the format has no pages."""
    cells: tuple[int, ...] = ()
    """For a row: where each cell ends in ``text``; the cells are joined with `` | ``."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A header, footer, page number, footnote or comment: text that is kept apart."""

    kind: AsideKind
    text: str
    page: int = 0
    """Page it stands on, from 1; 0 where the format has no pages."""
    source: int = -1
    """Offset in ``Parsed.source`` of the place it belongs to; -1 where it belongs to none."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file as its format reader understood it."""

    source: str
    """The decoded source that all offsets count in."""
    pieces: tuple[Piece, ...]
    encoding: str = ""
    title: str = ""
    language: str = ""
    """Code that the file states, if any."""
    metadata: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    beside: tuple[Beside, ...] = ()
    """What is kept apart from the text, in reading order."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how to know it and how to read it."""

    name: str
    """What a person calls it: ``HTML``."""
    extensions: tuple[str, ...]
    """Lower case, with the dot."""
    sniff: Callable[[bytes], bool]
    """True where the content shows this format beyond doubt. It gets the whole file: what tells one zip or
    OLE file from another stands inside; for a text, the first HEAD bytes must do."""
    read: Callable[[bytes, str], Parsed]
    """``read(data, location)``; raises UnreadableError that names the location."""
    magic: tuple[bytes, ...] = ()
    """First bytes of such a file. A damaged one that has them and the right extension goes to ``read``, which
    says what is wrong with it."""
