"""All SQL but the schema. Rows go in column by column: one statement a table, not one a row."""

from collections.abc import Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SCHEMA_VERSION = 2
CHILDREN = ("clauses", "commitments", "mentions", "glossary", "facts")


def schema() -> str:
    """The text of schema.sql."""
    return files("policynlp.store").joinpath("schema.sql").read_text("utf8")


def create(connection: "DuckDBPyConnection") -> None:
    """Make the tables of an empty database."""
    connection.execute(schema())
    connection.execute("INSERT INTO policynlp_schema VALUES (?)", [SCHEMA_VERSION])


def is_empty(connection: "DuckDBPyConnection") -> bool:
    """Whether the database has no table at all."""
    row = connection.execute("SELECT count(*) FROM duckdb_tables()").fetchone()
    return row is None or row[0] == 0


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


def delete(connection: "DuckDBPyConnection", document: str) -> None:
    """Remove a document and all that hangs under it."""
    for table in CHILDREN:
        connection.execute(f"DELETE FROM {table} WHERE document = ?", [document])
    connection.execute("DELETE FROM documents WHERE id = ?", [document])


def document(connection: "DuckDBPyConnection", id: str) -> tuple[Any, ...] | None:
    """The row of a document."""
    return connection.execute("SELECT * FROM documents WHERE id = ?", [id]).fetchone()


def under(connection: "DuckDBPyConnection", table: str, document: str) -> list[tuple[Any, ...]]:
    """Rows of a child table of one document in order, without document and position."""
    return connection.execute(
        f"SELECT * EXCLUDE (document, position) FROM {table} WHERE document = ? ORDER BY position", [document]
    ).fetchall()


def listing(connection: "DuckDBPyConnection") -> list[tuple[Any, ...]]:
    """id, language, clauses, commitments, format, sha256, analysed_by, title of every document, by id."""
    return connection.execute(
        """
        SELECT d.id, d.language,
               (SELECT count(*) FROM clauses c WHERE c.document = d.id),
               (SELECT count(*) FROM commitments c WHERE c.document = d.id AND NOT (c.lead_in OR c.purpose)),
               d.format, d.sha256, d.analysed_by, d.title
        FROM documents d ORDER BY d.id
        """
    ).fetchall()


def features(connection: "DuckDBPyConnection", encoder: str, keys: Sequence[str]) -> dict[str, bytes]:
    """Stored features by text hash, for those of ``keys`` that are there."""
    rows = connection.execute(
        "SELECT text_sha256, vector FROM features "
        "WHERE encoder = $1 AND text_sha256 IN (SELECT unnest($2::VARCHAR[]))",
        [encoder, list(keys)],
    ).fetchall()
    return dict(rows)
