"""What a kind reports, and how it becomes a Difference with a sentence in each language."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from policynlp.comparison.kinship import Kinship
from policynlp.comparison.pairs import Pair, Reading
from policynlp.comparison.phrasing import render
from policynlp.records import Bilingual, Clause, Passage, Span

Direction = Literal["first", "second"] | None
Spans = tuple[tuple[Span, ...], tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference as a kind sees it, before it has an id and a rank."""

    message: str
    """Name of one of the kind's messages."""
    spans: Spans
    """Evidence on each side."""
    values: tuple[str, str]
    """What each side says."""
    fields: Mapping[str, str | Bilingual] = field(default_factory=dict)
    """What the message's template takes, besides the documents' names."""
    direction: Direction = None
    """Which side is firmer, wider or more precise."""
    explains: frozenset[int] = frozenset()
    """Numbers of the pair's changes that this difference accounts for."""
    material: bool = True
    """False for what the noise rules discount."""
    factor: float = 1.0
    """How much this finding weighs against others of its kind (0 to 1)."""
    clauses: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    """Clause ids, where they are not those of the link."""
    searched: tuple[Passage, ...] = ()
    """For what one side lacks: the nearest passages looked at."""
    keys: tuple[str, str] = ("", "")
    """What each side says in a form that findings of other pairs can be compared by; empty where only its
    words can."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Two documents and which of their clauses found a counterpart."""

    readings: tuple[Reading, Reading]
    matched: tuple[frozenset[int], frozenset[int]]
    """Indexes of the clauses that are in a link, for each side."""
    nearest: Sequence[Mapping[int, Sequence[tuple[int, float]]]] = ()
    """For each side: clause index -> nearest clause indexes of the other side with scores, nearest first."""

    echoed: tuple[Mapping[int, Clause], Mapping[int, Clause]] = ({}, {})
    """Indexes of unmatched clauses whose subject a linked clause names -> that clause, of either side."""

    kin: Kinship | None = None
    """What the clauses have in common in words; set for documents that were drafted apart."""

    def unmatched(self, index: int) -> list[int]:
        """Indexes of the clauses of a side that are in no link, in reading order."""
        return [i for i in range(len(self.readings[index].analysis.clauses)) if i not in self.matched[index]]

    def whole_clause(self, clause: Clause) -> tuple[Span, ...]:
        """All of a clause as evidence."""
        return (Span(clause.id, 0, len(clause.text)),)


Within = Callable[[Pair, frozenset[int]], Iterator[Finding]]
"""Differences inside one link, given the numbers of the changes that earlier kinds have explained."""
OfWhole = Callable[[Whole], Iterator[Finding]]
"""Differences that lie in no link."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of difference: one module in ``comparison/kinds/`` holds one as ``KIND``."""

    code: str
    """Its name in the comparison format."""
    weight: float
    """0 to 1: how much a reader cares before anything else is known (docs/differences.md)."""
    messages: Mapping[str, Bilingual]
    """Sentence templates by name; ``{a}`` and ``{b}`` are the documents' names."""
    within: Within | None = None
    """Finds differences inside a link; None for kinds of whole documents."""
    whole: OfWhole | None = None
    """Finds differences outside links."""

    def summary(self, finding: Finding, names: tuple[Bilingual, Bilingual]) -> Bilingual:
        """The finding in a sentence of each language."""
        template = self.messages[finding.message]
        fields = {**finding.fields, "a": names[0], "b": names[1]}
        return {code: render(template[code], code, fields) for code in template}


def both(en: str, ko: str) -> Bilingual:
    """A message in both languages."""
    return {"en": en, "ko": ko}
