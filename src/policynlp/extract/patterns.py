"""Phrase tables turned into one compiled alternation: how every table-driven component reads text.

Matching works on characters, not tokens: Korean names carry their particles ("한국연구재단은"), and the
words of a table are then the same kind of thing in both languages. A table entry is a fragment of a regular
expression in which a space stands for whitespace or a hyphen (English) or for optional whitespace (Korean).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from policynlp.extract.anchors import Anchors, Lookup, required

LATIN = "0-9A-Za-zÀ-ɏ_"
"""Characters that make a Latin word go on; Hangul does not, for particles follow a Latin name directly."""

STARTS = {"en": f"(?<![{LATIN}])", "ko": f"(?<![가-힣{LATIN}])"}
"""What must hold before a phrase of each language."""

SPACES = {"en": r"(?:[\s\u00a0]+|\s*[-‐-–]\s*)", "ko": r"[\s\u00a0]*"}
"""What a space of a table stands for in each language."""

CLASSES = re.compile(r"(\[[^\]]+\])")
"""A character class of a regular expression: a space in it stands for itself."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where an entry of a table was read."""

    key: str
    """What the table says the words stand for."""
    start: int
    """First character."""
    end: int
    """One past the last character."""


def lowered(text: str) -> str:
    """``text`` in lower case, every character at its old place (a few capitals have longer small forms)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def fragment(source: str, language: str) -> str:
    """A table entry as a regular expression: spaces widened, and no match that ends inside a Latin word."""
    source = source.replace(" ?", " ") if language == "ko" else source  # a space is optional there anyway
    widened = "".join(
        part if part.startswith("[") else part.replace(" ", SPACES[language])
        for part in CLASSES.split(source)
    )
    return f"(?:{widened})(?![{LATIN}])" if language == "en" else f"(?:{widened})"


def literal(name: str, language: str) -> str:
    """A name taken letter by letter, as a regular expression with widened spaces."""
    return SPACES[language].join(re.escape(word) for word in name.split())


@cache
def compiled(source: str) -> re.Pattern[str]:
    """An expression, compiled when a text first needs it: a table of a thousand would take seconds."""
    return re.compile(source)


@dataclass(frozen=True, slots=True)
class Entry:
    """One fragment of a table, ready to be looked for."""

    key: str
    """What it stands for."""
    group: int
    """Number of its group."""
    anchors: Anchors
    """A text without any of these cannot hold it; empty where that cannot be told."""
    source: str
    """The regular expression with its boundaries."""


@dataclass(frozen=True, slots=True)
class Group:
    """Fragments of a table of which one is read at a place: the earlier one."""

    key: str
    """What all of them stand for."""
    sources: Sequence[str]
    """The fragments, in their order."""
    language: str
    inside: bool = False
    """Lets Korean phrases start within a word."""

    @property
    def start(self) -> str:
        """What must hold before each."""
        return "" if self.inside and self.language == "ko" else STARTS[self.language]


class Phrases:
    """Groups of entries; one look at a text tells which of all entries can be there."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._entries = tuple(
            Entry(
                group.key,
                number,
                required(source) or frozenset(),
                group.start + fragment(source, group.language),
            )
            for number, group in enumerate(groups)
            for source in group.sources
        )
        self._lookup = Lookup(entry.anchors for entry in self._entries)

    def find(self, text: str) -> Iterator[Hit]:
        """Hits group by group, each from left to right and not overlapping; of two at one place that of the
        earlier entry."""
        found: dict[int, list[tuple[int, int, int]]] = {}
        for number in self._lookup.candidates(text):
            entry = self._entries[number]
            for match in compiled(entry.source).finditer(text):
                found.setdefault(entry.group, []).append((match.start(), number, match.end()))
        for group in sorted(found):
            reached = 0
            for start, number, end in sorted(found[group]):
                if start >= reached and end > start:
                    reached = end
                    yield Hit(self._entries[number].key, start, end)


def by_priority(phrases: Phrases, text: str) -> list[Hit]:
    """Hits of all groups, earlier groups first to take their characters; in order of place."""
    kept: list[Hit] = []
    for hit in phrases.find(text):
        if not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def grouped(rows: Mapping[str, Sequence[str]], language: str, *, inside: bool = False) -> list[Group]:
    """A table ``value = [fragments]`` as one group a value, in the order of the file."""
    return [Group(value, sources, language, inside) for value, sources in rows.items()]
