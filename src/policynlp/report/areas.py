"""How much of each document an area of cooperation takes, and where in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from policynlp.records import Clause
from policynlp.report.lookup import Lookup, located

MOST_MARKS = 48
"""Squares of a heat map's strip: as many clauses as can be told apart at a glance and hit with a finger; in a
longer document a square stands for several neighbouring clauses."""
SHADES = 4
"""Steps of darkness of a square."""


@dataclass(frozen=True, slots=True)
class HeatMark:
    """A square of the heat map: neighbouring clauses of which some name the area."""

    x: int
    """Its place in the strip, from 0."""
    shade: int
    """1 to SHADES: which share of its clauses name the area."""
    target: str
    """Id of the page's element of the first that does."""
    where: str
    """Where that clause stands, for a reader."""


@dataclass(frozen=True, slots=True)
class AreaCell:
    """One area in one document."""

    count: int
    """Clauses that name it."""
    percent: int
    """Of all clauses of the document."""
    marks: tuple[HeatMark, ...]
    width: int
    """Squares of the whole strip."""


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One area across the documents."""

    area: str
    cells: tuple[AreaCell, ...]


def area_rows(lookup: Lookup) -> tuple[AreaRow, ...]:
    """Areas by how much of the documents they take together, the largest first."""
    documents = lookup.comparison.documents
    named = [_named(lookup, side) for side in range(len(documents))]
    sizes = [max(len(analysis.clauses), 1) for analysis in documents]
    shares = {
        area: sum(len(each.get(area, ())) / size for each, size in zip(named, sizes, strict=True))
        for area in sorted({area for each in named for area in each})
    }
    return tuple(
        AreaRow(
            area, tuple(_cell(lookup, side, each.get(area, frozenset())) for side, each in enumerate(named))
        )
        for area in sorted(shares, key=lambda area: (-shares[area], area))
    )


def _named(lookup: Lookup, side: int) -> Mapping[str, frozenset[str]]:
    """Area -> the clauses of a document that name it."""
    found: dict[str, set[str]] = {}
    for mention in lookup.comparison.documents[side].mentions:
        if mention.kind == "area":
            found.setdefault(mention.value, set()).add(mention.span.clause)
    return {area: frozenset(clauses) for area, clauses in found.items()}


def _cell(lookup: Lookup, side: int, named: frozenset[str]) -> AreaCell:
    clauses = lookup.comparison.documents[side].clauses
    width = min(len(clauses), MOST_MARKS)
    return AreaCell(
        count=len(named),
        percent=round(100 * len(named) / max(len(clauses), 1)),
        marks=tuple(
            mark
            for x in range(width)
            if (mark := _mark(lookup, side, x, _stretch(clauses, x, width), named)) is not None
        ),
        width=width,
    )


def _stretch(clauses: Sequence[Clause], x: int, width: int) -> Sequence[Clause]:
    """The clauses that one square of a strip stands for."""
    return clauses[x * len(clauses) // width : (x + 1) * len(clauses) // width]


def _mark(
    lookup: Lookup, side: int, x: int, stretch: Sequence[Clause], named: frozenset[str]
) -> HeatMark | None:
    found = [clause.id for clause in stretch if clause.id in named]
    if not found:
        return None
    shade = -(-SHADES * len(found) // len(stretch))
    return HeatMark(x, shade, lookup.targets[side][found[0]], located(lookup.clauses[side][found[0]]))


def areas_in(lookup: Lookup, side: int, clauses: Iterable[str]) -> tuple[str, ...]:
    """Areas that some clauses of a document name, in order of first mention."""
    mentions = (each for clause in clauses for each in lookup.mentions[side].get(clause, ()))
    return tuple(dict.fromkeys(each.value for each in mentions if each.kind == "area"))
