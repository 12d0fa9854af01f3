"""The order of the side-by-side table: every clause of every document exactly once."""

from collections.abc import Mapping
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
PAIR = 2
"""Documents of which the first decides the order."""


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """Rows in the reading order of the first document.

    A clause that the first document lacks stands after the row of the clause that precedes it in its own
    document, and after the clauses of the same section there that stand alone (as a diff puts what is gone
    before what is new). A moved row does not draw its followers along. Of more than two documents none comes
    first: see ``family_rows``.
    """
    if len(comparison.documents) > PAIR:
        return family_rows(comparison)
    linked = _linked(comparison)
    sections = _sections(comparison)
    ordered: list[Row] = []
    home: dict[Place, Row] = {}
    for side, analysis in enumerate(comparison.documents):
        anchor = -1
        for clause in analysis.clauses:
            row = home.get((side, clause.id))
            if row is None:
                anchor = _past_alone(ordered, anchor, sections) + 1
                row = linked.get((side, clause.id)) or _alone(side, clause.id, len(comparison.documents))
                ordered.insert(anchor, row)
                home.update(dict.fromkeys(_places(row), row))
            elif not (row.link and row.link.moved):
                anchor = _index(ordered, row, anchor)
    return tuple(ordered)


def family_rows(comparison: Comparison) -> tuple[Row, ...]:
    """The links in their own order, which no document decides alone, and each clause that stands alone after
    the row of the clause that precedes it in its document."""
    linked = _linked(comparison)
    count = len(comparison.documents)
    ordered = list({id(row): row for row in linked.values()}.values())
    sides = sorted(range(count), key=lambda side: comparison.documents[side].document.id)
    for side in sides:
        anchor = -1
        for clause in comparison.documents[side].clauses:
            row = linked.get((side, clause.id))
            if row is None:
                anchor = _past_other(ordered, anchor) + 1
                ordered.insert(anchor, _alone(side, clause.id, count))
            else:
                anchor = next(at for at, other in enumerate(ordered) if other is row)
    return tuple(ordered)


def _past_other(ordered: list[Row], anchor: int) -> int:
    """The last of the rows right after the anchor that have no link."""
    while anchor + 1 < len(ordered) and ordered[anchor + 1].link is None:
        anchor += 1
    return anchor


def _index(ordered: list[Row], row: Row, anchor: int) -> int:
    """Where a row stands, at or after the anchor; the anchor itself for a row that lies before it."""
    for index in range(max(anchor, 0), len(ordered)):
        if ordered[index] is row:
            return index
    return anchor


def _past_alone(ordered: list[Row], anchor: int, sections: Mapping[Place, str]) -> int:
    """The last of the rows right after the anchor that have no link and belong to its section."""
    section = sections[_places(ordered[max(anchor, 0)])[0]] if ordered else ""
    while anchor + 1 < len(ordered):
        row = ordered[anchor + 1]
        if row.link or sections[_places(row)[0]] != section:
            break
        anchor += 1
    return anchor


def _sections(comparison: Comparison) -> dict[Place, str]:
    """The outermost heading of every clause."""
    return {
        (side, clause.id): clause.path[0] if clause.path else clause.heading
        for side, analysis in enumerate(comparison.documents)
        for clause in analysis.clauses
    }


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
