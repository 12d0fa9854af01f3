"""From the document model to pieces: numbers as labels, tables row by row, notes apart.

The source that offsets count in is the text in reading order as it was extracted, a line a paragraph.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from policynlp.errors import UnreadableError
from policynlp.ingest.clean import flattened, normalise, wordless
from policynlp.ingest.hwp.glyphs import plain
from policynlp.ingest.hwp.metadata import believable, titled
from policynlp.ingest.hwp.model import Box, Content, Inline, Note, Paragraph, Section, Shape, Table
from policynlp.ingest.hwp.numbers import Counter
from policynlp.ingest.hwp.rows import arranged, framed, grid, header, written
from policynlp.ingest.joins import paragraphs as rejoined
from policynlp.ingest.parsed import Beside, Parsed, Piece
from policynlp.ingest.traced import Traced, joined
from policynlp.records import BlockKind

PLACEHOLDER = "이 문서는 상위 버전의 배포용 문서입니다"
"""What a distribution file shows to a program that cannot read it; never the document's own text."""
_OUTLINE = re.compile(r"(?:개요|제목|[Oo]utline|[Hh]eading) ?(\d{1,2})")
_CONTENTS = re.compile(r"(?:차례|목차|TOC|toc) ?\d")
"""Styles of the entries of a table of contents: the text's own headings once more."""
_TITLE = re.compile(r"(?:문서 ?)?제목|[Tt]itle")
_DIVISION = re.compile(
    r"제 ?\d+ ?[편장절관조부](?: ?의 ?\d+)?|(?:부속서|별표) ?[\dA-ZⅠ-Ⅻ가-하]+"
    r"|(?i:article|chapter|section|part|annex) ?[\dA-Z.-]+"
)
_TITLE_AMONG = 12
"""Pieces at the start among which the document's title stands; the style's later uses are headings."""
_SENTENCE_END = re.compile(r"(?:[.!?;:,。]|[가-힣]다)[\"'”’)\]]*$")
_HEADING_LENGTH = 120
"""Most characters of a paragraph that its style makes a heading; longer ones are provisions."""


def build(content: Content, location: str) -> Parsed:
    """Pieces of the whole document; raises UnreadableError where it holds nothing but the placeholder."""
    walk = _Walk(content)
    for section in content.sections:
        walk.section(section)
    walk.flush()
    first = walk.pieces[0].text.text if walk.pieces else ""
    if first.startswith(PLACEHOLDER):
        raise UnreadableError(location, "hwp-placeholder")
    return Parsed(
        "".join(walk.parts),
        tuple(walk.pieces),
        title=titled(content.stated, [piece.text.text for piece in walk.pieces]),
        metadata=believable(content.stated),
        beside=tuple(walk.beside),
    )


@dataclass(slots=True)
class _Head:
    """What the paragraph being read is."""

    kind: BlockKind = "paragraph"
    level: int = 0
    label: str = ""


