"""What a list of translations says of the words of two texts: which have their counterpart there."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from policynlp.comparison.parity.units import ENGLISH, Chars, Unit, Worded, function_words
from policynlp.languages import table

Status = Literal["hit", "miss", "unknown"]
"""``hit``: a listed translation stands there; ``miss``: translations are listed, and none stands there."""
SHORT = 3
"""Letters up to which the beginning of a word says nothing unless it is the whole word."""


@dataclass(frozen=True, slots=True)
class Head:
    """A listed Korean word at a place of a text."""

    word: str
    chars: Chars
    stems: tuple[str, ...]


@cache
def translations() -> Mapping[str, tuple[str, ...]]:
    """English beginnings by Korean word."""
    return {
        word: tuple(stem.replace("_", " ").lower() for stem in stems.split())
        for word, stems in table("shared", "translations")["words"].items()
    }


@cache
def longest_head() -> int:
    """Letters of the longest listed Korean word."""
    return max(map(len, translations()))


@cache
def all_stems() -> tuple[str, ...]:
    """Every English beginning of more than ``SHORT`` letters."""
    return tuple(sorted({s for stems in translations().values() for s in stems if len(s) > SHORT}))


def begins(word: str, stem: str) -> bool:
    """Whether an English word is one that a beginning stands for."""
    return word == stem or (len(stem) > SHORT and word.startswith(stem)) or word in (f"{stem}s", f"{stem}es")


def heads(unit: Unit) -> Iterator[Head]:
    """The listed words in a Korean compound, the longest first from its beginning; those of one letter only
    where they are the whole."""
    text, at = unit.text, 0
    while at < len(text):
        for size in range(min(longest_head(), len(text) - at), 0, -1):
            stems = translations().get(text[at : at + size])
            if stems and (size > 1 or size == len(text)):
                start = unit.chars[0] + at
                yield Head(text[at : at + size], (start, start + size), stems)
                at += size
                break
        else:
            at += 1


@dataclass(frozen=True, slots=True)
class Judged:
    """A word, or the part of a compound that its other parts do not explain, and what the list says of it."""

    unit: Unit
    status: Status


def judged(korean: Worded, english: Worded) -> tuple[list[Judged], list[Judged]]:
    """Every unit of two linked texts with its status."""
    words = [found[0].lower() for found in ENGLISH.finditer(english.text)]
    flat = " ".join(words)
    found = [list(heads(unit)) for unit in korean.units]
    more = [head for unit in korean.empty for head in heads(unit)]
    answers = _answers([*more, *(head for own in found for head in own)], words, flat)
    first = [
        one
        for unit, own in zip(korean.units, found, strict=True)
        for one in _korean(unit, own, words, answers)
    ]
    explained = {word for met in answers.values() for word in met}
    explained |= {unit.text.lower() for unit in korean.units if unit.text.isascii()}
    return first, [Judged(unit, _english(unit, explained)) for unit in english.units]


def _answers(found: Sequence[Head], words: Sequence[str], flat: str) -> dict[str, list[str]]:
    """By listed Korean word the English words that translate it, those of an expression each."""
    kinds = dict.fromkeys(words)
    answers = {}
    for head in found:
        if head.word not in answers:
            phrases = [stem for stem in head.stems if " " in stem and stem in flat]
            met = [word for word in kinds if any(_translates(word, stem) for stem in head.stems)]
            among = [word for phrase in phrases for word in kinds if _has(phrase, word)]
            answers[head.word] = list(dict.fromkeys([*met, *among]))
    return answers


def _translates(word: str, stem: str) -> bool:
    """Whether a word or a part of it (open-source) is one that a beginning stands for."""
    return begins(word, stem) or (
        not word.isalpha() and any(begins(part, stem) for part in re.split(r"['’‑-]", word))
    )


def _has(phrase: str, word: str) -> bool:
    """Whether a listed expression has a word."""
    return any(begins(word, part) for part in phrase.split())


def _korean(
    unit: Unit, own: Sequence[Head], words: Collection[str], answers: Mapping[str, Sequence[str]]
) -> Iterator[Judged]:
    """A compound as a whole where it is hit or nothing of it is; else the parts that are not."""
    met = [head for head in own if answers[head.word]]
    if unit.text.isascii() and unit.text.lower() in words:
        yield Judged(unit, "hit")
        return
    if not met:
        yield Judged(unit, "miss" if own else "unknown")
        return
    rest = [part for part in _rest(unit, met) if part.text not in function_words("ko")]
    if not rest:
        yield Judged(unit, "hit")
    for part in rest:
        listed = any(head.chars == part.chars for head in own)
        yield Judged(part, "miss" if listed else "unknown")


def _rest(unit: Unit, met: Sequence[Head]) -> Iterator[Unit]:
    """Stretches of a compound of two letters or more between the parts that have their counterpart."""
    at = unit.chars[0]
    edges = [*(head.chars for head in met), (unit.chars[1], unit.chars[1])]
    for low, high in edges:
        if low - at > 1 and not unit.text.endswith("다"):
            words = unit.text[at - unit.chars[0] : low - unit.chars[0]]
            yield Unit(words, (at, low), unit.name)
        at = high


def _stands(stem: str, words: Sequence[str], flat: str) -> bool:
    return stem in flat if " " in stem else any(begins(word, stem) for word in words)


def _english(unit: Unit, explained: Collection[str]) -> Status:
    word = unit.text.lower()
    if word in explained:
        return "hit"
    return "miss" if _listed(re.split(r"['’‑-]", word)[0]) else "unknown"


@cache
def _listed(word: str) -> bool:
    return any(begins(word, stem) for stem in all_stems())


def translates(korean: str, english: str) -> bool:
    """Whether the list has one word as a translation of (a part of) the other."""
    unit = Unit(korean, (0, len(korean)))
    return any(begins(english.lower(), stem) for head in heads(unit) for stem in head.stems)


def meant(word: str, korean: str, english: str) -> str:
    """The listed word that a Korean word is one letter beside, whose translation stands in the English text
    while it stands nowhere in the Korean one (각서 for 각셔, Memorandum); empty where there
    is none, or where the word is itself listed: 관세 is no misspelt 과세."""
    if word in translations():
        return ""
    words = [found[0].lower() for found in ENGLISH.finditer(english)]
    flat = " ".join(words)
    for head, stems in translations().items():
        near = len(head) == len(word) > 1 and head not in korean and _beside(word, head)
        if near and any(_stands(stem, words, flat) for stem in stems):
            return head
    return ""


def _beside(word: str, head: str) -> bool:
    """Whether two words of equal length differ in one letter of one syllable."""
    other = [(one, two) for one, two in zip(word, head, strict=True) if one != two]
    return len(other) == 1 and _one_letter(*other[0])


def _one_letter(one: str, two: str) -> bool:
    if not ("가" <= one <= "힣" and "가" <= two <= "힣"):
        return False
    a, b = ord(one) - ord("가"), ord(two) - ord("가")
    return sum((a // 588 != b // 588, a % 588 // 28 != b % 588 // 28, a % 28 != b % 28)) == 1
