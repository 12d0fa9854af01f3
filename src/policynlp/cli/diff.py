"""``policynlp diff``: compare agreements and write the report."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policynlp.cli import reports
from policynlp.cli.options import encoder_option, warn_retold, warn_unread, workspace
from policynlp.errors import UsageError
from policynlp.messages import said

if TYPE_CHECKING:
    from policynlp.records import Comparison

SHOWN = 12
"""Findings printed in the terminal; the report has all."""


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="FIRST SECOND [THIRD …]")
@reports.report_options
@reports.decisions_option
@encoder_option
def diff(
    documents: tuple[str, ...],
    formats: str | None,
    output: str | None,
    language: str | None,
    show: bool,
    decisions: tuple[Path, ...],
    encoder: str,
) -> None:
    """Compare agreements, given as ids or files, clause by clause (문서들을 조항별로 비교합니다).

    Three to twelve are compared as a family, none of them the base: who stands where. Writes
    reports/FIRST--SECOND.html and prints the weightiest findings.
    """
    from policynlp import pipeline

    chosen = reports.chosen(formats, output)
    if len(documents) < 2:
        raise UsageError("one-document", name=documents[0])
    home = workspace()
    taken = reports.taken(decisions)
    comparison = pipeline.diff(*documents, encoder=encoder, home=home, decisions=taken)
    for analysis in comparison.documents:
        warn_unread(analysis)
    warn_retold(comparison.documents)
    places = reports.write(comparison, chosen, output, language, home)
    if places:
        print_findings(comparison, language or reports.told_language(comparison), places)
    if show:
        reports.launch(places)


def print_findings(comparison: "Comparison", language: str, places: list[Path]) -> None:
    """The weightiest findings, then where the report is."""
    material = [difference for difference in comparison.differences if difference.material]
    click.echo(said("diff-found", language, count=len(material), common=len(comparison.common)))
    for number, difference in enumerate(material[:SHOWN], 1):
        click.echo(f"{number:3}. [{difference.kind}] {difference.summary[language]}")
    if len(material) > SHOWN:
        click.echo("     " + said("diff-more", language, count=len(material) - SHOWN))
    if comparison.decided:
        reports.tell_decided(comparison.decided, language)
    for place in places:
        click.echo(said("diff-report", language, place=place))
