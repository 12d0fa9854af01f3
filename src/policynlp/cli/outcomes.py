"""What commands say of a batch: a line a document, progress, a summary, the failures, the exit code."""

import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policynlp.cli.copies import tell_copies
from policynlp.cli.options import complain, say, warn_unexpected, warn_unread
from policynlp.cli.versions import tell_linked
from policynlp.files import write_whole
from policynlp.messages import said, spoken
from policynlp.tables import as_csv

if TYPE_CHECKING:
    from policynlp.batch import Ingested
    from policynlp.errors import PolicyNLPError
    from policynlp.records import Analysis
    from policynlp.store import Listed
    from policynlp.workspace import Workspace

MANY = 20
"""Origins from which on progress is told where standard error is no terminal."""
EVERY = 15.0
"""Seconds between two such lines."""
UNREADABLE = 3
"""Exit code of files that cannot be read."""
STOPPED = 130
"""Exit code after Ctrl-C, as shells have it."""


class Progress:
    """How far a batch is: one line that is written over on a terminal, else a line now and then."""

    def __init__(self, all: int) -> None:
        self._all, self._done, self._failed = all, 0, 0
        self._terminal = sys.stderr.isatty() and all > 1
        self._start = self._told = time.monotonic()

    def add(self, *, failed: bool) -> None:
        """Count one more."""
        self._done += 1
        self._failed += failed
        due = self._all >= MANY and time.monotonic() - self._told > EVERY
        if self._terminal:
            click.echo(f"\r\x1b[K{self._line()}", err=True, nl=False)
        elif due:
            click.echo(self._line(), err=True)
            self._told = time.monotonic()

    def clear(self) -> None:
        """Make room for another line."""
        if self._terminal:
            click.echo("\r\x1b[K", err=True, nl=False)

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.monotonic() - self._start

    def _line(self) -> str:
        rate = f"{self._done / max(self.seconds, 0.001):.1f}"
        return said(
            "batch-progress", spoken(), done=self._done, all=self._all, failed=self._failed, rate=rate
        )


def told(
    outcomes: "Iterable[Ingested]",
    count: int,
    *,
    passed_over: Mapping[str, int] | None = None,
    failures: Path | None = None,
    home: "Workspace | None" = None,
) -> None:
    """Say what became of each origin, and which are copies of others in ``home``; ends the command with an
    exit code where one failed."""
    progress = Progress(count)
    failed: list[tuple[str, PolicyNLPError]] = []
    read: list[str] = []
    unchanged = done = 0
    try:
        for outcome in outcomes:
            progress.clear()
            done += 1
            unchanged += bool(outcome.unchanged)
            if outcome.error is not None:
                failed.append((outcome.source, outcome.error))
            tell(outcome)
            read += [analysis.document.id for analysis in outcome.analyses]
            progress.add(failed=outcome.error is not None)
    except KeyboardInterrupt:
        progress.clear()
        say("batch-stopped", err=True)
        sys.exit(STOPPED)
    finally:
        progress.clear()
        if count > 1:
            summary(done - unchanged - len(failed), unchanged, len(failed), progress.seconds)
        if passed_over:
            say("batch-passed-over", err=True, kinds=kinds(passed_over))
        if failures is not None:
            write_failures(failures, failed)
    if home is not None:
        tell_copies(read, home)
    if failed:
        sys.exit(exit_code([error for _, error in failed]))


def summary(read: int, unchanged: int, failed: int, seconds: float) -> None:
    """One line about the whole."""
    say("batch-done", read=read, unchanged=unchanged, failed=failed, seconds=f"{seconds:.1f}")


def tell(outcome: "Ingested") -> None:
    """What became of one origin: a line a document, or why there is none."""
    if outcome.error is not None:
        complain(outcome.error)
    for listed in outcome.unchanged:
        tell_unchanged(listed)
    for analysis in outcome.analyses:
        warn_unread(analysis)
        warn_unexpected(analysis)
        tell_read(analysis)
    for linked in outcome.counterparts:
        tell_linked(linked)


def tell_read(analysis: "Analysis") -> None:
    """One line about a document that was read."""
    say(
        "ingest-read",
        id=analysis.document.id,
        language=analysis.document.language,
        clauses=len(analysis.clauses),
        commitments=sum(not (one.lead_in or one.purpose) for one in analysis.commitments),
        mentions=len(analysis.mentions),
        glossary=len(analysis.glossary),
    )


def tell_unchanged(listed: "Listed") -> None:
    """One line about a document that the store had."""
    say(
        "ingest-unchanged",
        id=listed.id,
        language=listed.language,
        clauses=listed.clauses,
        commitments=listed.commitments,
    )


def kinds(passed_over: Mapping[str, int]) -> str:
    """How many of which extension, the most first."""
    ranked = sorted(passed_over.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(f"{count} {kind}" for kind, count in ranked)


def exit_code(errors: Sequence["PolicyNLPError"]) -> int:
    """3 where files could not be read; what is graver (a wrong request) wins, the first of it."""
    return next((error.exit_code for error in errors if error.exit_code != UNREADABLE), UNREADABLE)


def write_failures(place: Path, failed: "Sequence[tuple[str, PolicyNLPError]]") -> None:
    """A CSV file of source, code and sentence; with no line but the head where nothing failed."""
    rows = (
        {"source": source, "code": error.code, "exit_code": error.exit_code, "reason": error.said(spoken())}
        for source, error in failed
    )
    write_whole(place, as_csv(("source", "code", "exit_code", "reason"), rows, mark=True))
    if failed:
        say("batch-failures", err=True, place=place)
