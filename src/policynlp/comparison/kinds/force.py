"""How firmly a provision binds: shall against may, 노력한다 against 하여야 한다."""

from collections.abc import Iterator
from dataclasses import replace

from policynlp.comparison import commitments
from policynlp.comparison.findings import Direction, Finding, Kind, Spans, both
from policynlp.comparison.lexicon import Lexicon, lexicon
from policynlp.comparison.markers import Marker, paired
from policynlp.comparison.noise import stem
from policynlp.comparison.pairs import Pair
from policynlp.comparison.phrasing import quote
from policynlp.comparison.texts import Side
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


EQUAL = 0.3
"""Share of its weight that an exchange of governing words of one force keeps."""
COPULAS = frozenset({"not", "is", "are", "be", "to", "its", "their", "itself", "themselves"})
"""Words of a marker that carry no force."""
HEDGES = frozenset(
    {"possibl", "practicabl", "appropriat", "necessary", "jointly", "mutually", "wherever", "far"}
)
"""Stems of what may stand inside one: endeavour wherever possible to."""


def firmer(first: int, second: int) -> Direction:
    """The side of the higher force."""
    return "first" if first > second else "second"


def report(
    levels: tuple[int, int], words: tuple[str, str], spans: Spans, explains: frozenset[int] = frozenset()
) -> Finding:
    """A difference of force between two governing words; of equal force, a difference of their wording."""
    equal = levels[0] == levels[1]
    return Finding(
        message="equal" if equal else "differs",
        spans=spans,
        values=words,
        fields={
            "does_a": VERBS[levels[0]],
            "does_b": ENDS[levels[1]],
            "x": quote(words[0]),
            "y": quote(words[1]),
        },
        direction=None if equal else firmer(*levels),
        explains=explains,
        factor=EQUAL if equal else 1.0,
        keys=(str(levels[0]), str(levels[1])),
    )


def by_words(pair: Pair) -> Iterator[Finding]:
    """Governing words that changed at one place."""
    lex = lexicon(pair.language)
    if lex is None:
        return
    for first, second, touched in paired(pair, lex):
        levels = compared(first, second)
        if first.negative == second.negative and not _both_forbid(first, second):
            if levels[0] == levels[1] and not _other_words(pair, first, second, lex):
                continue
            words = tuple(
                side.text[slice(*m.chars)] for side, m in zip(pair.sides, (first, second), strict=True)
            )
            spans = pair.spans(0, first.chars), pair.spans(1, second.chars)
            found = report(levels, (words[0], words[1]), spans, touched)
            yield replace(found, material=not (pair.apart and levels[0] == levels[1]))


def _both_forbid(first: Marker, second: Marker) -> bool:
    """Whether both forbid, a denied permission as firmly as a denied duty: may not, shall not; 할 수 없다,
    하여서는 아니 된다."""
    return first.negative and second.negative and {first.base, second.base} <= {1, 6}


def _other_words(pair: Pair, first: Marker, second: Marker, lex: Lexicon) -> bool:
    """Whether two markers of one force are other words (shall, undertake to), not forms of one word."""
    if _relative(pair.sides[0], first) and _relative(pair.sides[1], second):
        return False
    if lex.language == "ko":  # its markers hold the verb itself, whose exchange is a matter of action
        return False
    sides = []
    for side, marker in zip(pair.sides, (first, second), strict=True):
        keys = [side.tokens[i].key for i in range(*side.token_range(*marker.chars))]
        sides.append({stem(key, lex) for key in keys if key not in lex.function} - COPULAS - HEDGES)
    return sides[0] != sides[1]


def _relative(side: Side, marker: Marker) -> bool:
    """Whether a governing word stands in a relative clause: difficulties which might arise."""
    at = side.token_at(marker.start) - 1
    return at >= 0 and side.tokens[at].key in ("which", "that", "who")


def compared(first: Marker, second: Marker) -> tuple[int, int]:
    """The forces to compare; where one attenuator brings both to the same level, those of the words before
    it."""
    if first.level == second.level:
        return first.base, second.base
    return first.level, second.level


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Differences of force in one link."""
    yield from by_words(pair) if pair.same_language else across(pair)


def across(pair: Pair) -> Iterator[Finding]:
    """Across languages: commitments of their own force at the same place, of one polarity."""
    for first, second in commitments.matched(pair):
        words = commitments.evidence(pair, 0, first), commitments.evidence(pair, 1, second)
        if first.force != second.force and first.polarity == second.polarity and words[0] and words[1]:
            texts = pair.sides[0].text[slice(*words[0])], pair.sides[1].text[slice(*words[1])]
            yield report(
                (first.force, second.force), texts, (pair.spans(0, words[0]), pair.spans(1, words[1]))
            )


KIND = Kind(
    code="force",
    weight=0.8,
    messages={
        "differs": both(
            "{a} {does_a} ({x}) where {b} {does_b} ({y}).",
            "{a}은(는) {does_a}({x}), {b}은(는) {does_b}({y}).",
        ),
        "equal": both(
            "{a} says {x} where {b} says {y}, with the same force.",
            "{a}은(는) {x}, {b}은(는) {y}으로(로) 말은 다르지만 강도는 같다.",
        ),
    },
    within=within,
)
