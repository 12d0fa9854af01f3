"""Treaty XML: chapters and articles with number and name attributes (ToTA), and Akoma Ntoso.

The parser resolves no entities, loads nothing from outside, and a file with a DOCTYPE is refused.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policynlp.errors import UnreadableError
from policynlp.ingest.clean import flattened, normalise, wordless
from policynlp.ingest.decode import decode
from policynlp.ingest.located import Locator
from policynlp.ingest.markup import flow
from policynlp.ingest.parsed import HEAD, Format, Parsed, Piece
from policynlp.ingest.traced import Traced, joined

if TYPE_CHECKING:
    from lxml.etree import _Element

_SNIFF = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml|<(?:treaty|akomaNtoso)\b)")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*?(?:encoding\s*=\s*[\"']([\w-]+)[\"'])?[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)
_DIVISIONS = {
    "part": 1,
    "title": 1,
    "book": 1,
    "chapter": 1,
    "annex": 1,
    "section": 2,
    "subsection": 3,
    "article": 4,
}
"""Depth of a division's heading."""
_PROVISIONS = frozenset({"paragraph", "subparagraph", "point", "indent", "alinea", "item", "hcontainer"})
_OWN = frozenset({"num", "heading", "subheading", "meta"})


def read(data: bytes, location: str) -> Parsed:
    """Headings and paragraphs of the body, the ``meta`` element as metadata."""
    source = _text(data, location)
    root = _root(source, location)
    metadata = dict(_metadata(root))
    walk = _Walk(Locator(source))
    walk.division(root, 0)
    return Parsed(
        source,
        tuple(walk.pieces),
        "utf-8",
        metadata.get("name", ""),
        metadata.get("language", "")[:2].lower(),
        metadata,
    )


def _text(data: bytes, location: str) -> str:
    declared = _DECLARATION.match(data[:200].decode("ascii", "ignore"))
    return decode(data, location, (declared[1] or "") if declared else "").text


def _root(source: str, location: str) -> "_Element":
    from lxml import etree

    if _DOCTYPE.search(source):
        raise UnreadableError(location, "xml-doctype")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    declaration = _DECLARATION.match(source)
    body = source[declaration.end() :] if declaration else source
    try:
        return etree.fromstring(body.strip("\ufeff \n").encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        reason = " ".join(str(error).split(", line")[0].split())
        raise UnreadableError(location, "xml-broken", error=reason) from error


def _name(element: "_Element") -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _metadata(root: "_Element") -> Iterator[tuple[str, str]]:
    """Plain fields of ``meta``; lists with semicolons between."""
    meta = next((child for child in root if _name(child) == "meta"), None)
    for field in meta if meta is not None else ():
        values = [(inner.text or "").strip() for inner in (list(field) or [field])]
        if any(values) and not field.get("lang"):
            yield _name(field), "; ".join(value for value in values if value)


class _Walk:
    """Walks elements in document order and keeps the locator in step with their text."""

    def __init__(self, locator: Locator) -> None:
        self.locator = locator
        self.pieces: list[Piece] = []

    def division(self, element: "_Element", depth: int) -> None:
        """A treaty, chapter or article: its heading, its text, its parts."""
        name = _name(element)
        if name == "meta":
            self._pass(element)
            return
        if name in _DIVISIONS:
            self._heading(element, _DIVISIONS[name])
        if name in _PROVISIONS:
            self._provision(element, depth)
            return
        if element.text and element.text.strip():
            self.pieces += flow(self.locator.take(element.text))
        for child in element:
            if not isinstance(child.tag, str) or (_name(child) in _OWN and name in _DIVISIONS):
                continue
            if _name(child) in ("p", "block"):
                self._paragraph(child, "", 0)
            else:
                self.division(child, depth)
            if child.tail and child.tail.strip():
                self.pieces += flow(self.locator.take(child.tail))

    def _heading(self, element: "_Element", level: int) -> None:
        number, title = element.get("number") or "", element.get("name") or ""
        own = [
            child
            for child in element
            if isinstance(child.tag, str) and _name(child) in ("num", "heading", "subheading")
        ]
        if own:
            self._piece(joined([self._taken(child) for child in own], " "), "heading", level)
        elif title or number:
            text = self.locator.attribute(title or number)
            self.pieces.append(Piece(normalise(text).strip(), "heading", level, number if title else ""))

    def _provision(self, element: "_Element", depth: int) -> None:
        number = next((child for child in element if _name(child) == "num"), None)
        label = flattened(self._taken(number)).text if number is not None else ""
        for child in element:
            if _name(child) == "num":
                continue
            if _name(child) in _PROVISIONS:
                self._provision(child, depth + 1)
            else:
                label = self._content(child, label, depth)

    def _content(self, element: "_Element", label: str, depth: int) -> str:
        """Text of a content, list or intro element; the first paragraph takes the label; what is left."""
        if _name(element) in _PROVISIONS:
            self._provision(element, depth + 1)
            return label
        if _name(element) in ("p", "block", "heading") or not len(element):
            self._paragraph(element, label, depth)
            return ""
        for child in element:
            if isinstance(child.tag, str):
                label = self._content(child, label, depth)
        return label

    def _paragraph(self, element: "_Element", label: str, depth: int) -> None:
        text = flattened(normalise(self._taken(element)))
        if not wordless(text.text):
            self.pieces.append(Piece(text, "item" if depth else "paragraph", depth, label))

    def _piece(self, text: Traced, kind: str, level: int) -> None:
        text = flattened(normalise(text))
        if text.text:
            self.pieces.append(Piece(text, "heading" if kind == "heading" else "paragraph", level))

    def _taken(self, element: "_Element") -> Traced:
        return joined([self.locator.take(str(text)) for text in element.itertext()], "")

    def _pass(self, element: "_Element") -> None:
        for text in element.itertext():
            if str(text).strip():
                self.locator.take(str(text))


FORMAT = Format("treaty XML", (".xml", ".akn"), lambda data: _SNIFF.match(data[:HEAD]) is not None, read)
