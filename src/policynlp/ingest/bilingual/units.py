"""What is set against each other: all that a block says in one language, with signs that cross languages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from policynlp.ingest.bilingual.parts import Part
from policynlp.ingest.bilingual.tongues import weight
from policynlp.languages import table
from policynlp.records import Document

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"\b[A-Z][A-Za-z-]*[A-Z][A-Za-z-]*\b")
"""Abbreviations: the same letters in every language."""
_ARTICLE = re.compile(
    r"\W?(?:제\s?(\d{1,3})\s?[조장절편](?:의\s?(\d{1,2}))?"
    r"|(?:Article|ARTICLE|Art\.|Chapter|CHAPTER|Section|SECTION|Artículo|ARTÍCULO|Artikel|ARTIKEL|Статья|СТАТЬЯ"
    r"|Điều)\s?(\d{1,3}|[IVXLC]{1,6})\b|第\s?(\d{1,3})\s?条)"
)
_SENTENCE = re.compile(r"[.!?。;:,][\"'”’)\]]*(?:\s(?:and|or|및))?$|[다며고][\"'”’)\]]*$")
_LONG = 60.0
"""Weight from which a text is no title, whatever it ends in."""
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class Unit:
    """All parts of one block in one language."""

    block: int
    language: str
    parts: tuple[Part, ...]
    weight: float
    """In Hangul syllables or what amounts to one."""
    article: str
    """Number of the article, chapter or section that it opens: ``4``, ``6-2``."""
    ordinal: int
    """Place in the list that its own number says: 2 for ``②``, ``2.``, ``나.`` and ``(b)``; 0 for none."""
    figures: frozenset[str]
    """Figures in it, and abbreviations: what translations leave as it is."""
    sentence: bool
    """True where it ends as a sentence or an item of a list does, or is too long for a title or a name."""


def units(document: Document, found: Sequence[Part], language: str) -> list[Unit]:
    """The units of one language in order."""
    by_block: dict[int, list[Part]] = {}
    for part in found:
        if part.language == language:
            by_block.setdefault(part.block, []).append(part)
    return [_unit(document, block, language, tuple(own)) for block, own in by_block.items()]


def _unit(document: Document, block: int, language: str, own: tuple[Part, ...]) -> Unit:
    text = " ".join(document.text[part.start : part.end] for part in own)
    label = document.blocks[block].label
    marked = f"{label} {text}" if label else text
    opening = _ARTICLE.match(marked)
    article = "-".join(str(_value(group)) for group in opening.groups() if group) if opening else ""
    return Unit(
        block,
        language,
        own,
        weight(text),
        article,
        0 if article else _ordinal(marked),
        frozenset(_NUMBER.findall(text)) | frozenset(_NAME.findall(text)),
        _SENTENCE.search(text) is not None or weight(text) >= _LONG,
    )


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    digits = [_ROMAN[letter] for letter in number]
    return sum(-one if one < max(digits[place:]) else one for place, one in enumerate(digits))


@cache
def _marks() -> tuple[re.Pattern[str], str]:
    return (
        re.compile(r"\(?(?:(\d{1,2})|([a-z])|([가나다라마바사아자차카타파하]))[.)]\s|([①-⑳])"),
        "가나다라마바사아자차카타파하",
    )


def _ordinal(text: str) -> int:
    """Place in a list by the number at the start of a text."""
    pattern, syllables = _marks()
    found = pattern.match(text)
    if found is None:
        return 0
    arabic, letter, syllable, circled = found.groups()
    if arabic:
        return int(arabic)
    if letter:
        return ord(letter) - 96
    return syllables.index(syllable) + 1 if syllable else ord(circled) - 0x245F


@cache
def label_pattern() -> re.Pattern[str]:
    """A cell or part that is nothing but the number of what stands beside it."""
    return re.compile(str(table("shared", "scripts")["numbers"]["labels"]))
