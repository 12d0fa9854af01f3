"""A link made ready for the kinds: both sides, their changed words, and what was read on each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from policynlp.comparison.roles import Role, parties, roles
from policynlp.comparison.texts import Side, side
from policynlp.comparison.topics import topics, treated
from policynlp.comparison.worddiff import Change, Range, changed, gaps, image
from policynlp.records import Analysis, Clause, Commitment, Link, Mention, MentionKind, Span

Chars = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """One document with its clauses, commitments and mentions by clause id."""

    analysis: Analysis
    clauses: Mapping[str, Clause]
    commitments: Mapping[str, Sequence[Commitment]]
    mentions: Mapping[str, Sequence[Mention]]

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """The part that each clause plays in the document, by id."""
        return roles(self.analysis)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """Every area and place that the document names."""
        return frozenset(m.value for m in self.analysis.mentions if m.kind in ("area", "place"))

    @cached_property
    def topics(self) -> frozenset[str]:
        """The closing and running provisions that any clause makes."""
        return frozenset().union(*(topics(c.text, c.language) for c in self.analysis.clauses))

    @cached_property
    def treated(self) -> frozenset[str]:
        """The usual subjects of provisions that any clause touches."""
        return frozenset().union(*(treated(c.text, c.language) for c in self.analysis.clauses))

    @cached_property
    def parties(self) -> frozenset[str]:
        """Canonical countries that conclude the document."""
        return parties(self.analysis)


@dataclass(frozen=True, slots=True)
class Layout:
    """Paragraphs of two documents that correspond one to several, through one link or more."""

    counts: tuple[int, int]
    """Number of paragraphs on each side; one of them is 1."""
    clauses: tuple[tuple[str, ...], tuple[str, ...]]
    """Ids of their linked clauses."""


@dataclass(frozen=True)
class Pair:
    """Linked clauses of two documents."""

    sides: tuple[Side, Side]
    readings: tuple[Reading, Reading]
    moved: bool = False
    layout: "Layout | None" = None
    """Set on the first link of paragraphs that correspond one to several."""
    apart: bool = False
    """Whether the documents were drafted apart, so that place and turns of phrase tell nothing."""

    @property
    def same_language(self) -> bool:
        """True where words can be compared as words."""
        return self.sides[0].language == self.sides[1].language

    @property
    def language(self) -> str:
        """The language of both, or of the first."""
        return self.sides[0].language

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Changed stretches; none across languages."""
        return changed(self.gaps, *self.sides)

    @cached_property
    def gaps(self) -> tuple[Change, ...]:
        """All stretches that do not match word for word, those that only join or part words included."""
        return gaps(*self.sides) if self.same_language else ()

    def commitments(self, index: int) -> list[Commitment]:
        """Commitments of a side, in reading order."""
        known = self.readings[index].commitments
        return [c for clause in self.sides[index].clauses for c in known.get(clause.id, ())]

    def mentions(self, index: int, kind: MentionKind) -> list[Mention]:
        """Mentions of one kind on a side, in reading order."""
        known = self.readings[index].mentions
        return [m for clause in self.sides[index].clauses for m in known.get(clause.id, ()) if m.kind == kind]

    def touched(self, index: int, chars: Chars, *, border: bool = True) -> frozenset[int]:
        """Numbers of the changes that lie in (or, with ``border``, right beside) these characters of a
        side."""
        low, high = self.sides[index].token_range(*chars)
        found = set()
        for number, change in enumerate(self.changes):
            start, end = change.ranges[index]
            if (start < high and end > low) or (
                start == end and (low < start < high or (border and low <= start <= high))
            ):
                found.add(number)
        return frozenset(found)

    def image(self, index: int, chars: Chars) -> Range:
        """Tokens of the other side where these characters of side ``index`` stand."""
        return image(self.sides[index].token_range(*chars), self.gaps, index)

    def spans(self, index: int, chars: Chars | None) -> tuple[Span, ...]:
        """Characters of a side as spans of its clauses."""
        return self.sides[index].spans(*chars) if chars else ()

    def change_chars(self, index: int, change: Change) -> Chars:
        """Characters of a change on one side."""
        return self.sides[index].chars(*change.ranges[index])


def reading(analysis: Analysis) -> Reading:
    """An analysis with its parts grouped by clause."""
    commitments: dict[str, list[Commitment]] = {}
    mentions: dict[str, list[Mention]] = {}
    for commitment in analysis.commitments:
        commitments.setdefault(commitment.clause, []).append(commitment)
    for mention in analysis.mentions:
        mentions.setdefault(mention.span.clause, []).append(mention)
    return Reading(analysis, {clause.id: clause for clause in analysis.clauses}, commitments, mentions)


def pair(
    link: Link, readings: tuple[Reading, Reading], layout: Layout | None = None, *, apart: bool = False
) -> Pair:
    """The clauses of an index-level link, joined on each side."""
    first, second = readings
    sides = (
        side([first.analysis.clauses[i] for i in link.a]),
        side([second.analysis.clauses[i] for i in link.b]),
    )
    return Pair(sides, readings, link.moved, layout, apart)
