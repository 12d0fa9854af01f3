"""``policynlp diff``: compare two agreements and write the report."""

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policynlp.cli.options import encoder_option, warn_retold, warn_unread, workspace
from policynlp.messages import said, spoken

if TYPE_CHECKING:
    from policynlp.records import Comparison

SHOWN = 12
"""Findings printed in the terminal; the report has all."""


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="FIRST SECOND [THIRD …]")
@click.option(
    "--format", "formats", default="html", show_default=True, metavar="NAME[,NAME]", help="html, json, csv."
)
@click.option("--output", metavar="FILE", help="Where to write (one format only); - is standard output.")
@click.option("--language", type=click.Choice(["en", "ko"]), help="Language of the findings printed here.")
@click.option(
    "--open", "show", is_flag=True, help="Open the HTML report in the browser, where there is a desktop."
)
@encoder_option
def diff(
    documents: tuple[str, ...],
    formats: str,
    output: str | None,
    language: str | None,
    show: bool,
    encoder: str,
) -> None:
    """Compare agreements, given as ids or files, clause by clause (문서들을 조항별로 비교합니다).

    Three to twelve are compared as a family, none of them the base: who stands where. Writes
    reports/FIRST--SECOND.html and prints the weightiest findings.
    """
    from policynlp import pipeline, report
    from policynlp.errors import UsageError

    chosen = [report.FORMATS[name] for name in dict.fromkeys(formats.split(","))]
    if output is not None and len(chosen) != 1:
        raise UsageError("one-output", count=len(chosen))
    if len(documents) < 2:
        raise UsageError("one-document", name=documents[0])
    home = workspace()
    comparison = pipeline.diff(*documents, encoder=encoder, home=home)
    for analysis in comparison.documents:
        warn_unread(analysis)
    warn_retold(comparison.documents)
    if output == "-":
        click.echo(chosen[0].render(comparison), nl=False)
        return
    folder = home.reports if home else Path.cwd() / "reports"
    places = [Path(output) if output else folder / (stem(comparison) + format.suffix) for format in chosen]
    for format, place in zip(chosen, places, strict=True):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(format.render(comparison))
    print_findings(comparison, language or told_language(comparison), places)
    pages = [place for place in places if place.suffix == ".html"]
    if show and pages and has_desktop():
        click.launch(pages[0].resolve().as_uri())


def has_desktop() -> bool:
    """Whether a browser window can appear: everywhere but on a Unix without a display."""
    return sys.platform in ("darwin", "win32") or bool({"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ))


def stem(comparison: "Comparison") -> str:
    """File name without suffix: both ids, with no character that a file system minds."""
    ids = [analysis.document.id for analysis in comparison.documents]
    return "--".join(re.sub(r"[^\w.-]+", "-", id) for id in ids)


def told_language(comparison: "Comparison") -> str:
    """As POLICYNLP_LANGUAGE or a Korean locale says; else Korean for Korean documents, else English."""
    if os.environ.get("POLICYNLP_LANGUAGE") or spoken() == "ko":
        return spoken()
    return "ko" if {analysis.document.language for analysis in comparison.documents} == {"ko"} else "en"


def print_findings(comparison: "Comparison", language: str, places: list[Path]) -> None:
    """The weightiest findings, then where the report is."""
    material = [difference for difference in comparison.differences if difference.material]
    click.echo(said("diff-found", language, count=len(material), common=len(comparison.common)))
    for number, difference in enumerate(material[:SHOWN], 1):
        click.echo(f"{number:3}. [{difference.kind}] {difference.summary[language]}")
    if len(material) > SHOWN:
        click.echo("     " + said("diff-more", language, count=len(material) - SHOWN))
    for place in places:
        click.echo(said("diff-report", language, place=place))
