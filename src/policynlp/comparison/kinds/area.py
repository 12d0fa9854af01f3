"""Linked provisions that concern different areas of cooperation."""

from collections.abc import Iterator

from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.pairs import Pair
from policynlp.records import Mention

SURE = 0.6
"""Confidence from which an area counts as read, not guessed."""


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """One finding where both sides name areas and share none, in words that changed."""
    sides = [[m for m in pair.mentions(k, "area") if m.confidence >= SURE] for k in (0, 1)]
    values = [sorted({m.value for m in side}) for side in sides]
    if not values[0] or not values[1] or set(values[0]) & set(values[1]):
        return
    explains = frozenset().union(*(_touched(pair, k, m) for k in (0, 1) for m in sides[k]))
    if pair.same_language and not explains:
        return
    names = ", ".join(values[0]), ", ".join(values[1])
    spans = tuple(m.span for m in sides[0]), tuple(m.span for m in sides[1])
    yield Finding("differs", spans, names, {"x": names[0], "y": names[1]}, explains=explains)


def _touched(pair: Pair, index: int, mention: Mention) -> frozenset[int]:
    chars = pair.sides[index].locate(mention.span)
    return pair.touched(index, chars, border=False) if chars else frozenset()


KIND = Kind(
    code="area",
    weight=0.5,
    messages={
        "differs": both(
            "Other areas: {a} concerns {x}, {b} concerns {y}.", "분야가 다르다: {a}은(는) {x}, {b}은(는) {y}."
        )
    },
    within=within,
)
