"""Files of kinds that are not read: what to call them when saying so."""

from policynlp.ingest.zipped import MAGIC, first, names

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIRST_BYTES = (
    (_OLE[:4], "foreign-ole"),
    (b"\x89PNG", "foreign-png"),
    (b"\xff\xd8\xff", "foreign-jpeg"),
    (b"GIF8", "foreign-gif"),
    (b"\x1f\x8b", "foreign-gzip"),
    (b"{\\rtf", "foreign-rtf"),
)
_IN_ZIP = (
    ("xl/", "foreign-sheet"),
    ("ppt/", "foreign-slides"),
    ("META-INF/container.xml", "foreign-epub"),
)
"""Members, or folders of members, that show what a package holds."""
_IN_OLE = (
    ("Workbook", "foreign-sheet"),
    ("PowerPoint Document", "foreign-slides"),
    ("__substg1.0", "foreign-mail"),
)
"""Streams that show what an OLE file holds."""
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"


def foreign(data: bytes) -> str:
    """Code of the noun for a kind of file that is not read; empty where the bytes show none."""
    if data.startswith(MAGIC):
        return _zip(data)
    if data.startswith(_OLE):
        found = (code for name, code in _IN_OLE if name.encode("utf-16-le") in data)
        return next(found, "foreign-ole")
    return next((code for start, code in _FIRST_BYTES if data.startswith(start)), "")


def _zip(data: bytes) -> str:
    if first(data, "mimetype").startswith(_OPEN_DOCUMENT):
        return "foreign-opendocument"
    members = names(data)
    found = (code for start, code in _IN_ZIP if any(name.startswith(start) for name in members))
    return next(found, "foreign-zip")
