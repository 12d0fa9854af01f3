"""What the linked clauses of a document tell: which words go together, whether it has lost its figures."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from policynlp.comparison.parity.numbers import gaps
from policynlp.comparison.parity.units import Unit, Worded, expression

STEM = 7
"""Letters of an English word that are compared: its forms share them mostly."""
SHORT = {"en": 3, "ko": 2}
"""Letters up to which a word's end may be its own: yes, 들."""
FEWEST = 3
"""Other clauses with a word and its counterpart from which the document has a usage."""
MUTUAL = 0.5
"""Least share of the counterpart's clauses that have the word, too: else it is merely frequent."""
FIGURE = re.compile("[0-9]")

Both = tuple[Worded, Worded]
"""The words of a link, Korean first."""


def key(unit: Unit) -> str:
    """What forms of one word have in common: the noun without 들, the beginning of an English word."""
    word = unit.text.lower()
    if word.isascii():
        return expression("en", "ending").sub("", word)[:STEM] if len(word) > SHORT["en"] else word
    return expression("ko", "ending").sub("", word) if len(word) > SHORT["ko"] else word


@dataclass(frozen=True)
class Habits:
    """The words of all links of a document; None for a link whose sides are in one language."""

    links: Sequence[Both | None]

    @cached_property
    def lost(self) -> tuple[bool, bool]:
        """Whether a version has lost its figures (제 조, paragraph of): it has more gaps than figures."""
        texts = [[both[side].text for both in self.links if both] for side in (0, 1)]
        korean, english = (
            sum(gaps(text, code) for text in own) > sum(bool(FIGURE.search(text)) for text in own)
            for own, code in zip(texts, ("ko", "en"), strict=True)
        )
        return korean, english

    @cached_property
    def keys(self) -> list[tuple[frozenset[str], frozenset[str]]]:
        nothing: frozenset[str] = frozenset()
        return [(_keys_of(both[0]), _keys_of(both[1])) if both else (nothing, nothing) for both in self.links]

    @cached_property
    def _places(self) -> tuple[Mapping[str, set[int]], Mapping[str, set[int]]]:
        places: tuple[defaultdict[str, set[int]], ...] = defaultdict(set), defaultdict(set)
        for number, keys in enumerate(self.keys):
            for side in (0, 1):
                for word in keys[side]:
                    places[side][word].add(number)
        return places[0], places[1]

    def answered(self, unit: Unit, side: int, link: int, answers: Collection[str]) -> bool:
        """Whether some words (keys) of the other side have one that stands beside a word in other clauses."""
        return any(word in answers and bond >= MUTUAL for word, bond in self._bonds(unit, side, link))

    def _bonds(self, unit: Unit, side: int, link: int) -> Iterator[tuple[str, float]]:
        """The words of the other side in other clauses with a word, each with how much it belongs there."""
        own = self._places[side].get(key(unit), set()) - {link}
        counts = Counter(word for number in own for word in self.keys[number][1 - side])
        for word, count in counts.items():
            if count >= FEWEST:
                yield word, self._bond(word, count, len(own), 1 - side)

    def _bond(self, word: str, together: int, own: int, side: int) -> float:
        """How much more often a word stands beside another than anywhere; 0 for one mostly without it."""
        places = len(self._places[side][word])
        if together < MUTUAL * (places - 1):
            return 0.0
        return together / own - places / len(self.links)


def _keys_of(worded: Worded) -> frozenset[str]:
    return frozenset(key(unit) for unit in worded.units)
