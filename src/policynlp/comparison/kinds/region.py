"""Where a provision reaches: Asia and beyond against the Indo-Pacific."""

from collections.abc import Iterator

from policynlp.comparison import named
from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.pairs import Pair
from policynlp.comparison.places import places


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Differences of place in one link."""
    if pair.same_language:
        for exchange in named.exchanges(pair, places):
            yield named.finding(pair, exchange)


KIND = Kind(
    code="region",
    weight=0.75,
    messages={
        "replaced": both("{a} speaks of {x}, {b} of {y}.", "대상 지역이 다르다: {a}은(는) {x}, {b}은(는) {y}."),
        "first": both("Only {a} names a region: {x}.", "{a}만 지역을 명시한다: {x}."),
        "second": both("Only {b} names a region: {y}.", "{b}만 지역을 명시한다: {y}."),
    },
    within=within,
)
