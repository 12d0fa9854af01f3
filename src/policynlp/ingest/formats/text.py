"""Plain text, in whatever encoding; light markup in it is read as such."""

from policynlp.ingest.decode import decode
from policynlp.ingest.markup import parted
from policynlp.ingest.parsed import Format, Parsed
from policynlp.ingest.traced import Traced
from policynlp.records import NOTHING


def read(data: bytes, location: str) -> Parsed:
    """Paragraphs, headings that are marked, tables drawn with bars."""
    found = decode(data, location)
    lost = {"characters_lost": f"{found.lost:.4%}"} if found.lost else NOTHING
    return Parsed(found.text, tuple(parted(Traced.of(found.text))), found.encoding, metadata=lost)


FORMAT = Format("plain text", (".txt", ".text"), lambda data: False, read)
