"""``policynlp show``: what was read out of one document."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from policynlp.cli.copies import show_copies
from policynlp.cli.options import say, warn_unread, workspace
from policynlp.cli.tabled import table_options, write
from policynlp.cli.versions import counterpart_lines, tell_linked
from policynlp.cli.views import VIEWS
from policynlp.errors import UsageError
from policynlp.messages import spoken

if TYPE_CHECKING:
    from policynlp.records import Analysis
    from policynlp.tables import Row


@click.command()
@click.argument("name", metavar="ID|FILE")
@click.option(
    "--commitments", "what", flag_value="commitments", help="Commitments with force, action and words."
)
@click.option(
    "--mentions", "what", flag_value="mentions", help="Institutions, places, quantities, conditions, areas."
)
@click.option(
    "--glossary", "what", flag_value="glossary", help="Terms and translations that the text itself gives."
)
@click.option(
    "--facts",
    "what",
    flag_value="facts",
    help="Title, kind, parties, signature, languages, term, status words.",
)
@click.option(
    "--counterparts",
    "what",
    flag_value="counterparts",
    help="Of a file that held two languages: which clauses stand for each other, and which stand alone.",
)
@click.option(
    "--copies",
    "what",
    flag_value="copies",
    help="Stored texts that are nearly the same, and the words in which they differ.",
)
@click.option(
    "--clauses", "what", flag_value="clauses", default="clauses", help="Clauses (what is shown by default)."
)
@table_options
def show(name: str, what: str, form: str, output: str | None) -> None:
    """Show what was read out of a document (문서에서 읽은 내용을 보여 줍니다).

    As text it begins with what the document is; CSV and JSON have all columns (docs/commitments.md) and
    nothing else.
    """
    from policynlp import pipeline
    from policynlp.tables import TABLES

    if what not in TABLES and (form != "text" or output):
        raise UsageError("show-no-table", what=what)
    if what == "counterparts":
        show_counterparts(name)
        return
    if what == "copies":
        show_copies(name, workspace())
        return
    (analysis,) = pipeline.resolve([name], workspace())
    if form == "text" and output is None:
        introduce(analysis)
    warn_unread(analysis)
    write(rows_of(analysis, what), list(TABLES[what]), VIEWS[what], form, output)


def introduce(analysis: "Analysis") -> None:
    """What a document is: id, title, language, format, whose text it is, its note."""
    from policynlp.report.standing import sentence

    document = analysis.document
    click.echo(f"{document.id}: {document.title} ({document.language}, {document.source.format})")
    click.echo(sentence(document.source)[spoken()])
    if note := document.metadata.get(f"note.{document.language}"):
        click.echo(note)


def rows_of(analysis: "Analysis", what: str) -> "list[Row]":
    """The rows of one table, names in the language of messages."""
    from policynlp import tables

    readers: dict[str, Callable[[], Iterator[Row]]] = {
        "clauses": lambda: tables.clauses(analysis),
        "commitments": lambda: tables.commitments(analysis, spoken()),
        "mentions": lambda: tables.mentions(analysis, spoken()),
        "glossary": lambda: tables.glossary(analysis),
        "facts": lambda: tables.facts(analysis, spoken()),
    }
    return list(readers[what]())


def show_counterparts(name: str) -> None:
    """The language versions of a file side by side."""
    from policynlp import pipeline

    found = pipeline.counterparts(name, workspace())
    if not found:
        say("versions-none", name=name)
    for first, second, linked in found:
        tell_linked(linked)
        for line in counterpart_lines(first, second, linked):
            click.echo(line)
