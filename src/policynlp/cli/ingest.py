"""``policynlp ingest``: read files, folders, archives and web pages into the workspace."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from policynlp.cli.options import allow_private_option, workspace_or_new
from policynlp.cli.outcomes import told

if TYPE_CHECKING:
    from policynlp.batch import Source
    from policynlp.records import Standing


@click.command()
@click.argument("sources", nargs=-1, metavar="FILE|FOLDER|URL…")
@click.option("--builtin", is_flag=True, help="Ingest the built-in corpus.")
@click.option(
    "--id", metavar="ID", help="Short name of the document (one file only); else from the file's name."
)
@click.option(
    "--language",
    metavar="CODE",
    help="Language, where the text does not show it (en, ko, …); auto goes by the text again.",
)
@click.option(
    "--standing",
    type=click.Choice(["official", "reprint", "press", "restatement", "unknown"]),
    help="What the text is to its agreement, where you know better than the text and its address show.",
)
@click.option(
    "--failures",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write what failed and why to a CSV file.",
)
@click.option("--workers", type=click.IntRange(0), metavar="N", help="Processes that read; else one a core.")
@click.option(
    "--time-limit", type=click.FloatRange(1), metavar="SECONDS", help="Longest time for one file; else 300."
)
@allow_private_option
def ingest(
    sources: tuple[str, ...],
    builtin: bool,
    id: str | None,
    language: str | None,
    standing: "Standing | None",
    failures: Path | None,
    workers: int | None,
    time_limit: float | None,
    allow_private: bool,
) -> None:
    """Read files, folders, .zip archives, web pages: clauses, commitments, mentions (문서를 읽어 들입니다).

    What cannot be read gets one sentence and does not stop the rest. What has not changed is not read again,
    so that the same command goes on where it was stopped. The exit code is 3 where files could not be read.
    """
    from policynlp import batch
    from policynlp.errors import UsageError
    from policynlp.languages import known
    from policynlp.workspace import builtin as builtin_corpus

    if not sources and not builtin:
        raise UsageError("nothing-to-ingest")
    if language not in (None, "auto"):
        known(str(language))
    everything: list[Source] = [*(builtin_corpus().values() if builtin else ()), *sources]
    home = workspace_or_new()
    plan = batch.plan(everything, home, id=id, language=language, standing=standing)
    limits = batch.Limits(seconds=time_limit) if time_limit else None
    outcomes = batch.ingest(plan, home, private=allow_private, count=workers, limits=limits)
    told(outcomes, len(plan.origins), passed_over=plan.passed_over, failures=failures, home=home)
