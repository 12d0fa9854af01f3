"""How much of each document an area of cooperation takes."""

from collections.abc import Iterable
from dataclasses import dataclass

from policynlp.records import Comparison, Mention
from policynlp.report.lookup import Lookup


@dataclass(frozen=True, slots=True)
class AreaCell:
    """One area in one document."""

    count: int
    """Clauses that name it."""
    percent: int
    """Of all clauses of the document."""
    bar: int
    """0 to 100: its share beside the largest share in the table, to draw it."""


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One area across the documents."""

    area: str
    cells: tuple[AreaCell, ...]


def area_rows(comparison: Comparison) -> tuple[AreaRow, ...]:
    """Areas by how much of the documents they take together, the largest first."""
    counts = [_counts(analysis.mentions) for analysis in comparison.documents]
    sizes = [max(len(analysis.clauses), 1) for analysis in comparison.documents]
    shares = {
        area: [count.get(area, 0) / size for count, size in zip(counts, sizes, strict=True)]
        for area in sorted({area for count in counts for area in count})
    }
    most = max((share for row in shares.values() for share in row), default=1.0)
    ordered = sorted(shares, key=lambda area: (-sum(shares[area]), area))
    return tuple(
        AreaRow(
            area,
            tuple(
                _cell(count.get(area, 0), share, most)
                for count, share in zip(counts, shares[area], strict=True)
            ),
        )
        for area in ordered
    )


def _cell(count: int, share: float, most: float) -> AreaCell:
    return AreaCell(count, round(100 * share), max(round(100 * share / most), 2) if count else 0)


def _counts(mentions: Iterable[Mention]) -> dict[str, int]:
    clauses: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.kind == "area":
            clauses.setdefault(mention.value, set()).add(mention.span.clause)
    return {area: len(ids) for area, ids in clauses.items()}


def areas_in(lookup: Lookup, side: int, clauses: Iterable[str]) -> tuple[str, ...]:
    """Areas that some clauses of a document name, in order of first mention."""
    mentions = (each for clause in clauses for each in lookup.mentions[side].get(clause, ()))
    return tuple(dict.fromkeys(each.value for each in mentions if each.kind == "area"))
