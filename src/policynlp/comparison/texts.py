"""One side of a link as one text: its clauses joined, its words, and the way back to spans of the clauses."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policynlp.comparison.variants import own_names, word_key
from policynlp.records import Clause, Span

WORD = re.compile(
    r"\d+(?:[.,]\d+)*"  # 2,400.5
    r"|[가-힣]+"
    r"|[^\W\d_가-힣ㆍᆞ]+(?:['’‑-][^\W\d_가-힣ㆍᆞ]+)*"  # co-operation, country's
)
"""A word: a number, a run of Hangul, or a run of other letters; punctuation and spaces are what lies
between."""


HANJA = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
"""Chinese characters."""
LABEL = re.compile(r"[a-zA-Z]|[ivxIVX]{1,4}|\d{1,2}|[가나다라마바사아자차카타파하]")
"""What labels the items of a list."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a side."""

    text: str
    """As written."""
    start: int
    """First character in ``Side.text``."""
    end: int
    """One past the last."""
    key: str
    """What it is compared by: case, hyphens and spelling variants folded."""


@dataclass(frozen=True, slots=True)
class Side:
    """The clauses of one document in a link, joined by single spaces."""

    text: str
    language: str
    clauses: tuple[Clause, ...]
    starts: tuple[int, ...]
    """Where each clause begins in ``text``."""
    tokens: tuple[Token, ...]

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The characters ``start`` to ``end`` as spans, one for each clause they touch."""
        found = []
        for clause, offset in zip(self.clauses, self.starts, strict=True):
            low, high = max(start - offset, 0), min(end - offset, len(clause.text))
            if low < high:
                found.append(Span(clause.id, low, high))
        return tuple(found)

    def locate(self, span: Span) -> tuple[int, int] | None:
        """Where a clause's span stands in the joined text; None if the clause is not part of this side."""
        for clause, offset in zip(self.clauses, self.starts, strict=True):
            if clause.id == span.clause:
                return offset + span.start, offset + span.end
        return None

    def token_at(self, char: int) -> int:
        """Index of the last token that starts at or before ``char`` (-1 before the first)."""
        return bisect_right([token.start for token in self.tokens], char) - 1

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """Indexes ``low, high`` of the tokens that overlap the characters ``start`` to ``end``."""
        inside = [i for i, token in enumerate(self.tokens) if token.start < end and token.end > start]
        return (inside[0], inside[-1] + 1) if inside else (self.token_at(start) + 1, self.token_at(start) + 1)

    def chars(self, low: int, high: int) -> tuple[int, int]:
        """Characters covered by the tokens ``low`` to ``high``; an empty place where there is none."""
        if low >= high:
            place = self.tokens[low].start if low < len(self.tokens) else len(self.text)
            return place, place
        return self.tokens[low].start, self.tokens[high - 1].end

    def gap(self, index: int) -> str:
        """What stands between token ``index - 1`` and token ``index``, text ends included."""
        low = self.tokens[index - 1].end if index > 0 else 0
        high = self.tokens[index].start if index < len(self.tokens) else len(self.text)
        return self.text[low:high]


OWN_NAME = "#instrument"
"""Key of the words by which a document calls itself: this Memorandum, 이 협정."""


def tokens(text: str, language: str) -> tuple[Token, ...]:
    """The words of a text, in order, without the labels of items that stand inside it: (a), c), 가).

    What a document calls itself (this Memorandum of Understanding, 이 협력각서는) is one word, the same for
    every kind of instrument: the documents as wholes tell that difference once.
    """
    names = own_names(language)
    own = {m.start(1): m for m in names.finditer(text)} if names else {}
    return tuple(_words(text, language, own))


def _words(text: str, language: str, own: dict[int, re.Match[str]]) -> Iterator[Token]:
    reached = 0
    for found in WORD.finditer(text):
        start, end = found.span()
        if start < reached or _is_label(text, start, end) or _is_gloss(text, start, end, language):
            continue
        if start in own:
            reached = own[start].end()
            key = OWN_NAME + PARTICLES.get(own[start].group(2), own[start].group(2))
            yield Token(text[start:reached], start, reached, key)
        else:
            yield Token(found.group(), start, end, word_key(found.group(), language))


PARTICLES = {"은": "는", "이": "가", "을": "를", "과": "와", "으로": "로"}
"""Korean particles after a final consonant -> the same after a vowel."""


def _is_gloss(text: str, start: int, end: int, language: str) -> bool:
    """Whether a word is the Chinese spelling of the Korean word before it: 협력(協力)."""
    return language == "ko" and text[start - 1 : start] == "(" and bool(HANJA.fullmatch(text, start, end))


def _is_label(text: str, start: int, end: int) -> bool:
    """Whether a word is the label of an item: a letter, a small number or a roman numeral before a
    bracket."""
    if text[end : end + 1] != ")" or not LABEL.fullmatch(text, start, end):
        return False
    before = text[:start].rstrip("(")
    return before == "" or before[-1] in " ;:,.\n\t"


def side(clauses: Sequence[Clause]) -> Side:
    """Clauses of one document, in reading order, as one text."""
    starts, parts, at = [], [], 0
    for clause in clauses:
        starts.append(at)
        parts.append(clause.text)
        at += len(clause.text) + 1
    text = " ".join(parts)
    language = clauses[0].language if clauses else ""
    return Side(text, language, tuple(clauses), tuple(starts), tokens(text, language))
