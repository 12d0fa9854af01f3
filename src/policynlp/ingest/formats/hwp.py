"""HWP 5, the OLE format of Hangul; Hangul 3 is known and named."""

from policynlp.ingest.hwp.container import OLE, SIGNATURE
from policynlp.ingest.parsed import Format, Parsed

_SUMMARY = "HwpSummaryInformation".encode("utf-16-le")


def sniff(data: bytes) -> bool:
    """An OLE file with the header of HWP in it, or a file of Hangul 3."""
    return data.startswith(SIGNATURE) or (data.startswith(OLE) and (SIGNATURE in data or _SUMMARY in data))


def read(data: bytes, location: str) -> Parsed:
    """Pieces of the document; raises UnreadableError for what is damaged, locked or no HWP 5."""
    from policynlp.ingest.hwp.body import read_hwp
    from policynlp.ingest.hwp.build import build

    return build(read_hwp(data, location), location)


FORMAT = Format("HWP 5", (".hwp",), sniff, read, (OLE,))
