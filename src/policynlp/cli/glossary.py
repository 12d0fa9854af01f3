"""``policynlp glossary``: terms and their translations over many documents."""

import click

from policynlp.cli import views
from policynlp.cli.options import say, workspace
from policynlp.cli.tabled import table_options, write
from policynlp.messages import spoken


@click.command()
@click.argument("names", nargs=-1, metavar="[ID|FILE]…")
@click.option(
    "--sure",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="NUMBER",
    help="Only terms at least as sure as this, 0 to 1.",
)
@table_options
def glossary(names: tuple[str, ...], sure: float, form: str, output: str | None) -> None:
    """List terms and their translations (용어와 번역을 보여 줍니다).

    Those that the texts give in brackets, and those that language versions show: the same body, place,
    heading or defined term in clauses that say the same. mou and mou.en both mean all language versions of
    mou. Without an ID: all stored documents, or the built-in ones where nothing is stored.
    """
    from policynlp import terminology

    found = [term for term in terminology.gather(names, workspace()) if term.confidence >= sure]
    rows = list(terminology.rows(found, spoken()))
    write(rows, list(terminology.COLUMNS), views.term, form, output)
    if not rows:
        say("glossary-none", err=True)
