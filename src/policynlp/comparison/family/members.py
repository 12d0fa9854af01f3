"""A family of documents made ready: what was read in each, what to call them, which clauses go together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations

from policynlp.comparison.drafting import drafted_apart
from policynlp.comparison.kinship import Kinship, kinship
from policynlp.comparison.pairs import Pair, Reading
from policynlp.comparison.roles import ENACTING, FACTORS, FORMAL, Role
from policynlp.comparison.shared import whole_word
from policynlp.comparison.texts import Side, side
from policynlp.records import Bilingual, Clause, FamilyGroup, Link, Mention

Nearest = Callable[[int, int], Mapping[int, Sequence[tuple[int, float]]]]
"""For two documents: clause index of the first -> nearest clause indexes of the second with scores."""


@dataclass(frozen=True)
class Family:
    """Documents in an order of their own (by date), and their groups in one order."""

    readings: tuple[Reading, ...]
    called: tuple[Bilingual, ...]
    groups: tuple[FamilyGroup, ...]
    nearest: Nearest

    def clause(self, document: int, index: int) -> Clause:
        """A clause by its document and place."""
        return self.readings[document].analysis.clauses[index]

    def sides(self, group: FamilyGroup) -> dict[int, Side]:
        """The clauses of a group, joined, by document."""
        return {
            number: side([self.clause(number, i) for i in run])
            for number, run in enumerate(group.members)
            if run
        }

    @cached_property
    def owners(self) -> Mapping[tuple[int, int], FamilyGroup]:
        """The group of each clause (document, index) that is in one."""
        return {(d, i): group for group in self.groups for d, run in enumerate(group.members) for i in run}

    def areas(self, document: int, index: int) -> list[Mention]:
        """The mentions of areas in a clause, none of them inside another word."""
        clause = self.clause(document, index)
        return [
            mention
            for mention in self.readings[document].mentions.get(clause.id, ())
            if mention.kind == "area" and whole_word(clause.text, mention.span)
        ]

    def kin(self, document: int, other: int) -> Kinship:
        """What the clauses of two documents have in common, those of ``document`` on side 0."""
        return self._kin(document, other)

    @cached_property
    def _kin(self) -> Callable[[int, int], Kinship]:
        return cache(lambda one, other: kinship((self.readings[one], self.readings[other])))

    def apart(self, document: int, other: int) -> bool:
        """Whether two documents were drafted apart, so that place and turns of phrase tell nothing."""
        return self._apart[min(document, other), max(document, other)]

    @cached_property
    def _apart(self) -> Mapping[tuple[int, int], bool]:
        return {
            (a, b): drafted_apart(
                (self.readings[a], self.readings[b]),
                [
                    Link(g.members[a], g.members[b], g.score)
                    for g in self.groups
                    if g.members[a] and g.members[b]
                ],
            )
            for a, b in combinations(range(len(self.readings)), 2)
        }

    def compared(self, one: tuple[int, Side], other: tuple[int, Side]) -> Pair:
        """Two documents, given with their clauses, made ready for the kinds."""
        readings = self.readings[one[0]], self.readings[other[0]]
        return Pair((one[1], other[1]), readings, apart=self.apart(one[0], other[0]))

    def alone(self, document: int) -> list[int]:
        """Indexes of the clauses of a document that are in no group."""
        count = len(self.readings[document].analysis.clauses)
        return [index for index in range(count) if (document, index) not in self.owners]

    def role(self, document: int, index: int) -> Role:
        """The part that a clause plays in its document."""
        return self.readings[document].roles[self.clause(document, index).id]

    def share(self, group: FamilyGroup) -> float:
        """Share of its weight that a difference keeps for the part the group plays."""
        return min(FACTORS[role] for role in self._roles(group))

    def formal(self, group: FamilyGroup) -> bool:
        """Whether a group names parties, signs, or enacts (have agreed as follows) without a commitment."""
        firsts = [(d, run[0]) for d, run in enumerate(group.members) if run]
        enacts = all(ENACTING.search(self.clause(*first).text) for first in firsts)
        committed = any(self.readings[d].commitments.get(self.clause(d, i).id) for d, i in firsts)
        return bool(FORMAL & set(self._roles(group))) or (enacts and not committed)

    def _roles(self, group: FamilyGroup) -> list[Role]:
        return [self.role(d, run[0]) for d, run in enumerate(group.members) if run]

    def depth(self, group: FamilyGroup) -> float:
        """How far into the documents a group stands, 0 to 1: the mean over those that have it."""
        found = [
            run[0] / len(reading.analysis.clauses)
            for run, reading in zip(group.members, self.readings, strict=True)
            if run
        ]
        return sum(found) / len(found)
