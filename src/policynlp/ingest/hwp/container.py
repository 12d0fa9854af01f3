"""HWP 5: an OLE file of deflated record streams, told by its header what is locked and how.

A distribution file holds its text in ViewText, enciphered under a key that stands in the file. A file with
tracked changes holds the text without what was deleted in BodyText.
"""

import io
import re
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policynlp.errors import UnreadableError
from policynlp.ingest.hwp.summary import STREAM, read_summary

if TYPE_CHECKING:
    from olefile import OleFileIO

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SIGNATURE = b"HWP Document File"
HWP3 = b"HWP Document File V"
"""First bytes of a file of Hangul 3, which is no OLE file."""
_COMPRESSED, _PASSWORD, _DISTRIBUTION, _LOCKED = 0x1, 0x2, 0x4, 0x10 | 0x400
"""Properties of the file; the last two are rights management and certificates."""
_MOST = 128 << 20
"""Bytes that all streams may inflate to: the longest statutes take about 5 MB."""
_DAMAGE = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    OverflowError,
    struct.error,
    RecursionError,
)
"""What olefile raises over damaged bytes."""
_SECTION = re.compile(r"Section(\d+)")


@dataclass(frozen=True, slots=True)
class Streams:
    """Inflated and deciphered streams."""

    information: bytes
    sections: tuple[bytes, ...]
    stated: dict[str, str]


def read_streams(data: bytes, location: str) -> Streams:
    """The streams with text; raises UnreadableError for what is locked, damaged, too large or no HWP 5."""
    import olefile

    if data.startswith(HWP3):
        raise UnreadableError(location, "hwp-3")
    if not data.startswith(OLE):
        raise UnreadableError(location, "hwp-no-ole")
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            return _streams(file, location)
    except (*_DAMAGE, zlib.error) as error:
        raise UnreadableError(location, "hwp-broken", error=_reason(error)) from error


def _reason(error: BaseException) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__


def _streams(file: "OleFileIO", location: str) -> Streams:
    header = _raw(file, "FileHeader") if file.exists("FileHeader") else b""
    if not header.startswith(SIGNATURE):
        raise UnreadableError(location, "hwp-no-header")
    (flags,) = struct.unpack_from("<I", header, 36)
    if flags & _PASSWORD:
        raise UnreadableError(location, "hwp-password")
    if flags & _LOCKED:
        raise UnreadableError(location, "hwp-rights")
    names = _sections(file, "ViewText" if flags & _DISTRIBUTION else "BodyText")
    if not names:
        raise UnreadableError(location, "hwp-placeholder" if flags & _DISTRIBUTION else "hwp-no-section")
    inflate = _Inflater(location, bool(flags & _COMPRESSED))
    information = inflate(_raw(file, "DocInfo")) if file.exists("DocInfo") else b""
    raw = (_raw(file, name) for name in names)
    if flags & _DISTRIBUTION:
        raw = (_deciphered(stream, bool(flags & _COMPRESSED), location) for stream in raw)
    stated = read_summary(_raw(file, STREAM)) if file.exists(STREAM) else {}
    return Streams(information, tuple(map(inflate, raw)), stated)


def _raw(file: "OleFileIO", name: str) -> bytes:
    with file.openstream(name) as stream:
        return bytes(stream.read())


def _sections(file: "OleFileIO", storage: str) -> list[str]:
    found = [
        (int(match[1]), "/".join(entry))
        for entry in file.listdir()
        if len(entry) == 2 and entry[0] == storage and (match := _SECTION.fullmatch(entry[1]))
    ]
    return [name for _, name in sorted(found)]


def _deciphered(stream: bytes, compressed: bool, location: str) -> bytes:
    """The stream in clear; the cipher's padding goes where no end of a deflated stream marks it off."""
    from hwp2md.errors import Hwp2mdError
    from hwp2md.hwp5.distdoc import decrypt_view_text
    from hwp2md.hwp5.reader import _strip_aes_padding

    try:
        clear = decrypt_view_text(stream)
        return bytes(clear if compressed else _strip_aes_padding(clear))
    except Hwp2mdError as error:
        raise UnreadableError(location, "hwp-placeholder") from error


@dataclass(slots=True)
class _Inflater:
    """Inflates streams until they come to more than a document can."""

    location: str
    compressed: bool
    total: int = 0

    def __call__(self, data: bytes) -> bytes:
        if self.compressed:
            machine = zlib.decompressobj(-15)
            data = machine.decompress(data, _MOST - self.total + 1)
            if not machine.eof and not machine.unconsumed_tail:
                raise UnreadableError(self.location, "hwp-broken", error="incomplete stream")
        self.total += len(data)
        if self.total > _MOST:
            raise UnreadableError(self.location, "hwp-too-large", size=_MOST >> 20)
        return data
