"""A section of an HWPX package, element by element, to paragraphs.

Elements are known by their local names: the namespaces of 2011, 2016 and 2024 hold the same elements.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from policynlp.ingest.hwp.model import Box, Cell, Inline, Note, Paragraph, Section, Table
from policynlp.ingest.hwp.numbers import number
from policynlp.records import AsideKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTES: dict[str, AsideKind] = {
    "header": "header",
    "footer": "footer",
    "footNote": "footnote",
    "endNote": "footnote",
    "hiddenComment": "comment",
}
_BREAKS = {"tab": " ", "lineBreak": "\n", "nbSpace": "\xa0", "fwSpace": " ", "hypen": "-", "hyphen": "-"}
"""Elements that stand for a character; ``hypen`` is OWPML's own spelling."""
_CAPTIONED = frozenset({"btn", "checkBtn", "radioBtn"})
_COUNTED = frozenset({"FOOTNOTE", "ENDNOTE", "PICTURE", "TABLE", "EQUATION"})
"""What automatic numbers count that are printed as they are stored; a page's number is not."""


def local(element: "_Element") -> str:
    """Name without namespace; empty for comments and instructions."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def read_section(root: "_Element") -> Section:
    """Paragraphs of the section and the numbering of its outline."""
    properties = next(root.iter("{*}secPr"), None)
    outline = (properties.get("outlineShapeIDRef") or "0") if properties is not None else "0"
    ended = frozenset(element.get("Id") or "" for element in root.iter("{*}deleteEnd"))
    reading = _Reading(ended)
    return Section(tuple(reading.paragraphs(root)), int(outline) if outline.isdecimal() else 0)


@dataclass(slots=True)
class _Reading:
    """Reads elements; knows which tracked deletions are open."""

    ended: frozenset[str]
    """Deletions whose end stands in the section: one without an end deletes nothing."""
    deleting: str = ""
    """Id of the open deletion."""

    def paragraphs(self, parent: "_Element | None") -> Iterator[Paragraph]:
        """The paragraphs right under an element; one whose end was deleted goes on in the next."""
        waiting: Paragraph | None = None
        for element in parent.iterchildren("{*}p") if parent is not None else ():
            paragraph = self._paragraph(element)
            if waiting:
                paragraph = replace(waiting, inlines=waiting.inlines + paragraph.inlines)
            waiting = paragraph if self.deleting else None
            if waiting is None:
                yield paragraph
        if waiting:
            yield waiting

    def _paragraph(self, element: "_Element") -> Paragraph:
        inlines: list[Inline] = []
        for run in element.iterchildren("{*}run"):
            for child in run:
                inlines += self._inline(child)
        return Paragraph(tuple(inlines), _id(element, "paraPrIDRef"), _id(element, "styleIDRef"))

    def _inline(self, element: "_Element") -> Iterator[Inline]:
        name = local(element)
        if name == "t":
            yield from self._text(element)
        elif name in ("ctrl", "case"):
            for child in element:
                yield from self._inline(child)
        elif name == "switch":
            yield from self._inline(next(iter(element), element.makeelement("none")))
        elif not self.deleting:
            yield from self._object(element, name)

    def _text(self, element: "_Element") -> Iterator[str]:
        """Text without what a tracked deletion covers."""
        if element.text and not self.deleting:
            yield element.text
        for child in element:
            self._track(child)
            if not self.deleting and local(child) in _BREAKS:
                yield _BREAKS[local(child)]
            if child.tail and not self.deleting:
                yield child.tail

    def _track(self, element: "_Element") -> None:
        id = element.get("Id") or ""
        if local(element) == "deleteBegin" and id in self.ended:
            self.deleting = self.deleting or id
        elif local(element) == "deleteEnd" and id == self.deleting:
            self.deleting = ""

    def _object(self, element: "_Element", name: str) -> Iterator[Inline]:
        if name in _NOTES:
            yield Note(_NOTES[name], self._inner(element))
        elif name == "fieldBegin" and element.get("type") == "MEMO":
            yield Note("comment", self._inner(element))
        elif name == "tbl":
            yield self._table(element)
        elif name == "autoNum":
            yield _automatic(element)
        elif name == "equation":
            yield "".join(script.text or "" for script in element.iterchildren("{*}script"))
        elif name == "compose":
            yield element.get("composeText", "")
        elif name == "dutmal":
            yield " ".join(filter(None, (child.text for child in element)))
        elif name not in ("secPr", "colPr"):
            yield from self._drawn(element, name)

    def _drawn(self, element: "_Element", name: str) -> Iterator[Inline]:
        """What a form field, a text box, a picture or a group of them shows."""
        shown = _shown(element, name)
        if shown:
            yield Box((Paragraph((shown,)),))
        for child in element:
            if local(child) in ("drawText", "caption"):
                yield Box(self._inner(child))
            elif len(child):
                yield from self._drawn(child, local(child))

    def _inner(self, element: "_Element") -> tuple[Paragraph, ...]:
        return tuple(self.paragraphs(next(element.iterchildren("{*}subList"), None)))

    def _table(self, element: "_Element") -> Table:
        cells = [
            self._cell(cell, row)
            for row, line in enumerate(element.iterchildren("{*}tr"))
            for cell in line.iterchildren("{*}tc")
        ]
        place = next(element.iterchildren("{*}pos"), None)
        caption = next(element.iterchildren("{*}caption"), None)
        above = caption is not None and caption.get("side") in ("TOP", "LEFT")
        words = self._inner(caption) if caption is not None else ()
        within = place is None or place.get("treatAsChar") == "1"
        return Table(tuple(cells), words if above else (), () if above else words, within)

    def _cell(self, element: "_Element", row: int) -> Cell:
        address = next(element.iterchildren("{*}cellAddr"), None)
        span = next(element.iterchildren("{*}cellSpan"), None)
        return Cell(
            max(_id(address, "rowAddr"), 0) if address is not None else row,
            max(_id(address, "colAddr"), 0) if address is not None else 0,
            max(_id(span, "rowSpan"), 1) if span is not None else 1,
            self._inner(element),
            element.get("header") == "1",
        )


def _id(element: "_Element", name: str) -> int:
    text = element.get(name) or ""
    return int(text) if text.isdecimal() and len(text) <= 10 else -1


def _automatic(element: "_Element") -> str:
    """Number of a table, picture or note, as it is stored."""
    if element.get("numType") not in _COUNTED:
        return ""
    shape = next(element.iterchildren("{*}autoNumFormat"), None)
    printed = number(
        max(_id(element, "num"), 0), shape.get("type", "DIGIT") if shape is not None else "DIGIT"
    )
    if shape is None:
        return printed
    return f"{shape.get('prefixChar') or ''}{printed}{shape.get('suffixChar') or ''}"


def _shown(element: "_Element", name: str) -> str:
    """Words that an element has as an attribute or as its own text."""
    if name in _CAPTIONED:
        return element.get("caption") or ""
    if name == "textart":
        return element.get("text") or ""
    if name in ("comboBox", "listBox"):
        return element.get("selectedValue") or ""
    if name == "edit":
        return next((child.text or "" for child in element.iterchildren("{*}text")), "")
    return ""
