"""The words of content of a text, and the stretches of it that may translate a word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from policynlp.languages import table

ENGLISH = re.compile(r"[A-Za-z]+(?:['’‑-][A-Za-z]+)*")
HANGUL = re.compile("[가-힣]+")
NOMINAL = frozenset({"NNG", "NNP", "XR", "NR", "XSN", "XPN", "NNB", "SL", "SN"})
"""Tags of morphemes that make up one Korean noun where no space parts them."""
HEADS = frozenset({"NNG", "NNP", "XR", "SL"})
"""Tags of which a compound has at least one, so as to say something."""
PREDICATES = frozenset({"VV", "VA"})
ADVERB = "MAG"
"""긴밀히: it may answer a word, though not every one has an answer."""
NAMED = 5
"""Letters from which a Korean noun that ends like a body names one: 위원회 alone names none."""
LONGEST = 3
"""Words in a stretch that may translate one word: 과학 기술 협력, set out in."""
WIDEST = 80
"""Characters of such a stretch."""

Chars = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of content."""

    text: str
    """What is compared: the word, for a Korean verb its dictionary form."""
    chars: Chars
    """Where it stands."""
    name: bool = False
    """Whether it is (part of) a proper noun by its form."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A text read as words."""

    text: str
    language: str
    units: tuple[Unit, ...]
    empty: tuple[Unit, ...]
    """Words without content: they may answer a word of the other side, and need no answer."""


@lru_cache(maxsize=4096)
def worded(text: str, language: str) -> Worded:
    """The words of content of a Korean or an English text."""
    return korean(text) if language == "ko" else english(text)


@cache
def function_words(language: str) -> frozenset[str]:
    """Words that say nothing of their own."""
    return frozenset(table(language, "parity")["function"].split())


@cache
def expression(language: str, *path: str) -> re.Pattern[str]:
    """A regular expression of ``languages/CODE/parity.toml``, by the names that lead to it."""
    found: Any = table(language, "parity")
    for name in path:
        found = found[name]
    return re.compile(found)


def english(text: str) -> Worded:
    """English: every word but those without content."""
    found = [Unit(one[0], one.span(), _capital(text, one)) for one in ENGLISH.finditer(text)]
    units, empty = _parted(found, [one.text.lower() for one in found], "en")
    return Worded(text, "en", units, empty)


def _parted(
    found: Sequence[Unit], keys: Sequence[str], language: str
) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """Words with content, and those without."""
    nothing = function_words(language)
    full = [key not in nothing and len(key) > 1 for key in keys]
    units = tuple(one for one, has in zip(found, full, strict=True) if has)
    return units, tuple(one for one, has in zip(found, full, strict=True) if not has)


def _capital(text: str, found: re.Match[str]) -> bool:
    """Whether a word has a capital that no beginning of a sentence explains."""
    before = text[: found.start()].rstrip(" \"“‘'(")
    return found[0][:1].isupper() and bool(before) and before[-1] not in ".:;!?"


def korean(text: str) -> Worded:
    """Korean: compounds of nouns as they are written together, and stems of verbs."""
    from policynlp.languages.ko.kiwi import kiwi

    morphemes = kiwi().tokenize("".join(" " if char.isspace() else char for char in text))
    found = [unit for unit, whole in _compounds(text, morphemes) if whole]
    units, empty = _parted(found, [_base(unit.text) for unit in found], "ko")
    adverbs = (
        Unit(text[one.start : one.start + one.len], (one.start, one.start + one.len))
        for one in morphemes
        if one.tag == ADVERB and one.len > 1
    )
    empty = (*empty, *adverbs)
    return Worded(text, "ko", units, empty)


def _base(word: str) -> str:
    """A compound without 들, which only says that there are several."""
    return word.removesuffix("들") if len(word) > 2 else word


def _compounds(text: str, morphemes: Sequence[Any]) -> Iterator[tuple[Unit, bool]]:
    at = 0
    while at < len(morphemes):
        end = at
        while end < len(morphemes) and _nominal(morphemes, at, end):
            end += 1
        if end > at:
            first, last = morphemes[at], morphemes[end - 1]
            chars = first.start, last.start + last.len
            tags = {one.tag.partition("-")[0] for one in morphemes[at:end]}
            words = text[slice(*chars)]
            named = "NNP" in tags or (len(words) >= NAMED and words.endswith(_body_ends()))
            yield Unit(words, chars, named), bool(tags & HEADS)
            at = end
            continue
        one = morphemes[at]
        if one.tag.partition("-")[0] in PREDICATES:
            chars = one.start, one.start + one.len
            yield Unit(f"{one.form}다", chars), True
        at += 1


@cache
def _body_ends() -> tuple[str, ...]:
    """How names of bodies end: 재단, 위원회."""
    return tuple(end for end in table("ko", "differences")["bodies"]["suffixes"] if len(end) > 1)


def _nominal(morphemes: Sequence[Any], at: int, end: int) -> bool:
    one = morphemes[end]
    if one.tag.partition("-")[0] not in NOMINAL:
        return False
    before = morphemes[end - 1]
    return end == at or before.start + before.len == one.start


def stretches(words: Worded, about: Sequence[Chars]) -> tuple[str, ...]:
    """Every one to ``LONGEST`` neighbouring words that hold one of some places, each once."""
    places = sorted(one.chars for one in (*words.units, *words.empty))
    return tuple(
        dict.fromkeys(
            words.text[places[at][0] : places[end][1]]
            for at in range(len(places))
            for end in range(at, min(at + LONGEST, len(places)))
            if places[end][1] - places[at][0] <= WIDEST
            and any(low < places[end][1] and high > places[at][0] for low, high in about)
        )
    )
