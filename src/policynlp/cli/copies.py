"""What commands say of copies: which words a text changes of another that is nearly the same."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from policynlp.cli.options import say
from policynlp.errors import UsageError
from policynlp.messages import said, spoken

if TYPE_CHECKING:
    from policynlp.batch.copies import Related
    from policynlp.comparison.copies import Changed
    from policynlp.records import Analysis
    from policynlp.workspace import Workspace

COUNTED = {
    "negation": ("copy-negation", "copy-negations"),
    "verb": ("copy-verb", "copy-verbs"),
    "number": ("copy-number", "copy-numbers"),
    "condition": ("copy-condition", "copy-conditions"),
    "name": ("copy-name", "copy-names"),
    "other": ("copy-other", "copy-others"),
    "dropped": ("copy-dropped", "copy-droppeds"),
    "added": ("copy-added", "copy-addeds"),
}
"""What is counted -> messages for one and for several."""
CONTEXT = 40
"""Characters shown on each side of changed words."""


def tell_copies(ids: Sequence[str], home: "Workspace") -> None:
    """Say which of the documents just read are copies of stored ones."""
    from policynlp.batch.copies import copies

    for found in copies(ids, home):
        tell(found, err=True)
        if not found[2].exact:
            say("copy-see", id=found[1].document.id, err=True)


def show_copies(name: str, home: "Workspace | None") -> None:
    """Every stored text that a document is a copy of or that is its copy, word by word."""
    from policynlp.batch.copies import related

    if home is None or home.store.load(name) is None:
        raise UsageError("copies-stored", name=name)
    groups = list(related([name], home))
    if not groups:
        say("copies-none", name=name)
    for found in (one for group in groups for one in group):
        tell(found)
        for line in lines(found):
            click.echo(line)


def tell(found: "Related", *, err: bool = False) -> None:
    """One sentence about a copy."""
    model, copy, settled = found
    details = {
        "id": copy.document.id,
        "other": model.document.id,
        "source": model.document.source.location,
    }
    if settled.exact:
        click.echo(said("copy-exact", spoken(), **details), err=err)
        return
    words = ", ".join(counted(kind, count) for kind, count in settled.counts.items() if count)
    clauses = {"dropped": len(settled.dropped), "added": len(settled.added)}
    told = [said("copy-words", spoken(), words=words)] if words else []
    told += [counted(kind, count) for kind, count in clauses.items() if count]
    told += [said("copy-moved", spoken())] if settled.moved else []
    click.echo(said("copy-changes", spoken(), what=", ".join(told), **details), err=err)


def counted(kind: str, count: int) -> str:
    """``14 verbs``."""
    return said(COUNTED[kind][count > 1], spoken(), count=count)


def lines(found: "Related") -> Iterator[str]:
    """One line a change: what it is, the two clauses, and the words side by side among their neighbours."""
    model, copy, settled = found
    for change in settled.changes:
        yield "\t".join((f"  {change.kind}", *change.clauses, shown(change, model, copy)))
    for kind, analysis, ids in (("dropped", model, settled.dropped), ("added", copy, settled.added)):
        for id in ids:
            yield "\t".join((f"  {kind}", id, "", analysis.clause(id).text))


def shown(change: "Changed", model: "Analysis", copy: "Analysis") -> str:
    """The words of both in square brackets, an arrow between, in what stands around them."""
    side = 1 if change.spans[1] else 0
    first, last = change.spans[side][0], change.spans[side][-1]
    analysis = (model, copy)[side]
    before = analysis.clause(first.clause).text[: first.start]
    after = analysis.clause(last.clause).text[last.end :]
    words = " → ".join(one or "∅" for one in change.words)
    head = "…" if len(before) > CONTEXT else ""
    tail = "…" if len(after) > CONTEXT else ""
    return f"{head}{before[-CONTEXT:]}[{words}]{after[:CONTEXT]}{tail}"
