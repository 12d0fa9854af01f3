"""Where a provision reaches: Asia and beyond against the Indo-Pacific."""

import re
from collections.abc import Iterator
from dataclasses import replace

from policynlp.comparison import named
from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.pairs import Pair
from policynlp.comparison.places import places

PARTY = re.compile(r"\bpart(?:y|ies)\b|당사(?:자|국)", re.IGNORECASE)
"""Words for those who conclude an agreement: the territory of the other Party."""
LONE = 0.85
"""Share of its weight that a place named on one side only keeps."""


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Differences of place in one link."""
    own = pair.readings[0].parties, pair.readings[1].parties
    for exchange in named.joined(pair, named.exchanges(pair, places)):
        found = named.finding(pair, exchange)
        if all(_own(pair, k, n, own[k]) for k, n in enumerate((exchange.first, exchange.second))):
            found = replace(found, material=False)
        yield found if found.message == "replaced" else replace(found, factor=LONE)


def _own(pair: Pair, index: int, place: named.Named | None, parties: frozenset[str]) -> bool:
    """Whether a place is (one of) those that conclude the document, or their territory."""
    if place is None or set(place.value.split(named.AND)) <= parties:
        return True
    words = named.words(pair.sides[index], place)
    title = pair.readings[index].analysis.document.title
    return PARTY.search(words) is not None or words.lower() in title.lower()


KIND = Kind(
    code="region",
    weight=0.75,
    messages={
        "replaced": both(
            "{a} speaks of {x}, {b} of {y}.", "{a}은(는) {x}을(를), {b}은(는) {y}을(를) 대상 지역으로 든다."
        ),
        "first": both("Only {a} names a region: {x}.", "{a}만 {x}이라는(라는) 지역을 명시한다."),
        "second": both("Only {b} names a region: {y}.", "{b}만 {y}이라는(라는) 지역을 명시한다."),
    },
    within=within,
)
