"""A second look at links with what was read in the clauses: a link of strangers falls, two left-over
sisters join.

An aligner must weigh every clause against every other; here only two questions are asked, of links between
single clauses in one language. Do the two concern areas of cooperation that have nothing in common, in
words that
have next to nothing in common? Then they only stand at the same place of a list. Do two clauses that found no
partner have the same specific area at their head, which no other clause of their documents has? Then they
are linked.
"""

from collections.abc import Iterator, Mapping, Sequence

from policynlp.comparison.drafting import drafted_apart
from policynlp.comparison.echoes import content
from policynlp.comparison.kinship import Kinship, kinship
from policynlp.comparison.leftovers import opened, taken_in
from policynlp.comparison.lexicon import lexicon
from policynlp.comparison.pairs import Reading
from policynlp.comparison.roles import FORMAL, GENERAL
from policynlp.comparison.topics import subjects as subjects_in
from policynlp.records import Clause, Link

STRANGERS = 0.25
"""Share of content words that two clauses of different areas must have in common to stay linked (of those
of both)."""
UNMEASURED = 0.3
"""Score of a link that no similarity was measured for: below what an aligner would accept."""
DOUBTFUL = 0.8
"""Score below which a link across languages falls if its clauses share no area."""
UNLIKE = 0.12
"""Likeness of words below which a link within one language falls (read by hand in sister agreements)."""
DOUBTED = 0.2
"""The same for a link of which the aligner itself was in doubt."""
MEASURED = 6
"""Clauses below which a text is too short to tell rare words from common ones."""
ONE_AREA = 0.75
"""Share of those limits that holds for clauses on one area of cooperation."""
DOUBTFUL_ALIKE = 0.7
"""Score below which it was."""
Nearest = Sequence[Mapping[int, Sequence[tuple[int, float]]]]


def reviewed(readings: tuple[Reading, Reading], links: Sequence[Link], nearest: Nearest) -> list[Link]:
    """The links without those between strangers, with those between left-over sisters, in order."""
    kin = kinship(readings)
    kept = [link for link in links if not _strangers(readings, link) and not _unlike(readings, link, kin)]
    joined = [*kept, *_sisters(readings, kept, nearest)]
    if len({clause.language for reading in readings for clause in reading.analysis.clauses}) == 1:
        joined = taken_in(joined, nearest, kin)
        if drafted_apart(readings, joined):
            joined += _on_one_subject(readings, joined, nearest)
        first = [_first(reading) for reading in readings]
        if first[0] is not None and first[1] is not None:
            joined = opened(joined, (first[0], first[1]), nearest, kin)
    return sorted(joined, key=lambda link: (link.a, link.b))


def _first(reading: Reading) -> int | None:
    """Index of the first clause of substance, if it is a whole provision."""
    clauses = reading.analysis.clauses
    found = next((i for i, c in enumerate(clauses) if reading.roles[c.id] == "substance"), None)
    return found if found is not None and clauses[found].kind == "paragraph" else None


def _unlike(readings: tuple[Reading, Reading], link: Link, kin: Kinship) -> bool:
    """Whether two clauses of one language have next to no rare word in common, and no formal part."""
    if len(link.a) != 1 or len(link.b) != 1 or min(len(side) for side in kin.marks) < MEASURED:
        return False
    first, second = readings[0].analysis.clauses[link.a[0]], readings[1].analysis.clauses[link.b[0]]
    marks = kin.of(0, link.a), kin.of(1, link.b)
    if first.language != second.language or not marks[0] or not marks[1]:
        return False
    if {readings[0].roles[first.id], readings[1].roles[second.id]} <= FORMAL:
        return False
    least = DOUBTED if link.score < DOUBTFUL_ALIKE else UNLIKE
    one_form = (first.kind == "item") == (second.kind == "item")
    if one_form and set(subjects(readings[0], first)) & set(subjects(readings[1], second)):
        least *= ONE_AREA
    return kin.likeness(*marks) < least


