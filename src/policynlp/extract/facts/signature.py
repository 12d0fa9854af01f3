"""Place and date of signature: the closing formula, the promulgation, or the head of a letter."""

from collections.abc import Iterator
from dataclasses import dataclass

from policynlp.extract.facts.days import day_in
from policynlp.extract.facts.text import Chars, Text, compiled, first_by_value, part
from policynlp.languages import LANGUAGES, table
from policynlp.records import Fact

SOURCES = (
    ("closing", 1.0),
    ("promulgation", 0.95),
    ("subtitle", 0.9),
    ("adopted", 0.9),
    ("letter", 0.7),
    ("last_line", 0.6),
)
"""What a date of signature is read from, surest first, with its confidence: a later one counts only where
the ones before it say nothing."""
AHEAD = 260
"""Characters of a closing formula in which date and place stand."""


@dataclass(frozen=True, slots=True)
class Signed:
    """One place of the text that says when, and perhaps where, it was signed."""

    date: str
    date_at: Chars
    place_at: Chars | None


def read(text: Text, known: tuple[Fact, ...]) -> Iterator[Fact]:
    """Dates and places of signature from the surest source that gives any."""
    for source, confidence in SOURCES:
        found = [signed for code in LANGUAGES for signed in formulas(text, code, source)]
        if source in ("letter", "last_line"):
            found = found[-1:]
        if found:
            yield from first_by_value([*dates(text, found, confidence), *places(text, found, confidence)])
            return


def dates(text: Text, found: list[Signed], confidence: float) -> Iterator[Fact]:
    """A fact a date; several dates that differ are each less sure."""
    several = len({signed.date for signed in found}) > 1
    for signed in found:
        sure = round(confidence * (0.7 if several else 1.0), 2)
        yield text.fact("date", signed.date, signed.date_at, confidence=sure)


def places(text: Text, found: list[Signed], confidence: float) -> Iterator[Fact]:
    """A fact a place."""
    for signed in found:
        if signed.place_at:
            words = text.all[slice(*signed.place_at)]
            yield text.fact("place", city(words), signed.place_at, confidence=confidence)


def formulas(text: Text, code: str, source: str) -> Iterator[Signed]:
    """What the expressions of one source find; their group ``at`` holds the place."""
    region = regions(text, source)
    for match in compiled(code, "signature", source).finditer(text.all, *region):
        day = day_in(match.group(), code)
        if day is None:
            continue
        value, start, end = day
        group = part(match, "at")
        at = match.span(group) if group else None
        yield Signed(value, (match.start() + start, match.start() + end), at)


def regions(text: Text, source: str) -> Chars:
    """Where a source is looked for."""
    if source == "promulgation":
        return 0, text.gazette[1] or 2500
    if source in ("subtitle", "adopted"):
        return text.opening
    return text.gazette[1], len(text.all)


def city(words: str) -> str:
    """The English name of a listed city, else the words."""
    plain = " ".join(words.split())
    for name, row in table("shared", "facts")["city"].items():
        if plain in row or plain.casefold() == name.casefold():
            return str(name)
    return plain.title() if plain.isupper() else plain
