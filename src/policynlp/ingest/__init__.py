"""From a file to a Document: decoded, cleaned, with the way back to every source character."""

from policynlp.ingest.formats import FORMATS
from policynlp.ingest.reader import read_bytes, read_file, read_text

__all__ = ["FORMATS", "read_bytes", "read_file", "read_text"]
