"""How much, how long, by when: figures compared as values."""

import re
from collections.abc import Iterator
from dataclasses import replace

from policynlp.comparison import named
from policynlp.comparison.amounts import amounts, near
from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.freedom_words import shapes
from policynlp.comparison.pairs import Pair

NEARLY = 0.4
"""Share of its weight that a nearly equal duration keeps."""

LONE = 0.8
"""Share of its weight that a figure keeps which only one side sets."""


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Differences of quantity in one link."""
    for exchange in _paired(pair, named.joined(pair, named.exchanges(pair, amounts))):
        found = named.finding(pair, exchange)
        first, second = exchange.first, exchange.second
        if first and second and near(first.value, second.value):
            found = replace(found, message="near", factor=NEARLY)
        elif found.message != "replaced":
            found = replace(found, factor=LONE)
        yield found


def _paired(pair: Pair, found: list[named.Exchange]) -> list[named.Exchange]:
    """The exchanges; where texts drafted apart leave one figure of a type on either side, those as one."""
    if not pair.apart:
        return found
    lone = [[e for e in found if (e.first, e.second)[1 - k] is None] for k in (0, 1)]
    for first in lone[0]:
        note = _role(pair, 0, first.first)
        rivals = [e for e in lone[0] if _role(pair, 0, e.first) == note]
        options = [e for e in lone[1] if _role(pair, 1, e.second) == note]
        if note and len(rivals) == len(options) == 1:
            whole = named.Exchange(first.first, options[0].second, first.explains | options[0].explains)
            found = [whole if e is first else e for e in found if e is not options[0]]
    return found


CALENDAR = re.compile(r"\d{4}(?:-\d{2}){0,2}")
"""The value of a day, a month or a year."""


def _role(pair: Pair, index: int, amount: named.Named | None) -> str:
    """The type of a figure and the word behind it; empty where there is none."""
    if amount and CALENDAR.fullmatch(amount.value):
        return f"{amount.note} day"
    measured = shapes(pair.language).measured
    found = measured.match(pair.sides[index].text, amount.chars[0]) if amount else None
    return f"{amount.note} {found.group(1)}" if amount and found else ""


KIND = Kind(
    code="quantity",
    weight=0.78,
    messages={
        "replaced": both("{a} sets {x}, {b} sets {y}.", "{a}은(는) {x}, {b}은(는) {y}으로(로) 정한다."),
        "near": both(
            "{a} sets {x}, {b} sets {y}: nearly the same.",
            "{a}은(는) {x}, {b}은(는) {y}으로(로) 정하여 거의 같다.",
        ),
        "first": both("Only {a} sets a figure: {x}.", "{a}만 {x}이라는(라는) 수치를 정한다."),
        "second": both("Only {b} sets a figure: {y}.", "{b}만 {y}이라는(라는) 수치를 정한다."),
    },
    within=within,
)
