"""Where a provision reaches: Asia and beyond against the Indo-Pacific."""

import re
from collections.abc import Iterator
from dataclasses import replace

from policynlp.comparison import named
from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.pairs import Pair
from policynlp.comparison.places import places
from policynlp.comparison.roles import country_name

PARTY = re.compile(r"\bpart(?:y|ies)\b|당사(?:자|국)", re.IGNORECASE)
"""Words for those who conclude an agreement: the territory of the other Party."""
PARTY_AFTER = re.compile(
    r"(?: territor(?:y|ies))? of (?:the )?(?:\w+ )?(?:other |each |either )?(?:\w+ing )?"
    r"(?:part|state|republic)",
    re.IGNORECASE,
)
"""What makes a territory that of who concludes the agreement."""
OWN = re.compile(
    r"^(?:(?:its|their|그|자국의?|각자의|각국의|체약국|상대국|타방국)\s*(?:respective |own )*)?"
    r"(?:territor(?:y|ies)|영토|영역)(?:내)?$"
    r"|^the territor(?:y|ies)(?: of the (?:state|party|parties))?$"
    r"|^(?:their |the |both )?(?:respective )?countries$",
    re.IGNORECASE,
)
"""A territory of nobody in particular: of the one who acts."""
NO_PLACE = re.compile(r"\s?(?:Round|language|products?\b)|(?:어|협정|무역지역|무역 지역)")
"""What stands behind a name that says no place a provision reaches."""
TRADE_AREA = re.compile(r"무역지역|관세지역|trade area", re.IGNORECASE)
LONE = 0.85
"""Share of its weight that a place named on one side only keeps."""


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Differences of place in one link."""
    own = pair.readings[0].parties, pair.readings[1].parties
    for exchange in named.joined(pair, named.exchanges(pair, places)):
        found = named.finding(pair, exchange)
        if all(_own(pair, k, n, own[k]) for k, n in enumerate((exchange.first, exchange.second))):
            found = replace(found, material=False)
        elif any(_no_place(pair, k, n) for k, n in enumerate((exchange.first, exchange.second))):
            continue
        elif found.message != "replaced" and OWN.match("".join(found.values)):
            found = replace(found, material=False)
        yield found if found.message == "replaced" else replace(found, factor=LONE)


def _no_place(pair: Pair, index: int, place: named.Named | None) -> bool:
    """Whether a name is part of another name (the Uruguay Round), of a language or of an area of trade."""
    if place is None:
        return False
    text = pair.sides[index].text
    return bool(NO_PLACE.match(text, place.chars[1]) or TRADE_AREA.search(text, *place.chars))


def _own(pair: Pair, index: int, place: named.Named | None, parties: frozenset[str]) -> bool:
    """Whether a place is (one of) those that conclude the document, or their territory."""
    if place is None or set(place.value.split(named.AND)) <= parties:
        return True
    side = pair.sides[index]
    words = named.words(side, place)
    title = pair.readings[index].analysis.document.title
    if PARTY.search(words) or PARTY_AFTER.match(side.text, place.chars[1]) or words.lower() in title.lower():
        return True
    named_ = [part for part in place.value.split(named.AND) if part not in parties]
    return all(_in_title(value, title) for value in named_)


def _in_title(value: str, title: str) -> bool:
    """Whether a title names a country: an agreement of countries whose text does not say who concludes it."""
    names = country_name(value)
    return value.startswith("country.") and any(name.lower() in title.lower() for name in names.values())


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
