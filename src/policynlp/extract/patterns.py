"""Phrase tables turned into one compiled alternation: how every table-driven component reads text.

Matching works on characters, not tokens: Korean names carry their particles ("한국연구재단은"), and the
words of a table are then the same kind of thing in both languages. A table entry is a fragment of a regular
expression in which a space stands for whitespace or a hyphen (English) or for optional whitespace (Korean).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from policynlp.extract.anchors import MINIMUM, pairs, required

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
    anchors: tuple[str, ...]
    """A text without any of these cannot hold it; one empty string where that cannot be told."""
    source: str
    """The regular expression with its boundaries."""


class Phrases:
    """Entries of one table, tried in their order at every place where a phrase may start."""

    def __init__(self, entries: Iterable[tuple[str, str]], language: str, *, inside: bool = False) -> None:
        """``entries`` are (key, fragment); ``inside`` lets Korean phrases start within a word."""
        start = "" if inside and language == "ko" else STARTS[language]
        self._entries = tuple(
            Entry(key, tuple(sorted(required(source) or ("",))), start + fragment(source, language))
            for key, source in entries
        )
        anchors = {anchor for entry in self._entries for anchor in entry.anchors}
        self._pairs = frozenset(anchor[:MINIMUM] for anchor in anchors) if all(anchors) else None

    def find(self, text: str) -> Iterator[Hit]:
        """Hits from left to right, not overlapping; of two at one place that of the earlier entry."""
        if self._pairs is not None and self._pairs.isdisjoint(pairs(text)):
            return
        found: list[tuple[int, int, int]] = []
        for order, entry in enumerate(self._entries):
            for anchor in entry.anchors:  # a plain loop: this is where reading spends most of its time
                if anchor in text:
                    matches = compiled(entry.source).finditer(text)
                    found += [(match.start(), order, match.end()) for match in matches]
                    break
        reached = 0
        for start, order, end in sorted(found):
            if start >= reached and end > start:
                reached = end
                yield Hit(self._entries[order].key, start, end)


def by_priority(readers: Iterable["Phrases"], text: str) -> list[Hit]:
    """Hits of several readers, earlier readers first to take their characters; in order of place."""
    kept: list[Hit] = []
    for reader in readers:
        for hit in reader.find(text):
            if not any(hit.start < other.end and other.start < hit.end for other in kept):
                kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def entries(rows: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """A table ``value = [fragments]`` as (value, fragment) pairs in the order of the file."""
    return [(value, source) for value, sources in rows.items() for source in sources]
