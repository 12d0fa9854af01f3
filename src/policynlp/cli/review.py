"""``policynlp review``: a sheet to decide on links and differences, and what the decisions say."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policynlp.cli import reports
from policynlp.cli.options import encoder_option, say, workspace
from policynlp.cli.tabled import write
from policynlp.errors import UsageError
from policynlp.files import write_whole
from policynlp.messages import spoken

if TYPE_CHECKING:
    from policynlp.decisions import Judged
    from policynlp.records import Comparison
    from policynlp.tables import Row

FORMS = ("xlsx", "csv", "json")
SHARES = ("precision", "low", "high", "recall")
SCORES = ("kind", "name", "decided", "confirmed", "corrected", "rejected", "missed", *SHARES)
"""Columns of ``--score``."""


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="FIRST SECOND [THIRD …] | FILE…")
@click.option(
    "--score",
    is_flag=True,
    help="Print the precision and recall that the decisions in FILE… show, kind by kind.",
)
@click.option(
    "--format",
    "formats",
    metavar="NAME[,NAME…]",
    help="xlsx, csv, json (decisions alone); xlsx,csv by default.",
)
@click.option("--output", metavar="FOLDER|FILE", help="Folder to write to; with --score, a file.")
@reports.decisions_option
@encoder_option
def review(
    names: tuple[str, ...],
    score: bool,
    formats: str | None,
    output: str | None,
    decisions: tuple[Path, ...],
    encoder: str,
) -> None:
    """Write a sheet to confirm, reject or correct links and differences in (검토 표를 만듭니다).

    One row a difference and one a link. With --decisions, earlier decisions stand in their rows, and those
    that no longer apply at the end. `diff --decisions FILE` replays a filled sheet.
    """
    if score:
        _score(names, formats or "text", output)
        return
    if len(names) < 2:
        raise UsageError("one-document", name=names[0])
    from policynlp import pipeline

    chosen = _forms(formats)
    home = workspace()
    taken = reports.taken(decisions)
    comparison = pipeline.diff(*names, encoder=encoder, home=home, decisions=taken)
    folder = Path(output) if output else home.reports if home else Path.cwd() / "reports"
    places = [folder / f"{reports.stem(comparison)}.review.{form}" for form in chosen]
    for form, place in zip(chosen, places, strict=True):
        write_whole(place, _content(comparison, form))
        say("review-written", place=place)
    if comparison.decided:
        reports.tell_decided(comparison.decided, spoken())
    say("review-how", names=" ".join(names), file=places[0])


def _forms(formats: str | None) -> tuple[str, ...]:
    """The formats asked for. Raises UsageError for one that no sheet comes in."""
    forms = tuple(dict.fromkeys(name.strip() for name in (formats or "xlsx,csv").split(",") if name.strip()))
    for form in forms:
        if form not in FORMS:
            raise UsageError("review-formats", name=form)
    return forms


def _content(comparison: "Comparison", form: str) -> bytes:
    from policynlp import decisions
    from policynlp.report.review import workbook

    if form == "csv":
        return decisions.as_sheet(comparison)
    if form == "json":
        return decisions.as_json(comparison, [each.decision for each in comparison.decided])
    return workbook(comparison, spoken())


def _score(files: tuple[str, ...], form: str, output: str | None) -> None:
    """Precision and recall by kind from files of decisions."""
    from policynlp.decisions import judged

    if form not in ("text", "csv", "json"):
        raise UsageError("review-formats", name=form)
    found = judged(reports.taken(tuple(map(Path, files))))
    if not found:
        raise UsageError("review-none", files=", ".join(files))
    write([_row(each) for each in found], SCORES, _shown, form, output)


def _row(each: "Judged") -> "Row":
    from policynlp.report.messages import say as told

    key = f"review.{each.kind}" if each.kind in ("link", "all") else f"kind.{each.kind}"
    return {
        "kind": each.kind,
        "name": told(key, spoken()),
        "decided": each.decided,
        "confirmed": each.confirmed,
        "corrected": each.corrected,
        "rejected": each.rejected,
        "missed": each.missed,
        **{name: None if (share := getattr(each, name)) is None else round(share, 3) for name in SHARES},
    }


def _shown(row: "Row") -> dict[str, str]:
    """What a reader sees of a row: the kind by its name, shares with two decimals."""
    shares = {name: "-" if row[name] is None else f"{row[name]:.2f}" for name in SHARES}
    counts = {name: str(row[name]) for name in ("decided", "confirmed", "corrected", "rejected", "missed")}
    return {"kind": row["name"], **counts, **shares}
