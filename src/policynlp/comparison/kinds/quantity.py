"""How much, how long, by when: figures compared as values."""

from collections.abc import Iterator
from dataclasses import replace

from policynlp.comparison import named
from policynlp.comparison.amounts import amounts, near
from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.pairs import Pair

NEARLY = 0.4
"""Share of its weight that a nearly equal duration keeps."""

LONE = 0.8
"""Share of its weight that a figure keeps which only one side sets."""


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Differences of quantity in one link."""
    for exchange in named.joined(pair, named.exchanges(pair, amounts)):
        found = named.finding(pair, exchange)
        first, second = exchange.first, exchange.second
        if first and second and near(first.value, second.value):
            found = replace(found, message="near", factor=NEARLY)
        elif found.message != "replaced":
            found = replace(found, factor=LONE)
        yield found


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
