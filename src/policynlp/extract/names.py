"""Finds names of a long list in a text: a substring test for each, and an expression only for those
that are there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from policynlp.extract.anchors import MINIMUM, pairs
from policynlp.extract.patterns import LATIN, Hit, compiled, literal

BLANKS = re.compile(r"[\s\u00a0-]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a text may write it."""

    key: str
    """What it stands for."""
    squeezed: str
    """Small letters without blanks and hyphens."""
    source: str
    """The regular expression that finds it with its boundaries."""


def squeeze(text: str) -> str:
    """Small letters without the blanks and hyphens that texts vary."""
    return BLANKS.sub("", text).casefold()


def english(name: str, *, exact: bool) -> str:
    """An expression for an English name: its own capitals or capitals throughout; any capitals if not
    ``exact``."""
    own, capitals = literal(name, "en"), literal(name.upper(), "en")
    if not exact:
        return f"(?<![{LATIN}])(?i:{own})(?![{LATIN}])"
    either = own if own == capitals else f"(?:{own}|{capitals})"
    return f"(?<![{LATIN}]){either}(?![{LATIN}])"


class Names:
    """A list of names, the longest tried first."""

    def __init__(self, expressions: Iterable[tuple[str, str, str]]) -> None:
        """``expressions`` are (name, key, regular expression)."""
        rows = sorted(expressions, key=lambda row: (-len(row[0]), row[0]))
        self._by_pair: dict[str, list[tuple[int, Name]]] = {}
        for rank, (name, key, source) in enumerate(rows):
            known = Name(key, squeeze(name), source)
            self._by_pair.setdefault(known.squeezed[:MINIMUM], []).append((rank, known))
        self._pairs = frozenset(self._by_pair)

    def find(self, text: str) -> list[Hit]:
        """Hits in order of place; where names overlap, the longest."""
        squeezed = squeeze(text)
        kept: list[Hit] = []
        there = self._pairs & (pairs(squeezed) | set(squeezed))
        for _, name in sorted((row for pair in there for row in self._by_pair[pair]), key=itemgetter(0)):
            if name.squeezed in squeezed:
                for match in compiled(name.source).finditer(text):
                    start, end = match.span()
                    if not any(start < hit.end and hit.start < end for hit in kept):
                        kept.append(Hit(name.key, start, end))
        return sorted(kept, key=lambda hit: hit.start)
