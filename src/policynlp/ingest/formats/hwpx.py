"""HWPX (OWPML), the zip format of Hangul since 2010: KS X 6101."""

from policynlp.errors import UnreadableError
from policynlp.ingest.parsed import Format, Parsed
from policynlp.ingest.zipped import MAGIC, first, names

_TYPE = b"application/hwp+zip"


def sniff(data: bytes) -> bool:
    """A zip that says so, or that has a section or the package file of HWPX."""
    if not data.startswith(MAGIC):
        return False
    if _TYPE in data[:200] or first(data, "mimetype").strip() == _TYPE:
        return True
    return any(
        name.endswith("content.hpf") or (name.startswith("Contents/section") and name.endswith(".xml"))
        for name in names(data)
    )


def read(data: bytes, location: str) -> Parsed:
    """Pieces of the document; raises UnreadableError for what is damaged, locked or no HWPX."""
    from policynlp.ingest.hwp.build import build
    from policynlp.ingest.hwp.package import read_package

    if not data.startswith(MAGIC):
        raise UnreadableError(location, "hwpx-no-zip")
    return build(read_package(data, location), location)


FORMAT = Format("HWPX", (".hwpx",), sniff, read, (MAGIC,))
