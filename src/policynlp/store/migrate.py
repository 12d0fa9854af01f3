"""An older store becomes one of this version, in place and in one transaction.

One rule serves all versions: a table whose columns are not the schema's is made anew, and its rows go in by
name; columns that they lack get the DEFAULT that schema.sql states.
"""

import re
from typing import TYPE_CHECKING

from policynlp.store import queries

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NAME = re.compile(r"^CREATE TABLE (\w+)", re.MULTILINE)


def migrate(connection: "DuckDBPyConnection") -> None:
    """Bring the tables to the schema's columns; the caller's transaction makes it all or nothing."""
    import duckdb

    there = columns(connection)
    for statement in duckdb.extract_statements(queries.schema()):
        table = NAME.findall(statement.query)[0]
        if table not in there:
            connection.execute(statement.query)
        elif there[table] != wanted(statement.query):
            remade(connection, table, statement.query)
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
