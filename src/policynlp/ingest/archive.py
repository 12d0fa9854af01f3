"""Archives: a .zip whose members are documents. Nothing is ever unpacked to disk, so names harm nobody."""

import stat
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from policynlp.errors import UnreadableError
from policynlp.ingest.formats import FORMATS
from policynlp.ingest.zipped import DAMAGE, MAGIC

SEPARATOR = "!/"
"""Between an archive and its member in a location: ``archive.zip!/folder/member.txt``."""
EMPTY = b"PK\x05\x06"
"""First bytes of an archive without members."""
MEMBERS = 20_000
"""Most members of an archive and of the archives in it together."""
WHOLE = 4 << 30
"""Most bytes that all members may unpack to together: thousands of scans take less."""
ONE = 256 << 20
"""Most bytes that one member may unpack to."""
RATIO = 200
"""Most times its packed size that a member may unpack to: text that repeats itself 100 times packs 1:90."""
SMALL = 16 << 20
"""Bytes below which the ratio does not count."""
PACKAGES = frozenset({"[Content_Types].xml", "mimetype", "META-INF/container.xml", "META-INF/MANIFEST.MF"})
"""Members that show a zip to be one document (Office, Hangul, OpenDocument, EPUB) or a program."""
SYSTEM = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
"""Names, in lower case, that operating systems leave behind."""
UTF8 = 0x800
"""Flag of a member whose name is said to be UTF-8."""
ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Member:
    """One document in an archive, or what keeps it from being read."""

    location: str
    """``archive.zip!/folder/member.txt``."""
    path: PurePosixPath
    """Folders and name, without roots and ``..``; those of an archive inside begin with its name."""
    at: tuple[int, ...]
    """Its number in the archive's directory; in an archive inside, after that archive's number."""
    size: int
    """Bytes it says it unpacks to."""
    problem: UnreadableError | None = None
    """Why it cannot be read."""


def is_left_behind(name: str) -> bool:
    """Whether a file or folder name is hidden, an operating system's, or an editor's lock."""
    return name.startswith((".", "~$")) or name.lower() in SYSTEM


def is_archive(path: Path) -> bool:
    """Whether a file is a zip of documents, and not one document in a zip (DOCX, HWPX).

    A file with a document's extension never is: if it is damaged, its reader says so.
    """
    suffix = path.suffix.lower()
    if any(suffix in format.extensions for format in FORMATS.values()):
        return False
    try:
        with path.open("rb") as file:
            return _holds_documents(file.read(len(MAGIC)), suffix, path)
    except OSError:
        return False


def _holds_documents(head: bytes, suffix: str, content: Path | BytesIO) -> bool:
    if not head.startswith((MAGIC, EMPTY)):
        return suffix == ".zip"  # its reader says that it is damaged or misnamed
    try:
        with zipfile.ZipFile(content) as package:
            return not PACKAGES.intersection(package.namelist())
    except DAMAGE:
        return suffix == ".zip"


