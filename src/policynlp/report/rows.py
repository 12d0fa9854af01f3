"""The order of the side-by-side table: every clause of every document exactly once."""

from dataclasses import dataclass

from policynlp.records import ClauseLink, Comparison


@dataclass(frozen=True, slots=True)
class Row:
    """Clauses that stand side by side."""

    clauses: tuple[tuple[str, ...], ...]
    """Clause ids, one tuple a document; all but one empty where there is no link."""
    link: ClauseLink | None
    """The link that joins them."""


Place = tuple[int, str]
"""Index of a document and id of a clause in it."""


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """Rows in the reading order of the first document; clauses that it lacks stand after the row of the clause
    that precedes them in their own document (a moved row does not draw its followers along)."""
    linked = _linked(comparison)
    ordered: list[Row] = []
    home: dict[Place, Row] = {}
    for side, analysis in enumerate(comparison.documents):
        anchor = -1
        for clause in analysis.clauses:
            row = home.get((side, clause.id))
            if row is None:
                anchor += 1
                row = linked.get((side, clause.id)) or _alone(side, clause.id, len(comparison.documents))
                ordered.insert(anchor, row)
                home.update(dict.fromkeys(_places(row), row))
            elif not (row.link and row.link.moved):
                anchor = _index(ordered, row, anchor)
    return tuple(ordered)


def _index(ordered: list[Row], row: Row, anchor: int) -> int:
    """Where a row stands, at or after the anchor; the anchor itself for a row that lies before it."""
    for index in range(max(anchor, 0), len(ordered)):
        if ordered[index] is row:
            return index
    return anchor


def _alone(side: int, clause: str, documents: int) -> Row:
    return Row(tuple((clause,) if index == side else () for index in range(documents)), None)


def _linked(comparison: Comparison) -> dict[Place, Row]:
    found: dict[Place, Row] = {}
    for link in comparison.links:
        row = Row(link.clauses, link)
        found.update(dict.fromkeys(_places(row), row))
    return found


def _places(row: Row) -> list[Place]:
    return [(side, id) for side, ids in enumerate(row.clauses) for id in ids]
