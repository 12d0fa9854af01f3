"""The comparison of three and more documents: groups of clauses, and who stands where in each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, TypeVar

from policynlp.comparison.family.members import Family, Nearest
from policynlp.comparison.family.naming import names
from policynlp.comparison.family.order import consensus
from policynlp.comparison.family.points import Point, Said, points
from policynlp.comparison.family.review import reviewed
from policynlp.comparison.family.silence import echoes, silences
from policynlp.comparison.family.telling import told
from policynlp.comparison.family.wholes import common, documents_differ
from policynlp.comparison.instruments import signed
from policynlp.comparison.pairs import Pair, reading
from policynlp.comparison.relation import relation
from policynlp.comparison.texts import Side, side
from policynlp.comparison.weight import IMMATERIAL, Placed, ranked
from policynlp.records import (
    Analysis,
    ClauseLink,
    Comparison,
    Difference,
    FamilyGroup,
    Relation,
)

Item = TypeVar("Item")


def compare_family(
    analyses: Sequence[Analysis],
    groups: Sequence[FamilyGroup],
    *,
    nearest: Nearest,
    generator: Mapping[str, Any] | None = None,
) -> Comparison:
    """What three or more documents share, and how they differ.

    ``groups`` hold indexes into ``analyses[k].clauses``. Everything is worked out in an order of the
    documents that they decide alone, by date, then put into the order given: another order of the arguments
    permutes the columns and changes nothing else.
    """
    order = sorted(range(len(analyses)), key=lambda n: _when(analyses[n]))
    back = [order.index(number) for number in range(len(order))]
    family = _family([analyses[n] for n in order], groups, order, nearest)
    links = tuple(_link(family, number, group) for number, group in enumerate(family.groups, 1))
    placed = [
        p for link, group in zip(links, family.groups, strict=True) for p in _within(family, link, group)
    ]
    found = ranked([*placed, *silences(family)])
    turn = _Turn(tuple(order), tuple(back))
    return Comparison(
        documents=tuple(analyses),
        links=tuple(replace(link, clauses=turn.columns(link.clauses)) for link in links),
        differences=tuple(map(turn.difference, found)),
        documents_differ=tuple(map(turn.difference, documents_differ(family))),
        common=tuple(map(turn.difference, common(family))),
        generator=dict(generator or {}),
        names=turn.columns(family.called),
    )


def _when(analysis: Analysis) -> tuple[str, str, tuple[str, ...]]:
    """What orders documents: the day they were signed, then their id, then their text."""
    return signed(reading(analysis))[0], analysis.document.id, tuple(c.text for c in analysis.clauses)


def _family(
    analyses: Sequence[Analysis], groups: Sequence[FamilyGroup], order: Sequence[int], nearest: Nearest
) -> Family:
    readings = tuple(reading(analysis) for analysis in analyses)
    turned = [FamilyGroup(tuple(group.members[n] for n in order), group.score) for group in groups]
    sizes = [len(analysis.clauses) for analysis in analyses]
    made = Family(readings, names(readings), tuple(turned), lambda a, b: nearest(order[a], order[b]))
    found = sorted(reviewed(made), key=attrgetter("members"))
    return replace(made, groups=tuple(consensus(found, sizes)))


@dataclass(frozen=True, slots=True)
class _Turn:
    """From the order that the work is done in to the order of the arguments."""

    order: tuple[int, ...]
    back: tuple[int, ...]

    def columns(self, values: Sequence[Item]) -> tuple[Item, ...]:
        """One value a document, in the order of the arguments."""
        return tuple(values[at] for at in self.back) if values else ()

    def difference(self, found: Difference) -> Difference:
        """A difference with its columns in the order of the arguments."""
        searched = (replace(p, document=self.order[p.document or 0]) for p in found.searched)
        return replace(
            found,
            clauses=self.columns(found.clauses),
            spans=self.columns(found.spans),
            values=self.columns(found.values),
            stands=self.columns(found.stands),
            leads=tuple(sorted(self.order[n] for n in found.leads)),
            searched=tuple(sorted(searched, key=lambda p: (-p.score, p.document or 0, p.clause))),
        )


def _link(family: Family, number: int, group: FamilyGroup) -> ClauseLink:
    sides = family.sides(group)
    ids = tuple(
        tuple(clause.id for clause in sides[n].clauses) if n in sides else ()
        for n in range(len(family.readings))
    )
    return ClauseLink(f"l{number}", ids, round(group.score, 4), _relation(family, sides))


def _relation(family: Family, sides: Mapping[int, Side]) -> Relation:
    """``same`` or ``cosmetic`` where each text is so to the first of them (which holds for all), else
    changed."""
    first, *rest = sorted(sides)
    found = {
        relation(Pair((sides[first], sides[n]), (family.readings[first], family.readings[n]))) for n in rest
    }
    if found == {"same"}:
        return "same"
    return "cosmetic" if found <= {"same", "cosmetic"} else "changed"


def _within(family: Family, link: ClauseLink, group: FamilyGroup) -> Iterator[Placed]:
    """The differences inside one group."""
    sides = family.sides(group)
    if link.relation == "same":
        return
    again = [(d, side([family.clause(d, i)])) for d, i in echoes(family, group)]
    for point in points(sides, family.compared, again):
        material = point.material and not family.formal(group)
        difference = _difference(family, link, point, material=material)
        weight = point.kind.weight * point.factor * family.share(group) * (1.0 if material else IMMATERIAL)
        yield Placed(replace(difference, weight=round(weight, 4)), family.depth(group))


def _difference(family: Family, link: ClauseLink, point: Point, *, material: bool) -> Difference:
    every = range(len(family.readings))
    number = {n: at for at, own in enumerate(point.classes) for n in own}
    speaks = {*point.said, *point.without}
    clauses = [_ids(link.clauses[n], point.said.get(n)) if n in speaks else () for n in every]
    return Difference(
        id="",
        kind=point.kind.code,
        link=link.id,
        clauses=tuple(clauses),
        spans=tuple(point.said[n].spans if n in point.said else () for n in every),
        values=tuple(point.said[n].words if n in point.said else "" for n in every),
        summary=told(point, family.called),
        material=material,
        stands=tuple(number.get(n) for n in every),
        leads=point.leads,
    )


def _ids(clauses: Sequence[str], said: Said | None) -> tuple[str, ...]:
    """The clauses of a group in one document, with those that its words stand in besides."""
    besides = [span.clause for span in said.spans] if said else []
    return tuple(dict.fromkeys([*clauses, *besides]))
