"""DuckDB: one file that keeps what was read, and the encoder's features of every text seen.

The file is opened late and closed early, because a writer keeps other processes out: every call opens,
works in one transaction and closes, and waits for its turn up to ``patience`` seconds.

The newest version of a document has its plain id (``mou``); an earlier one, read from other bytes, is kept as
``mou@1`` with all that was read out of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from policynlp.errors import StoreError
from policynlp.files import draft
from policynlp.records import Analysis, Counterparts
from policynlp.store import queries, rows
from policynlp.store.connection import transaction
from policynlp.store.rows import Lineage

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["VERSION_MARK", "Entry", "Listed", "Store"]

VERSION_MARK = "@"
"""Between a document's id and the number of a version; no id has it."""
Features = Mapping[str, Mapping[str, bytes]]
"""By encoder, then by the text's sha256: float32, little endian."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of ``policynlp list``."""

    id: str
    language: str
    clauses: int
    commitments: int
    format: str
    sha256: str
    analysed_by: str
    title: str
    location: str
    standing: str
    retrieved: str
    version: int
    newest: bool
    place: str
    """Whole path or address that it is read from again; empty where it was not read from a place."""
    family: str
    """Id that its source was read under; language versions of one file share it."""
    asked: str
    """What the reader was told about it."""
    stored: str
    """When this version was first stored, ISO 8601 in UTC."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An analysis to store."""

    analysis: Analysis
    analysed_by: str
    """Fingerprint of the code and tables that read it."""
    place: str = ""
    """Whole path or address that it is read from again; empty keeps what is stored of the three."""
    family: str = ""
    """Id that its source was read under."""
    asked: str = ""
    """What the reader was told about it."""


@dataclass(frozen=True, slots=True)
class Store:
    """The database file of a workspace. Raises StoreError where it cannot be used."""

    path: Path
    """The file; made on first write."""
    patience: float = 30.0
    """Seconds to wait for another process to finish writing."""

    def save(self, analysis: Analysis, *, analysed_by: str) -> None:
        """Store a document and all that was read out of it."""
        self.save_all([Entry(analysis, analysed_by)])

    def save_all(
        self,
        entries: Sequence[Entry],
        *,
        features: Features | None = None,
        counterparts: Sequence[Counterparts] = (),
    ) -> None:
        """Store documents of different ids, with features and links, in one transaction.

        What was read from the same bytes is replaced; what was read from others is kept as a version.
        """
        ids = [entry.analysis.document.id for entry in entries]
        with self._open(write=True) as connection:
            lineages = _lineages(connection, entries)
            queries.forget_counterparts(connection, ids)
            queries.delete(connection, ids)
            documents = [
                rows.document_row(entry.analysis.document, entry.analysed_by, lineage)
                for entry, lineage in zip(entries, lineages, strict=True)
            ]
            queries.insert(connection, "documents", documents)
            children = [rows.children(entry.analysis) for entry in entries]
            for table in queries.HANGING:
                queries.insert(connection, table, [row for one in children for row in one[table]])
            queries.insert(connection, "counterparts", list(map(rows.counterparts_row, counterparts)))
            _insert_features(connection, features or {})

    def load(self, id: str) -> tuple[Analysis, str] | None:
        """A document's analysis and the fingerprint of what made it; None where it is not stored.

        ``mou@2`` is the second version of ``mou``; where that is the newest, its id is ``mou``.
        """
        if not self.path.exists():
            return None
        with self._open() as connection:
            stored_as = _stored_as(connection, id)
            row = queries.document(connection, stored_as)
            if row is None:
                return None
            found = {table: queries.under(connection, table, stored_as) for table in queries.CHILDREN}
        analysis = Analysis(
            document=rows.document_of(row),
            clauses=tuple(map(rows.clause_of, found["clauses"])),
            commitments=tuple(map(rows.commitment_of, found["commitments"])),
            mentions=tuple(map(rows.mention_of, found["mentions"])),
            glossary=tuple(map(rows.glossary_of, found["glossary"])),
            facts=tuple(map(rows.fact_of, found["facts"])),
        )
        return analysis, row["analysed_by"]

    def listing(self, *, versions: bool = False) -> list[Listed]:
        """Every stored document, by id; earlier versions where asked for."""
        if not self.path.exists():
            return []
        with self._open() as connection:
            return [Listed(*row) for row in queries.listing(connection, versions=versions)]

    def alike(self, ids: Sequence[str], share: float) -> list[tuple[str, str, int]]:
        """Pairs of a document of ``ids`` and one that may be nearly the same, the likest first.

        ``share`` (0 to 1) is the least part of the first one's sketch that the other has, too.
        """
        if not self.path.exists() or not ids:
            return []
        with self._open() as connection:
            return queries.alike(connection, sorted(set(ids)), share)

    def counterparts(self, id: str) -> list[Counterparts]:
        """Links between a document and the other language versions of its file."""
        if not self.path.exists():
            return []
        with self._open() as connection:
            return list(map(rows.counterparts_of, queries.counterparts(connection, id)))

    def features(self, encoder: str, keys: Sequence[str]) -> dict[str, bytes]:
        """Stored features (float32 bytes) by text hash, for those of ``keys`` that are there."""
        if not self.path.exists():
            return {}
        with self._open() as connection:
            return queries.features(connection, encoder, keys)

    def save_features(self, encoder: str, vectors: Mapping[str, bytes]) -> None:
        """Keep features by text hash; those already there stay as they are."""
        if vectors:
            with self._open(write=True) as connection:
                _insert_features(connection, {encoder: vectors})

    def export(self, folder: Path, format: Literal["parquet", "csv"]) -> list[Path]:
        """Write one file a table into a folder, each whole or not at all; gives their paths."""
        if not self.path.exists():
            raise StoreError("store-empty", place=self.path)
        folder.mkdir(parents=True, exist_ok=True)
        written = [folder / f"{table}.{format}" for table in queries.EXPORTED]
        with ExitStack() as stack:
            drafts = [stack.enter_context(draft(path)) for path in written]
            with self._open() as connection:  # one transaction: the files are of one moment
                for table, place in zip(queries.EXPORTED, drafts, strict=True):
                    queries.export(connection, table, place, format)
        return written

    @contextmanager
    def _open(self, *, write: bool = False) -> Iterator["DuckDBPyConnection"]:
        with transaction(self.path, write=write, patience=self.patience) as connection:
            yield connection