@dataclass(slots=True)
class _Walk:
    """What has been read so far, and the line of text that is being read."""

    content: Content
    parts: list[str] = field(default_factory=list)
    size: int = 0
    """Characters of the source so far."""
    pieces: list[Piece] = field(default_factory=list)
    beside: list[Beside] = field(default_factory=list)
    counter: Counter = field(default_factory=Counter)
    outline: int = 0
    run: list[Traced] = field(default_factory=list)
    head: _Head = field(default_factory=_Head)

    def section(self, section: Section) -> None:
        """A section; its outline counts by its own numbering."""
        self.outline = section.outline or self.outline
        self.flow(section.paragraphs)

    def flow(self, paragraphs: Iterable[Paragraph]) -> None:
        """Paragraphs one after the other."""
        for paragraph in paragraphs:
            self.flush()
            if _CONTENTS.fullmatch(self.content.sheet.styles.get(paragraph.style, "")):
                continue
            self.head = self._head(paragraph)
            after: list[Inline] = []
            for inline in paragraph.inlines:
                self._inline(inline, after)
            self.flush()
            for inline in after:
                self._anchored(inline)

    def _inline(self, inline: Inline, after: list[Inline]) -> None:
        """A part of a paragraph; what floats is kept for after it."""
        if isinstance(inline, str):
            self.run.append(self._written(inline))
        elif isinstance(inline, Note):
            self._note(inline)
        elif isinstance(inline, Table) and inline.within:
            self.flush()
            self._anchored(inline)
        else:
            after.append(inline)

    def _anchored(self, inline: Inline) -> None:
        if isinstance(inline, Box):
            self.flow(inline.paragraphs)
        elif isinstance(inline, Table):
            self._table(inline)

    def _written(self, text: str) -> Traced:
        """Text put at the end of the source."""
        text = plain(text)
        traced = Traced.of(text, self.size)
        self.parts.append(text)
        self.size += len(text)
        return traced

    def flush(self) -> None:
        """End the line: it becomes a piece, or several where it holds line breaks."""
        run, self.run = self.run, []
        if not run:
            return
        self._written("\n")
        lines = normalise(joined(run, "")).lines()
        for text in map(flattened, rejoined(lines) if len(lines) > 1 else lines):
            if not wordless(text.text):
                self._piece(text)
                self.head = _Head(level=self.head.level)

    def _piece(self, text: Traced) -> None:
        """A heading is short and no sentence, whatever its style; an article's title always is one."""
        head, titled = self.head, _titled(text.text)
        if _DIVISION.fullmatch(head.label):
            kind: BlockKind = "heading" if titled else "paragraph"
        elif head.kind in ("heading", "title") and not titled:
            kind = "item" if head.label else "paragraph"
        else:
            kind = head.kind
        if kind == "title" and any(piece.kind == "title" for piece in self.pieces[:_TITLE_AMONG]):
            kind = "heading"
        level = head.level if kind in ("heading", "item") else 0
        self.pieces.append(Piece(text, kind, level, head.label))

    def _head(self, paragraph: Paragraph) -> _Head:
        sheet = self.content.sheet
        shape = sheet.shapes.get(paragraph.shape, Shape())
        label = self._label(shape)
        style = sheet.styles.get(paragraph.style, "")
        outline = _OUTLINE.fullmatch(style)
        if _TITLE.fullmatch(style) and not label:
            return _Head("title", 1)
        if outline or shape.kind == "outline":
            return _Head("heading", int(outline[1]) if outline else shape.level + 1, label)
        if shape.kind in ("number", "bullet") and label:
            return _Head("item", shape.level + 1, label)
        return _Head()

    def _label(self, shape: Shape) -> str:
        """The next number or the bullet at the head of a paragraph of this shape."""
        sheet = self.content.sheet
        if shape.kind == "bullet":
            return sheet.bullets.get(shape.reference, "•")
        if shape.kind in ("number", "outline"):
            reference = self.outline if shape.kind == "outline" else shape.reference
            return self.counter.label(reference, sheet.numberings.get(reference, ()), shape.level)
        return ""

    def _note(self, note: Note) -> None:
        text = " ".join(filter(None, map(self._plain, note.paragraphs)))
        anchored = note.kind in ("footnote", "comment")
        if not wordless(text):
            self.beside.append(Beside(note.kind, text, source=max(self.size - 1, 0) if anchored else -1))

    def _plain(self, paragraph: Paragraph) -> str:
        """A note's paragraph as one line; what is anchored in it follows."""
        label = self._label(self.content.sheet.shapes.get(paragraph.shape, Shape()))
        inner: list[str] = []
        line = "".join(inline for inline in paragraph.inlines if isinstance(inline, str))
        for inline in paragraph.inlines:
            if isinstance(inline, Table):
                inner += [self._plain(one) for cell in inline.cells for one in cell.paragraphs]
            elif isinstance(inline, Box):
                inner += [self._plain(one) for one in inline.paragraphs]
        line = flattened(normalise(Traced.of(plain(line)))).text
        return " ".join(filter(None, (label if line else "", line, *inner)))

    def _table(self, table: Table) -> None:
        """Captions and rows; a table for layout alone is the paragraphs in it."""
        self.flow(table.above)
        frame = framed(table)
        for cell in frame:
            self.flow(cell.paragraphs)
        for row in () if frame else grid(table):
            cells = [written(cell) for cell in row]
            parts = arranged(cells)
            for part in parts:
                self._row(part, header(row))
            self.flow(paragraph for cell in cells if not parts for paragraph in cell)
        self.flow(table.below)

    def _row(self, cells: Sequence[Sequence[Paragraph]], heads: bool) -> None:
        """A row of cells with bars between; tables inside them follow it."""
        inside: list[Inline] = []
        texts: list[Traced] = []
        for cell in cells:
            lines = [line for paragraph in cell for line in self._cell_line(paragraph, inside)]
            texts.append(flattened(normalise(joined(lines, ""))))
        row = joined(texts, " | ")
        if not wordless(row.text):
            ends = tuple(sum(map(len, texts[: n + 1])) + 3 * n for n in range(len(texts)))
            self.pieces.append(Piece(row, "row", int(heads), cells=ends))
        for inline in inside:
            self._anchored(inline)

    def _cell_line(self, paragraph: Paragraph, inside: list[Inline]) -> list[Traced]:
        """Text of a paragraph in a cell, its number in front; tables in it are kept for after the row."""
        label = self._label(self.content.sheet.shapes.get(paragraph.shape, Shape()))
        found: list[Traced] = []
        for inline in paragraph.inlines:
            if isinstance(inline, str):
                if label and not found:
                    found.append(self._written(f"{label} "))
                found.append(self._written(inline))
            elif isinstance(inline, Note):
                self._note(inline)
            else:
                inside.append(inline)
        return [*found, self._written("\n")] if found else []


def _titled(text: str) -> bool:
    """Short and no sentence: a heading rather than a provision."""
    return len(text) <= _HEADING_LENGTH and _SENTENCE_END.search(text) is None
