"""Who acts: each Party against the importing Party, 대한민국은 against 당사자는."""

import re
from collections.abc import Iterator

from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.lexicon import Lexicon, bare, lexicon
from policynlp.comparison.markers import markers
from policynlp.comparison.pairs import Pair
from policynlp.comparison.phrasing import quote
from policynlp.comparison.texts import Side
from policynlp.comparison.worddiff import Range
from policynlp.records import Bilingual

SUBJECT = 5
"""Words that a subject may have: beyond them a stretch is more than a name."""
PRONOUNS = frozenset({"they", "it", "both", "either", "former", "latter", "전자", "후자"})
"""Words that stand for somebody named before."""
TOPIC = re.compile(r"(?:은|는|이|가)$")


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """A subject that was exchanged for another."""
    lex = lexicon(pair.language)
    if not pair.same_language or lex is None:
        return
    for number, change in enumerate(pair.changes):
        if number in explained or not (change.size(0) and change.size(1)):
            continue
        first, second = (_subject(side, *change.ranges[k], lex) for k, side in enumerate(pair.sides))
        if first and second and _someone_else(pair, (first, second), lex):
            chars = pair.sides[0].chars(*first), pair.sides[1].chars(*second)
            texts = pair.sides[0].text[slice(*chars[0])], pair.sides[1].text[slice(*chars[1])]
            spans = pair.spans(0, chars[0]), pair.spans(1, chars[1])
            fields: dict[str, str | Bilingual] = {"x": quote(texts[0]), "y": quote(texts[1])}
            yield Finding("differs", spans, texts, fields, explains=frozenset({number}))


def _someone_else(pair: Pair, subjects: tuple[Range, Range], lex: Lexicon) -> bool:
    """Whether two subjects differ in more than in what agreements call their parties."""
    sides = []
    for side, subject in zip(pair.sides, subjects, strict=True):
        words = {bare(side.tokens[i].key, lex) for i in range(*subject)}
        if not any(word[:1].isalpha() for word in words) or words & PRONOUNS or _thing(words, lex):
            return False
        sides.append({word for word in words if word not in lex.function and word not in lex.synonyms})
    if pair.apart and not all(sides):
        return False
    return sides[0] != sides[1]


def _thing(words: set[str], lex: Lexicon) -> bool:
    """Whether a subject is a text or an undertaking, which nobody expects to act: this protocol, 협력활동."""
    if lex.language == "ko":
        return any(word.endswith(tuple(lex.things)) for word in words)
    return bool(words & lex.things)


def _subject(side: Side, low: int, high: int, lex: Lexicon) -> Range | None:
    """The words from a changed stretch to the end of the subject it lies in; None if it lies in none."""
    if lex.language == "ko":
        opens = low == 0 or bool(side.gap(low).strip())
        return (
            (low, high)
            if opens and high - low <= SUBJECT and TOPIC.search(side.tokens[high - 1].text)
            else None
        )
    for marker in markers(side, lex):
        end = side.token_at(marker.start)
        if high <= end <= low + SUBJECT and not any(side.gap(i).strip() for i in range(low + 1, end + 1)):
            start = next(
                (i for i in range(low, max(low - SUBJECT, -1), -1) if i == 0 or side.gap(i).strip()), None
            )
            return (low, end) if start is not None else None
    return None


KIND = Kind(
    code="actor",
    weight=0.68,
    messages={
        "differs": both(
            "The one to act is {x} in {a}, {y} in {b}.",
            "{a}에서는 {x}이(가), {b}에서는 {y}이(가) 행위의 주체이다.",
        )
    },
    within=within,
)
