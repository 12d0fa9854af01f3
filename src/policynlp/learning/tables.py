"""Rows of a JSONL or CSV file, read with their columns, written with answers."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policynlp.errors import UnreadableError, UsageError
from policynlp.files import write_whole
from policynlp.tables import as_csv

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Labelled:
    """The rows of a table with the texts and, where asked for, the labels in them."""

    rows: tuple[Row, ...]
    """As read, in order."""
    texts: tuple[str, ...]
    """One a row; may be empty."""
    labels: tuple[str, ...] = ()
    """One a row; empty where no label column was named."""


def read_table(path: Path, text: str, label: str | None = None) -> Labelled:
    """The rows of a ``.csv`` or JSONL file.

    Raises UnreadableError for a file that is missing, no text, or broken in a line, and UsageError for a
    column that some row does not have.
    """
    try:
        content = path.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise UnreadableError(str(path), "no-file") from error
    except OSError as error:
        raise UnreadableError(str(path), "no-access", error=error.strerror) from error
    except UnicodeDecodeError as error:
        raise UnreadableError(str(path), "no-utf8") from error
    rows = _csv(content) if path.suffix.lower() == ".csv" else _jsonl(content, str(path))
    if not rows:
        raise UnreadableError(str(path), "no-rows")
    return Labelled(
        tuple(rows),
        tuple(_column(rows, text, path)),
        tuple(_column(rows, label, path)) if label is not None else (),
    )


def write_table(path: Path, rows: Sequence[Row]) -> None:
    """Rows to a ``.csv`` or JSONL file; what a spreadsheet would run gets an apostrophe."""
    columns = list(dict.fromkeys(str(key) for row in rows for key in row))
    in_full = ({column: row.get(column) for column in columns} for row in rows)
    sheet = path.suffix.lower() == ".csv"
    write_whole(path, as_csv(columns, in_full, mark=True) if sheet else as_jsonl(rows).encode("utf8"))


def as_jsonl(rows: Sequence[Row]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(dict(row), ensure_ascii=False) + "\n" for row in rows)


def _csv(content: str) -> list[Row]:
    return list(csv.DictReader(io.StringIO(content)))


def _jsonl(content: str, place: str) -> list[Row]:
    rows = []
    for line in content.split("\n"):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except ValueError as error:
                raise UnreadableError(place, "not-json", error=error) from error
    if not all(isinstance(row, dict) for row in rows):
        raise UnreadableError(place, "not-json", error="a line is no object")
    return rows


def _column(rows: Sequence[Row], name: str, path: Path) -> list[str]:
    missing = next((number for number, row in enumerate(rows, 1) if row.get(name) is None), None)
    if missing is not None:
        columns = ", ".join(sorted({str(key) for row in rows[:50] for key in row}))
        raise UsageError("no-column", place=path, row=missing, name=name, columns=columns)
    return [str(row[name]) for row in rows]
