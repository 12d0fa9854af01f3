"""Place and date of signature: the closing formula, the promulgation, or the head of a letter."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

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
ENDING = 1500
"""Characters at the end of a text in which a line that is only a date can be that of its signature."""
SEVERAL = 2
BEFORE = 260
"""Characters before the date in which the words stand that attest the signature: one sentence."""


@dataclass(frozen=True, slots=True)
class Signed:
    """One place of the text that says when, and perhaps where, it was signed."""

    formula: int
    """First character of the formula; two dates may stand in one."""
    date: str
    date_at: Chars
    place_at: Chars | None


def read(text: Text, known: tuple[Fact, ...]) -> Iterator[Fact]:
    """Dates and places of signature from the surest source that gives any."""
    for source, confidence in SOURCES:
        found = [signed for code in LANGUAGES for signed in formulas(text, code, source)]
        found = deciding(text, found, source)
        if found:
            yield from first_by_value([*dates(text, found, confidence), *places(text, found, confidence)])
            return


def deciding(text: Text, found: list[Signed], source: str) -> list[Signed]:
    """Of several formulas with several dates those that belong to the instrument's own end.

    An annexed text may have its own formula; letters take effect with the last one.
    """
    if len({signed.date for signed in found}) < SEVERAL:
        return found
    if source == "closing":
        attested = [signed for signed in found if attests(text, signed)]
        return attested or [signed for signed in found if signed.formula == found[-1].formula]
    return found[-1:] if source in ("letter", "last_line") else found


def attests(text: Text, signed: Signed) -> bool:
    """Whether the words before a date attest the signature."""
    before = text.all[max(0, signed.date_at[0] - BEFORE) : signed.date_at[0]]
    return any(compiled(code, "signature", "attests").search(before) for code in LANGUAGES)


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
    for match in text.matches(code, "signature", source, *region):
        day = day_in(match.group(), code)
        if day is None:
            continue
        value, start, end = day
        group = part(match, "at")
        at = match.span(group) if group else None
        end += match.start()
        yield Signed(match.start(), value, (match.start() + start, end), at)
        further = compiled(code, "signature", "further").match(text.all, end)
        second = day_in(further.group(), code) if further else None
        if further and second:
            place = further.start() + second[1], further.start() + second[2]
            yield Signed(match.start(), second[0], place, None)


def regions(text: Text, source: str) -> Chars:
    """Where a source is looked for."""
    if source == "promulgation":
        return text.gazette
    if source in ("subtitle", "adopted"):
        return text.opening
    start = text.gazette[1]
    return (max(start, len(text.all) - ENDING) if source == "last_line" else start), len(text.all)


def city(words: str) -> str:
    """The English name of a listed city, after a country's name or before one as well; else the words."""
    plain = " ".join(words.split())
    parts = [part.strip() for part in plain.split(",")]
    for name in (plain, parts[0], parts[-1], plain.split()[-1]):
        if name.casefold() in listed_cities():
            return listed_cities()[name.casefold()]
    return plain.title() if plain.isupper() else plain


@cache
def listed_cities() -> dict[str, str]:
    """English name by every name of a city, in small letters."""
    rows = table("shared", "facts")["city"]
    return {name.casefold(): key for key, row in rows.items() for name in (key, *row)}
