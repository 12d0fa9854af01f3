"""A second look at links with what was read in the clauses: a link of strangers falls, two left-over sisters join.

An aligner must weigh every clause against every other; here only two questions are asked, of links between
single clauses in one language. Do the two concern areas of cooperation that have nothing in common, in words that
have next to nothing in common? Then they only stand at the same place of a list. Do two clauses that found no
partner begin with the same specific area? Then each is the other's nearest passage and they are linked.
"""

from collections.abc import Iterator, Mapping, Sequence

from policynlp.comparison.echoes import content
from policynlp.comparison.lexicon import lexicon
from policynlp.comparison.pairs import Reading
from policynlp.comparison.roles import GENERAL
from policynlp.records import Clause, Link

STRANGERS = 0.25
"""Share of content words that two clauses of different areas must have in common to stay linked (of those of both)."""
Nearest = Sequence[Mapping[int, Sequence[tuple[int, float]]]]


def reviewed(readings: tuple[Reading, Reading], links: Sequence[Link], nearest: Nearest) -> list[Link]:
    """The links without those between strangers, with those between left-over sisters, in order."""
    kept = [link for link in links if not _strangers(readings, link)]
    return sorted([*kept, *_sisters(readings, kept, nearest)], key=lambda link: (link.a, link.b))


def _strangers(readings: tuple[Reading, Reading], link: Link) -> bool:
    if len(link.a) != 1 or len(link.b) != 1:
        return False
    first, second = readings[0].analysis.clauses[link.a[0]], readings[1].analysis.clauses[link.b[0]]
    areas = subjects(readings[0], first), subjects(readings[1], second)
    if first.language != second.language or not areas[0] or not areas[1]:
        return False
    apart = not set(areas[0]) & set(areas[1]) or (link.moved and areas[0][0] != areas[1][0])
    return apart and overlap(first, second) < STRANGERS


def subjects(reading: Reading, clause: Clause) -> list[str]:
    """The specific areas of a clause, the one named first in front."""
    found = sorted((m for m in reading.mentions.get(clause.id, ()) if m.kind == "area"), key=lambda m: m.span.start)
    return list(dict.fromkeys(m.value for m in found if m.value not in GENERAL))


def overlap(first: Clause, second: Clause) -> float:
    """Share of the content words of two clauses that both have; 1 where no table knows the language."""
    lex = lexicon(first.language)
    if lex is None:
        return 1.0
    mine, other = content(first, lex), content(second, lex)
    return len(mine & other) / len(mine | other) if mine | other else 1.0


def _sisters(readings: tuple[Reading, Reading], links: Sequence[Link], nearest: Nearest) -> Iterator[Link]:
    """Links between unmatched clauses that begin with the same area and are near each other."""
    taken = {i for link in links for i in link.a}, {i for link in links for i in link.b}
    for index in sorted(nearest[0]) if nearest else ():
        if index in taken[0]:
            continue
        mine = subjects(readings[0], readings[0].analysis.clauses[index])
        for other, score in nearest[0][index]:
            theirs = subjects(readings[1], readings[1].analysis.clauses[other])
            if other not in taken[1] and mine and theirs and mine[0] == theirs[0] and _alone(readings, mine[0], index, other):
                taken[0].add(index)
                taken[1].add(other)
                yield Link((index,), (other,), score)
                break


def _alone(readings: tuple[Reading, Reading], area: str, index: int, other: int) -> bool:
    """Whether no other clause of either document begins with the area: only then is the partner beyond doubt."""
    for reading, place in zip(readings, (index, other), strict=True):
        for number, clause in enumerate(reading.analysis.clauses):
            if number != place and subjects(reading, clause)[:1] == [area]:
                return False
    return True
