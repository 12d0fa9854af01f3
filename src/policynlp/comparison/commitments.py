"""Commitments of two linked clauses in different languages, matched to each other where that is beyond
doubt."""

from collections.abc import Iterator

from policynlp.comparison.pairs import Chars, Pair
from policynlp.comparison.roles import GENERAL
from policynlp.records import Commitment

SURE = 0.85
"""Confidence from which a commitment may bear a difference that no changed words show."""

SURE_ACTION = 0.75
"""The same for its action alone, which a list item carries in its own words."""


def matched(pair: Pair, *, inherited: bool = False) -> Iterator[tuple[Commitment, Commitment]]:
    """Commitments at the same place of both sides: by order if the sides have equally many, else by their
    action, then (``inherited`` only) by the area of their objects.

    Left out are those read without confidence, reported ones, and, unless ``inherited``, those that take
    their force
    from a lead-in (the lead-in's own pair shows it once).
    """
    least = SURE_ACTION if inherited else SURE
    sides = [
        [
            c
            for c in pair.commitments(k)
            if c.confidence >= least and not c.reported and (inherited or not c.inherited_from)
        ]
        for k in (0, 1)
    ]
    if len(sides[0]) == len(sides[1]):
        yield from zip(*sides, strict=True)
        return
    left, alone = list(sides[1]), []
    for first in sides[0]:
        second = next((c for c in left if c.action == first.action), None)
        if second is not None:
            left.remove(second)
            yield first, second
        else:
            alone.append(first)
    if inherited:
        yield from _on_one_subject(pair, alone, left)


def _on_one_subject(
    pair: Pair, first: list[Commitment], second: list[Commitment]
) -> Iterator[tuple[Commitment, Commitment]]:
    """Commitments whose objects name one specific area: the first of each side that do."""
    left = list(second)
    for one in first:
        areas = _areas(pair, 0, one)
        two = next((c for c in left if areas & _areas(pair, 1, c)), None)
        if two is not None:
            left.remove(two)
            yield one, two


def _areas(pair: Pair, index: int, commitment: Commitment) -> frozenset[str]:
    """The specific areas that the object of a commitment names."""
    span = commitment.spans.get("object")
    return (
        frozenset(
            m.value
            for m in pair.mentions(index, "area")
            if span and m.span.clause == span.clause and span.start <= m.span.start < span.end
        )
        - GENERAL
    )


def evidence(pair: Pair, index: int, commitment: Commitment) -> Chars | None:
    """Where the words stand that show a commitment's force: its marker, else its action; None if
    elsewhere."""
    for name in ("attenuator", "marker", "negation", "action"):
        span = commitment.spans.get(name)
        chars = pair.sides[index].locate(span) if span else None
        if chars:
            return chars
    return None
