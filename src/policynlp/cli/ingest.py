"""``policynlp ingest``: read files into the workspace."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from policynlp.cli.options import (
    allow_private_option,
    complain,
    progress,
    say,
    warn_unexpected,
    warn_unread,
    workspace_or_new,
)

if TYPE_CHECKING:
    from policynlp.pipeline import Ingested
    from policynlp.records import Analysis


@click.command()
@click.argument("sources", nargs=-1, metavar="FILE|URL…")
@click.option("--builtin", is_flag=True, help="Ingest the built-in corpus.")
@click.option(
    "--id", metavar="ID", help="Short name of the document (one file only); else from the file's name."
)
@click.option("--language", metavar="CODE", help="Language, where the text does not show it (en, ko, …).")
@allow_private_option
def ingest(
    sources: tuple[str, ...], builtin: bool, id: str | None, language: str | None, allow_private: bool
) -> None:
    """Read files and web pages into the workspace: clauses, commitments, mentions (문서를 읽어 들입니다).

    A file that cannot be read gets one sentence and does not stop the others; the exit code is then that of
    the first failure.
    """
    from policynlp import pipeline
    from policynlp.errors import UsageError
    from policynlp.workspace import builtin as builtin_corpus

    if not sources and not builtin:
        raise UsageError("nothing-to-ingest")
    everything = [*(builtin_corpus().values() if builtin else ()), *sources]
    home = workspace_or_new()
    outcomes = pipeline.ingest_all(everything, home, id=id, language=language, private=allow_private)
    told(outcomes, len(everything), "ingest")


def told(outcomes: "Iterable[Ingested]", count: int, label: str) -> None:
    """Say what became of each source; ends the command where one failed, with the first failure's code."""
    failed = []
    with progress(outcomes, length=count, label=label) as bar:
        for outcome in bar:
            if outcome.error is not None:
                failed.append(outcome.error)
                complain(outcome.error)
            elif outcome.analysis is not None:
                warn_unread(outcome.analysis)
                warn_unexpected(outcome.analysis)
                tell(outcome.analysis, unchanged=outcome.unchanged)
    if count > 1:
        say("batch-done", read=count - len(failed), failed=len(failed))
    if failed:
        sys.exit(failed[0].exit_code)


def tell(analysis: "Analysis", *, unchanged: bool) -> None:
    """One line about a document that was read."""
    say(
        "ingest-unchanged" if unchanged else "ingest-read",
        id=analysis.document.id,
        language=analysis.document.language,
        clauses=len(analysis.clauses),
        commitments=sum(not (one.lead_in or one.purpose) for one in analysis.commitments),
        mentions=len(analysis.mentions),
        glossary=len(analysis.glossary),
    )
