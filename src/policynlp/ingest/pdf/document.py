"""From bytes to what the reader needs: every page read, what could not be read said."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from policynlp.errors import UnreadableError
from policynlp.ingest.parsed import Parsed
from policynlp.ingest.pdf import legible
from policynlp.ingest.pdf.assembled import assembled
from policynlp.ingest.pdf.line import Page
from policynlp.ingest.pdf.opened import opened
from policynlp.ingest.pdf.page import read

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_BREAK = "\f"
"""Between the pages of the source."""
_MOST_CHARACTERS = 30_000_000
"""Characters of the longest document: a thousand times a memorandum, and some 2 GB of memory."""


def parse(data: bytes, location: str) -> Parsed:
    """The text of a PDF; raises UnreadableError where it has none that can be read."""
    with opened(data, location) as document:
        pages, damaged = _pages(document, location)
    scanned = [page.number for page in pages if legible.is_scan(page)]
    garbled = [page.number for page in pages if legible.is_garbled(page.text)]
    _check(pages, scanned, garbled, damaged, location)
    found = assembled([page for page in pages if page.number not in frozenset(garbled)])
    metadata = {
        name: ranges(numbers)
        for name, numbers in (
            ("pages_without_text", scanned),
            ("pages_garbled", garbled),
            ("pages_damaged", damaged),
        )
        if numbers
    }
    struck = [f"{words} ({page.number})" for page in pages for words in page.struck]
    if struck:
        metadata["struck_out"] = "; ".join(struck)
    source = _BREAK.join(page.text for page in pages)
    return Parsed(source, found.pieces, metadata=metadata, beside=found.beside)


def _pages(document: "PdfDocument", location: str) -> tuple[list[Page], list[int]]:
    from pypdfium2 import PdfiumError

    pages: list[Page] = []
    damaged: list[int] = []
    start = 0
    for index in range(len(document)):
        try:
            page = document[index]
            pages.append(read(page, index + 1, start))
            page.close()
        except PdfiumError:
            damaged.append(index + 1)
            continue
        start += len(pages[-1].text) + len(_BREAK)
        if start > _MOST_CHARACTERS:
            raise UnreadableError(location, "pdf-too-much", most=_MOST_CHARACTERS)
    return pages, damaged


def _check(
    pages: Sequence[Page],
    scanned: Sequence[int],
    garbled: Sequence[int],
    damaged: Sequence[int],
    location: str,
) -> None:
    """Nothing that can be read: say why, with the pages."""
    bad = frozenset((*scanned, *garbled))
    if any(page.text.strip() for page in pages if page.number not in bad):
        return
    for code, numbers in (("pdf-garbled", garbled), ("pdf-scan", scanned), ("pdf-damaged-pages", damaged)):
        if numbers:
            raise UnreadableError(location, code, pages=ranges(numbers))
    raise UnreadableError(location, "pdf-blank", count=len(pages))


def ranges(numbers: Iterable[int]) -> str:
    """``1-3, 7``: page numbers, those that follow each other together."""
    parts: list[list[int]] = []
    for number in sorted(numbers):
        if parts and number == parts[-1][-1] + 1:
            parts[-1] = [parts[-1][0], number]
        else:
            parts.append([number])
    return ", ".join("-".join(map(str, part)) for part in parts)
