"""All SQL but the schema. Rows go in column by column: one statement a table, not one a row."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SCHEMA_VERSION = 3
CHILDREN = ("clauses", "commitments", "mentions", "glossary", "facts")
HANGING = (*CHILDREN, "sketches")
"""Tables whose rows come and go with their document."""
FREQUENT = 64
"""Documents with a hash from which it tells nothing: a clause that all treaties have."""
TELLING = 8
"""Least number of other hashes that two documents must share to be compared at all."""
EXPORTED = {
    "documents": "id",
    **dict.fromkeys(CHILDREN, "document, position"),
    "counterparts": '"first", "second"',
}
"""Tables that are exported, and the order of their rows; features serve only the encoder that made them."""


def schema() -> str:
    """The text of schema.sql."""
    return files("policynlp.store").joinpath("schema.sql").read_text("utf8")


def create(connection: "DuckDBPyConnection") -> None:
    """Make the tables of an empty database."""
    connection.execute(schema())
    connection.execute("INSERT INTO policynlp_schema VALUES (?)", [SCHEMA_VERSION])


def version(connection: "DuckDBPyConnection") -> int:
    """Schema version of the database; 0 where it is none of ours."""
    found = connection.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'policynlp_schema'"
    ).fetchone()
    if not found or not found[0]:
        return 0
    row = connection.execute("SELECT version FROM policynlp_schema").fetchone()
    return int(row[0]) if row else 0


def column_types(connection: "DuckDBPyConnection", table: str) -> list[str]:
    """SQL type of each column of a table, in order; JSON is sent as text."""
    rows = connection.execute(
        "SELECT replace(data_type, 'JSON', 'VARCHAR') FROM duckdb_columns() "
        "WHERE table_name = ? ORDER BY column_index",
        [table],
    ).fetchall()
    return [row[0] for row in rows]


def insert(connection: "DuckDBPyConnection", table: str, rows: Sequence[Sequence[Any]]) -> None:
    """Add rows to a table; does nothing for none."""
    if not rows:
        return
    types = column_types(connection, table)
    unnested = ", ".join(f"unnest(${n}::{type}[])" for n, type in enumerate(types, 1))
    columns = [list(column) for column in zip(*rows, strict=True)]
    mode = "INSERT OR IGNORE" if table == "features" else "INSERT"
    connection.execute(f"{mode} INTO {table} SELECT {unnested}", columns)


def delete(connection: "DuckDBPyConnection", documents: Sequence[str]) -> None:
    """Remove documents and all that hangs under them."""
    for table in HANGING:
        connection.execute(
            f"DELETE FROM {table} WHERE document IN (SELECT unnest($1::VARCHAR[]))", [documents]
        )
    connection.execute("DELETE FROM documents WHERE id IN (SELECT unnest($1::VARCHAR[]))", [documents])


def set_aside(connection: "DuckDBPyConnection", id: str, earlier: str) -> None:
    """Give the newest version of a document, and all that hangs under it, the id of an earlier version."""
    for table in HANGING:
        connection.execute(f"UPDATE {table} SET document = $1 WHERE document = $2", [earlier, id])
    for side in ("first", "second"):
        connection.execute(f'UPDATE counterparts SET "{side}" = $1 WHERE "{side}" = $2', [earlier, id])
    connection.execute("UPDATE documents SET id = $1, newest = false WHERE id = $2", [earlier, id])


def lineages(connection: "DuckDBPyConnection", ids: Sequence[str]) -> dict[str, tuple[Any, ...]]:
    """By id of those stored: sha256, version, newest, place, family, asked, stored."""
    rows = connection.execute(
        "SELECT id, sha256, version, newest, place, family, asked, stored FROM documents "
        "WHERE id IN (SELECT unnest($1::VARCHAR[]))",
        [ids],
    ).fetchall()
    return {id: tuple(rest) for id, *rest in rows}


def read_from(connection: "DuckDBPyConnection", places: Sequence[str]) -> list[tuple[str, int, str, str]]:
    """id, version, place, family of the newest documents that were read from places."""
    return connection.execute(
        "SELECT id, version, place, family FROM documents "
        "WHERE newest AND place IN (SELECT unnest($1::VARCHAR[])) ORDER BY id",
        [places],
    ).fetchall()


def newest_of_version(connection: "DuckDBPyConnection", id: str, number: int) -> bool:
    """Whether the newest version of a document has that number."""
    row = connection.execute(
        "SELECT count(*) FROM documents WHERE id = ? AND newest AND version = ?", [id, number]
    ).fetchone()
    return bool(row and row[0])


def document(connection: "DuckDBPyConnection", id: str) -> dict[str, Any] | None:
    """The row of a document, by column."""
    cursor = connection.execute("SELECT * FROM documents WHERE id = ?", [id])
    names = [column[0] for column in cursor.description or ()]
    row = cursor.fetchone()
    return None if row is None else dict(zip(names, row, strict=True))


def under(connection: "DuckDBPyConnection", table: str, document: str) -> list[tuple[Any, ...]]:
    """Rows of a child table of one document in order, without document and position."""
    return connection.execute(
        f"SELECT * EXCLUDE (document, position) FROM {table} WHERE document = ? ORDER BY position", [document]
    ).fetchall()


def listing(connection: "DuckDBPyConnection", *, versions: bool) -> list[tuple[Any, ...]]:
    """The columns of ``Listed`` for every document, by name and version; earlier versions where asked for."""
    return connection.execute(
        """
        SELECT d.id, d.language, coalesce(c.n, 0), coalesce(m.n, 0), d.format, d.sha256, d.analysed_by,
               d.title, d.location, d.standing, d.retrieved, d.version, d.newest, d.place, d.family,
               d.asked, d.stored
        FROM documents d
        LEFT JOIN (SELECT document, count(*) n FROM clauses GROUP BY document) c ON c.document = d.id
        LEFT JOIN (SELECT document, count(*) n FROM commitments WHERE NOT (lead_in OR purpose)
                   GROUP BY document) m ON m.document = d.id
        WHERE d.newest OR $1
        ORDER BY split_part(d.id, '@', 1), d.version
        """,
        [versions],
    ).fetchall()


def features(connection: "DuckDBPyConnection", encoder: str, keys: Sequence[str]) -> dict[str, bytes]:
    """Stored features by text hash, for those of ``keys`` that are there."""
    rows = connection.execute(
        "SELECT text_sha256, vector FROM features "
        "WHERE encoder = $1 AND text_sha256 IN (SELECT unnest($2::VARCHAR[]))",
        [encoder, list(keys)],
    ).fetchall()
    return dict(rows)


def alike(
    connection: "DuckDBPyConnection", documents: Sequence[str], share: float
) -> list[tuple[str, str, int]]:
    """Pairs of a document and another in its language that has at least ``share`` of its sketch, and how
    many hashes they share; earlier versions are passed over.

    Only pairs that share hashes which few documents have are counted out: what all treaties say would make
    pairs of all of them.
    """
    return connection.execute(
        """
        WITH frequent AS (SELECT hash FROM sketches GROUP BY hash HAVING count(*) > $3),
        telling AS (
            SELECT mine.document AS a, other.document AS b
            FROM sketches mine
            JOIN sketches other ON other.hash = mine.hash AND other.document <> mine.document
            WHERE mine.document IN (SELECT unnest($1::VARCHAR[]))
            AND mine.hash NOT IN (SELECT hash FROM frequent)
            GROUP BY mine.document, other.document
            HAVING count(*) >= $4
        ),
        pairs AS (
            SELECT a, b, count(*) AS shared
            FROM telling
            JOIN sketches mine ON mine.document = a
            JOIN sketches other ON other.document = b AND other.hash = mine.hash
            GROUP BY a, b
        )
        SELECT a, b, shared
        FROM pairs
        JOIN documents first ON first.id = a
        JOIN documents second ON second.id = b AND second.newest AND second.language = first.language
        WHERE shared >= $2 * (SELECT count(*) FROM sketches s WHERE s.document = a)
        ORDER BY a, shared DESC, b
        """,
        [documents, share, FREQUENT, TELLING],
    ).fetchall()


def counterparts(connection: "DuckDBPyConnection", id: str) -> list[tuple[Any, ...]]:
    """Rows of ``counterparts`` that a document has a side in."""
    return connection.execute(
        'SELECT * FROM counterparts WHERE "first" = $1 OR "second" = $1 ORDER BY "first", "second"', [id]
    ).fetchall()


def forget_counterparts(connection: "DuckDBPyConnection", ids: Sequence[str]) -> None:
    """Remove the links between language versions that any of the documents has a side in."""
    connection.execute(
        'DELETE FROM counterparts WHERE "first" IN (SELECT unnest($1::VARCHAR[])) '
        'OR "second" IN (SELECT unnest($1::VARCHAR[]))',
        [ids],
    )


def export(connection: "DuckDBPyConnection", table: str, path: Path, format: str) -> None:
    """Write a table in a fixed order of rows, as ``parquet`` or ``csv``."""
    options = "FORMAT parquet, COMPRESSION zstd" if format == "parquet" else "FORMAT csv, HEADER"
    place = str(path).replace("'", "''")
    connection.execute(f"COPY (SELECT * FROM {table} ORDER BY {EXPORTED[table]}) TO '{place}' ({options})")
