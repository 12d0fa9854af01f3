"""Several paragraphs of the first document that the second gives in one."""

from collections.abc import Iterator

from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.pairs import Pair


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """One finding, on the first link of the paragraphs that correspond."""
    if pair.layout is None:
        return
    first, second = pair.layout.counts
    if second == 1:
        spans = tuple(pair.spans(k, (0, len(side.text))) for k, side in enumerate(pair.sides))
        fields = {"n": str(max(first, second))}
        yield Finding(
            "merged",
            (spans[0], spans[1]),
            (str(first), str(second)),
            fields,
            clauses=pair.layout.clauses,
            material=not pair.apart,
        )


KIND = Kind(
    code="merged",
    weight=0.33,
    messages={
        "merged": both(
            "{b} says in one paragraph what {a} says in {n}.",
            "{a}의 {n}개 문단을 {b}은(는) 하나로 합쳐 적는다.",
        )
    },
    within=within,
)
