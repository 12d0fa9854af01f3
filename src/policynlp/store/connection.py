"""Opening the database file: late, for one transaction, waiting for other processes, migrating old stores."""

import logging
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from policynlp.errors import StoreError
from policynlp.messages import said, spoken
from policynlp.store import queries
from policynlp.store.migrate import migrate

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
"""Nothing is downloaded, whatever a query names."""
FIRST_PAUSE = 0.02
"""Seconds before the first new attempt; each pause is longer than the one before, up to LONGEST_PAUSE."""
LONGEST_PAUSE = 0.4
PAUSE_GROWTH = 1.6
TELL_AFTER = 1.0
"""Seconds of waiting after which a person is told."""
ELSEWHERE = ("lock", "different configuration")
"""In DuckDB's message, where another process, or another thread of this one, has the file."""

LOGGER = logging.getLogger("policynlp.store")
"""Says on standard error (Python's default for warnings) that somebody waits."""


@contextmanager
def transaction(path: Path, *, write: bool, patience: float) -> Iterator["DuckDBPyConnection"]:
    """A connection in one transaction, committed and closed at the end; raises StoreError."""
    import duckdb

    connection = current(path, write, patience)
    try:
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")
    except duckdb.Error as error:
        raise StoreError("store-silent", place=path, error=first_line(error)) from error
    finally:
        connection.close()


def current(path: Path, write: bool, patience: float) -> "DuckDBPyConnection":
    """A connection to a store of this version: made where there is none, migrated where it is older."""
    import duckdb

    if write and not path.exists():
        make(path)
    connection = connect(path, write, patience)
    try:
        found = queries.version(connection)
        if found == queries.SCHEMA_VERSION:
            return connection
        connection.close()
        if not 0 < found < queries.SCHEMA_VERSION:
            raise StoreError("store-version", place=path, found=found, read=queries.SCHEMA_VERSION)
        upgrade(path, patience)
    except duckdb.Error as error:
        connection.close()
        raise StoreError("store-silent", place=path, error=first_line(error)) from error
    return connect(path, write, patience)


def upgrade(path: Path, patience: float) -> None:
    """Bring an older store to this version, unless another process just did; all of it or nothing."""
    connection = connect(path, True, patience)
    try:
        connection.execute("BEGIN")
        if queries.version(connection) < queries.SCHEMA_VERSION:
            migrate(connection)
        connection.execute("COMMIT")
    finally:
        connection.close()


def make(path: Path) -> None:
    """A new store: written beside its place and linked there whole, so that nobody sees half of one."""
    import duckdb

    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    draft.unlink(missing_ok=True)
    with duckdb.connect(str(draft), config=CONFIG) as connection:
        connection.execute("BEGIN")
        queries.create(connection)
        connection.execute("COMMIT")
    try:
        os.link(draft, path)
    except FileExistsError:
        return  # another process made it meanwhile
    except OSError:
        if not path.exists():  # a file system without links
            draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def connect(path: Path, write: bool, patience: float) -> "DuckDBPyConnection":
    """Open the file, waiting up to ``patience`` seconds for others to be done with it."""
    import duckdb

    start, pause, told = time.monotonic(), FIRST_PAUSE, False
    while True:
        try:
            return duckdb.connect(str(path), read_only=not write, config=CONFIG)
        except (duckdb.IOException, duckdb.ConnectionException) as error:
            if not any(words in str(error).lower() for words in ELSEWHERE):
                raise StoreError("store-no-duckdb", place=path, error=first_line(error)) from error
            waited = time.monotonic() - start
            if waited > patience:
                raise StoreError("store-busy", place=path, seconds=f"{patience:g}") from error
        if waited > TELL_AFTER and not told:
            LOGGER.warning(said("store-waiting", spoken(), place=path, seconds=f"{patience:g}"))
            told = True
        time.sleep(pause * random.uniform(0.5, 1))  # by chance, so that two who wait do not meet again
        pause = min(pause * PAUSE_GROWTH, LONGEST_PAUSE)


def first_line(error: Exception) -> str:
    """The first line of an error's message, without a full stop."""
    return str(error).strip().split("\n")[0].rstrip(".")[:200]
