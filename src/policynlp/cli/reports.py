"""Reports of a comparison: which formats, in which files, in which language, and opened where asked."""

import os
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policynlp.cli.options import Function
from policynlp.errors import UsageError
from policynlp.files import write_whole
from policynlp.messages import said, spoken

if TYPE_CHECKING:
    from policynlp.records import Comparison, Decided, Decision
    from policynlp.report import Format
    from policynlp.workspace import Workspace

UNMET = {
    "stale": "decided-stale",
    "gone": "decided-gone",
    "overruled": "decided-overruled",
    "missed": "decided-missed",
}
"""Outcomes of decisions that changed nothing -> what to say of each."""
STREAM = "-"
"""What stands for standard output."""
FORMATS = "html, json, csv, md, xlsx, docx (a memo), tracked (a DOCX with tracked changes)"


def report_options(command: Function) -> Function:
    """``--format``, ``--output``, ``--language`` and ``--open``."""
    options = (
        click.option(
            "--format",
            "formats",
            metavar="NAME[,NAME…]",
            help=f"{FORMATS}. Without it, as the ending of --output says, else html.",
        ),
        click.option(
            "--output",
            metavar="FILE|FOLDER",
            help="Where to write: a file, or a folder for several formats; - is standard output.",
        ),
        click.option(
            "--language",
            type=click.Choice(["en", "ko"]),
            help="Language of the findings printed here and of md, xlsx and docx files.",
        ),
        click.option("--open", "show", is_flag=True, help="Open the report, where there is a desktop."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def decisions_option(command: Function) -> Function:
    """``--decisions FILE``, more than once."""
    return click.option(
        "--decisions",
        type=click.Path(path_type=Path),
        multiple=True,
        metavar="FILE",
        help="Decisions of reviewers to replay (see policynlp review); may be given more than once.",
    )(command)


def taken(files: tuple[Path, ...]) -> "tuple[Decision, ...]":
    """The decisions in all files, in order."""
    from policynlp import decisions

    return tuple(each for file in files for each in decisions.read(file))


def tell_decided(decided: "Sequence[Decided]", language: str) -> None:
    """One line on what became of decisions, then each that met nothing."""
    from policynlp.report.pieces import visible
    from policynlp.report.review import what

    counts = Counter(each.outcome for each in decided)
    click.echo(
        said(
            "decided",
            language,
            confirmed=counts["confirmed"],
            corrected=counts["corrected"],
            rejected=counts["rejected"],
            links=counts["linked"] + counts["unlinked"],
            stale=counts["stale"],
            gone=counts["gone"],
        )
    )
    if counts["found"] + counts["missed"]:
        click.echo(said("decided-added", language, found=counts["found"], missed=counts["missed"]))
    for each in decided:
        if each.outcome in UNMET:
            told = " ".join(visible(what(each, language)).split())
            click.echo("     " + said(UNMET[each.outcome], language, what=told))


def chosen(formats: str | None, output: str | None) -> "Mapping[str, Format]":
    """The formats by name. Raises UnknownNameError for one that there is not, UsageError where ``output``
    cannot hold them."""
    from policynlp import report

    names = [name.strip() for name in (formats or "").split(",") if name.strip()]
    found = {name: report.FORMATS[name] for name in names or [named_by(output or "", report.FORMATS)]}
    if output is not None and len(found) > 1:
        taken = Path(output).exists() and not Path(output).is_dir()
        if output == STREAM or taken or (named_by(output, report.FORMATS, "") and not Path(output).exists()):
            raise UsageError("one-output", count=len(found), place=output)
    return found


def named_by(output: str, known: "Mapping[str, Format]", other: str = "html") -> str:
    """The format whose ending a file's name has, the longest such; ``other`` without any."""
    ends = sorted(known, key=lambda name: -len(known[name].suffix))
    return next((name for name in ends if output.lower().endswith(known[name].suffix)), other)


def write(
    comparison: "Comparison",
    formats: "Mapping[str, Format]",
    output: str | None,
    language: str | None,
    home: "Workspace | None",
) -> list[Path]:
    """Write every format, none before all are made; gives the files."""
    told = language or told_language(comparison)
    contents = {
        name: format.render(comparison, (language or "") if format.switchable else told)
        for name, format in formats.items()
    }
    if output == STREAM:
        click.echo(next(iter(contents.values())), nl=False)
        return []
    places = {
        name: _place(comparison, format, len(formats), output, home) for name, format in formats.items()
    }
    for name, place in places.items():
        write_whole(place, contents[name])
    return list(places.values())


def _place(
    comparison: "Comparison", format: "Format", count: int, output: str | None, home: "Workspace | None"
) -> Path:
    """The file of one format."""
    if output is not None and count == 1 and not (Path(output).is_dir() or output.endswith(("/", os.sep))):
        return Path(output)
    folder = home.reports if home else Path.cwd() / "reports"
    return (Path(output) if output is not None else folder) / (stem(comparison) + format.suffix)


def stem(comparison: "Comparison") -> str:
    """File name without suffix: all ids, with no character that a file system minds."""
    ids = [analysis.document.id for analysis in comparison.documents]
    return "--".join(re.sub(r"[^\w.-]+", "-", id) for id in ids)


def told_language(comparison: "Comparison") -> str:
    """As POLICYNLP_LANGUAGE or a Korean locale says; else Korean for Korean documents, else English."""
    if os.environ.get("POLICYNLP_LANGUAGE") or spoken() == "ko":
        return spoken()
    return "ko" if {analysis.document.language for analysis in comparison.documents} == {"ko"} else "en"


def launch(places: list[Path]) -> None:
    """Open the page, or the first file where there is none, if a window can appear."""
    pages = [place for place in places if place.suffix == ".html"] or places
    if pages and has_desktop():
        click.launch(pages[0].resolve().as_uri())


def has_desktop() -> bool:
    """Whether a window can appear: everywhere but on a Unix without a display."""
    return sys.platform in ("darwin", "win32") or bool({"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ))
