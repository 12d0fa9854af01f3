"""Which units of several texts say the same: one table of families, with no text as the base.

Links of two texts each are evidence, not the answer: stitched together they contradict one another (A's third
clause answers B's third, that answers C's fourth, and A's fourth does too). Here all of them are weighed at
once: a link that a third text confirms gains, one that it contradicts loses; then families grow together, the
surest link first, as long as the links within speak for it.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from policynlp.alignment.engine import LEAST_GROUP, align_units
from policynlp.alignment.pair import Floats
from policynlp.records import FamilyGroup, Link, Unit

Member = tuple[int, int]
"""Number of the text, index of the unit."""
Run = tuple[int, ...]

SURE = 0.995
"""Probability that counts at most: one link is no proof against all others."""
CONFIRMED = 1.0
"""Log-odds for each third text that links both ends to the same unit, times how likely it does."""
CONTRADICTED = 1.5
"""Log-odds against a link for each third text that links its ends to different units."""
ROUNDS = 2
"""Times that the links are weighed: a link that the others disbelieve says little against them."""
ABSENT = -1.5
"""Log-odds for a pair of texts in a family without a link between them: about what the recall of links says
(one right link in five to ten is not found)."""
ELSEWHERE = -2.5
"""The same where one of them is linked to another unit of that text, and the others believe it."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between two of the texts."""

    texts: tuple[int, int]
    runs: tuple[Run, Run]
    score: float
    odds: float = 0.0

    @property
    def members(self) -> list[Member]:
        """All units of both ends."""
        return [(text, unit) for text, run in zip(self.texts, self.runs, strict=True) for unit in run]


@dataclass(slots=True)
class Evidence:
    """All links, by what they hold."""

    edges: list[Edge]
    partners: dict[tuple[Member, int], list[tuple[Run, float, float]]] = field(default_factory=dict)
    """For a unit and a text: the run linked to it there, the score and the log-odds."""
    joined: set[tuple[Member, Member]] = field(default_factory=set)
    """Neighbouring units of a text that stand on one side of some link."""


def align_many(texts: Sequence[Sequence[Unit]], windows: Sequence[Floats]) -> list[FamilyGroup]:
    """Families of units over any number of texts; ``windows`` as ``align_units`` takes them, one a text.

    The texts are worked on in an order that depends on what they say alone, so that the order they are given
    in changes nothing.
    """
    order = sorted(range(len(texts)), key=lambda number: [unit.text for unit in texts[number]])
    links = {
        (a, b): align_units(texts[order[a]], texts[order[b]], windows[order[a]], windows[order[b]])
        for a, b in combinations(range(len(order)), 2)
    }
    found = families([len(texts[number]) for number in order], links)
    back = [order.index(number) for number in range(len(order))]
    groups = [FamilyGroup(tuple(group.members[place] for place in back), group.score) for group in found]
    return _by_place(groups)


def families(sizes: Sequence[int], links: Mapping[tuple[int, int], Sequence[Link]]) -> list[FamilyGroup]:
    """Families of units, by their first members; each unit is in one or in none.

    ``sizes``: units of each text; ``links``: the links of each two texts, by their numbers, the lower first.
    With two texts these are the links themselves.
    """
    edges = [
        Edge(texts, (link.a, link.b), link.score) for texts, found in sorted(links.items()) for link in found
    ]
    evidence = weighed(edges, len(sizes))
    owner = {
        (text, unit): frozenset([(text, unit)]) for text, size in enumerate(sizes) for unit in range(size)
    }
    changed = True
    while changed:
        changed = False
        for edge in evidence.edges:
            parts = {owner[member] for member in edge.members}
            if len(parts) > 1 and _may_join(parts, evidence):
                whole = frozenset(member for part in parts for member in part)
                owner |= dict.fromkeys(whole, whole)
                changed = True
    found = {whole for whole in owner.values() if len({text for text, _ in whole}) > 1}
    groups = [_group(whole, len(sizes), evidence) for whole in found]
    return _by_place(groups)


def _by_place(groups: Sequence[FamilyGroup]) -> list[FamilyGroup]:
    """By the place in the first text; those that are not in it after them, by the second, and so on."""
    return sorted(groups, key=lambda group: [run or (math.inf,) for run in group.members])


def weighed(edges: Sequence[Edge], texts: int) -> Evidence:
    """The links with log-odds that count third texts too, surest first."""
    plain = [_with_odds(edge, _logit(edge.score)) for edge in edges]
    told = plain
    for _ in range(ROUNDS):
        before = _indexed(told)
        told = [_with_odds(edge, edge.odds + _third_texts(edge, before, texts)) for edge in plain]
    return _indexed(sorted(told, key=lambda edge: (-edge.odds, edge.texts, edge.runs)))


