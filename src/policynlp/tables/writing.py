"""Rows as CSV and JSON.

A CSV *file* begins with a byte order mark, for without one Excel reads UTF-8 Korean as cp1252 or cp949;
pandas, DuckDB and R skip it. What goes to standard output has none: the next program of a pipe would take
it for part of the first column's name.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from policynlp.tables.columns import Row

MARK = b"\xef\xbb\xbf"
JOINT = "; "
"""Between the values of a list in one cell."""
FORMULA = re.compile(r"^\s*[=+\-@\t\r\n＝＋－＠]")
"""Starts that spreadsheets take for a formula (OWASP, CSV injection), also after blanks and in full width."""
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def safe(value: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe before a formula's first sign, controls replaced."""
    text = CONTROLS.sub("\N{REPLACEMENT CHARACTER}", value)
    return f"'{text}" if FORMULA.match(text) else text


def unguarded(value: str) -> str:
    """A cell as it was before ``safe`` put an apostrophe in front."""
    return value[1:] if value.startswith("'") and FORMULA.match(value[1:]) else value


def cell(value: Any) -> str:
    """A value as one text: lists joined, mappings as JSON, truth as yes and no, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (tuple, list)):
        return JOINT.join(map(str, value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""
    return str(value)


def as_csv(columns: Sequence[str], rows: Iterable[Row], *, mark: bool) -> bytes:
    """UTF-8, every cell quoted, lines ended as RFC 4180 has it; ``mark``: with a byte order mark."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[column]) for column in columns])
    return (MARK if mark else b"") + sheet.getvalue().encode("utf8", "replace")


def _cell(value: Any) -> str:
    """As ``cell``, harmless in a spreadsheet; numbers of ours (-1: nowhere) stay numbers."""
    text = cell(value)
    return text if isinstance(value, (int, float)) else safe(text)


def as_json(rows: Iterable[Row]) -> bytes:
    """A UTF-8 JSON array of objects, one a row."""
    return json_bytes(list(rows))


def json_bytes(content: Any) -> bytes:
    """UTF-8 JSON, one space of indent, a newline at the end; a lone surrogate becomes its JSON escape."""
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode("utf8", "backslashreplace")
