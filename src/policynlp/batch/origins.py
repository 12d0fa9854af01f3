"""What there is to read: files, folders, archives, web addresses and built-in documents become Origins."""

import os
import re
import stat
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Literal

from policynlp.errors import PolicyNLPError, UnreadableError
from policynlp.ingest.archive import Archive, Member, is_archive, is_left_behind
from policynlp.ingest.formats import FORMATS
from policynlp.ingest.parsed import HEAD
from policynlp.ingest.reader import readable
from policynlp.ingest.web.sources import OfficialText
from policynlp.pipeline import is_address
from policynlp.workspace import FOLDERS, BuiltIn, Workspace

MOST = 1 << 30
"""Most bytes of one file: above, no document but a mistake (a disk image, a film)."""
EXTENSION = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,5}")
"""What can be an extension; the end of ``제1차 협정 2025.10`` is none."""

Kind = Literal["file", "member", "address", "builtin"]


@dataclass(frozen=True, slots=True)
class Origin:
    """One thing to read."""

    name: str
    """Path as given, ``archive.zip!/member``, address or built-in id: what messages say."""
    place: str
    """The same as a whole path: how the store knows it again."""
    path: PurePath
    """Folders and name for the id, and the extension; a whole path for a file."""
    kind: Kind
    chosen: bool
    """True where a person named it; False where it was found in a folder or an archive."""
    archive: Path | None = None
    member: Member | None = None
    builtin: BuiltIn | None = None
    official: OfficialText | None = None
    """What is known of an address: id, title, language, metadata."""
    problem: PolicyNLPError | None = None
    """Why it cannot be read, where that is known already."""


@dataclass(slots=True)
class Found:
    """What sources hold."""

    origins: list[Origin] = field(default_factory=list)
    """In order of the sources, then by name."""
    passed_over: Counter[str] = field(default_factory=Counter)
    """Files in folders and archives that are no documents, by extension."""


Source = str | BuiltIn | OfficialText
"""A path or address as given, a built-in document, a listed official text."""


def find(sources: Sequence[Source], home: Workspace | None) -> Found:
    """Every origin that the sources hold; what is named is there even if it cannot be read."""
    found = Found()
    for source in sources:
        if isinstance(source, BuiltIn):
            place = f"builtin:{source.id}"
            found.origins.append(Origin(source.id, place, source.path, "builtin", True, builtin=source))
        elif isinstance(source, OfficialText):
            address = source.address
            found.origins.append(
                Origin(address, address, PurePath(source.id), "address", True, official=source)
            )
        elif is_address(source):
            found.origins.append(Origin(source, source, PurePath(source), "address", True))
        elif Path(source).is_dir():
            _add(found, source, list(_in_folder(Path(source), home, found.passed_over)), "folder-empty")
        else:
            _add_file(found, Path(source), chosen=True)
    found.origins = list({origin.place: origin for origin in reversed(found.origins)}.values())[::-1]
    return found


def _add(found: Found, name: str, origins: list[Origin], nothing: str) -> None:
    """Add what a container holds; a container without documents is a failure."""
    if not origins:
        problem = UnreadableError(name, nothing, formats=readable())
        origins = [Origin(name, whole(Path(name)), PurePath(name), "file", True, problem=problem)]
    found.origins.extend(origins)


def _add_file(found: Found, path: Path, *, chosen: bool) -> None:
    if not is_archive(path):
        found.origins.append(Origin(str(path), whole(path), Path(whole(path)), "file", chosen))
        return
    try:
        archive = Archive(path, str(path))
    except UnreadableError as error:
        found.origins.append(Origin(str(path), whole(path), path, "file", chosen, problem=error))
        return
    try:
        _add(found, str(path), list(_in_archive(archive, path, found.passed_over)), "archive-empty")
    finally:
        archive.close()


