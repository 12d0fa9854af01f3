"""Several paragraphs of the first document that the second gives in one."""

from collections.abc import Iterator

from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.pairs import Pair
from policynlp.comparison.paragraphs import one_against_several


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """One finding, on the first link of the paragraphs that correspond."""
    return one_against_several(pair, "merged", 1)


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
