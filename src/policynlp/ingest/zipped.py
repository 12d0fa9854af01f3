"""Files that are zip packages (DOCX, HWPX), looked into with limits, so that none can fill the memory."""

import lzma
import re
import struct
import zipfile
import zlib
from io import BytesIO

from policynlp.errors import UnreadableError

MAGIC = b"PK\x03\x04"
"""First bytes of a zip with something in it."""
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    LookupError,
)
"""What ``zipfile`` raises over damaged bytes; NotImplementedError over a damaged compression method."""
_WHOLE = 256 << 20
"""Most bytes that all members may unpack to: a scanned book of 500 pages takes about half."""
_RATIO = 200
"""Most times its packed size that a package may unpack to: text that repeats itself 100 times packs 1:90."""
_SMALL = 16 << 20
"""Bytes below which the ratio does not count: so much fits into any memory."""
_MEMBERS = 10_000
"""Most members: a package has one for each part and picture."""

_ANY = re.compile(r".*", re.DOTALL)


def names(data: bytes) -> frozenset[str]:
    """Names of the members; none where the bytes are no zip, or its directory is damaged."""
    if not data.startswith(MAGIC):
        return frozenset()
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return frozenset(package.namelist())
    except DAMAGE:
        return frozenset()


def first(data: bytes, name: str, most: int = 200) -> bytes:
    """The first bytes of a member; empty where there is none, or it is damaged."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package, package.open(name) as member:
            return member.read(most)
    except (*DAMAGE, RuntimeError):
        return b""


def members(data: bytes, location: str, wanted: re.Pattern[str] = _ANY) -> dict[str, bytes]:
    """Members of a package whose whole name is wanted, by name, each proved against its checksum.

    Raises UnreadableError that says which member is damaged, or that the package unpacks to more than
    ``_WHOLE`` bytes, has a password, or has no directory (which stands at the end: the file is cut off).
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            _within_limits(package, len(data), location)
            infos = [info for info in package.infolist() if wanted.fullmatch(info.filename)]
            return {info.filename: _member(package, info, location) for info in infos}
    except DAMAGE as error:
        raise UnreadableError(location, "zip-cut-off") from error


def _within_limits(package: zipfile.ZipFile, size: int, location: str) -> None:
    """Declared sizes can be trusted: ``zipfile`` reads no further, and then the checksum fails."""
    infos = package.infolist()
    whole = sum(info.file_size for info in infos)
    if whole > _WHOLE or (whole > _SMALL and whole > _RATIO * size) or len(infos) > _MEMBERS:
        raise UnreadableError(
            location, "zip-bomb", size=f"{size / 1e6:.1f}", whole=f"{whole / 1e6:.0f}", members=len(infos)
        )


def _member(package: zipfile.ZipFile, info: zipfile.ZipInfo, location: str) -> bytes:
    if info.flag_bits & 1:
        raise UnreadableError(location, "zip-password")
    try:
        return package.read(info)
    except (*DAMAGE, RuntimeError) as error:
        raise UnreadableError(location, "zip-part", part=info.filename) from error
