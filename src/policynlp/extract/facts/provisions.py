"""Sentences that speak of the instrument itself: where its term, its entry into effect and its end stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policynlp.extract.facts.days import grammar
from policynlp.extract.facts.text import Chars, Text, compiled, part
from policynlp.extract.grammar import Quantity

QUANTITIES = frozenset({"duration", "deadline"})


@dataclass(frozen=True)
class Provision:
    """One sentence about the instrument itself."""

    text: Text
    code: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The sentence."""
        return self.text.all[self.start : self.end]

    def quantities(self, section: str, name: str) -> Iterator[tuple[str, Chars]]:
        """Durations in the place where the expressions have ``{length}``: value and place.

        The group ``length`` marks the place; the grammar must read one duration there.
        """
        for match in compiled(self.code, section, name).finditer(self.words):
            at = match.span(part(match, "length"))
            for quantity in measured(self.words, self.code):
                if quantity.start < at[1] and at[0] < quantity.end:
                    yield quantity.value, (self.start + at[0], self.start + at[1])
                    break

    def phrases(self, section: str, name: str) -> Iterator[Chars]:
        """Places where the expressions match."""
        for match in compiled(self.code, section, name).finditer(self.words):
            yield self.start + match.start(), self.start + match.end()


def provisions(text: Text) -> Iterator[Provision]:
    """Sentences whose subject is the instrument, in either language, and those that go on from them."""
    return (Provision(text, code, *place) for code, place in text.provisions)


@cache
def measured(words: str, code: str) -> tuple[Quantity, ...]:
    """Durations that the grammar reads in a sentence."""
    return tuple(q for q in grammar(code).read(words) if q.type in QUANTITIES and q.value.startswith("P"))
