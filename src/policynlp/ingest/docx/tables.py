"""Table rows: one piece a row, or the paragraphs of the cells where a table only lays out a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from policynlp.ingest.docx.names import ALTERNATE, chosen, on, value, w
from policynlp.ingest.parsed import Piece
from policynlp.ingest.rows import is_layout
from policynlp.ingest.traced import Traced, joined

if TYPE_CHECKING:
    from lxml.etree import _Element

BAR = " | "
_WRAPPERS = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands in the file."""

    cells: tuple["_Element | None", ...]
    """Each merged area once: None where a cell goes on from the row above."""
    header: bool
    """True where the row is repeated on every page."""


def rows(table: "_Element") -> Iterator[Row]:
    """Rows that are not deleted, with the cells that are not deleted."""
    for element in _unwrapped(table, w("tr")):
        properties = element.find(w("trPr"))
        if properties is None or properties.find(w("del")) is None:
            header = properties is not None and on(properties.find(w("tblHeader")))
            yield Row(tuple(_cells(element)), header)


def _unwrapped(parent: "_Element", tag: str) -> Iterator["_Element"]:
    """Children of a name, also inside content controls and the like."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _unwrapped(child, tag)
        elif child.tag == ALTERNATE and (choice := chosen(child)) is not None:
            yield from _unwrapped(choice, tag)


def _cells(row: "_Element") -> Iterator["_Element | None"]:
    for cell in _unwrapped(row, w("tc")):
        properties = cell.find(w("tcPr"))
        if properties is None:
            yield cell
            continue
        if properties.find(w("cellDel")) is not None or _goes_on(properties.find(w("hMerge"))):
            continue
        yield None if _goes_on(properties.find(w("vMerge"))) else cell


def _goes_on(merge: "_Element | None") -> bool:
    return merge is not None and value(merge) != "restart"


def row_pieces(cells: Sequence[Sequence[Piece]], header: bool) -> list[Piece]:
    """One row; several where each cell has as many paragraphs; the paragraphs where a row lays out a page."""
    filled = [cell for cell in cells if cell]
    nested = any(piece.kind == "row" for cell in filled for piece in cell)
    most = max((len(cell) for cell in filled), default=0)
    size = sum(len(piece.text) for cell in filled for piece in cell)
    if not nested and not is_layout(most, size):
        return [_row(cells, header)]
    if not nested and len(filled) > 1 and all(len(cell) == most for cell in filled):
        return [_row([cell[place : place + 1] for cell in cells], False) for place in range(most)]
    return [piece for cell in filled for piece in cell]


def _row(cells: Sequence[Sequence[Piece]], header: bool) -> Piece:
    texts = [joined([piece.text for piece in cell], " ") for cell in cells]
    ends, end = [], -len(BAR)
    for text in texts:
        end += len(BAR) + len(text)
        ends.append(end)
    return Piece(joined(texts, BAR), "row", int(header), cells=tuple(ends))


def printed(piece: Piece, label: Traced) -> Piece:
    """A paragraph with its automatic number as text: a row has no other place for it."""
    return replace(piece, text=joined((label, piece.text), " "), label="") if label.text else piece
