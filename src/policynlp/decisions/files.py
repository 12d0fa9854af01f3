"""Files of decisions: JSON (``policynlp.decisions/1``), and the sheet of a review as CSV or XLSX."""

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from policynlp.errors import UnreadableError
from policynlp.languages import table
from policynlp.records import About, Analysis, Comparison, Decision, Verdict
from policynlp.tables.writing import json_bytes, unguarded

SCHEMA = "policynlp.decisions/1"
LARGEST = 100_000_000
"""Bytes that a workbook may unpack to: a sheet of 10,000 rows with whole clauses takes about 20 million."""
ROWS = 1_048_576
"""Rows of a sheet at most, as in Excel: a file may number one higher, and all before it are filled up."""
DELIMITERS = ",;\t"
"""Between the cells of a CSV file, by the country that a spreadsheet is set to."""
BROKEN = (
    zipfile.BadZipFile, zlib.error, SyntaxError, LookupError, ValueError, TypeError, EOFError, OSError,
    RuntimeError,
)  # fmt: skip
"""What openpyxl lets through from a damaged workbook (300 were read): errors of XML are SyntaxErrors, locked
parts and unknown ways to pack them RuntimeErrors."""
NEEDED = ("about", "decision")
"""Columns without which a table is no sheet of a review."""


def read(path: Path) -> tuple[Decision, ...]:
    """The decisions in a JSON, CSV or XLSX file; rows without a decision are passed over.

    Raises UnreadableError for a file that is missing or of another kind, and for a row that says something
    other than confirm, reject or correct.
    """
    place = str(path)
    if path.exists() and not path.is_dir() and not path.is_file():
        raise UnreadableError(place, "not-a-file")
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(place, "no-file") from error
    except OSError as error:
        raise UnreadableError(place, "no-access", error=error.strerror) from error
    if content.startswith(b"PK"):
        return tuple(_from_rows(place, _sheet(place, content)))
    text = _decoded(place, content)
    if text.lstrip().startswith("{"):
        return tuple(_from_json(place, text))
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=head.count))
    try:
        return tuple(_from_rows(place, rows))
    except csv.Error as error:
        raise UnreadableError(place, "decisions-unknown") from error


