"""Clauses that the aligner left over, but whose rare words the other document has: linked after all.

An aligner must be sure of a link before it takes a clause from others. Here nobody else wants it: two
left-over clauses that say much the same become a link, and one that a linked clause says too (its document
puts in two paragraphs what the other puts in one) joins that link.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from policynlp.comparison.kinship import Kinship
from policynlp.records import Link

Nearest = Sequence[Mapping[int, Sequence[tuple[int, float]]]]

Measure = Callable[[Kinship, int, int, int, float], float]
"""``(kin, side, index, other, nearness) -> value``; 0 is no option."""

ALIKE = 0.4
"""Likeness of words from which two left-over clauses are linked (read by hand in sister agreements)."""
CLOSE = 0.45
"""Nearness in meaning, 0 to 1, that they must have besides."""
FAIR = 0.36
NEAR = 0.6
"""The same for two that are nearer in meaning."""
OPENING = 0.12
"""Likeness from which the provisions that open two texts are linked."""
HALF = 0.5
"""Nearness in meaning that they must have besides."""
HELD = 0.45
"""Share of a left-over clause's words that a linked clause must have to take it in."""
BOTH = 1.13
"""That share and the nearness in meaning together, at least (read by hand: true ones from 1.13, false ones
to 1.12)."""
GAIN = 0.3
"""Share of its words that the linked clause's partner must lack: else it only says the same once more."""
LEAST = 6
"""Marks that a clause must have to be known again in another."""


@dataclass(frozen=True, slots=True)
class _Option:
    """A left-over clause and a clause of the other side that it may belong to."""

    value: float
    side: int
    index: int
    other: int


def taken_in(links: Sequence[Link], nearest: Nearest, kin: Kinship) -> list[Link]:
    """The links with those of left-over clauses, none of whose clauses is in two links."""
    linked = _twins(list(links), nearest, kin)
    for option in _options(linked, nearest, kin, _held):
        at = _place(linked, 1 - option.side, option.other)
        if at is None or _place(linked, option.side, option.index) is not None:
            continue
        mine = kin.marks[option.side][option.index]
        known = kin.of(option.side, linked[at].a if option.side == 0 else linked[at].b)
        if kin.weight((mine & kin.marks[1 - option.side][option.other]) - known) >= GAIN * kin.weight(mine):
            linked[at] = _with(linked[at], option)
    return linked


def opened(links: Sequence[Link], first: tuple[int, int], nearest: Nearest, kin: Kinship) -> list[Link]:
    """The links with one between the provisions that open the two texts (what they are for), where both are
    left over and have something in common."""
    near = dict(nearest[0].get(first[0], ())).get(first[1], 0.0) if nearest else 0.0
    alike = kin.likeness(kin.marks[0][first[0]], kin.marks[1][first[1]]) >= OPENING
    free = all(_place(links, side, first[side]) is None for side in (0, 1))
    return [*links, Link((first[0],), (first[1],), near)] if free and alike and near >= HALF else [*links]


def _twins(links: list[Link], nearest: Nearest, kin: Kinship) -> list[Link]:
    """The links with those between left-over clauses that are much alike, the likest first."""
    for option in _options(links, nearest, kin, _alike):
        ends = (option.index, option.other) if option.side == 0 else (option.other, option.index)
        if _place(links, 0, ends[0]) is None and _place(links, 1, ends[1]) is None:
            near = dict(nearest[option.side][option.index])[option.other]
            links.append(Link((ends[0],), (ends[1],), near))
    return links


def _options(links: Sequence[Link], nearest: Nearest, kin: Kinship, measure: Measure) -> list[_Option]:
    """Left-over clauses with the clauses near them, by what a measure gives, best first."""
    found = []
    for side in (0, 1):
        taken = {index for link in links for index in (link.a, link.b)[side]}
        for index, near in nearest[side].items() if side < len(nearest) else ():
            if index not in taken:
                found += [
                    _Option(value, side, index, other)
                    for other, close in near
                    if (value := measure(kin, side, index, other, close))
                ]
    return sorted(found, key=lambda o: (-o.value, o.side, o.index, o.other))


def _alike(kin: Kinship, side: int, index: int, other: int, close: float) -> float:
    """How alike two clauses are; 0 if not enough."""
    value = kin.likeness(kin.marks[side][index], kin.marks[1 - side][other])
    sure = (value >= ALIKE and close >= CLOSE) or (value >= FAIR and close >= NEAR)
    return value if sure else 0.0


def _held(kin: Kinship, side: int, index: int, other: int, close: float) -> float:
    """How far a clause is said in another; 0 if not far enough."""
    mine = kin.marks[side][index]
    value = kin.held(mine, kin.marks[1 - side][other])
    return value if len(mine) >= LEAST and value >= HELD and value + close >= BOTH else 0.0


def _place(links: Sequence[Link], side: int, index: int) -> int | None:
    """Number of the link that a clause is in."""
    return next((n for n, link in enumerate(links) if index in (link.a, link.b)[side]), None)


def _with(link: Link, option: _Option) -> Link:
    ends = [link.a, link.b]
    ends[option.side] = tuple(sorted((*ends[option.side], option.index)))
    return replace(link, a=ends[0], b=ends[1])
