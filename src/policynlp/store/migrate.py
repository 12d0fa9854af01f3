"""An older store becomes one of this version, in place and in one transaction.

One rule serves all versions: a table whose columns are not the schema's is made anew, and its rows go in by
name; columns that they lack get the DEFAULT that schema.sql states.
"""

import re
from typing import TYPE_CHECKING

from policynlp.store import queries

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

STATEMENT = re.compile(r"CREATE TABLE (\w+) \(\n.*?\n\);", re.DOTALL)
"""A table of more than one line: the first one, which holds the version, stays as it is."""


def migrate(connection: "DuckDBPyConnection") -> None:
    """Bring the tables to the schema's columns; the caller's transaction makes it all or nothing."""
    there = columns(connection)
    for statement in STATEMENT.finditer(queries.schema()):
        table = statement[1]
        if table not in there:
            connection.execute(statement[0])
        elif there[table] != wanted(statement[0]):
            remade(connection, table, statement[0])
    connection.execute("UPDATE policynlp_schema SET version = ?", [queries.SCHEMA_VERSION])


def remade(connection: "DuckDBPyConnection", table: str, statement: str) -> None:
    """Make one table anew with the rows it had."""
    connection.execute(f"CREATE TEMP TABLE earlier AS SELECT * FROM {table}")
    connection.execute(f"DROP TABLE {table}")
    connection.execute(statement)
    connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM earlier")
    connection.execute("DROP TABLE earlier")


def columns(connection: "DuckDBPyConnection") -> dict[str, list[str]]:
    """Names of the columns of every table, in order."""
    rows = connection.execute(
        "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns() "
        "WHERE NOT internal GROUP BY table_name"
    ).fetchall()
    return dict(rows)


def wanted(statement: str) -> list[str]:
    """Names of the columns that a CREATE TABLE states."""
    import duckdb

    with duckdb.connect(":memory:") as empty:
        empty.execute(statement)
        return next(iter(columns(empty).values()))
