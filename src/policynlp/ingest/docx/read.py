"""From a DOCX to its pieces, with notes, comments, headers and footers kept apart."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policynlp.ingest.docx.names import value
from policynlp.ingest.docx.numbering import Numbering, read_numbering
from policynlp.ingest.docx.package import Package, opened
from policynlp.ingest.docx.properties import stated
from policynlp.ingest.docx.story import Story
from policynlp.ingest.docx.styles import Styles, numbering_styles, read_styles
from policynlp.ingest.parsed import Beside, Parsed, Piece
from policynlp.records import AsideKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTES: dict[str, tuple[str, AsideKind]] = {
    "footnote": ("footnotes", "footnote"),
    "endnote": ("endnotes", "footnote"),
    "comment": ("comments", "comment"),
}
"""The part that each kind of reference points into, and what its text is."""


def read_package(data: bytes, location: str) -> Parsed:
    """The text of a DOCX; raises UnreadableError that says what is wrong with the file."""
    return _Reader(opened(data, location), location).parsed()


@dataclass(slots=True)
class _Reader:
    package: Package
    location: str
    styles: Styles = field(init=False)

    def __post_init__(self) -> None:
        self.styles = read_styles(self.package.part("styles"))

    def parsed(self) -> Parsed:
        styles = self.package.part("styles")
        numbering = read_numbering(self.package.part("numbering"), numbering_styles(styles))
        body = Story(self.styles, numbering, self.location)
        pieces = body.read(self.package.document)
        metadata = stated(self.package.part("core-properties"))
        return Parsed(
            "".join(body.source),
            tuple(pieces),
            title=_title(pieces),
            language=metadata.pop("language", ""),
            metadata=metadata,
            beside=(*self._running("header"), *self._running("footer"), *self._notes(body)),
        )

    def _running(self, kind: AsideKind) -> Iterator[Beside]:
        """Texts of headers or footers, each once."""
        texts = [self._text(part) for part in self.package.parts.get(kind, ())]
        return (Beside(kind, text) for text in dict.fromkeys(texts) if text)

    def _notes(self, body: Story) -> Iterator[Beside]:
        """Notes and comments in the order of their references."""
        texts = {
            (name, value(note, "id")): note
            for name, (kind, _) in _NOTES.items()
            for part in self.package.parts.get(kind, ())
            for note in part
        }
        for place, name, id in body.notes:
            note = texts.get((name, id))
            text = self._text(note) if note is not None else ""
            if text:
                yield Beside(_NOTES[name][1], text, source=max(place, 0))

    def _text(self, part: "_Element") -> str:
        """The text of a part that is no body: lists in it count for themselves."""
        story = Story(self.styles, Numbering(), self.location)
        return " ".join(piece.text.text for piece in story.read(part))


def _title(pieces: list[Piece]) -> str:
    """Paragraphs in the title's style, from the first as long as they follow each other."""
    found = []
    for piece in pieces:
        if piece.kind == "title":
            found.append(piece.text.text)
        elif found:
            break
    return " ".join(found)
