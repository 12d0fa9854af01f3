"""File names for what the web sends: from the address, the headers, and letters that every system takes."""

import re
from collections.abc import Mapping
from contextlib import suppress
from email.message import Message
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from policynlp.ingest.web.addresses import Target

LENGTH = 80
"""Most characters of a name without extension: 240 bytes of Hangul, which every file system takes."""
_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/xml": ".xml",
    "application/xml": ".xml",
    "application/akn+xml": ".xml",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/x-hwp": ".hwp",
    "application/haansofthwp": ".hwp",
    "application/vnd.hancom.hwp": ".hwp",
    "application/hwp+zip": ".hwpx",
    "application/haansofthwpx": ".hwpx",
    "application/vnd.hancom.hwpx": ".hwpx",
    "application/zip": ".zip",
}
"""Media type -> extension of a format that is read. ``application/octet-stream`` says nothing."""
_KNOWN = frozenset(_TYPES.values()) | {".htm", ".xhtml", ".akn", ".markdown"}
_PERIODS = re.compile(r"\.{2,}")
_UNFIT = re.compile(r"[^\w.-]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)$", re.I)
"""Names that Windows keeps for devices."""


def name(target: Target, headers: Mapping[str, str]) -> str:
    """A name for what was sent: its own where the answer states one, else the address's last part.

    The extension is that of the media type, where it names a format that is read; a page in place of a PDF is
    then called a page.
    """
    stated = _stated(headers.get("Content-Disposition", ""))
    last = stated or unquote(PurePosixPath(urlsplit(target.address).path).name)
    stem, extension = last, known_extension(last)
    if extension:
        stem = last[: -len(extension)]
    return (fit(stem) or fit(target.host) or "page") + (_by_type(headers) or extension)


def known_extension(path: str) -> str:
    """The extension of a path, lower case, if it is one of a format that is read."""
    extension = PurePosixPath(urlsplit(path).path).suffix.lower()
    return extension if extension in _KNOWN else ""


def fit(name: str) -> str:
    """A name without anything that a file system, a shell or a reader could take for something else."""
    fitted = _UNFIT.sub("-", _PERIODS.sub(".", name)).strip(".-_ ")[:LENGTH].strip(".-_ ")
    return f"{fitted}-" if _RESERVED.match(fitted) else fitted


def _by_type(headers: Mapping[str, str]) -> str:
    return _TYPES.get(headers.get("Content-Type", "").partition(";")[0].strip().lower(), "")


def _stated(disposition: str) -> str:
    """The file name of a Content-Disposition header (RFC 6266), its last part only.

    Servers also write it percent-encoded, or in bare UTF-8 or CP949, which http.client hands on as Latin-1.
    """
    if not disposition:
        return ""
    message = Message()
    message["Content-Disposition"] = _letters(disposition)
    return re.split(r"[/\\]", unquote(message.get_filename("")))[-1]


def _letters(header: str) -> str:
    for encoding in ("utf-8", "cp949"):
        with suppress(UnicodeError):
            return header.encode("latin-1").decode(encoding)
    return header
