"""The kind of instrument: the head noun of the title, else what the text calls itself."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from policynlp.extract.facts.kinds import kind_words
from policynlp.extract.facts.text import Text
from policynlp.records import Fact

TITLED, EXCHANGED, SELF_NAMED = 1.0, 0.9, 0.8
"""Confidence: named by the title; by the notes that are exchanged; by words such as "this Agreement"."""
LEAST = 2
"""Times that a text must call itself by a name: once may mean something else."""


def read(text: Text, known: tuple[Fact, ...]) -> Iterator[Fact]:
    """The kind of instrument; at most one."""
    for fact in known:
        if fact.kind == "title":
            named = head(fact.text)
            if named:
                kind, start, end = named
                yield text.fact("instrument", kind, (fact.start + start, fact.start + end), confidence=TITLED)
                return
    yield from exchanged(text) or self_named(text)


def head(title: str) -> tuple[str, int, int] | None:
    """The head noun of a title: in English the first name of a kind, in Korean the last."""
    korean = re.search("[가-힣]", title) is not None
    found: list[tuple[int, int, str]] = []
    for word, kind in kind_words("ko" if korean else "en"):
        for match in named(word, korean).finditer(title):
            if not any(match.start() < end and start < match.end() for start, end, _ in found):
                found.append((*match.span(), kind))
    if not found:
        return None
    start, end, kind = max(found) if korean else min(found)
    return kind, start, end


@cache
def named(word: str, korean: bool) -> re.Pattern[str]:
    """An expression for the name of a kind."""
    source = (
        r"\s?".join(map(re.escape, word.split())) if korean else r"[\s-]+".join(map(re.escape, word.split()))
    )
    return re.compile(source if korean else rf"(?i)\b{source}\b")


def exchanged(text: Text) -> list[Fact]:
    """An exchange of notes, by the headings of its notes or their first words."""
    for code in ("ko", "en"):
        match = next(text.matches(code, "instrument", "notes"), None)
        if match:
            return [text.fact("instrument", "exchange-of-notes", match.span(), confidence=EXCHANGED)]
    return []


def self_named(text: Text) -> list[Fact]:
    """What the text calls itself most often: 이 협정, this Memorandum."""
    found: list[tuple[str, int, int]] = []
    for code in ("ko", "en"):
        kinds = dict(kind_words(code))
        found += [
            (kinds[" ".join(match["kind"].lower().split())], *match.span())
            for match in itself(code).finditer(text.all)
        ]
    counted = Counter(kind for kind, _, _ in found)
    if not counted or counted.most_common(1)[0][1] < LEAST:
        return []
    kind = counted.most_common(1)[0][0]
    _, start, end = min((item for item in found if item[0] == kind), key=lambda item: item[1])
    return [text.fact("instrument", kind, (start, end), confidence=SELF_NAMED)]


@cache
def itself(code: str) -> re.Pattern[str]:
    """The words by which a text means itself, its kind as the group ``kind``."""
    words = "|".join(r"\s".join(map(re.escape, word.split())) for word, _ in kind_words(code))
    if code == "ko":
        return re.compile(rf"(?<![가-힣])(?:이|본|동|금번)\s?(?P<kind>{words})(?!서)")
    return re.compile(rf"\b(?i:this|the present)\s+(?P<kind>(?i:{words}))\b")