def whole(path: Path) -> str:
    """The whole path of a file, with links followed; NFC, so that a name is the same on every system."""
    return unicodedata.normalize("NFC", str(path.resolve()))


def _in_folder(folder: Path, home: Workspace | None, passed_over: Counter[str]) -> Iterator[Origin]:
    """Documents in a folder and the folders in it, by name; a workspace's own folders are left out."""
    own = {home.root.resolve() / name for name in FOLDERS} if home else set()
    for place, folders, names in os.walk(folder):
        inside = Path(place).resolve()
        folders[:] = sorted(name for name in folders if not is_left_behind(name) and inside / name not in own)
        for name in sorted(name for name in names if not is_left_behind(name)):
            path = Path(place) / name
            if path.is_file() and not _is_document(path.suffix, lambda path=path: _head(path)):  # type: ignore[misc]
                passed_over[_kind(path)] += 1
            elif path.is_file():
                found = Found(passed_over=passed_over)
                _add_file(found, path, chosen=False)
                yield from found.origins


def _in_archive(archive: Archive, path: Path, passed_over: Counter[str]) -> Iterator[Origin]:
    """Documents in an archive, and members whose trouble is known already."""
    for member in archive.members():
        known = member.problem is not None
        if known or _is_document(member.path.suffix, lambda member=member: _member_head(archive, member)):  # type: ignore[misc]
            place = whole(path) + member.location.removeprefix(str(path))
            names = Path(whole(path)).with_suffix("") / member.path
            yield Origin(member.location, place, names, "member", False, path, member, problem=member.problem)
        else:
            passed_over[_kind(member.path)] += 1


def _is_document(suffix: str, head: Callable[[], bytes]) -> bool:
    """Whether a file that nobody named is worth reading: by its extension, else by its content."""
    if suffix.lower() == ".zip" or any(suffix.lower() in format.extensions for format in FORMATS.values()):
        return True
    content = head()
    if not content or any(format.sniff(content) for format in FORMATS.values()):
        return bool(content)
    return not EXTENSION.fullmatch(suffix) and b"\0" not in content


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError:
        return b""


def _member_head(archive: Archive, member: Member) -> bytes:
    try:
        return archive.read(member, HEAD)
    except UnreadableError:
        return b""


def _kind(path: PurePath) -> str:
    return path.suffix.lower() or path.name


class Contents:
    """Reads the bytes of origins in order; keeps the archive open that the last one was in."""

    def __init__(self) -> None:
        self._open: tuple[Path, Archive] | None = None

    def read(self, origin: Origin) -> bytes:
        """The bytes of a file or member; raises UnreadableError."""
        if origin.problem is not None:
            raise origin.problem
        if origin.archive is None or origin.member is None:
            return _bytes(origin)
        if self._open is None or self._open[0] != origin.archive:
            self.close()
            self._open = origin.archive, Archive(origin.archive, str(origin.archive))
        data = self._open[1].read(origin.member)
        if not data.strip():
            raise UnreadableError(origin.name, "file-empty")
        return data

    def close(self) -> None:
        """Close what is open."""
        if self._open is not None:
            self._open[1].close()
            self._open = None


def _bytes(origin: Origin) -> bytes:
    """The bytes of a file that is one, is not too large and is not empty."""
    path = Path(origin.name) if origin.builtin is None else origin.builtin.path
    try:
        status = path.stat()
        if stat.S_ISCHR(status.st_mode) or stat.S_ISBLK(status.st_mode):
            raise UnreadableError(origin.name, "not-a-file")
        if status.st_size > MOST:
            size = {"size": f"{status.st_size / 1e6:.0f}", "most": f"{MOST / 1e6:.0f}"}
            raise UnreadableError(origin.name, "file-too-large", **size)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(origin.name, "no-file") from error
    except OSError as error:
        raise UnreadableError(origin.name, "no-access", error=error.strerror) from error
    if not data.strip():
        raise UnreadableError(origin.name, "file-empty")
    return data
