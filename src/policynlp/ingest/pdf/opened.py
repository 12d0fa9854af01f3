"""Open a PDF with pdfium, or say in one sentence why it cannot be read."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from policynlp.errors import UnreadableError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

PDFIUM = threading.Lock()
"""pdfium may be entered by one thread at a time."""
_MOST_PAGES = 20_000
"""Pages of the longest document: the largest treaties have some 2,000; beyond it a page tree is made up."""
_SIGNATURE = 1024
"""Bytes at the start among which ``%PDF`` stands: readers allow that much before it."""
_PASSWORD, _SECURITY = 4, 5
"""pdfium's error codes."""


def is_pdf(head: bytes) -> bool:
    """True where the first bytes are a PDF's."""
    return b"%PDF-" in head[:_SIGNATURE]


@contextmanager
def opened(data: bytes, location: str) -> Iterator["PdfDocument"]:
    """The document, closed at the end; other threads wait.

    Raises UnreadableError for what is no PDF, damaged, protected by a password or without pages.
    """
    import pypdfium2

    if not is_pdf(data):
        raise UnreadableError(location, "pdf-not")
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(location, _reason(getattr(error, "err_code", None))) from error
        try:
            _check(len(document), location)
            yield document
        finally:
            document.close()


def _reason(code: int | None) -> str:
    return {_PASSWORD: "pdf-password", _SECURITY: "pdf-security"}.get(code or 0, "pdf-damaged")


def _check(pages: int, location: str) -> None:
    if not pages:
        raise UnreadableError(location, "pdf-no-pages")
    if pages > _MOST_PAGES:
        raise UnreadableError(location, "pdf-too-long", pages=pages, most=_MOST_PAGES)
