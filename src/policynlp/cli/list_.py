"""``policynlp list``: what can be compared."""

import click

from policynlp.cli.options import workspace


@click.command("list")
def list_() -> None:
    """List the documents of the workspace and of the built-in corpus (문서 목록을 보여 줍니다)."""
    from policynlp import pipeline
    from policynlp.workspace import builtin

    stored = {listed.id: listed for listed in pipeline.listing(workspace())}
    for listed in stored.values():
        click.echo(f"{listed.id}\t{listed.language}\t{listed.clauses} clauses\t{listed.title}")
    for entry in builtin().values():
        if entry.id not in stored:
            click.echo(f"{entry.id}\t{entry.language}\tbuilt in, not read yet\t{entry.title}")
