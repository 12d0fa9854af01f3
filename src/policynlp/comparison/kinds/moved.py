"""A provision that stands elsewhere."""

from collections.abc import Iterator

from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.pairs import Pair
from policynlp.comparison.phrasing import shorten
from policynlp.comparison.texts import Side


def place(side: Side) -> str:
    """Where a side stands in its document, as a reader finds it: headings and numbers, else the clause's
    id."""
    clause = side.clauses[0]
    return " › ".join(part.rstrip(".") for part in clause.path) or clause.label or clause.id


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """One finding for a link that leaves its neighbours' order."""
    if pair.moved:
        places = place(pair.sides[0]), place(pair.sides[1])
        numbered = pair.sides[0].clauses[0].path == pair.sides[1].clauses[0].path != ()
        spans = tuple(pair.spans(k, (0, len(side.text))) for k, side in enumerate(pair.sides))
        yield Finding(
            "moved",
            (spans[0], spans[1]),
            places,
            {"x": shorten(places[0]), "y": shorten(places[1])},
            material=not pair.apart and not numbered,
        )


KIND = Kind(
    code="moved",
    weight=0.35,
    messages={
        "moved": both(
            "The same provision stands at {x} in {a} and at {y} in {b}.",
            "같은 조항이 {a}에서는 {x}, {b}에서는 {y}에 있다.",
        )
    },
    within=within,
)
