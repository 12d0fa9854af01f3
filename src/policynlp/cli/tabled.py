"""Tables on the command line: readable in a terminal, lines for the next program, CSV and JSON."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import click

from policynlp.cli.options import say
from policynlp.files import write_whole
from policynlp.messages import spoken
from policynlp.tables import Row, as_csv, as_json, cell
from policynlp.tables.named import name

Function = TypeVar("Function", bound=Callable[..., object])
Shown = dict[str, str]
"""What a reader sees of a row: texts by column, the columns named in names.toml."""

ROOM = {"action": 3, "actor": 7, "named": 3, "words": 3, "force": 3, "value": 3, "name": 3, "detail": 1}
ROOM |= {"term": 3, "gloss": 4, "evidence": 4, "methods": 2, "text": 8}
"""Shares of a terminal's width; a column without one is as wide as its longest cell."""
NARROWEST = 76
"""Columns of a terminal below which words of a table would be broken all the time."""
WHOLE = 11
"""Columns of the terminal that a word may take before it is broken."""


def table_options(command: Function) -> Function:
    """``--format text|csv|json`` and ``--output FILE``."""
    with_output = click.option(
        "--output",
        metavar="FILE",
        help="Where to write; else to standard output. CSV files begin with a mark for Excel.",
    )(command)
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "csv", "json"]),
        default="text",
        show_default=True,
        help="text: a table in a terminal, else lines parted by tabs.",
    )(with_output)


def write(
    rows: Sequence[Row], columns: Sequence[str], shown: Callable[[Row], Shown], form: str, output: str | None
) -> None:
    """Write rows in a format to a file or to standard output; ``shown`` picks what a reader sees."""
    if form == "csv":
        put(as_csv(columns, rows, mark=output not in (None, "-")), output)
    elif form == "json":
        put(as_json(rows), output)
    elif output in (None, "-") and sys.stdout.isatty():
        draw(list(map(shown, rows)))
    else:
        put(lines(list(map(shown, rows))).encode("utf8", "replace"), output)
    if output not in (None, "-"):
        say("table-written", err=True, rows=len(rows), place=output)


def put(content: bytes, output: str | None) -> None:
    """Write bytes to a file, made whole before it takes its name, or to standard output."""
    if output is None or output == "-":
        click.echo(content, nl=False)
        return
    write_whole(Path(output), content)


def lines(rows: Sequence[Shown]) -> str:
    """A line of headings, then one a row, parted by tabs; line ends and tabs in a cell become blanks."""
    found = ["\t".join(map(heading, rows[0]))] if rows else []
    found += ["\t".join(" ".join(value.split()) for value in row.values()) for row in rows]
    return "".join(line + "\n" for line in found)


def records(rows: Sequence[Shown]) -> str:
    """A line a column, a blank line after each row; without empty columns."""
    return "\n".join(
        "".join(f"{heading(column)}: {value}\n" for column, value in row.items() if value) for row in rows
    )


def draw(rows: Sequence[Shown]) -> None:
    """A table as wide as the terminal, where a Hangul syllable takes two columns; without empty columns.

    A terminal too narrow for columns gets records.
    """
    from rich import box
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    if not rows or console.width < NARROWEST:
        click.echo(records(rows), nl=False)
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    told = [column for column in rows[0] if any(row[column] for row in rows)]
    for column in told:
        room = ROOM.get(column)
        words = [word for row in rows for word in row[column].split()]
        least = min(WHOLE, max(map(cell_len, words)))
        table.add_column(heading(column), no_wrap=room is None, ratio=room, min_width=least, overflow="fold")
    for row in rows:
        table.add_row(*(Text(row[column]) for column in told))
    console.print(table)


def heading(column: str) -> str:
    """What a column is called in the language of messages."""
    return name("column", column, spoken())


def joined(values: Mapping[str, object], *columns: str) -> str:
    """Cells of a row that are not empty, joined."""
    return "; ".join(filter(None, (cell(values[column]) for column in columns)))
