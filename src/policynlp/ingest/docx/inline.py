"""The text of a paragraph as its reader sees it: insertions in, deletions out, a field's result."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policynlp.ingest.docx.names import ALTERNATE, MATH_TEXT, chosen, on, value, w
from policynlp.ingest.symbols import signs

if TYPE_CHECKING:
    from lxml.etree import _Element

_CODE = re.compile("(?![dD][89a-fA-F])[0-9a-fA-F]{4}")
"""Of a character of the basic plane, surrogates left out."""
_TEXT = frozenset({w("t"), MATH_TEXT})
_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
    w("softHyphen"): "\u00ad",
}
_NOTES = {
    w("footnoteReference"): "footnote",
    w("endnoteReference"): "endnote",
    w("commentReference"): "comment",
}
_UNREAD = frozenset(
    w(name) for name in ("del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "pPr", "rPr")
)
"""Deleted, moved away, instructions of fields, readings above the line, properties."""


@dataclass(slots=True)
class Fields:
    """The fields that the text stands in, outermost first: True where their result has begun.

    A field may go on over paragraphs (a table of contents does), so this is kept between them.
    """

    results: list[bool] = field(default_factory=list)

    @property
    def read(self) -> bool:
        """True outside of fields and in results."""
        return all(self.results)

    def mark(self, kind: str) -> None:
        """Pass a ``begin``, ``separate`` or ``end``."""
        if kind == "begin":
            self.results.append(False)
        elif self.results and kind == "separate":
            self.results[-1] = True
        elif self.results and kind == "end":
            self.results.pop()


@dataclass(slots=True)
class Inline:
    """The text of a paragraph, the notes that it refers to and the text boxes anchored in it."""

    fields: Fields
    parts: list[str] = field(default_factory=list)
    size: int = 0
    """Characters so far."""
    notes: list[tuple[int, str, str]] = field(default_factory=list)
    """Characters before the reference, kind (footnote, endnote, comment), id."""
    boxes: list["_Element"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that was read, with tabs and line breaks."""
        return "".join(self.parts)

    def read(self, element: "_Element") -> None:
        """Take in the children of an element."""
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _UNREAD:
                self._child(child, child.tag)

    def _child(self, child: "_Element", tag: str) -> None:
        if tag in _TEXT:
            self._add(signs(child.text or ""))
        elif tag in _CHARACTERS:
            self._add(_CHARACTERS[tag])
        elif tag == w("sym"):
            self._add(signs(_symbol(value(child, "char"))))
        elif tag == w("fldChar"):
            self.fields.mark(value(child, "fldCharType"))
        elif tag in _NOTES:
            self.notes.append((self.size, _NOTES[tag], value(child, "id")))
        elif tag == w("txbxContent"):
            self.boxes.append(child)
        else:
            self._inside(child, tag)

    def _inside(self, child: "_Element", tag: str) -> None:
        if tag == ALTERNATE:
            choice = chosen(child)
            if choice is not None:
                self.read(choice)
        elif not _unseen(child, tag):
            self.read(child)

    def _add(self, text: str) -> None:
        if text and self.fields.read:
            self.parts.append(text)
            self.size += len(text)


def _unseen(element: "_Element", tag: str) -> bool:
    """Hidden text, and a content control that still shows its prompt."""
    if tag == w("r"):
        return on(element.find(w("rPr/vanish")))
    return tag == w("sdt") and on(element.find(w("sdtPr/showingPlcHdr")))


def _symbol(code: str) -> str:
    """The character of a symbol font, by its code in hexadecimal."""
    return chr(int(code, 16)) if _CODE.fullmatch(code) else ""
