"""Finds names of a long list in a text: a substring test for each, and an expression only for those
that are there."""

import re
from collections.abc import Iterable

from policynlp.extract.anchors import Lookup
from policynlp.extract.patterns import LATIN, Hit, compiled, literal

BLANKS = re.compile(r"[\s\u00a0-]+")


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
        self._names = [(key, source) for _, key, source in rows]
        self._lookup = Lookup([squeeze(name)] for name, _, _ in rows)

    def find(self, text: str) -> list[Hit]:
        """Hits in order of place; where names overlap, the longest."""
        kept: list[Hit] = []
        for number in self._lookup.candidates(squeeze(text)):
            key, source = self._names[number]
            for match in compiled(source).finditer(text):
                start, end = match.span()
                if not any(start < hit.end and hit.start < end for hit in kept):
                    kept.append(Hit(key, start, end))
        return sorted(kept, key=lambda hit: hit.start)
