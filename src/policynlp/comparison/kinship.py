"""How much two clauses say in common, words that few clauses have counting more than those that many have.

English words are taken by their stems; Korean ones, which are written together freely, by pairs of syllables.
What every clause of an agreement says (the Parties, 이 협정에 따라) weighs next to nothing.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from policynlp.comparison.lexicon import Lexicon, bare, lexicon
from policynlp.comparison.noise import stem
from policynlp.comparison.pairs import Reading
from policynlp.comparison.texts import OWN_NAME, tokens
from policynlp.records import Clause

Marks = frozenset[str]
"""What a clause is compared by."""


def marks(clause: Clause) -> Marks:
    """The stems or pairs of syllables of a clause's words of content; none where no table knows the
    language."""
    return _marks_of(clause.text, clause.language)


@lru_cache(maxsize=8192)
def _marks_of(text: str, language: str) -> Marks:
    lex = lexicon(language)
    if lex is None:
        return frozenset()
    found: set[str] = set()
    for token in tokens(text, language):
        word = bare(token.key, lex)
        if not token.key.startswith(OWN_NAME) and word not in lex.function and token.key not in lex.function:
            found.update(_marks(word, lex))
    return frozenset(found)


def _marks(word: str, lex: Lexicon) -> Iterable[str]:
    if lex.language == "ko" and "가" <= word[:1] <= "힣":
        return (word[i : i + 2] for i in range(len(word) - 1))
    return (stem(word, lex),)


@dataclass(frozen=True, slots=True)
class Kinship:
    """The marks of the clauses of two documents, and what each mark weighs."""

    marks: tuple[tuple[Marks, ...], tuple[Marks, ...]]
    """For each side, those of each clause."""
    weights: Mapping[str, float]
    """Logarithm of the number of clauses over the number that have the mark."""

    def weight(self, found: Marks) -> float:
        """What marks weigh together."""
        return math.fsum(self.weights[mark] for mark in found)

    def known(self, found: Marks) -> Marks:
        """Those marks that clauses of the two documents have; a part of one may part its words elsewhere."""
        return found & self.weights.keys()

    def of(self, side: int, indexes: Iterable[int]) -> Marks:
        """The marks of several clauses of a side."""
        return frozenset().union(*(self.marks[side][i] for i in indexes))

    def likeness(self, first: Marks, second: Marks) -> float:
        """0 to 1: weight in common over the geometric mean of both."""
        whole = math.sqrt(self.weight(first) * self.weight(second))
        return self.weight(first & second) / whole if whole else 0.0

    def held(self, inner: Marks, outer: Marks) -> float:
        """0 to 1: share of the weight of ``inner`` that ``outer`` has too."""
        whole = self.weight(inner)
        return self.weight(inner & outer) / whole if whole else 0.0


def kinship(readings: tuple[Reading, Reading]) -> Kinship:
    """What the clauses of two documents have in common."""
    first, second = (tuple(marks(clause) for clause in reading.analysis.clauses) for reading in readings)
    counts = Counter(mark for found in (*first, *second) for mark in found)
    total = len(first) + len(second)
    return Kinship((first, second), {mark: math.log(total / n) for mark, n in counts.items()})
