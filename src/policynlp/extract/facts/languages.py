"""Languages of the text: those it was done in, those that are authentic, the one that prevails."""

import re
from collections.abc import Iterator
from functools import cache

from policynlp.extract.facts.text import Chars, Text, compiled, first_by_value, part
from policynlp.languages import LANGUAGES, table
from policynlp.records import Fact

SURE, BARE = 1.0, 0.8
"""Confidence: a formula that says in which languages a text is done; a single name of a language."""
PREVAILS = "prevails"
"""Detail of the authentic language that decides where the texts differ."""


def read(text: Text, known: tuple[Fact, ...]) -> Iterator[Fact]:
    """Languages, authentic languages, and the one that prevails."""
    found: list[Fact] = []
    for code in LANGUAGES:
        for place in formulas(text, code):
            found += stated(text, code, place)
        found += prevailing(text, code)
    yield from first_by_value(found)


def formulas(text: Text, code: str) -> Iterator[Chars]:
    """Sentences that say in which languages the text is done."""
    for match in text.matches(code, "languages", "formula", text.gazette[1]):
        yield match.span()


def stated(text: Text, code: str, place: Chars) -> list[Fact]:
    """The languages of a formula, authentic where it or the next sentence says so."""
    words = text.all[slice(*place)]
    around = text.all[max(text.gazette[1], place[0] - 80) : place[1] + 160]
    equal = compiled(code, "languages", "authentic").search(around) is not None
    found = []
    for value, start, end in named(words, code):
        at = place[0] + start, place[0] + end
        found.append(text.fact("language", value, at, confidence=SURE))
        if equal:
            found.append(text.fact("authentic_language", value, at, confidence=SURE))
    return found


def prevailing(text: Text, code: str) -> list[Fact]:
    """The language whose text decides."""
    found = []
    for match in text.matches(code, "languages", "prevails", text.gazette[1]):
        group = part(match, "name")
        for value, start, end in named(match[group], code)[:1]:
            at = match.start(group) + start, match.start(group) + end
            found.append(text.fact("authentic_language", value, at, detail=PREVAILS))
    return found[-1:]


def named(words: str, code: str) -> list[tuple[str, int, int]]:
    """Languages that words name: ISO 639-1 code and place."""
    names = {name: key for key, row in table("shared", "facts")["language"].items() for name in row[code]}
    return [
        (names[match.group().title() if code == "en" else match.group()], *match.span())
        for match in names_of(code).finditer(words)
    ]


@cache
def names_of(code: str) -> re.Pattern[str]:
    """The names of all languages, longest first."""
    rows = table("shared", "facts")["language"]
    names = sorted((name for row in rows.values() for name in row[code]), key=lambda name: (-len(name), name))
    source = "|".join(map(re.escape, names))
    return re.compile(rf"(?i)\b(?:{source})\b" if code == "en" else rf"(?<![가-힣])(?:{source})")
