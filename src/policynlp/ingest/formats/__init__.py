"""One module a file format, each with a ``FORMAT``; heavy libraries are imported inside its functions."""

from policynlp.ingest.parsed import Format
from policynlp.registry import Registry

FORMATS: Registry[Format] = Registry("name-file-format", "policynlp.ingest.formats", "FORMAT")
