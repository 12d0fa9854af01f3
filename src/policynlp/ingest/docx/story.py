"""The body of a document (or a note, a header) read to pieces, in reading order."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from policynlp.errors import UnreadableError
from policynlp.ingest.clean import flattened, normalise, wordless
from policynlp.ingest.docx.inline import Fields, Inline
from policynlp.ingest.docx.names import ALTERNATE, chosen, on, value, w, whole
from policynlp.ingest.docx.numbering import Label, Numbering
from policynlp.ingest.docx.styles import Styles, outlined
from policynlp.ingest.docx.tables import Row, rows
from policynlp.ingest.joins import paragraphs
from policynlp.ingest.parsed import Piece
from policynlp.ingest.rows import row_pieces
from policynlp.ingest.traced import Traced
from policynlp.records import BlockKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_INSIDE = frozenset(
    w(name) for name in ("sdtContent", "customXml", "ins", "moveTo", "smartTag", "body", "txbxContent")
)
_EMBEDDED = frozenset({w("altChunk"), w("subDoc")})
_SENTENCE = re.compile(r"[.;:。][\"'”’)\]]*$")
_HEADING_LENGTH = 80
"""Characters from which on a heading that ends like a sentence is a provision in a heading's style."""
_WORDS = re.compile(r"[^\W\d_]{4}|[가-힣]\W*\d+\W*[가-힣]")
"""A number that is worth a line of its own: ``Article 4``, ``제4조``, not ``(iv)``."""
_CONTENTS = "Table of Contents"
"""Gallery of the content control that Word puts a table of contents into."""


