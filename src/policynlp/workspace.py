"""Where things lie: the workspace (corpus/, models/, reports/) and what ships in the package."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from policynlp.errors import PolicyNLPError
from policynlp.store import Store

FOLDERS = ("corpus", "models", "reports")
DATABASE = "policynlp.duckdb"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder that has corpus/, models/ and reports/."""

    root: Path

    @property
    def store(self) -> Store:
        """The store of the workspace."""
        return Store(self.root / "corpus" / DATABASE)

    @property
    def fetched(self) -> Path:
        """Where what the web sent is kept, by its hash."""
        return self.root / "corpus" / "fetched"

    @property
    def publishers(self) -> Path:
        """Where a workspace says who stands behind domains that the shipped table lacks."""
        return self.root / "corpus" / "publishers.toml"

    @property
    def reports(self) -> Path:
        """Where ``diff`` writes."""
        return self.root / "reports"


def find(start: Path) -> Workspace | None:
    """The nearest workspace at ``start`` or above it."""
    for folder in (start, *start.parents):
        if all((folder / name).is_dir() for name in FOLDERS):
            return Workspace(folder)
    return None


def make(root: Path) -> Workspace:
    """Make a workspace of a folder."""
    try:
        for name in FOLDERS:
            (root / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PolicyNLPError("no-workspace", root=root, error=error.strerror) from error
    return Workspace(root)


@cache
def shipped(name: str) -> Path:
    """The shipped folder ``corpus`` or ``models``: in the package, or beside src/ in a source checkout."""
    package = Path(__file__).parent
    packed = package / "data" / name
    return packed if packed.is_dir() else package.parents[1] / name


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """One document of the built-in corpus."""

    id: str
    family: str
    language: str
    title: str
    path: Path
    sha256: str
    metadata: Mapping[str, str]


@cache
def builtin() -> Mapping[str, BuiltIn]:
    """The built-in corpus by id, as its manifest lists it."""
    corpus = shipped("corpus")
    entries = tomllib.loads((corpus / "manifest.toml").read_text("utf8"))["documents"]
    return {entry["id"]: _builtin(corpus, entry) for entry in entries}


def _builtin(corpus: Path, entry: Mapping[str, Any]) -> BuiltIn:
    own = {"id", "family", "language", "title", "file", "sha256"}
    return BuiltIn(
        id=entry["id"],
        family=entry["family"],
        language=entry["language"],
        title=entry["title"],
        path=corpus / entry["file"],
        sha256=entry["sha256"],
        metadata=flat({key: value for key, value in entry.items() if key not in own}),
    )


def flat(values: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Nested tables as dotted keys with text values (``note.en``); lists joined by commas."""
    out: dict[str, str] = {}
    for key, value in values.items():
        if isinstance(value, Mapping):
            out |= flat(value, f"{prefix}{key}.")
        elif isinstance(value, list):
            out[prefix + key] = ", ".join(map(str, value))
        else:
            out[prefix + key] = str(value).lower() if isinstance(value, bool) else str(value)
    return out
