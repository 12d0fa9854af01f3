"""Several provisions of the first document that the second gives in one clause."""

from collections.abc import Iterator

from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.pairs import Pair


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """One finding by the number of clauses on each side."""
    first, second = (len(side.clauses) for side in pair.sides)
    if first > second:
        spans = tuple(pair.spans(k, (0, len(side.text))) for k, side in enumerate(pair.sides))
        yield Finding(
            "merged", (spans[0], spans[1]), (str(first), str(second)), {"n": str(max(first, second))}
        )


KIND = Kind(
    code="merged",
    weight=0.33,
    messages={
        "merged": both(
            "{b} says in one clause what {a} says in {n}.", "{a}의 {n}개 조항을 {b}은(는) 하나로 합쳐 적는다."
        )
    },
    within=within,
)