def _lineages(connection: "DuckDBPyConnection", entries: Sequence[Entry]) -> list[Lineage]:
    """Version and place of each entry; a newest version of other bytes is set aside on the way."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    known = queries.lineages(connection, [entry.analysis.document.id for entry in entries])
    found = []
    for entry in entries:
        document = entry.analysis.document
        sha256, *rest = known.get(document.id, ("",))
        before = Lineage(*rest) if rest else Lineage(0, True, "", "", "", now)
        if entry.place:
            before = replace(before, place=entry.place, family=entry.family, asked=entry.asked)
        if sha256 and sha256 != document.source.sha256:
            _set_aside(connection, document.id, before.version)
        same = sha256 == document.source.sha256
        found.append(before if same else replace(before, version=before.version + 1, newest=True, stored=now))
    _set_orphans_aside(connection, entries)
    return found


def _set_aside(connection: "DuckDBPyConnection", id: str, version: int) -> None:
    queries.set_aside(connection, id, f"{id}{VERSION_MARK}{version}")


def _set_orphans_aside(connection: "DuckDBPyConnection", entries: Sequence[Entry]) -> None:
    """Make earlier versions of what a source no longer holds: a language version that is gone."""
    ids = {entry.analysis.document.id for entry in entries}
    sources = {(entry.place, entry.family) for entry in entries if entry.place}
    for id, version, place, family in queries.read_from(connection, sorted({place for place, _ in sources})):
        if (place, family) in sources and id not in ids:
            _set_aside(connection, id, version)


def _stored_as(connection: "DuckDBPyConnection", id: str) -> str:
    """The id that a version is stored under: its own, or the plain one where it is the newest."""
    name, _, number = id.rpartition(VERSION_MARK)
    newest = name and number.isdecimal() and queries.newest_of_version(connection, name, int(number))
    return name if newest else id


def _insert_features(connection: "DuckDBPyConnection", features: Features) -> None:
    for encoder, vectors in features.items():
        queries.insert(connection, "features", [(encoder, key, row) for key, row in vectors.items()])
