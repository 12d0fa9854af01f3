"""Who acts: each Party against the importing Party, 대한민국은 against 당사자는."""

import re
from collections.abc import Iterator

from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.lexicon import Lexicon, bare, lexicon
from policynlp.comparison.markers import markers
from policynlp.comparison.pairs import Pair
from policynlp.comparison.phrasing import quote
from policynlp.comparison.worddiff import Change

SUBJECT = 5
"""Words that an English subject may have before its modal to be compared as one."""
TOPIC = re.compile(r"(?:은|는|이|가)$")


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """A subject that was exchanged for another."""
    lex = lexicon(pair.language)
    if not pair.same_language or lex is None:
        return
    for number, change in enumerate(pair.changes):
        if number not in explained and change.size(0) and change.size(1) and _is_subject(pair, change, lex):
            chars = pair.change_chars(0, change), pair.change_chars(1, change)
            texts = pair.sides[0].text[slice(*chars[0])], pair.sides[1].text[slice(*chars[1])]
            spans = pair.spans(0, chars[0]), pair.spans(1, chars[1])
            yield Finding(
                "differs",
                spans,
                texts,
                {"x": quote(texts[0]), "y": quote(texts[1])},
                explains=frozenset({number}),
            )


def _is_subject(pair: Pair, change: Change, lex: Lexicon) -> bool:
    """Whether a changed stretch is the subject of both sides, and not two names for the parties."""
    sides = []
    for index, side in enumerate(pair.sides):
        low, high = change.ranges[index]
        keys = [bare(side.tokens[i].key, lex) for i in range(low, high)]
        named = [k for k in keys if k not in lex.function]
        if (
            not named
            or all(k in lex.synonyms for k in named)
            or not _stands_as_subject(pair, index, change, lex)
        ):
            return False
        sides.append(named)
    return sides[0] != sides[1]


def _stands_as_subject(pair: Pair, index: int, change: Change, lex: Lexicon) -> bool:
    side, (low, high) = pair.sides[index], change.ranges[index]
    if lex.language == "ko":
        return (
            high - low <= 3
            and bool(TOPIC.search(side.tokens[high - 1].text))
            and (low == 0 or bool(side.gap(low).strip()))
        )
    if high - low > SUBJECT or not side.tokens[low].text[:1].isupper():
        return False
    end = side.tokens[high - 1].end
    return any(0 <= m.start - end <= 2 for m in markers(side, lex))


KIND = Kind(
    code="actor",
    weight=0.68,
    messages={
        "differs": both(
            "Another actor: {a} names {x}, {b} names {y}.", "행위자가 다르다: {a}은(는) {x}, {b}은(는) {y}."
        )
    },
    within=within,
)
