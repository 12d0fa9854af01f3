"""DOCX: Word's own format, with automatic numbers as labels and tracked changes taken as accepted."""

from policynlp.errors import UnreadableError
from policynlp.ingest.docx.read import read_package
from policynlp.ingest.parsed import Format, Parsed
from policynlp.ingest.zipped import MAGIC, names

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BINARY = "WordDocument".encode("utf-16-le")


def read(data: bytes, location: str) -> Parsed:
    """The text of a DOCX; an old ``.doc``, a file with a password and a damaged one are named as such."""
    if data.startswith(_OLE):
        raise UnreadableError(location, "docx-password" if _ENCRYPTED in data else "docx-binary")
    if not data.startswith(MAGIC):
        raise UnreadableError(location, "docx-not-zip")
    return read_package(data, location)


def _sniff(data: bytes) -> bool:
    if data.startswith(_OLE):
        return _ENCRYPTED in data or _BINARY in data
    found = names(data)
    return "[Content_Types].xml" in found and any(name.startswith("word/") for name in found)


FORMAT = Format("DOCX", (".docx", ".docm", ".dotx", ".dotm"), _sniff, read, (MAGIC,))
