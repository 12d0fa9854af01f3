"""How firmly a provision binds: shall against may, 노력한다 against 하여야 한다."""

from collections.abc import Iterator

from policynlp.comparison.findings import Direction, Finding, Kind, both
from policynlp.comparison.lexicon import lexicon
from policynlp.comparison.markers import Marker, paired
from policynlp.comparison.pairs import Pair
from policynlp.comparison.phrasing import quote
from policynlp.records import Bilingual

VERBS: dict[int, Bilingual] = {
    6: both("obliges", "의무를 지우고"),
    5: both("commits", "확약하고"),
    4: both("states an intention", "의향을 밝히고"),
    3: both("asks for an effort", "노력을 요구하고"),
    2: both("encourages", "장려하고"),
    1: both("permits", "허용하고"),
    0: both("declares", "선언하고"),
}
"""What a text does at each force, as the first half of a sentence."""

ENDS: dict[int, Bilingual] = {
    level: both(
        verb["en"],
        verb["ko"].removesuffix("하고").removesuffix("고")
        + ("한다" if verb["ko"].endswith("하고") else "다"),
    )
    for level, verb in VERBS.items()
} | {6: both("obliges", "의무를 지운다"), 4: both("states an intention", "의향을 밝힌다")}
"""The same as its end."""


def firmer(first: int, second: int) -> Direction:
    """The side of the higher force."""
    return "first" if first > second else "second"


def report(pair: Pair, levels: tuple[int, int], words: tuple[str, str], **rest: object) -> Finding:
    """A difference of force between two governing words."""
    first, second = levels
    spans, explains, factor = rest["spans"], rest.get("explains", frozenset()), rest.get("factor", 1.0)
    return Finding(
        message="differs",
        spans=spans,  # type: ignore[arg-type]
        values=words,
        fields={"does_a": VERBS[first], "does_b": ENDS[second], "x": quote(words[0]), "y": quote(words[1])},
        direction=firmer(first, second),
        explains=explains,  # type: ignore[arg-type]
        factor=float(factor),  # type: ignore[arg-type]
    )


def by_words(pair: Pair) -> Iterator[Finding]:
    """Governing words that changed at one place."""
    lex = lexicon(pair.language)
    if lex is None:
        return
    for first, second, touched in paired(pair, lex):
        if first.negative != second.negative and first.base == second.base:
            continue
        levels = effective(first), effective(second)
        if levels[0] != levels[1]:
            texts = tuple(
                side.text[m.start : m.end] for side, m in zip(pair.sides, (first, second), strict=True)
            )
            yield report(
                pair, levels, (texts[0], texts[1]),
                spans=(pair.spans(0, first.chars), pair.spans(1, second.chars)), explains=touched,
            )  # fmt: skip


def effective(marker: Marker) -> int:
    """The force that is compared."""
    return marker.level


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Differences of force in one link."""
    if pair.same_language:
        yield from by_words(pair)


KIND = Kind(
    code="force",
    weight=0.8,
    messages={
        "differs": both(
            "{a} {does_a} ({x}) where {b} {does_b} ({y}).",
            "{a}은(는) {does_a}({x}), {b}은(는) {does_b}({y}).",
        )
    },
    within=within,
)