@dataclass(slots=True)
class Story:
    """Reads block by block; ``source`` grows by every paragraph, and pieces lead back into it."""

    styles: Styles
    numbering: Numbering
    location: str
    source: list[str] = field(default_factory=list)
    size: int = 0
    """Characters of ``source``."""
    notes: list[tuple[int, str, str]] = field(default_factory=list)
    """Offset in ``source`` of the character before the reference, kind, id."""
    fields: Fields = field(default_factory=Fields)
    in_row: int = 0
    """Rows that the paragraph stands in: their numbers are text."""
    carried: Inline | None = None
    """Text of a paragraph whose end was deleted: it goes on in the next."""

    def read(self, element: "_Element") -> list[Piece]:
        """The pieces of all blocks in an element."""
        pieces: list[Piece] = []
        for child in element:
            read = self._reader(child.tag)
            if read is not None:
                pieces += read(child)
        return pieces

    def _reader(self, tag: str) -> "Callable[[_Element], list[Piece]] | None":
        if tag in _EMBEDDED:
            raise UnreadableError(self.location, "docx-embedded")
        readers = {
            w("p"): self._paragraph,
            w("tbl"): self._table,
            w("sdt"): self._control,
            ALTERNATE: self._alternate,
        }
        return readers.get(tag) or (self.read if tag in _INSIDE else None)

    def _control(self, element: "_Element") -> list[Piece]:
        """A content control; nothing where it still shows its prompt or holds a table of contents."""
        content = element.find(w("sdtContent"))
        prompt = on(element.find(w("sdtPr/showingPlcHdr")))
        listing = value(element.find(w("sdtPr/docPartObj/docPartGallery"))) == _CONTENTS
        return self.read(content) if content is not None and not prompt and not listing else []

    def _alternate(self, element: "_Element") -> list[Piece]:
        choice = chosen(element)
        return self.read(choice) if choice is not None else []

    def _table(self, element: "_Element") -> list[Piece]:
        return [piece for row in rows(element) for piece in self._row(row)]

    def _row(self, row: Row) -> list[Piece]:
        if len(row.cells) == 1:
            return self.read(row.cells[0]) if row.cells[0] is not None else []
        self.in_row += 1
        cells = [self.read(cell) if cell is not None else [] for cell in row.cells]
        self.in_row -= 1
        return row_pieces(cells, row.header) if any(cells) else []

    def _paragraph(self, element: "_Element") -> list[Piece]:
        inline = self.carried or Inline(self.fields)
        inline.read(element)
        properties = element.find(w("pPr"))
        self.carried = inline if _runs_on(element, properties) else None
        if self.carried is not None:
            return []
        style = value(properties.find(w("pStyle"))) if properties is not None else ""
        style = style if style in self.styles.elements else self.styles.default
        label = self._label(properties, style)
        pieces = [] if self.styles.contents(style) else self._pieces(inline, label, properties, style)
        return pieces + [piece for box in inline.boxes for piece in self.read(box)]

    def _label(self, properties: "_Element | None", style: str) -> Label | None:
        """The automatic number of a paragraph; its own list and level win over its style's."""
        number, named_by, level = self.styles.number(style)
        own = properties.find(w("numPr")) if properties is not None else None
        own_number = own.find(w("numId")) if own is not None else None
        own_level = own.find(w("ilvl")) if own is not None else None
        if own_number is None:
            by_style = self.numbering.level_of(number, style)
            if by_style is None:
                by_style = self.numbering.level_of(number, named_by)
            level = by_style if by_style is not None else level
        number = value(own_number) if own_number is not None else number
        return self.numbering.next(
            number, whole(own_level, level or 0) if own_level is not None else level or 0
        )

    def _pieces(
        self, inline: Inline, label: Label | None, properties: "_Element | None", style: str
    ) -> list[Piece]:
        shown = label.text if label else ""
        text = f"{shown} {inline.text}" if shown and self._as_text(inline.text, shown) else inline.text
        before = len(text) - len(inline.text)
        start = self._written(text)
        self.notes += [(start + before + place - 1, kind, id) for place, kind, id in inline.notes]
        traced = normalise(Traced.of(text, start))
        kind, level = self._role(properties, style, flattened(traced).text)
        if kind == "paragraph":
            found = list(_lines(traced))
            if label and label.bullet:
                kind, level = "item", label.level + 1 + self.styles.depth(style)
        else:
            found = [flattened(traced)]
        pieces = [Piece(one, kind, level) for one in found if not wordless(one.text)]
        return _labelled(pieces, "" if before else shown)

    def _as_text(self, text: str, label: str) -> bool:
        """A row has no place for numbers but its text; a number alone in its paragraph is that paragraph."""
        return bool(text.strip()) if self.in_row else not text.strip() and _WORDS.search(label) is not None

    def _written(self, text: str) -> int:
        """Put a paragraph into the source; where it starts."""
        start = self.size
        self.source += (text, "\n")
        self.size += len(text) + 1
        return start

    def _role(self, properties: "_Element | None", style: str, text: str) -> tuple[BlockKind, int]:
        """Heading, title or paragraph. Whole provisions set in a heading's style stay provisions."""
        outline = properties.find(w("outlineLvl")) if properties is not None else None
        kind, level = self.styles.role(style) if outline is None else outlined(whole(outline, 9))
        if kind == "heading" and len(text) >= _HEADING_LENGTH and _SENTENCE.search(text):
            return "paragraph", 0
        return kind, level


def _runs_on(element: "_Element", properties: "_Element | None") -> bool:
    """True where the end of a paragraph is deleted or moved away, and a paragraph follows."""
    following = element.getnext()
    if properties is None or following is None or following.tag != w("p"):
        return False
    return any(properties.find(w(f"rPr/{change}")) is not None for change in ("del", "moveFrom"))


def _lines(text: Traced) -> Iterator[Traced]:
    """A paragraph, cut at its line breaks where they mean something."""
    lines = text.lines()
    if len(lines) == 1:
        yield flattened(text)
    else:
        yield from map(flattened, paragraphs(lines))


def _labelled(pieces: Sequence[Piece], label: str) -> list[Piece]:
    """The number belongs to the first piece of its paragraph."""
    if not pieces or not label:
        return list(pieces)
    return [replace(pieces[0], label=label), *pieces[1:]]
