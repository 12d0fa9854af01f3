"""Rows of a Word table: what is deleted left out, what is merged once."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policynlp.ingest.docx.names import ALTERNATE, chosen, on, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element

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
