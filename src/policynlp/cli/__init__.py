"""The command line: one module a command. Nothing heavy is imported until a command runs."""

import sys
from typing import Any, NoReturn

import click

from policynlp import __version__
from policynlp.cli import classify, diff, export, fetch, glossary, ingest, list_, parity, review, show, train
from policynlp.cli.options import complain
from policynlp.cli.usage import known, worded
from policynlp.errors import PolicyNLPError
from policynlp.messages import said, spoken


def refuse(error: click.UsageError) -> NoReturn:
    """End with a sentence about a command that cannot be understood; without any word, show the help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        raise error
    sentence = worded(error)
    complain(sentence)
    sys.exit(sentence.exit_code)


class Commands(click.Group):
    """A group that turns our errors into one sentence on standard error and their exit code."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the options before the command."""
        try:
            return super().make_context(*args, **extra)
        except click.UsageError as error:
            refuse(error)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a PolicyNLPError ends it with its sentence and exit code."""
        try:
            for name in ctx._protected_args[:1]:
                known(self, ctx, name)
            return super().invoke(ctx)
        except click.UsageError as error:
            refuse(error)
        except PolicyNLPError as error:
            complain(error)
            sys.exit(error.exit_code)
        except BrokenPipeError:
            raise  # click ends quietly where the reader of our output has gone
        except OSError as error:
            place = error.filename or said("standard-output", spoken())
            reason = {"place": place, "error": error.strerror or error}
            complain(PolicyNLPError("no-write", **reason))
            sys.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="policynlp")
def cli() -> None:
    """Compare agreements clause by clause, in Korean and English (협정문을 조항별로 비교합니다).

    \b
    policynlp diff mou moc              the two built-in memoranda
    policynlp ingest agreement.html     read a file (or a web address) into the workspace
    policynlp fetch                     bring official texts, where there is a network
    policynlp diff first.txt second.md  two files, no ingest needed

    Exit codes: 0 done, 1 failed, 2 wrong usage or unknown name, 3 unreadable file, 4 not supported, 5 store.
    """


for command in (
    ingest.ingest,
    fetch.fetch,
    diff.diff,
    review.review,
    show.show,
    glossary.glossary,
    parity.parity,
    list_.list_,
    export.export,
    train.train,
    classify.classify,
):
    cli.add_command(command)


def main() -> None:
    """Entry point of the ``policynlp`` script."""
    cli(prog_name="policynlp")
