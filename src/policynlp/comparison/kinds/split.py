"""One paragraph of the first document that the second gives in several."""

from collections.abc import Iterator

from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.pairs import Pair


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """One finding, on the first link of the paragraphs that correspond."""
    if pair.layout is None:
        return
    first, second = pair.layout.counts
    if first == 1:
        spans = tuple(pair.spans(k, (0, len(side.text))) for k, side in enumerate(pair.sides))
        fields = {"n": str(max(first, second))}
        yield Finding(
            "split",
            (spans[0], spans[1]),
            (str(first), str(second)),
            fields,
            clauses=pair.layout.clauses,
            material=not pair.apart,
        )


KIND = Kind(
    code="split",
    weight=0.33,
    messages={
        "split": both(
            "{a} says in one paragraph what {b} says in {n}.",
            "{a}의 한 문단을 {b}은(는) {n}개로 나누어 적는다.",
        )
    },
    within=within,
)
