"""What several commands share: the workspace, the encoder, the language of messages, progress."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from policynlp.errors import PolicyNLPError
from policynlp.messages import said, spoken

if TYPE_CHECKING:
    from policynlp.records import Analysis
    from policynlp.workspace import Workspace

Item = TypeVar("Item")
Function = TypeVar("Function", bound=Callable[..., object])


def encoder_option(command: Function) -> Function:
    """``--encoder NAME``."""
    return click.option(
        "--encoder",
        default="use",
        show_default=True,
        metavar="NAME",
        help="Bundled encoder, or any sentence-transformers model by name or path.",
    )(command)


def allow_private_option(command: Function) -> Function:
    """``--allow-private``."""
    return click.option(
        "--allow-private",
        is_flag=True,
        help="Fetch from servers that are not on the public internet, and from any port.",
    )(command)


def workspace() -> "Workspace | None":
    """The workspace around the working folder, if there is one."""
    from policynlp import workspace as places

    return places.find(Path.cwd())


def workspace_or_new() -> "Workspace":
    """The workspace around the working folder; made here, with a word about it, where there is none."""
    from policynlp import workspace as places

    found = places.find(Path.cwd())
    if found is None:
        found = places.make(Path.cwd())
        say("workspace-made", err=True, folders=", ".join(places.FOLDERS), root=found.root)
    return found


@contextmanager
def progress(items: Iterable[Item], *, length: int, label: str) -> Iterator[Iterable[Item]]:
    """A progress bar on standard error; none where that is no terminal."""
    with click.progressbar(
        items, length=length, label=label, file=sys.stderr, hidden=not sys.stderr.isatty() or length < 2
    ) as bar:
        yield bar


def warn_unread(analysis: "Analysis") -> None:
    """Say on standard error, that part of a document is in a language without tables."""
    from policynlp.languages import unread

    sentences = unread(analysis.document.metadata)
    if sentences:
        click.echo(f"{analysis.document.id}: {sentences[spoken()]}", err=True)


def warn_retold(analyses: "Sequence[Analysis]") -> None:
    """Say on standard error, that a text tells in other words what another has in its own."""
    from policynlp.report.standing import caution

    if len({analysis.document.source.standing for analysis in analyses}) < 2:
        return
    for index, analysis in enumerate(analyses):
        sentences = caution(analyses, index)
        if sentences:
            click.echo(f"{analysis.document.id}: {sentences[spoken()]}", err=True)


def warn_unexpected(analysis: "Analysis") -> None:
    """Say on standard error, that a web page came where the address names another kind of file."""
    promised = analysis.document.metadata.get("expected")
    if promised:
        say("web-page", err=True, place=analysis.document.source.location, promised=promised)


def say(code: str, /, *, err: bool = False, **details: object) -> None:
    """A line of messages.toml on standard output, or on standard error, in the language of messages."""
    click.echo(said(code, spoken(), **details), err=err)


def complain(error: PolicyNLPError) -> None:
    """One sentence on standard error, without ending the command."""
    click.echo(f"policynlp: {error.said(spoken())}", err=True)