def _decoded(place: str, content: bytes) -> str:
    """The text of a file: UTF-8, or cp949, as a Korean Excel saves CSV."""
    for encoding in ("utf-8-sig", "cp949"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError(place, "no-utf8")


def _sheet(place: str, content: bytes) -> Iterator[Mapping[str, Any]]:
    """The rows of the first sheet, by the first line of each column's head."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST:
                raise UnreadableError(place, "decisions-large", most=LARGEST // 1_000_000)
        sheet = load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets[0]
        first = next(sheet.iter_rows(max_row=1, values_only=True), ())
        head = [str(name or "").split("\n")[0] for name in first]
        while head and not head[-1]:  # a sheet may state 16,384 columns, and every row is filled up to them
            head.pop()
        for row in sheet.iter_rows(min_row=2, max_row=ROWS, max_col=len(head), values_only=True):
            yield {name: "" if value is None else str(value) for name, value in zip(head, row, strict=False)}
    except BROKEN as error:
        raise UnreadableError(place, "decisions-unknown") from error


def _from_rows(place: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[Decision]:
    number = 1
    for number, row in enumerate(rows, 2):
        if not all(name in row for name in NEEDED):
            raise UnreadableError(place, "decisions-unknown")
        values = {name: unguarded(str(value or "").strip()) for name, value in row.items() if name}
        if values["decision"]:
            yield Decision(
                about=_about(place, number, values["about"]),
                verdict=_verdict(place, number, values["decision"]),
                clauses=_sides(values.get("clauses", "")),
                texts=_sides(values.get("texts", "")),
                corrected_texts=_sides(values.get("corrected_texts", "")),
                says={
                    language: values[f"says_{language}"]
                    for language in ("en", "ko")
                    if values.get(f"says_{language}")
                },
                **{
                    name: values.get(name, "")
                    for name in ("key", "kind", "corrected_kind", "corrected", "note", "reviewer")
                },
            )
    if number == 1:
        raise UnreadableError(place, "no-rows")


def _sides(cell: str) -> tuple[tuple[str, ...], ...]:
    """``c4 = c6 c7`` as ids or hashes, a tuple a document."""
    return tuple(tuple(side.split()) for side in cell.split("=")) if cell else ()


def sides(values: Iterable[Iterable[str]]) -> str:
    """Ids or hashes of every document in one cell: ``c4 = c6 c7``."""
    return " = ".join(" ".join(side) for side in values)


def _about(place: str, row: int, said: str) -> About:
    for code in get_args(About):
        if said.casefold() == code:
            return code  # type: ignore[no-any-return]
    raise UnreadableError(place, "decisions-about", row=row, said=said)


def _verdict(place: str, row: int, said: str) -> Verdict:
    """A decision by its code or its name in either language."""
    names = table("shared", "names")["verdict"]
    for code in get_args(Verdict):
        if said.casefold() in {code, *(name.casefold() for name in names[code].values())}:
            return code  # type: ignore[no-any-return]
    raise UnreadableError(place, "decisions-verdict", row=row, said=said)


def _from_json(place: str, text: str) -> Iterator[Decision]:
    try:
        content = json.loads(text)
    except ValueError as error:
        raise UnreadableError(place, "not-json", error=error) from error
    except RecursionError as error:
        raise UnreadableError(place, "decisions-unknown") from error
    if content.get("schema") != SCHEMA or not isinstance(content.get("decisions"), list):
        raise UnreadableError(place, "decisions-unknown")
    for number, each in enumerate(content["decisions"], 1):
        if not isinstance(each, dict):
            raise UnreadableError(place, "decisions-unknown")
        yield _decision(place, number, each)


def _decision(place: str, number: int, each: Mapping[str, Any]) -> Decision:
    """One object of a JSON file; a member of another type than the schema's is no decision of ours."""
    texts = ("key", "kind", "corrected_kind", "corrected", "note", "reviewer")
    said = {name: each.get(name, "") for name in ("about", "decision", *texts)}
    listed = {name: each.get(name, []) for name in ("clauses", "texts", "corrected_texts")}
    told = each.get("says", {})
    plain = all(
        isinstance(value, str)
        for value in (*said.values(), *(told.values() if isinstance(told, dict) else (0,)))
    )
    nested = all(
        isinstance(sides, list)
        and all(isinstance(side, list) and all(isinstance(one, str) for one in side) for side in sides)
        for sides in listed.values()
    )
    if not plain or not nested:
        raise UnreadableError(place, "decisions-unknown")
    return Decision(
        about=_about(place, number, said.pop("about")),
        verdict=_verdict(place, number, said.pop("decision")),
        says=dict(told),
        clauses=tuple(tuple(side) for side in listed["clauses"]),
        texts=tuple(tuple(side) for side in listed["texts"]),
        corrected_texts=tuple(tuple(side) for side in listed["corrected_texts"]),
        **said,
    )


def as_json(comparison: Comparison, decisions: Sequence[Decision]) -> bytes:
    """Decisions as ``policynlp.decisions/1``, with the documents that they were made on."""
    content = {
        "schema": SCHEMA,
        "documents": [documented(analysis) for analysis in comparison.documents],
        "decisions": [as_object(each) for each in decisions],
    }
    return json_bytes(content)


def documented(analysis: Analysis) -> dict[str, str]:
    """What a file of decisions says of a document."""
    document = analysis.document
    return {
        "id": document.id,
        "title": document.title,
        "language": document.language,
        "sha256": document.source.sha256,
    }


def as_object(decision: Decision) -> dict[str, Any]:
    """One decision as the format has it."""
    return {
        "about": decision.about,
        "decision": decision.verdict,
        "key": decision.key,
        "kind": decision.kind,
        "clauses": [list(side) for side in decision.clauses],
        "texts": [list(side) for side in decision.texts],
        "corrected_kind": decision.corrected_kind,
        "corrected": decision.corrected,
        "corrected_texts": [list(side) for side in decision.corrected_texts],
        "note": decision.note,
        "reviewer": decision.reviewer,
        "says": dict(decision.says),
    }
