"""``policynlp fetch``: bring the official texts of the list."""

from typing import TYPE_CHECKING

import click

from policynlp.cli.options import allow_private_option, say, workspace, workspace_or_new
from policynlp.cli.outcomes import told
from policynlp.messages import Phrase, spoken

if TYPE_CHECKING:
    from policynlp.ingest.web import OfficialText


@click.command()
@click.argument("names", nargs=-1, metavar="ID…")
@click.option("--list", "only_list", is_flag=True, help="List what can be fetched, and fetch nothing.")
@allow_private_option
def fetch(names: tuple[str, ...], only_list: bool, allow_private: bool) -> None:
    """Fetch official texts from their publishers' sites (공식 문안을 받아 읽어 들입니다).

    Without an ID, every text that an address is known for. The list is corpus/sources.toml, the shipped one
    and the workspace's own. A text that cannot be fetched gets one sentence and does not stop the others.
    """
    from policynlp import batch
    from policynlp.errors import UnknownNameError, UsageError
    from policynlp.ingest.web import official_texts

    known = official_texts(workspace())
    for name in names:
        if name not in known:
            raise UnknownNameError("name-source", name, known)
    if only_list:
        list_texts([known[name] for name in names] or list(known.values()))
        return
    for name in names:
        if not known[name].address:
            raise UsageError("source-unknown", id=name, where=known[name].where)
    texts = [known[name] for name in dict.fromkeys(names)] or [one for one in known.values() if one.address]
    home = workspace_or_new()
    outcomes = batch.ingest(batch.plan(texts, home), home, private=allow_private)
    told(outcomes, len(texts), home=home)


def list_texts(texts: "list[OfficialText]") -> None:
    """One line a text: id, date, language, issuer, title, and where it is."""
    for text in texts:
        say(
            "source-listed",
            id=text.id,
            date=text.date,
            language=text.language,
            issuer=text.issuer.get(spoken(), ""),
            title=text.title,
            place=text.address or Phrase("source-where", {"where": text.where}),
        )
