"""Numbers of two linked texts as values: 24억 is 2.4 billion, 2025년 10월 is October 2025, 두 번 is twice."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from policynlp.comparison.parity.divergence import Divergence
from policynlp.comparison.parity.units import Chars
from policynlp.languages import table

DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
ROMAN = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "Ⅵ": 6, "Ⅶ": 7, "Ⅷ": 8, "Ⅸ": 9, "Ⅹ": 10}
LETTERS = re.compile(r"\b(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})\b")
SURE = 0.95
LONE = 0.8
"""Confidence of a number that the other side has not, where no other stands in its place there."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number at a place."""

    value: Decimal
    unit: str
    """day, week, month, year, hour or percent; empty for others."""
    chars: Chars
    claimed: bool
    """Whether the other side must have it: digits, and words that surely count."""


def numbers(text: str, language: str) -> list[Number]:
    """The numbers of a text in reading order."""
    found = sorted((*_digits(text, language), *_words(text, language), *_roman(text)), key=lambda n: n.chars)
    kept: list[Number] = []
    for one in found:
        if not kept or one.chars[0] >= kept[-1].chars[1]:
            kept.append(one)
    return kept


@cache
def _tables(language: str) -> Any:
    return table(language, "parity")["numbers"]


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    own = _tables(language)
    scale = "|".join(own["scales"])
    figure = rf"({DIGITS})(?:[\s-]?({scale})(?![A-Za-z]))?"
    units = "|".join(f"(?P<{name}>{words})" for name, words in own["units"].items())
    words = "|".join(sorted(own["words"], key=len, reverse=True))
    return (
        re.compile(figure),
        re.compile(rf"[\s\-]?(?:{units})"),
        re.compile(own["around"].replace("WORD", words)),
    )


def _unit(text: str, end: int, language: str) -> str:
    found = _patterns(language)[1].match(text, end)
    return (found.lastgroup or "") if found else ""


def _digits(text: str, language: str) -> Iterator[Number]:
    own = _tables(language)
    months = re.compile(own["months_before"]) if "months_before" in own else None
    for found in _patterns(language)[0].finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        name = bool(re.search(r"[A-Za-z][-‑]?$", before) or re.match(r"[A-Za-z](?![a-z])", after))
        value = Decimal(found[1].replace(",", "")) * Decimal(own["scales"].get(found[2] or "", 1))
        unit = _unit(text, found.end(), language)
        if months and found[2] is None and months.match(after):
            unit = ""
        yield Number(value.normalize(), unit, found.span(), not name)


def _words(text: str, language: str) -> Iterator[Number]:
    own = _tables(language)
    for found in _patterns(language)[2].finditer(text):
        word = found[1].lower()
        value = own["words"].get(word) or own["words"].get(found[1])
        if value:
            claimed = word not in own["loose"]
            yield Number(Decimal(value), _unit(text, found.end(1), language), found.span(1), claimed)


def _roman(text: str) -> Iterator[Number]:
    for at, char in enumerate(text):
        if char in ROMAN:
            yield Number(Decimal(ROMAN[char]), "", (at, at + 1), False)
    for found in LETTERS.finditer(text):
        if found[0] and len(found[0]) > 1:
            yield Number(Decimal(_value(found[0])), "", found.span(), False)


def _value(letters: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in letters]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))


@cache
def _gap(language: str) -> re.Pattern[str]:
    return re.compile(_tables(language)["gap"])


def gaps(text: str, language: str) -> bool:
    """Whether a text has lost figures: 제 조, 일 이내, paragraph of."""
    return _gap(language).search(text) is not None


def check(
    texts: Sequence[str], languages: Sequence[str], lost: tuple[bool, bool] = (False, False)
) -> Iterator[Divergence]:
    """Numbers that one side has and the other has not, and equal numbers of another unit; of sides that have
    lost figures (``lost``) nothing is missed."""
    sides = [numbers(text, language) for text, language in zip(texts, languages, strict=True)]
    alone = [[n for n in own if n.claimed and not _answered(n, sides[1 - k])] for k, own in enumerate(sides)]
    while alone[0] and alone[1]:
        first = alone[0].pop(0)
        second = min(alone[1], key=lambda n: (n.unit != first.unit, alone[1].index(n)))
        alone[1].remove(second)
        yield _told(texts, first, second, SURE)
    for k, own in enumerate(alone):
        for one in () if lost[1 - k] else own:
            yield _told(texts, one if k == 0 else None, one if k == 1 else None, LONE)
    yield from _units(texts, sides)


def _answered(number: Number, others: Sequence[Number]) -> bool:
    if any(other.value == number.value for other in others):
        return True
    # a range or a product said in other terms: 180 days are six months, 24 months two years
    return any(_days(number) and _days(number) == _days(other) for other in others)


def _days(number: Number) -> Decimal | None:
    sizes = {"day": 1, "week": 7, "month": 30, "year": 360}
    return number.value * sizes[number.unit] if number.unit in sizes else None


def _units(texts: Sequence[str], sides: Sequence[Sequence[Number]]) -> Iterator[Divergence]:
    """Numbers that stand once on each side with different units of time."""
    for first in sides[0]:
        same = [n for n in sides[1] if n.value == first.value]
        if len(same) == 1 and sum(n.value == first.value for n in sides[0]) == 1:
            units = {first.unit, same[0].unit}
            if len(units) == 2 and "" not in units:
                yield _told(texts, first, same[0], SURE)


def _told(texts: Sequence[str], first: Number | None, second: Number | None, sure: float) -> Divergence:
    words = [_shown(text, one) for text, one in zip(texts, (first, second), strict=True)]
    message = "replaced" if first and second else ("first" if first else "second")
    places = first.chars if first else None, second.chars if second else None
    return Divergence("number", places, (words[0], words[1]), sure, message)


def _shown(text: str, number: Number | None) -> str:
    """The words of a number with what it counts."""
    if number is None:
        return ""
    after = re.match(r"[\s-]?[가-힣A-Za-z%]{0,12}", text[number.chars[1] :])
    return text[number.chars[0] : number.chars[1] + (after.end() if after else 0)].strip()
