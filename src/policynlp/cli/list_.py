"""``policynlp list``: what can be compared."""

import click

from policynlp.cli.options import say, workspace


@click.command("list")
def list_() -> None:
    """List the documents of the workspace and of the built-in corpus (문서 목록을 보여 줍니다)."""
    from policynlp import pipeline
    from policynlp.workspace import builtin

    stored = {listed.id: listed for listed in pipeline.listing(workspace())}
    for listed in stored.values():
        say("list-stored", id=listed.id, language=listed.language, clauses=listed.clauses, title=listed.title)
    for entry in builtin().values():
        if entry.id not in stored:
            say("list-builtin", id=entry.id, language=entry.language, title=entry.title)