def _strangers(readings: tuple[Reading, Reading], link: Link) -> bool:
    if len(link.a) != 1 or len(link.b) != 1:
        return False
    first, second = readings[0].analysis.clauses[link.a[0]], readings[1].analysis.clauses[link.b[0]]
    areas = subjects(readings[0], first), subjects(readings[1], second)
    if not areas[0] or not areas[1]:
        return False
    if first.language != second.language:
        return link.score < DOUBTFUL and not set(areas[0]) & set(areas[1])
    apart = not set(areas[0]) & set(areas[1]) or (link.moved and areas[0][0] != areas[1][0])
    return apart and overlap(first, second) < STRANGERS


def subjects(reading: Reading, clause: Clause) -> list[str]:
    """The specific areas of a clause, that of its head in front: named first in English, last in Korean."""
    areas = (m for m in reading.mentions.get(clause.id, ()) if m.kind == "area")
    found = sorted(areas, key=lambda m: m.span.start, reverse=clause.language == "ko")
    return list(dict.fromkeys(m.value for m in found if m.value not in GENERAL))


def overlap(first: Clause, second: Clause) -> float:
    """Share of the content words of two clauses that both have; 1 where no table knows the language."""
    lex = lexicon(first.language)
    if lex is None:
        return 1.0
    mine, other = content(first, lex), content(second, lex)
    return len(mine & other) / len(mine | other) if mine | other else 1.0


def _sisters(readings: tuple[Reading, Reading], links: Sequence[Link], nearest: Nearest) -> Iterator[Link]:
    """Links between unmatched clauses that alone in their documents have an area at their head."""
    taken = {i for link in links for i in link.a}, {i for link in links for i in link.b}
    heads = [_heads(reading) for reading in readings]
    for area in sorted(heads[0].keys() & heads[1].keys()):
        first, second = heads[0][area], heads[1][area]
        if len(first) == len(second) == 1 and first[0] not in taken[0] and second[0] not in taken[1]:
            near = dict(nearest[0].get(first[0], ())) if nearest else {}
            yield Link((first[0],), (second[0],), near.get(second[0], UNMEASURED))


def _on_one_subject(
    readings: tuple[Reading, Reading], links: Sequence[Link], nearest: Nearest
) -> Iterator[Link]:
    """Links between left-over clauses of texts drafted apart that alone treat of a usual subject."""
    taken = {i for link in links for i in link.a}, {i for link in links for i in link.b}
    held = [_treated(reading, taken[k]) for k, reading in enumerate(readings)]
    for subject in sorted(held[0].keys() & held[1].keys()):
        first, second = held[0][subject], held[1][subject]
        if len(first) == len(second) == 1 and first[0] not in taken[0] and second[0] not in taken[1]:
            near = dict(nearest[0].get(first[0], ())) if nearest else {}
            taken[0].add(first[0])
            taken[1].add(second[0])
            yield Link((first[0],), (second[0],), near.get(second[0], UNMEASURED))


def _treated(reading: Reading, taken: set[int]) -> dict[str, list[int]]:
    """For each usual subject, the left-over clauses that treat of it alone."""
    found: dict[str, list[int]] = {}
    for number, clause in enumerate(reading.analysis.clauses):
        treated = subjects_in(clause.text, clause.language)
        if number not in taken and len(treated) == 1 and clause.kind != "lead_in":
            found.setdefault(min(treated), []).append(number)
    return found


def _heads(reading: Reading) -> dict[str, list[int]]:
    """For each specific area, the clauses of substance that have it at their head."""
    found: dict[str, list[int]] = {}
    for number, clause in enumerate(reading.analysis.clauses):
        areas = subjects(reading, clause)
        if areas and clause.kind != "lead_in" and reading.roles[clause.id] == "substance":
            found.setdefault(areas[0], []).append(number)
    return found
