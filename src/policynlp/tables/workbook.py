"""XLSX workbooks of plain tables: texts stay texts, and the same rows give the same bytes."""

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from policynlp.tables.widths import lines

LONGEST = 32_767
"""Characters that a cell may hold (Excel's specifications and limits)."""
SPARE = 200
"""Rows below the last that offer the same choices: room for what a person adds."""
LINE, HIGHEST = 14.0, 409.0
"""Points of a line of text of 10 points, and of the highest row that a sheet may have."""
LONGEST_NAME = 31
"""Characters that the name of a sheet may have."""
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", "·"))
"""Characters that no sheet's name may have; an apostrophe may not stand at its ends."""
MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""Date of creation in every workbook: the same content must give the same bytes on any day."""
WORKBOOK = {
    "in_memory": True,
    "constant_memory": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Options of XlsxWriter: without any of the three, what a clause says could become a formula or a link."""

Cut = Callable[[int, int], str]
"""What stands at the end of a text that is cut: how many characters are shown, of how many."""
Value = str | int | float | None
Line = Sequence[Value]
"""The values of a row."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet."""

    title: str
    """Its head; a line end parts two languages."""
    width: int = 12
    """In characters."""
    choices: tuple[str, ...] = ()
    """Values to choose from in a list, where others are refused."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table on a sheet of its own."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Line]
    """A row may end before the last column."""
    frozen: int = 0
    """Columns that stay in view beside the head."""


def as_xlsx(sheets: Iterable[Sheet], *, title: str, cut: Cut) -> bytes:
    """The bytes of a workbook with a frozen head, filters and wrapped text on every sheet.

    A text over LONGEST characters is cut and ends in what ``cut`` says. Controls must have been written out
    (``visible``): XML has no place for them.
    """
    import xlsxwriter

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, WORKBOOK)
    book.set_properties({"title": title[:255], "author": "policynlp", "created": MADE.replace(tzinfo=None)})
    font = {"font_name": "Malgun Gothic", "font_size": 10, "valign": "top", "text_wrap": True}
    head = {"bold": True, "bg_color": "#E8EDF3", "bottom": 1, "valign": "vcenter"}
    looks = _Looks(book.add_format(font), book.add_format(font | head), cut)
    taken: set[str] = set()
    for sheet in sheets:
        _fill(book.add_worksheet(_named(sheet.name, taken)), sheet, looks)
    book.close()
    return content.getvalue()


@dataclass(frozen=True, slots=True)
class _Looks:
    """What every cell needs."""

    body: Any
    head: Any
    cut: Cut


def _named(name: str, taken: set[str]) -> str:
    """A name that Excel takes, unlike those before it whatever their case."""
    plain = name.translate(FORBIDDEN).strip() or "·"
    for number in range(1, 1000):
        end = f" ({number})" if number > 1 else ""
        chosen = plain[: LONGEST_NAME - len(end)] + end
        if chosen.casefold() not in taken:
            break
    taken.add(chosen.casefold())
    return chosen


def _fill(page: Any, sheet: Sheet, looks: _Looks) -> None:
    """Write one sheet: A4 landscape, as wide as the paper, its head on every page."""
    last = 0
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, column.width, looks.body)
        page.write_string(0, index, shortened(column.title, looks.cut), looks.head)
    for last, row in enumerate(sheet.rows, 1):
        page.set_row(last, _height(row, sheet.columns))
        for index, value in enumerate(row):
            _put(page, last, index, value, looks)
    for index, column in enumerate(sheet.columns):
        if column.choices:
            offered = {"validate": "list", "source": list(column.choices)}
            page.data_validation(1, index, last + SPARE, index, offered)
    page.set_row(0, 32)
    page.freeze_panes(1, sheet.frozen)
    page.autofilter(0, 0, max(last, 1), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _height(row: Line, columns: Sequence[Column]) -> float:
    """Points that a row takes with its texts wrapped: not every program works it out."""
    most = max(lines(str(value or ""), column.width) for value, column in zip(row, columns, strict=False))
    return min(LINE * most + 2, HIGHEST)


def _put(page: Any, row: int, column: int, value: Value, looks: _Looks) -> None:
    """Write one cell: numbers as numbers, all else as text, nothing where there is nothing."""
    if isinstance(value, (int, float)):
        page.write_number(row, column, value, looks.body)
    elif value not in (None, ""):
        page.write_string(row, column, shortened(str(value), looks.cut), looks.body)


def shortened(text: str, cut: Cut) -> str:
    """A text that fits in a cell, counted as Excel counts (UTF-16), with what says that it was cut."""
    if _units(text) <= LONGEST:
        return text
    room = LONGEST - _units(cut(len(text), len(text)))
    kept = text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")
    return kept + cut(len(kept), len(text))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
