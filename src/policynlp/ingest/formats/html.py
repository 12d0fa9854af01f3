"""HTML: a walk over the page's text that drops site furniture and keeps headings, lists, tables and numbers.

A page's main part is the smallest element that holds nearly all of its prose. Afterwards article headings are
counted in the whole page: an extract that has fewer of them is thrown away for the whole body.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from policynlp.errors import UnreadableError
from policynlp.ingest.clean import flattened, normalise, wordless
from policynlp.ingest.decode import decode
from policynlp.ingest.located import Locator
from policynlp.ingest.markup import flow
from policynlp.ingest.page import depth, is_furniture, number
from policynlp.ingest.parsed import HEAD, Format, Parsed, Piece
from policynlp.ingest.rows import row_pieces
from policynlp.ingest.traced import Traced, joined
from policynlp.records import BlockKind

_SNIFF = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*+<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_ARTICLES = re.compile(r"제 ?\d+ ?조(?![제의에와를을의은는이가\d])|\b(?:Article|ARTICLE) \d+")


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SILENT = _names(
    """
    script style noscript template head iframe svg canvas object button select input textarea form
    """
)
_BLOCKS = _names(
    """
    address article blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2
    h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul
    caption
    """
)
_HEADING = re.compile(r"h([1-6])")


@dataclass(slots=True)
class _Walk:
    """What the walk has read, and the text run that it is in."""

    locator: Locator
    most: int
    """Characters above which nothing is furniture: half of the page's."""
    pieces: list[Piece] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)
    """Last number of each ordered list, by the list's node."""
    run: list[Traced] = field(default_factory=list)
    kind: BlockKind = "paragraph"
    level: int = 0
    label: str = ""
    kept: bool = True
    """False inside site furniture: its text is passed over, but it keeps the locator in step."""

    def flush(self) -> None:
        """End the run: it becomes a piece."""
        text = flattened(normalise(joined(self.run, ""))) if self.run else None
        self.run = []
        if text and not wordless(text.text):
            self.pieces.append(Piece(text, self.kind, self.level, self.label))
            self.label = ""


def read(data: bytes, location: str) -> Parsed:
    """Blocks of the page's own text; automatic list numbers come as labels."""
    from selectolax.lexbor import LexborHTMLParser

    declared = _CHARSET.search(data[:HEAD])
    found = decode(data, location, declared[1].decode("ascii") if declared else "")
    tree = LexborHTMLParser(found.text)
    if tree.body is None:
        raise UnreadableError(location, "html-no-body")
    pieces = _walked(tree.body, found.text, furniture=False)
    if _articles(pieces) < _articles(whole := _walked(tree.body, found.text, furniture=True)):
        pieces = whole
    language = (tree.root.attributes.get("lang") or "") if tree.root else ""
    return Parsed(
        found.text,
        tuple(pieces),
        found.encoding,
        _title(tree, pieces),
        language[:2].lower(),
        _lost(found.lost),
    )


def _lost(share: float) -> dict[str, str]:
    return {"characters_lost": f"{share:.4%}"} if share else {}


def _articles(pieces: list[Piece]) -> int:
    return len(_ARTICLES.findall("\n".join(piece.text.text for piece in pieces)))


def _title(tree: Any, pieces: list[Piece]) -> str:
    """The first highest heading; else what the head calls the page."""
    headings = [piece for piece in pieces if piece.kind == "heading"]
    if headings:
        return (
            min(headings, key=lambda piece: piece.level).text.text
            if headings[0].level > 1
            else headings[0].text.text
        )
    title = tree.css_first("title")
    return " ".join(title.text().split()) if title else ""


def _walked(body: Any, source: str, furniture: bool) -> list[Piece]:
    walk = _Walk(Locator(source), len(body.text()) // 2)
    for node in _before(body):
        walk.locator.take(node)
    _visit(body, walk, furniture)
    walk.flush()
    return walk.pieces


def _before(body: Any) -> Iterator[str]:
    """Text of the page's head: read to keep the locator in step."""
    head = body.prev
    while head is not None and head.tag != "head":
        head = head.prev
    title = head.css_first("title") if head is not None else None
    if title is not None and title.text():
        yield title.text()


def _visit(node: Any, walk: _Walk, furniture: bool) -> None:
    child = node.child
    while child is not None:
        if child.tag == "-text":
            _text(child, walk)
        elif child.tag == "br":
            walk.flush()
        elif not child.tag.startswith("-") and child.tag not in ("_comment", "!doctype"):
            _element(child, walk, furniture)
        child = child.next


def _text(node: Any, walk: _Walk) -> None:
    text = node.text_content or ""
    if text.strip():
        taken = walk.locator.take(text)
        if walk.kept:
            walk.run.append(taken)
    elif walk.run and walk.kept:
        walk.run.append(Traced.of(" ").at_place(walk.run[-1].at[-1] if walk.run[-1].text else 0))


def _element(node: Any, walk: _Walk, furniture: bool) -> None:
    tag = node.tag
    if tag in _BLOCKS:
        walk.flush()
    kept, kind, level, label = walk.kept, walk.kind, walk.level, walk.label
    walk.kept = kept and tag not in _SILENT and (furniture or not is_furniture(node, walk.most))
    if tag == "tr" and walk.kept:
        _row(node, walk)
    elif tag == "pre" and walk.kept:
        walk.pieces += flow(walk.locator.take(node.text()))
    else:
        _enter(node, walk)
        _visit(node, walk, furniture)
    if tag in _BLOCKS:
        walk.flush()
        used = bool(label) and not walk.label and not _HEADING.fullmatch(tag)
        walk.kind, walk.level, walk.label = kind, level, "" if used else label
    walk.kept = kept


def _enter(node: Any, walk: _Walk) -> None:
    """Set what the text inside a block element is."""
    heading = _HEADING.fullmatch(node.tag)
    if heading:
        walk.kind, walk.level, walk.label = "heading", int(heading[1]), ""
    elif node.tag == "li":
        walk.kind, walk.level, walk.label = "item", depth(node), number(node, walk.counts)
    elif node.tag == "dt":
        walk.kind, walk.level = "heading", 6
    elif node.tag in ("dd", "p", "td", "div") and walk.kind == "heading":
        walk.kind, walk.level = "paragraph", 0


def _row(node: Any, walk: _Walk) -> None:
    """A table row: its cells with bars between; a row of ``th`` is the header."""
    cells = [cell for cell in node.iter() if cell.tag in ("td", "th")]
    if len(cells) == 1 or any(cell.css_first("table, h1, h2, h3, h4") for cell in cells):
        _visit(node, walk, furniture=True)
        return
    found = [_cell(cell, walk) for cell in cells]
    if any(found):
        walk.pieces += row_pieces(found, all(cell.tag == "th" for cell in cells))


def _cell(node: Any, walk: _Walk) -> list[Piece]:
    """The paragraphs of a table cell."""
    before, walk.pieces = walk.pieces, []
    _visit(node, walk, furniture=True)
    walk.flush()
    found, walk.pieces = walk.pieces, before
    return found


FORMAT = Format("HTML", (".html", ".htm", ".xhtml"), lambda data: _SNIFF.match(data[:HEAD]) is not None, read)
