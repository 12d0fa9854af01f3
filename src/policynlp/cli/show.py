"""``policynlp show``: what was read out of one document."""

from typing import TYPE_CHECKING

import click

from policynlp.cli.copies import show_copies
from policynlp.cli.options import say, warn_unread, workspace
from policynlp.cli.versions import counterpart_lines, tell_linked
from policynlp.messages import spoken

if TYPE_CHECKING:
    from policynlp.records import Analysis, Commitment


@click.command()
@click.argument("name", metavar="ID|FILE")
@click.option(
    "--commitments", "what", flag_value="commitments", help="Commitments with force, action and words."
)
@click.option(
    "--mentions", "what", flag_value="mentions", help="Institutions, places, quantities, conditions, areas."
)
@click.option(
    "--glossary", "what", flag_value="glossary", help="Terms and translations that the text itself gives."
)
@click.option(
    "--facts",
    "what",
    flag_value="facts",
    help="Title, kind, parties, signature, languages, term, status words.",
)
@click.option(
    "--counterparts",
    "what",
    flag_value="counterparts",
    help="Of a file that held two languages: which clauses stand for each other, and which stand alone.",
)
@click.option(
    "--copies",
    "what",
    flag_value="copies",
    help="Stored texts that are nearly the same, and the words in which they differ.",
)
@click.option(
    "--clauses", "what", flag_value="clauses", default="clauses", help="Clauses (what is shown by default)."
)
def show(name: str, what: str) -> None:
    """Show what was read out of a document (문서에서 읽은 내용을 보여 줍니다)."""
    from policynlp import pipeline
    from policynlp.report.standing import sentence

    if what == "counterparts":
        show_counterparts(name)
        return
    if what == "copies":
        show_copies(name, workspace())
        return
    (analysis,) = pipeline.resolve([name], workspace())
    document = analysis.document
    click.echo(f"{document.id}: {document.title} ({document.language}, {document.source.format})")
    click.echo(sentence(document.source)[spoken()])
    if note := document.metadata.get(f"note.{document.language}"):
        click.echo(note)
    warn_unread(analysis)
    for line in LINES[what](analysis):
        click.echo(line)


def show_counterparts(name: str) -> None:
    """The language versions of a file side by side."""
    from policynlp import pipeline

    found = pipeline.counterparts(name, workspace())
    if not found:
        say("versions-none", name=name)
    for first, second, linked in found:
        tell_linked(linked)
        for line in counterpart_lines(first, second, linked):
            click.echo(line)


def clause_lines(analysis: "Analysis") -> list[str]:
    """Every clause with its id, path and text; items stand under their lead-in."""
    return [
        f"{clause.id}\t{' > '.join(clause.path)}\t{'    ' if clause.parent else ''}{clause.text}"
        for clause in analysis.clauses
    ]


def commitment_lines(analysis: "Analysis") -> list[str]:
    """Every commitment with its axes and the words that show them."""
    return [commitment_line(analysis, commitment) for commitment in analysis.commitments]


def commitment_line(analysis: "Analysis", commitment: "Commitment") -> str:
    """One commitment: clause, F and force, polarity, action and phase, actor, words by role."""
    texts = {clause.id: clause.text for clause in analysis.clauses}
    words = "; ".join(
        f"{role}: {texts[span.clause][span.start : span.end]}"
        for role, span in sorted(commitment.spans.items())
    )
    phase = f" ({commitment.phase})" if commitment.phase else ""
    serves = " [serves another]" if commitment.purpose else ""
    axes = f"F{commitment.force}\t{commitment.polarity}\t{commitment.action}{phase}{serves}"
    return f"{commitment.clause}\t{axes}\t{words}"


def mention_lines(analysis: "Analysis") -> list[str]:
    """Every mention with its value and words."""
    return [
        f"{mention.span.clause}\t{mention.kind}\t{mention.value}\t{mention.text}"
        for mention in analysis.mentions
    ]


def glossary_lines(analysis: "Analysis") -> list[str]:
    """Every glossary pair."""
    return [f"{pair.term}\t{pair.gloss}" for pair in analysis.glossary]


def fact_lines(analysis: "Analysis") -> list[str]:
    """Every fact with its value, where it stands in the text, how sure it is, and its words."""
    return [
        f"{fact.kind}\t{fact.value}{f' ({fact.detail})' if fact.detail else ''}\t"
        f"{fact.start}-{fact.end}\t{fact.confidence:.2f}\t{' '.join(fact.text.split())}"
        for fact in analysis.facts
    ]


LINES = {
    "clauses": clause_lines,
    "commitments": commitment_lines,
    "mentions": mention_lines,
    "glossary": glossary_lines,
    "facts": fact_lines,
}
