"""Another body: the same role with another partner's body, or a body that only one side names."""

from collections.abc import Iterator

from policynlp.comparison import named
from policynlp.comparison.bodies import bodies
from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.pairs import Pair


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Differences of bodies in one link."""
    if pair.same_language:
        for exchange in named.exchanges(pair, bodies):
            yield named.finding(pair, exchange)


KIND = Kind(
    code="institution",
    weight=0.88,
    messages={
        "replaced": both("{a} names {x} where {b} names {y}.", "{a}은(는) {x}을(를), {b}은(는) {y}을(를) 기관으로 든다."),
        "first": both("Only {a} names {x}.", "{x}은(는) {a}에만 나온다."),
        "second": both("Only {b} names {y}.", "{y}은(는) {b}에만 나온다."),
    },
    within=within,
)
