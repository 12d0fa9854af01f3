"""One paragraph of the first document that the second gives in several."""

from collections.abc import Iterator

from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.pairs import Pair
from policynlp.comparison.paragraphs import one_against_several


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """One finding, on the first link of the paragraphs that correspond."""
    return one_against_several(pair, "split", 0)


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
