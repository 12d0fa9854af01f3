"""Misspelt English words: unknown ones one letter beside a word that is meant, doubled, or run together."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from policynlp.comparison.parity import hangul
from policynlp.comparison.parity.divergence import Divergence
from policynlp.comparison.parity.units import ENGLISH, Chars
from policynlp.languages import table

if TYPE_CHECKING:
    from spellchecker import SpellChecker

SURE = 0.9
SHORTEST = 4
"""Letters of a word that may be called misspelt: shorter unknown ones are abbreviations, mostly."""
COMMON = 100
"""Least count in the dictionary of a word that a misspelling may stand for: endemic 106, archon 97."""
PART = 1000
"""Least count of each of two words that were run together."""
TWICE = re.compile(r"\b([a-z]{2,})\s+\1\b")
MAY_FOLLOW = frozenset({"that", "had"})
"""Words that may follow themselves."""
LETTERS = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that may be misspelt."""

    text: str
    chars: Chars
    opens: bool
    """Whether it begins a sentence, which explains its capital."""


def attested(texts: Iterable[str], language: str) -> Mapping[str, int]:
    """How often each word stands in texts, of Korean each noun."""
    if language == "ko":
        return hangul.attested(texts)
    return Counter(found[0].lower() for text in texts for found in LETTERS.finditer(text))


def check(text: str, language: str, known: Mapping[str, int]) -> Iterator[tuple[Chars, str]]:
    """Places of misspelt words and what they should be; ``known`` counts the words of the whole document."""
    if language == "ko":
        yield from hangul.misspelt(text, known)
        return
    for found in TWICE.finditer(text):
        if found[1] not in MAY_FOLLOW:
            yield found.span(), found[1]
    for word in _words(text):
        right = _meant(word, known)
        if right:
            yield word.chars, right


def _words(text: str) -> Iterator[Word]:
    """Words, and the parts of those with a hyphen unless they are names."""
    for found in ENGLISH.finditer(text):
        if "'" in found[0] or "’" in found[0] or ("-" in found[0] and found[0][:1].isupper()):
            continue
        before = text[: found.start()].rstrip(" \"“‘'(")
        opens = not before or before[-1] in ".:;"
        for part in LETTERS.finditer(found[0]):
            yield Word(part[0], (found.start() + part.start(), found.start() + part.end()), opens)


def _meant(word: Word, known: Mapping[str, int]) -> str:
    """The word that a misspelling stands for; empty for a word that is right, or that none is near to."""
    lower, capital = word.text.lower(), word.text[:1].isupper()
    if len(lower) < SHORTEST or (capital and not word.text[1:].islower()) or known.get(lower, 0) > 1:
        return ""
    if is_word(lower):
        return ""
    name = capital and not word.opens
    near = [one for one in _near(lower, known) if not name or known.get(one, 0)]
    return near[0] if near else ("" if name else _parted(lower))


@cache
def _dictionary() -> "SpellChecker":
    """The English word counts of pyspellchecker (160,000 words)."""
    from spellchecker import SpellChecker

    return SpellChecker(language="en", distance=1)


def _count(word: str) -> int:
    return int(_dictionary().word_frequency.dictionary.get(word, 0))


def is_word(word: str) -> bool:
    """Whether a word in small letters is English, in British or American spelling and any usual form."""
    own = table("en", "parity")["spelling"]
    if _count(word) or word in own["words"].split():
        return True
    return any(
        _count(re.sub(pattern, result, word)) for pattern, result in own["forms"] if re.search(pattern, word)
    )


def _near(word: str, known: Mapping[str, int]) -> list[str]:
    """Words one edit away: those that the document has, then those that are common, the commonest first."""
    found = sorted(_dictionary().edit_distance_1(word))
    own = [one for one in found if known.get(one, 0) > (0 if _count(one) else 1)]
    common = [one for one in found if _count(one) >= COMMON and one not in own]
    return sorted(own, key=known.__getitem__, reverse=True) + sorted(common, key=_count, reverse=True)


def _parted(word: str) -> str:
    """Two common words that were run together."""
    for at in range(2, len(word) - 1):
        parts = word[:at], word[at:]
        if all(_count(part) >= PART for part in parts):
            return " ".join(parts)
    return ""


def told(text: str, index: int, chars: Chars, right: str) -> Divergence:
    """A misspelling as a divergence of the side that it stands on."""
    words = text[slice(*chars)]
    if index == 0:
        return Divergence("spelling", (chars, None), (words, right), SURE, "first")
    return Divergence("spelling", (None, chars), (right, words), SURE, "second")
