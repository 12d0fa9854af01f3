"""From an address to a Document that knows its final address and when it was fetched."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from policynlp.ingest.provenance import stand
from policynlp.ingest.reader import read_bytes
from policynlp.ingest.web.fetching import Fetched, Limits, fetch
from policynlp.ingest.web.keeping import keep
from policynlp.records import NOTHING, Document

EXPECTED = "expected"
"""Metadata key: what the address's name promised where a web page came instead."""


def read_address(
    address: str,
    *,
    folder: Path | None = None,
    limits: Limits | None = None,
    id: str | None = None,
    title: str | None = None,
    language: str | None = None,
    metadata: Mapping[str, str] = NOTHING,
    publishers: Path | None = None,
) -> Document:
    """Fetch an address and read what it sends; the bytes are kept in ``folder``, where one is given.

    They are kept before they are read: what cannot be read is still there to look at. ``publishers`` is a
    file that adds to the shipped table of who stands behind a domain. Raises UnreadableError that names the
    address, OSError where the folder cannot be written.
    """
    fetched = fetch(address, limits)
    if folder is not None:
        keep(fetched, folder)
    stated = {"id": id, "title": title, "language": language}
    document = read_bytes(fetched.data, Path(fetched.name), location=address, metadata=metadata, **stated)
    return stand(_addressed(document, fetched), publishers)


def _addressed(document: Document, fetched: Fetched) -> Document:
    source = replace(document.source, address=fetched.address, retrieved=fetched.retrieved)
    amiss = source.format == "html" and fetched.promised not in ("", ".html", ".htm", ".xhtml", ".txt")
    told = {EXPECTED: fetched.promised.lstrip(".").upper()} if amiss else {}
    return replace(document, source=source, metadata={**document.metadata, **told})
