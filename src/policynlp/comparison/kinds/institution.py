"""Another body: the same role with another partner's body, or a body that only one side names."""

import re
from collections.abc import Iterator
from dataclasses import replace

from policynlp.comparison import named
from policynlp.comparison.bodies import bodies
from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.pairs import Pair

GENERIC = ("기관", "당국", "authority", "authorities", "institutions", "agencies", "bodies")
"""Words that name no particular body: a lone one is a matter of wording."""
SORTS = re.compile(
    r"(?:(?:(?:양국|각국)?(?:정부|연구|공공|비영리|국제|민간|교육|훈련|학술|참가|협력)*"
    r"(?:기관|기구|단체|연구소|연구원|대학교?|기업체?|협회))[\s·ㆍ,]*(?:및\s*)?)+"
    r"|(?:(?:(?:research|academic|government(?:al)?|public|private|international|non-?profit|educational|training)\s)*"
    r"(?:institutions?|institutes?|organi[sz]ations?|agenc(?:y|ies)|universit(?:y|ies)|companies)[\s,]*(?:and\s)?)+",
    re.IGNORECASE,
)
"""Names of sorts of bodies, one or several in a row."""
LONE = 0.8
"""Share of its weight that a body named on one side only keeps."""


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Differences of bodies in one link."""
    for exchange in named.joined(pair, named.exchanges(pair, bodies)):
        if _meant(pair, exchange) or _unnamed(pair, exchange):
            continue
        found = named.finding(pair, exchange)
        first, second = exchange.first, exchange.second
        if first and second and first.note and first.note == second.note:
            yield replace(found, message="counterpart")
        else:
            yield found if found.message == "replaced" else replace(found, factor=LONE)


def _unnamed(pair: Pair, exchange: named.Exchange) -> bool:
    """Whether all that is named are sorts of bodies and none in particular: 비영리기구 against 국제기구."""
    sides = zip(pair.sides, (exchange.first, exchange.second), strict=True)
    return all(SORTS.fullmatch(named.words(side, own)) for side, own in sides if own)


def _meant(pair: Pair, exchange: named.Exchange) -> bool:
    """Whether a lone body is none in particular, or the other side means it too: the joint committee, the
    committee."""
    lone = exchange.first or exchange.second
    if lone is None or (exchange.first and exchange.second):
        return False
    index = 0 if exchange.first else 1
    words = named.words(pair.sides[index], lone).split()
    if words[-1].lower().endswith(GENERIC) or lone.value in pair.readings[index].parties:
        return True
    if lone.note != "joint-body":
        return False
    head = words[-1].lower() if pair.sides[index].language == "en" else words[-1][-3:]
    return head in pair.sides[1 - index].text.lower()


KIND = Kind(
    code="institution",
    weight=0.88,
    messages={
        "replaced": both(
            "{a} names {x} where {b} names {y}.", "{a}은(는) {x}을(를), {b}은(는) {y}을(를) 기관으로 든다."
        ),
        "counterpart": both(
            "The same role falls to different bodies: {x} in {a}, {y} in {b}.",
            "같은 역할을 {a}에서는 {x}이(가), {b}에서는 {y}이(가) 맡는다.",
        ),
        "first": both("Only {a} names {x}.", "{x}은(는) {a}에만 나온다."),
        "second": both("Only {b} names {y}.", "{y}은(는) {b}에만 나온다."),
    },
    within=within,
)