def _indexed(edges: list[Edge]) -> Evidence:
    out = Evidence(edges)
    partners: defaultdict[tuple[Member, int], list[tuple[Run, float, float]]] = defaultdict(list)
    for edge in edges:
        for one, other in ((0, 1), (1, 0)):
            here = edge.texts[one]
            for unit in edge.runs[one]:
                partners[(here, unit), edge.texts[other]].append((edge.runs[other], edge.score, edge.odds))
            out.joined |= {((here, a), (here, b)) for a, b in combinations(edge.runs[one], 2)}
    out.partners = dict(partners)
    return out


def _with_odds(edge: Edge, odds: float) -> Edge:
    return Edge(edge.texts, edge.runs, edge.score, odds)


def _logit(score: float) -> float:
    """Log-odds over those of the least score that makes a link."""
    likely = min(max(score, 1e-6), SURE)
    return math.log(likely / (1 - likely)) - math.log(LEAST_GROUP / (1 - LEAST_GROUP))


def _likely(odds: float) -> float:
    """The probability that ``_logit`` takes to the odds."""
    return 1 / (1 + (1 - LEAST_GROUP) / LEAST_GROUP * math.exp(-odds))


def _third_texts(edge: Edge, plain: Evidence, texts: int) -> float:
    """What the links of both ends with the other texts say for or against a link."""
    out = 0.0
    for third in range(texts):
        if third in edge.texts:
            continue
        seen = [
            [found for unit in run for found in plain.partners.get(((text, unit), third), ())]
            for text, run in zip(edge.texts, edge.runs, strict=True)
        ]
        if all(seen):
            both = min(max(_likely(odds) for _, _, odds in side) for side in seen)
            meet = {unit for run, _, _ in seen[0] for unit in run} & {
                unit for run, _, _ in seen[1] for unit in run
            }
            out += both * (CONFIRMED if meet else -CONTRADICTED)
    return out


def _may_join(parts: Iterable[frozenset[Member]], evidence: Evidence) -> bool:
    """Whether units may be one family: those of each text are neighbours that some text takes together, and
    the links between the parts speak for it more than missing ones against it."""
    runs = [_runs(part) for part in parts]
    whole = _runs(frozenset(member for part in parts for member in part))
    if not all(_one_group(text, run, whole, evidence) for text, run in whole.items()):
        return False
    gain = 0.0
    for one, two in combinations(runs, 2):
        gain += sum(
            _between((a, one[a]), (b, two[b]), evidence) for a in sorted(one) for b in sorted(two) if a != b
        )
    return gain > -1e-9


def _runs(part: frozenset[Member]) -> dict[int, Run]:
    """The units of each text."""
    out: defaultdict[int, list[int]] = defaultdict(list)
    for text, unit in sorted(part):
        out[text].append(unit)
    return {text: tuple(units) for text, units in out.items()}


def _one_group(text: int, run: Run, whole: Mapping[int, Run], evidence: Evidence) -> bool:
    """Whether units of a text may stand in one place of the table: each two neighbours are on one side of a
    link, or linked to different units of a run that has more than one."""
    for first, second in pairwise(run):
        if second != first + 1:
            return False
        if ((text, first), (text, second)) in evidence.joined:
            continue
        apart = [
            other
            for other, units in whole.items()
            if other != text and len(units) > 1 and _apart((text, first), (text, second), other, evidence)
        ]
        if not apart:
            return False
    return True


def _apart(one: Member, two: Member, other: int, evidence: Evidence) -> bool:
    """Whether both are linked to units of another text, and to different ones."""
    sides = [
        {unit for run, _, _ in evidence.partners.get((m, other), ()) for unit in run} for m in (one, two)
    ]
    return bool(sides[0] and sides[1] and not sides[0] & sides[1])


def _between(one: tuple[int, Run], two: tuple[int, Run], evidence: Evidence) -> float:
    """What the links between two texts' runs say for their being one family, in log-odds."""
    best: float | None = None
    taken = False
    for (here, units), (there, others) in ((one, two), (two, one)):
        for unit in units:
            for run, _, odds in evidence.partners.get(((here, unit), there), ()):
                taken = taken or odds > 0
                if set(run) & set(others):
                    best = odds if best is None else max(best, odds)
    if best is not None:
        return best
    return ELSEWHERE if taken else ABSENT


def _group(whole: frozenset[Member], texts: int, evidence: Evidence) -> FamilyGroup:
    """A family with its score: the mean over its pairs of texts of the likeliest link between them."""
    runs = _runs(whole)
    scores = [_score((a, runs[a]), (b, runs[b]), evidence) for a, b in combinations(sorted(runs), 2)]
    members = tuple(runs.get(text, ()) for text in range(texts))
    return FamilyGroup(members, round(sum(scores) / len(scores), 4))


def _score(one: tuple[int, Run], two: tuple[int, Run], evidence: Evidence) -> float:
    found = [
        score
        for unit in one[1]
        for run, score, _ in evidence.partners.get(((one[0], unit), two[0]), ())
        if set(run) & set(two[1])
    ]
    return max(found, default=0.0)
