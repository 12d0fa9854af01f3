"""Where a provision reaches: Asia and beyond against the Indo-Pacific."""

from collections.abc import Iterator
from dataclasses import replace

from policynlp.comparison import named
from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.pairs import Pair
from policynlp.comparison.places import places

LONE = 0.85
"""Share of its weight that a place named on one side only keeps."""


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Differences of place in one link."""
    own = pair.readings[0].parties, pair.readings[1].parties
    for exchange in named.joined(pair, named.exchanges(pair, places)):
        found = named.finding(pair, exchange)
        sides = (exchange.first, exchange.second)
        if all(n is None or set(n.value.split(named.AND)) <= own[k] for k, n in enumerate(sides)):
            found = replace(found, material=False)
        yield found if found.message == "replaced" else replace(found, factor=LONE)


KIND = Kind(
    code="region",
    weight=0.75,
    messages={
        "replaced": both(
            "{a} speaks of {x}, {b} of {y}.", "대상 지역이 다르다: {a}은(는) {x}, {b}은(는) {y}."
        ),
        "first": both("Only {a} names a region: {x}.", "{a}만 지역을 명시한다: {x}."),
        "second": both("Only {b} names a region: {y}.", "{b}만 지역을 명시한다: {y}."),
    },
    within=within,
)
