"""What commands say of a file that held several languages: its versions, side by side."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policynlp.cli.options import say
from policynlp.messages import Phrase, said, spoken

if TYPE_CHECKING:
    from policynlp.records import Analysis, Counterparts


BASES = {"table": "basis-table", "alternating": "basis-alternating", "successive": "basis-successive"}
"""Code of the words for each layout."""


def tell_linked(found: "Counterparts") -> None:
    """One line about two language versions of one file."""
    say(
        "versions-linked",
        first=found.documents[0],
        second=found.documents[1],
        pairs=len(found.pairs),
        alone=len(found.alone[0]) + len(found.alone[1]),
    )


def counterpart_lines(a: "Analysis", b: "Analysis", found: "Counterparts") -> Iterator[str]:
    """Every pair of clauses, the second's words under the first's; then what has no counterpart."""
    texts = [
        {clause.id: f"{clause.label} {clause.text}".strip() for clause in side.clauses} for side in (a, b)
    ]
    yield said("versions-basis", spoken(), basis=Phrase(BASES[found.basis]))
    for pair in found.pairs:
        for own, known in zip(pair, texts, strict=True):
            yield f"{'+'.join(own)}\t{' '.join(known[id] for id in own)}"
        yield ""
    for id, own, known in zip(found.documents, found.alone, texts, strict=True):
        if own:
            yield said("versions-alone", spoken(), id=id, count=len(own))
            yield from (f"{clause}\t{known[clause]}" for clause in own)
