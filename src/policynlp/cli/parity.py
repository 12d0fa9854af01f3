"""``policynlp parity``: do the two language versions of an agreement say the same."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policynlp.cli import reports
from policynlp.cli.options import encoder_option, warn_unread, workspace
from policynlp.messages import said

if TYPE_CHECKING:
    from policynlp.records import Comparison
    from policynlp.report import Format

NAMES: Mapping[str, str] = {
    "modality": "parity-modality",
    "mistranslation": "parity-mistranslation",
    "proper_noun": "parity-proper-noun",
    "omission": "parity-omission",
    "addition": "parity-addition",
    "spelling": "parity-spelling",
}
"""Message that names a class of findings."""


@click.command()
@click.argument("first")
@click.argument("second", required=False)
@click.option(
    "--original",
    type=click.Choice(["first", "second"]),
    default="first",
    show_default=True,
    help="The version that the other translates: what only it says was left out, the rest was added.",
)
@click.option(
    "--sure",
    type=click.FloatRange(0, 1),
    metavar="NUMBER",
    help="Only findings at least as sure as this, 0 to 1 (default 0.4).",
)
@reports.report_options
@encoder_option
def parity(
    first: str,
    second: str | None,
    original: str,
    sure: float | None,
    formats: str | None,
    output: str | None,
    language: str | None,
    show: bool,
    encoder: str,
) -> None:
    """Check two language versions of one agreement against each other (두 언어본을 대조합니다).

    Ids or files, Korean and English; SECOND is left out for a file that holds both. Finds other force or
    polarity, other terms, numbers and names, omissions, additions, misspellings.
    """
    from policynlp.pipeline.parity import parity as check

    chosen = {name: of_parity(name, format) for name, format in reports.chosen(formats, output).items()}
    home = workspace()
    place = int(original == "second")
    comparison = check(first, second, original=place, least=sure, encoder=encoder, home=home)
    for analysis in comparison.documents:
        warn_unread(analysis)
    places = reports.write(comparison, chosen, output, language, home)
    if places:
        print_findings(comparison, language or reports.told_language(comparison), places)
    if show:
        reports.launch(places)


def of_parity(name: str, format: "Format") -> "Format":
    """A format as this command writes it: rows in CSV and JSON, file names apart from those of diff."""
    from policynlp.comparison.parity.rows import COLUMNS, rows
    from policynlp.tables import as_csv, as_json

    own = {
        "csv": lambda found, language: as_csv(COLUMNS, rows(found), mark=True),
        "json": lambda found, language: as_json(rows(found)),
    }
    return replace(format, suffix=f".parity{format.suffix}", write=own.get(name, format.write))


def print_findings(comparison: "Comparison", language: str, places: list[Path]) -> None:
    """How many findings of which class, each with its place and sentence, then where the report is."""
    from policynlp.comparison.parity import CLASSES

    names = [said(NAMES[CLASSES[found.kind]], language) for found in comparison.differences]
    linked = len(comparison.links)
    if not names:
        click.echo(said("parity-none", language, links=linked))
    else:
        listed = ", ".join(f"{name} {count}" for name, count in Counter(names).items())
        click.echo(
            said("parity-found", language, count=len(comparison.differences), links=linked, classes=listed)
        )
    for found, own in zip(comparison.differences, names, strict=True):
        where = " = ".join("+".join(ids) or "-" for ids in found.clauses)
        click.echo(f"{found.weight:5.2f}  {where}  [{own}] {found.summary[language]}")
    for place in places:
        click.echo(said("diff-report", language, place=place))
