"""Linked provisions that concern different areas of cooperation."""

from collections.abc import Iterator

from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.pairs import Pair
from policynlp.comparison.phrasing import inner
from policynlp.comparison.roles import GENERAL
from policynlp.languages import table
from policynlp.records import Bilingual, Mention

SURE = 0.6
"""Confidence from which an area counts as read, not guessed."""


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """One finding where both sides name areas and share none; in a moved link, where they begin with
    others."""
    sides = [
        [m for m in pair.mentions(k, "area") if m.confidence >= SURE and m.value not in GENERAL]
        for k in (0, 1)
    ]
    if not sides[0] or not sides[1]:
        return
    values = [list(dict.fromkeys(m.value for m in side)) for side in sides]
    if set(values[0]) & set(values[1]) and not (pair.moved and values[0][0] != values[1][0]):
        return
    explains = frozenset().union(*(_touched(pair, k, m) for k in (0, 1) for m in sides[k]))
    if pair.same_language and explains <= explained:
        return
    spans = tuple(tuple(m.span for m in side) for side in sides)
    names = [{code: ", ".join(area_name(v)[code] for v in side) for code in ("en", "ko")} for side in values]
    yield Finding(
        "differs",
        (spans[0], spans[1]),
        (", ".join(values[0]), ", ".join(values[1])),
        {"x": names[0], "y": names[1]},
        explains=explains,
        material=not (pair.apart and pair.same_language),
    )


def area_name(area: str) -> Bilingual:
    """What a sentence calls an area in both languages; the code itself where no table knows it."""
    listed = table("shared", "areas")["area"].get(area)
    return {"en": inner(listed["en"]), "ko": listed["ko"]} if listed else {"en": area, "ko": area}


def _touched(pair: Pair, index: int, mention: Mention) -> frozenset[int]:
    chars = pair.sides[index].locate(mention.span)
    return pair.touched(index, chars, border=False) if chars else frozenset()


KIND = Kind(
    code="area",
    weight=0.5,
    messages={
        "differs": both(
            "{a} concerns {x} where {b} concerns {y}.",
            "{a}은(는) {x}을(를), {b}은(는) {y}을(를) 다루어 분야가 다르다.",
        )
    },
    within=within,
)
