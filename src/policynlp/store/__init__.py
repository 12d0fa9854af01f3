"""DuckDB: one file that keeps what was read, and the encoder's features of every text seen.

The file is opened late and closed early, because a writer keeps other processes out: every call opens,
works in one transaction and closes, and waits for its turn up to ``patience`` seconds.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from policynlp.errors import StoreError
from policynlp.records import Analysis
from policynlp.store import queries, rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
"""Nothing is downloaded, whatever a query names."""
RETRY_SECONDS = 0.05


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


@dataclass(frozen=True, slots=True)
class Store:
    """The database file of a workspace. Raises StoreError where it cannot be used."""

    path: Path
    """The file; made on first write."""
    patience: float = 30.0
    """Seconds to wait for another process to finish writing."""

    def save(self, analysis: Analysis, *, analysed_by: str) -> None:
        """Store a document and all that was read out of it, in place of an earlier one of the same id."""
        with self._open(write=True) as connection:
            queries.delete(connection, analysis.document.id)
            queries.insert(connection, "documents", [rows.document_row(analysis.document, analysed_by)])
            for table, children in rows.children(analysis).items():
                queries.insert(connection, table, children)

    def load(self, id: str) -> tuple[Analysis, str] | None:
        """A document's analysis and the fingerprint of what made it; None where it is not stored."""
        if not self.path.exists():
            return None
        with self._open() as connection:
            row = queries.document(connection, id)
            if row is None:
                return None
            found = {table: queries.under(connection, table, id) for table in queries.CHILDREN}
        analysis = Analysis(
            document=rows.document_of(row),
            clauses=tuple(map(rows.clause_of, found["clauses"])),
            commitments=tuple(map(rows.commitment_of, found["commitments"])),
            mentions=tuple(map(rows.mention_of, found["mentions"])),
            glossary=tuple(map(rows.glossary_of, found["glossary"])),
            facts=tuple(map(rows.fact_of, found["facts"])),
        )
        return analysis, row[9]

    def listing(self) -> list[Listed]:
        """Every stored document, by id."""
        if not self.path.exists():
            return []
        with self._open() as connection:
            return [Listed(*row) for row in queries.listing(connection)]

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
                queries.insert(connection, "features", [(encoder, key, row) for key, row in vectors.items()])

    @contextmanager
    def _open(self, *, write: bool = False) -> Iterator["DuckDBPyConnection"]:
        """A connection in one transaction; made, checked, committed and closed here."""
        import duckdb

        connection = self._connect(write)
        try:
            connection.execute("BEGIN")
            if write and queries.is_empty(connection):
                queries.create(connection)
            self._check(connection)
            yield connection
            connection.execute("COMMIT")
        except duckdb.Error as error:
            raise StoreError("store-silent", place=self.path, error=first_line(error)) from error
        finally:
            connection.close()

    def _check(self, connection: "DuckDBPyConnection") -> None:
        found = queries.version(connection)
        if found != queries.SCHEMA_VERSION:
            raise StoreError("store-version", place=self.path, found=found, read=queries.SCHEMA_VERSION)

    def _connect(self, write: bool) -> "DuckDBPyConnection":
        """Open the file, waiting for a writer to finish."""
        import duckdb

        give_up = time.monotonic() + self.patience
        self.path.parent.mkdir(parents=True, exist_ok=True)
        while True:
            try:
                return duckdb.connect(str(self.path), read_only=not write, config=CONFIG)
            except duckdb.IOException as error:
                locked = "lock" in str(error).lower()
                if not locked:
                    raise StoreError("store-no-duckdb", place=self.path, error=first_line(error)) from error
                if time.monotonic() > give_up:
                    raise StoreError("store-busy", place=self.path, seconds=f"{self.patience:g}") from error
            time.sleep(RETRY_SECONDS)


def first_line(error: Exception) -> str:
    """The first line of an error's message, without a full stop."""
    return str(error).strip().split("\n")[0].rstrip(".")[:200]
