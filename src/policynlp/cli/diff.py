"""``policynlp diff``: compare agreements and write the report."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policynlp.cli import reports
from policynlp.cli.options import encoder_option, warn_retold, warn_unread, workspace
from policynlp.errors import UsageError
from policynlp.messages import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policynlp.records import Comparison, Difference

SHOWN = 12
"""Findings printed in the terminal; the report has all."""


PAIR = 2
"""Documents whose differences are few enough to be listed by weight alone."""
OF_A_KIND = 3
"""Findings of one kind printed of more documents: else what each alone says would fill the list."""


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
    shown = material[:SHOWN] if len(comparison.documents) == PAIR else of_each_kind(material)
    for number, difference in enumerate(shown, 1):
        click.echo(f"{number:3}. [{difference.kind}] {difference.summary[language]}")
    if len(material) > len(shown):
        click.echo("     " + said("diff-more", language, count=len(material) - len(shown)))
    if comparison.decided:
        reports.tell_decided(comparison.decided, language)
    for place in places:
        click.echo(said("diff-report", language, place=place))


def of_each_kind(material: "Sequence[Difference]") -> "list[Difference]":
    """The weightiest differences, but few of each kind."""
    seen: Counter[str] = Counter()
    shown = []
    for difference in material:
        seen[difference.kind] += 1
        if seen[difference.kind] <= OF_A_KIND:
            shown.append(difference)
    return shown[:SHOWN]
