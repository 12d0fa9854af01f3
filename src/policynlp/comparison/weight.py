"""How much a difference matters to a reader, and the order that follows from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from policynlp.comparison.findings import Finding, Kind
from policynlp.records import Difference

IMMATERIAL = 0.25
"""Share of its weight that a difference keeps when the noise rules discount it."""


def weigh(kind: Kind, finding: Finding) -> float:
    """0 to 1: the kind's weight, scaled by what the kind says of this finding and by whether it is
    material."""
    return round(kind.weight * finding.factor * (1.0 if finding.material else IMMATERIAL), 4)


@dataclass(frozen=True, slots=True)
class Placed:
    """A difference with its place in the documents, for a stable order."""

    difference: Difference
    place: float
    """How far into the document it stands, 0 to 1."""


HABITS = frozenset({"institution", "actor", "region", "term"})
"""Kinds of which one exchange may run through a whole text: Joint Commission for Joint Committee."""


MANNERS = HABITS | {"force", "action", "scope", "condition"}
"""The same where texts were drafted apart: 과세한다 for 과세할 수 있다 in every article."""


def once(found: Sequence[Placed], *, apart: bool = False) -> list[Placed]:
    """The differences, each exchange of one name for another material at its first place only."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    kept = []
    for placed in sorted(found, key=lambda p: p.place):
        difference = placed.difference
        key = difference.kind, tuple(value.lower() for value in difference.values)
        habit = (
            difference.kind in (MANNERS if apart else HABITS)
            and difference.material
            and all(difference.values)
        )
        if habit and key in seen:
            weight = round(difference.weight * IMMATERIAL, 4)
            placed = replace(placed, difference=replace(difference, material=False, weight=weight))
        elif habit:
            seen.add(key)
        kept.append(placed)
    return kept


def ranked(found: Iterable[Placed]) -> tuple[Difference, ...]:
    """Material before immaterial, heavy before light, then in reading order; ids d1, d2, … by rank."""
    order: Sequence[Placed] = sorted(found, key=_rank)
    return tuple(replace(placed.difference, id=f"d{number}") for number, placed in enumerate(order, 1))


def _rank(placed: Placed) -> tuple[bool, float, float, str, tuple[tuple[str, ...], ...]]:
    difference = placed.difference
    return not difference.material, -difference.weight, placed.place, difference.kind, difference.clauses
