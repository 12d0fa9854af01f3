"""``policynlp list``: what can be compared."""

from typing import TYPE_CHECKING

import click

from policynlp.cli.options import say, workspace
from policynlp.messages import Phrase

if TYPE_CHECKING:
    from policynlp.store import Listed

STANDINGS = {
    "official": "list-official",
    "reprint": "list-reprint",
    "press": "list-press",
    "restatement": "list-restatement",
    "unknown": "list-unknown",
}
"""What a text is to the agreement, in one word."""


@click.command("list")
@click.option("--versions", is_flag=True, help="Earlier versions too, and when each was stored.")
def list_(versions: bool) -> None:
    """List the documents of the workspace and of the built-in corpus (문서 목록을 보여 줍니다).

    One line a document, parted by tabs: id, language, clauses, standing, when it was fetched, title.
    """
    from policynlp import pipeline
    from policynlp.workspace import builtin

    stored = pipeline.listing(workspace(), versions=versions)
    for listed in stored:
        tell(listed, versions=versions)
    ids = {listed.id for listed in stored}
    for entry in builtin().values():
        if entry.id not in ids:
            retold = entry.metadata.get("restatement") == "true"
            standing = Phrase(STANDINGS["restatement" if retold else "unknown"])
            say("list-builtin", id=entry.id, language=entry.language, standing=standing, title=entry.title)


def tell(listed: "Listed", *, versions: bool) -> None:
    """One line about a stored document."""
    named = f"{listed.id}@{listed.version}" if versions and listed.newest else listed.id
    dated = listed.stored if versions else listed.retrieved
    say(
        "list-stored",
        id=named,
        language=listed.language,
        clauses=listed.clauses,
        standing=Phrase(STANDINGS[listed.standing]),
        dated=dated[:10] or "-",
        title=listed.title,
    )
