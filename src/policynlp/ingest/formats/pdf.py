"""PDF with a text layer; scans and what cannot be read are named."""

from policynlp.ingest.parsed import Format, Parsed
from policynlp.ingest.pdf.document import parse
from policynlp.ingest.pdf.opened import is_pdf


def read(data: bytes, location: str) -> Parsed:
    """Paragraphs, headings, list items and table rows in reading order, each with its page."""
    return parse(data, location)


FORMAT = Format("PDF", (".pdf",), is_pdf, read, (b"%PDF",))
