"""What a list of translations says of the words of two texts: which have their counterpart there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from policynlp.comparison.parity.units import ENGLISH, Chars, Unit, Worded
from policynlp.languages import table

Status = Literal["hit", "miss", "unknown"]
"""``hit``: a listed translation stands there; ``miss``: translations are listed, and none stands there."""
SHORT = 3
"""Letters up to which the beginning of a word says nothing unless it is the whole word."""


@dataclass(frozen=True, slots=True)
class Head:
    """A listed Korean word at a place of a text."""

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
                yield Head((start, start + size), stems)
                at += size
                break
        else:
            at += 1


def statuses(korean: Worded, english: Worded) -> tuple[list[Status], list[Status]]:
    """The status of every unit of two linked texts."""
    words = [found[0].lower() for found in ENGLISH.finditer(english.text)]
    flat = " ".join(words)
    found = [list(heads(unit)) for unit in korean.units]
    first = [_korean(unit, own, words, flat) for unit, own in zip(korean.units, found, strict=True)]
    more = [head for unit in korean.empty for head in heads(unit)]
    stems = tuple({stem for head in [*more, *(h for own in found for h in own)] for stem in head.stems})
    return first, [_english(unit, stems, flat) for unit in english.units]


def _korean(unit: Unit, own: Sequence[Head], words: Sequence[str], flat: str) -> Status:
    if not own:
        return "unknown"
    met = [h for h in own if any(_stands(stem, words, flat) for stem in h.stems)]
    covered = sum(h.chars[1] - h.chars[0] for h in met)
    if covered * 2 >= len(unit.text.removesuffix("다")):
        return "hit"
    return "miss" if not met else "unknown"


def _stands(stem: str, words: Sequence[str], flat: str) -> bool:
    return stem in flat if " " in stem else any(begins(word, stem) for word in words)


def _english(unit: Unit, stems: Sequence[str], flat: str) -> Status:
    parts = [unit.text.lower(), *re.split(r"['’‑-]", unit.text.lower())]
    if any(begins(part, stem) for part in parts for stem in stems):
        return "hit"
    if any(" " in stem and parts[0] in stem.split() and stem in flat for stem in stems):
        return "hit"
    return "miss" if _listed(parts[0]) else "unknown"


@cache
def _listed(word: str) -> bool:
    return any(begins(word, stem) for stem in all_stems())