class Archive:
    """An open archive: lists its members, also those of archives inside, and reads them one by one."""

    def __init__(self, path: Path, location: str) -> None:
        """Raises UnreadableError where the archive as a whole cannot be read or unpacks to too much."""
        self._location = location
        self._inside: tuple[int, zipfile.ZipFile] | None = None
        try:
            self._zip = zipfile.ZipFile(path)
        except DAMAGE as error:
            raise UnreadableError(location, "archive-broken", error=said(error)) from error
        infos = self._zip.infolist()
        self._members, self._bytes = len(infos), sum(info.file_size for info in infos)
        if self._members > MEMBERS or self._bytes > WHOLE:
            self._zip.close()
            raise UnreadableError(
                location, "archive-too-large", members=self._members, size=f"{self._bytes / 1e6:.0f}"
            )

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    def members(self) -> Iterator[Member]:
        """Every member, sorted by name; folders, hidden and system files left out."""
        for number, info in _wanted(self._zip):
            location = f"{self._location}{SEPARATOR}{shown(info)}"
            member = Member(location, _path(shown(info)), (number,), info.file_size, _problem(info, location))
            if member.problem is None and member.path.suffix.lower() == ".zip":
                yield from self._members_inside(member)
            else:
                yield member

    def _members_inside(self, outer: Member) -> Iterator[Member]:
        """Members of an archive inside; deeper ones are named as not read."""
        try:
            inside = self._open_inside(outer)
        except UnreadableError as error:
            yield _with_problem(outer, error)
            return
        for number, info in _wanted(inside):
            location = f"{outer.location}{SEPARATOR}{shown(info)}"
            path = outer.path.with_suffix("") / _path(shown(info))
            problem = _problem(info, location)
            if problem is None and path.suffix.lower() == ".zip":
                problem = UnreadableError(location, "archive-nested")
            yield Member(location, path, (*outer.at, number), info.file_size, problem)

    def _open_inside(self, outer: Member) -> zipfile.ZipFile:
        """The archive inside, counted against the limits of the whole."""
        try:
            inside = zipfile.ZipFile(BytesIO(self.read(outer)))
        except DAMAGE as error:
            raise UnreadableError(outer.location, "archive-broken", error=said(error)) from error
        infos = inside.infolist()
        self._members += len(infos)
        self._bytes += sum(info.file_size for info in infos)
        if self._members > MEMBERS or self._bytes > WHOLE:
            raise UnreadableError(
                outer.location, "archive-too-large", members=self._members, size=f"{self._bytes / 1e6:.0f}"
            )
        return inside

    def read(self, member: Member, most: int | None = None) -> bytes:
        """The bytes of a member, or its first ``most``; raises UnreadableError that names it."""
        if member.problem is not None:
            raise member.problem
        package = self._zip if len(member.at) == 1 else self._package_inside(member)
        try:
            with package.open(package.infolist()[member.at[-1]]) as file:
                return file.read() if most is None else file.read(most)
        except (*DAMAGE, RuntimeError) as error:
            raise UnreadableError(member.location, "member-broken", error=said(error)) from error

    def _package_inside(self, member: Member) -> zipfile.ZipFile:
        """The archive inside that a member is in, kept open while its members are read."""
        if self._inside is None or self._inside[0] != member.at[0]:
            number = member.at[0]
            location = member.location.rpartition(SEPARATOR)[0]
            outer = Member(location, member.path, (number,), 0)
            self._inside = number, zipfile.ZipFile(BytesIO(self.read(outer)))
        return self._inside[1]


def _wanted(package: zipfile.ZipFile) -> list[tuple[int, zipfile.ZipInfo]]:
    """Files worth reading with their number, by name; of two with one name the later, which replaced it."""
    chosen = {
        shown(info): (number, info)
        for number, info in enumerate(package.infolist())
        if not info.is_dir() and not any(map(is_left_behind, _path(shown(info)).parts))
    }
    return [chosen[name] for name in sorted(chosen)]


def _problem(info: zipfile.ZipInfo, location: str) -> UnreadableError | None:
    """What keeps a member from being read, as far as the directory tells."""
    if info.flag_bits & ENCRYPTED:
        return UnreadableError(location, "member-password")
    bomb = info.file_size > SMALL and info.file_size > RATIO * max(info.compress_size, 1)
    if bomb or info.file_size > ONE:
        return UnreadableError(location, "member-too-large", size=f"{info.file_size / 1e6:.0f}")
    if stat.S_ISLNK(info.external_attr >> 16):
        return UnreadableError(location, "member-link")
    return None


def _with_problem(member: Member, problem: UnreadableError) -> Member:
    return Member(member.location, member.path, member.at, member.size, problem)


def shown(info: zipfile.ZipInfo) -> str:
    """A member's name: Korean Windows writes CP949 and macOS UTF-8 without saying so; NFC, nothing unseen."""
    name = info.filename
    if not info.flag_bits & UTF8:
        name = _decoded(info.orig_filename, name)
    name = unicodedata.normalize("NFC", name.replace("\\", "/"))
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)


def _decoded(original: str, name: str) -> str:
    """A name that ``zipfile`` took for CP437, by the encoding that its bytes fit."""
    try:
        raw = original.encode("cp437")
    except UnicodeEncodeError:
        return name  # an extra field gave the name in Unicode
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def _path(name: str) -> PurePosixPath:
    """Folders and name without roots, drives, ``.`` and ``..``."""
    parts = [part for part in name.split("/") if part not in ("", ".", "..") and not part.endswith(":")]
    return PurePosixPath(*parts) if parts else PurePosixPath("member")


def said(error: Exception) -> str:
    """What a library said, in one line."""
    return str(error).strip().split("\n")[0].rstrip(".")[:120] or type(error).__name__
