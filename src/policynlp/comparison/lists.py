"""Enumerations of a text, found without a comparison: A, B, C and D; A, B 및 C."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policynlp.comparison.lexicon import Lexicon, bare
from policynlp.comparison.pairs import Chars
from policynlp.comparison.texts import Side

COMMA = re.compile(r"\s*[,·ㆍ・、]\s*")
CONJUNCTIONS = frozenset(["and", "or", "및", "또는", "그리고"])
CASE = re.compile(r"[가-힣](?:에서|에서의|에|을|를|으로|의|이|가|은|는|하여|한|하는)$")
"""A particle or ending that closes a Korean list, or the phrase before it."""
CLOSED = re.compile(r"[가-힣](?:에서의?|에|을|를|으로|이|가|은|는)$|^(?:분야|영역|부문|방면|지역)의$")
"""A particle that closes the last item of a Korean list; 의 may stand inside it, but not behind a word for
all its items."""
TAIL = re.compile(
    r"(?<=[가-힣]{2})(?:(?<=분야|영역|부문|방면|지역)의|에서의?|에게|을|를|(?<![결성효학교경초통부])과|와)$"
)
"""A particle behind the last word of a Korean quotation; 결과, 성과, 효과 … end in none."""
ITEM_WORDS = 4
"""Words that an item may have."""


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list of three or more items."""

    chars: Chars
    items: tuple[Chars, ...]


def enumerations(side: Side, lex: Lexicon) -> Iterator[Enumeration]:
    """The lists of a side that close with a conjunction, in reading order."""
    at = 0
    while at < len(side.tokens):
        items, end = _items(side, at, lex)
        if len(items) >= 3:
            yield Enumeration((items[0][0], items[-1][1]), tuple(items))
        at = max(end, at + 1)


def _items(side: Side, start: int, lex: Lexicon) -> tuple[list[Chars], int]:
    """Items from the token ``start`` on, and where they end; none where no list begins there."""
    items: list[Chars] = []
    low = at = start
    while at < len(side.tokens) and at - low < ITEM_WORDS and not _stops(side, at, low, lex):
        at += 1
        if at < len(side.tokens) and side.tokens[at].key in CONJUNCTIONS and not side.gap(at).strip(" ,"):
            if not items:
                return [], at
            items.append(side.chars(low, at))
            last, end = last_item(side, at + 1, lex)
            return ([*items, (side.tokens[at + 1].start, end)], last) if last > at + 1 else ([], at)
        if at < len(side.tokens) and COMMA.fullmatch(side.gap(at)):
            if lex.language == "ko" and CASE.search(side.tokens[at - 1].text):
                return [], at
            items.append(side.chars(low, at))
            low = at
    return [], start + 1


def _stops(side: Side, at: int, low: int, lex: Lexicon) -> bool:
    """Whether a token cannot be inside an item: a function word, or in Korean a word after one with a
    particle."""
    if lex.language == "en":
        return side.tokens[at].key in lex.function and side.tokens[at].key != "other"
    return at > low and bool(CASE.search(side.tokens[at - 1].text))


def trimmed(side: Side, chars: Chars) -> Chars:
    """The characters of a Korean quotation without the particle behind its last word."""
    tail = TAIL.search(side.text[slice(*chars)]) if side.language == "ko" else None
    return (chars[0], chars[0] + tail.start()) if tail else chars


def last_item(side: Side, start: int, lex: Lexicon) -> tuple[int, int]:
    """One past the last token of the item that begins at ``start``, and where its words end."""
    at = start
    while at < len(side.tokens) and at - start < ITEM_WORDS and not (at > start and side.gap(at).strip()):
        word = side.tokens[at].text
        if lex.language == "en" and _stops(side, at, start, lex):
            break
        at += 1
        if lex.language == "ko" and CLOSED.search(word):
            return at, side.tokens[at - 1].start + len(bare(word, lex))
    return at, side.chars(start, at)[1]
