"""Dates of signature: in figures by the quantity grammar, else in words (the twenty-ninth day of …)."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from policynlp.extract.facts.text import compiled, rows
from policynlp.extract.grammar import Grammar
from policynlp.extract.numbers import parse
from policynlp.extract.patterns import lowered
from policynlp.languages import table

FIGURES = re.compile(r"\d{4}(?:-\d{2}){1,2}")
"""A date of the grammar that names at least a month."""
CENTURIES = range(1800, 2200)
"""Years that a date of signature may have: anything else was misread."""

Day = tuple[str, int, int]
"""ISO 8601 (``2005-10-29``, or ``1997-11`` where the day is left open), first and past the last character."""


def day_in(words: str, code: str) -> Day | None:
    """The first date that the words hold; a whole one before one without a day."""
    found = [*in_figures(words, code), *in_words(words, code)]
    return min(found, key=lambda day: (len(day[0]) < len("2005-10-29"), day[1]), default=None)


def in_figures(words: str, code: str) -> list[Day]:
    """Dates that the quantity grammar reads."""
    read = grammar(code).read(words)
    dated = [q for q in read if q.type in ("date", "deadline") and FIGURES.fullmatch(q.value)]
    return [(q.value, *trimmed(words, q.start, q.end)) for q in dated if int(q.value[:4]) in CENTURIES]


def trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    """The characters without the preposition that the grammar takes as part of a deadline."""
    digits = re.search(r"[A-Z\d].*", words[start:end], re.DOTALL)
    return (start + digits.start(), end) if digits else (start, end)


def in_words(words: str, code: str) -> list[Day]:
    """Dates with a day, month or year in words, or in Chinese figures."""
    found = []
    for match in compiled(code, "dates", "words").finditer(lowered(words)):
        parts = {re.sub(r"[_\d]", "", name): part for name, part in match.groupdict().items() if part}
        value = spelled(parts, code)
        if value:
            found.append((value, *match.span()))
    return found


def spelled(parts: Mapping[str, str], code: str) -> str | None:
    """The date of its parts; None where one is no number."""
    year, month, day = (number(parts.get(name, ""), name, code) for name in ("year", "month", "day"))
    if year not in CENTURIES or not 1 <= month <= 12 or day > 31:
        return None
    return f"{year}-{month:02d}" + (f"-{day:02d}" if day else "")


def number(words: str, part: str, code: str) -> int:
    """The number that figures or words say; 0 for none."""
    plain = " ".join(words.replace("-", " ").split())
    listed: Mapping[str, Any] = {**rows(code)["spelled"], **table(code, "quantities")["month"]}
    if not plain:
        return 0
    if plain.rstrip(".") in listed and (part != "year"):
        return int(listed[plain.rstrip(".")])
    tens, _, last = plain.rpartition(" ")
    if part == "day" and last in listed:
        return number(tens, part, code) + int(listed[last])
    if code == "ko":
        plain = plain.replace(" ", "").translate(str.maketrans(rows(code)["figures"]))
        if re.fullmatch(r"[일이삼사오육칠팔구영공]{4}", plain):  # 一九六五: figure by figure
            digits = {**table(code, "quantities")["digit"], "공": 0}
            return int("".join(str(digits[letter]) for letter in plain))
    value = parse(plain, table(code, "quantities"))
    return int(value) if value is not None else 0


@cache
def grammar(code: str) -> Grammar:
    """The quantity grammar of a language, kept."""
    return Grammar(code)
