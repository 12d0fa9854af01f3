"""What a page shows of clauses side by side: marked texts, what was read in them, how they differ."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policynlp.records import Clause, Commitment
from policynlp.report.areas import areas_in
from policynlp.report.findings import Finding, Nearest, place, score
from policynlp.report.lookup import Lookup
from policynlp.report.pieces import Piece, pieces
from policynlp.report.rows import Place, Row, rows
from policynlp.report.words import Range, lacking

LISTED = ("institution", "place", "quantity", "condition", "area", "status", "term")
"""Kinds of mentions under a clause, in this order."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One commitment: how firmly, doing what."""

    force: int
    denied: bool
    negative: bool
    action: str
    phase: str
    words: tuple[str, ...]
    """Marker, attenuator, negation and action as they stand in the text."""
    actor: str
    object: str
    inherited: bool
    continuing: bool
    reported: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """Mentions of one kind: what was read, with its code."""

    kind: str
    items: tuple[tuple[str, str], ...]
    """Canonical value and words."""


@dataclass(frozen=True, slots=True)
class ClauseView:
    """One clause, ready to show."""

    id: str
    target: str
    side: int
    where: str
    language: str
    lead_in: bool
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]
    listed: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One document's part of a row."""

    side: int
    clauses: tuple[ClauseView, ...]
    nearest: tuple[Nearest, ...]
    """For an empty cell: what was looked at in vain."""


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the side-by-side table."""

    relation: str
    """Code of the relation; ``only`` for a clause without counterpart, ``corresponds`` across languages."""
    moved: bool
    similarity: str
    """Two decimals; 1.00 is said of nothing but the same text."""
    cells: tuple[Cell, ...]
    findings: tuple[Finding, ...]
    areas: tuple[str, ...]
    where: str
    """As in Finding."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of its differences."""
        return tuple(dict.fromkeys(each.kind for each in self.findings))

    @property
    def material(self) -> bool:
        """True where one of them matters."""
        return any(each.material for each in self.findings)


def row_views(lookup: Lookup, findings: Mapping[str, Finding]) -> tuple[RowView, ...]:
    """Every row with its differences; ``findings`` by element id, the weightiest first."""
    by_row = _by_row(lookup)
    ordered = rows(lookup.comparison)
    order = {id: rank for rank, id in enumerate(findings)}
    return tuple(_row(lookup, row, [findings[id] for id in _of(row, by_row, order)]) for row in ordered)


def _by_row(lookup: Lookup) -> Mapping[Place | str, list[str]]:
    """Element ids of differences, weightiest first, by the link they lie in and by each clause they name."""
    found: dict[Place | str, list[str]] = defaultdict(list)
    for each in lookup.comparison.differences:
        keys: list[Place | str] = [(side, id) for side, ids in enumerate(each.clauses) for id in ids]
        for key in [each.link, *keys] if each.link else keys:
            found[key].append(lookup.ids[id(each)])
    return found


def _of(row: Row, by_row: Mapping[Place | str, list[str]], order: Mapping[str, int]) -> list[str]:
    keys: list[Place | str] = [(side, id) for side, ids in enumerate(row.clauses) for id in ids]
    found = {id for key in ([row.link.id] if row.link else []) + keys for id in by_row.get(key, ())}
    return sorted(found, key=order.__getitem__)


def _row(lookup: Lookup, row: Row, findings: Sequence[Finding]) -> RowView:
    present = [side for side, ids in enumerate(row.clauses) if ids]
    marked = _changes(lookup, row)
    areas = (area for side in present for area in areas_in(lookup, side, row.clauses[side]))
    return RowView(
        relation=relation(lookup, row),
        moved=bool(row.link and row.link.moved),
        similarity=_similarity(row),
        cells=tuple(_cell(lookup, row, side, marked, findings) for side in range(len(row.clauses))),
        findings=tuple(findings),
        areas=tuple(dict.fromkeys(areas)),
        where=str(present[0]) if len(present) == 1 else "both",
    )


def _similarity(row: Row) -> str:
    if row.link is None:
        return ""
    return score(row.link.similarity if row.link.relation == "same" else min(row.link.similarity, 0.99))


def relation(lookup: Lookup, row: Row) -> str:
    """Code of a row's relation; texts in two languages correspond, their words cannot but differ."""
    if row.link is None:
        return "only"
    spoken = {lookup.clauses[side][id].language for side, ids in enumerate(row.clauses) for id in ids}
    return "corresponds" if row.link.relation == "changed" and len(spoken) > 1 else row.link.relation


def _cell(
    lookup: Lookup, row: Row, side: int, marked: Mapping[Place, Sequence[Range]], findings: Sequence[Finding]
) -> Cell:
    ids = row.clauses[side]
    silences = [each.sides[side].nearest for each in findings if not ids]
    return Cell(
        side=side,
        clauses=tuple(_clause(lookup, side, id, marked.get((side, id), ())) for id in ids),
        nearest=next((silence for silence in silences if silence), ()),
    )


def _clause(lookup: Lookup, side: int, id: str, marked: Sequence[Range]) -> ClauseView:
    clause = lookup.clauses[side][id]
    return ClauseView(
        id=id,
        target=lookup.targets[side][id],
        side=side,
        where=place(lookup, side, id),
        language=clause.language,
        lead_in=clause.kind == "lead_in",
        pieces=pieces(clause.text, marked, lookup.evidence.get((side, id), ()), shared=lookup.shared),
        marks=tuple(_mark(lookup, side, each) for each in lookup.commitments[side].get(id, ())),
        listed=_listed(lookup, side, id),
    )


def _mark(lookup: Lookup, side: int, commitment: Commitment) -> Mark:
    known = lookup.clauses[side]
    spans = (commitment.spans.get(role) for role in ("attenuator", "negation", "marker", "action"))
    ordered = sorted(
        {(span.clause, span.start, span.end) for span in spans if span and span.clause in known},
        key=lambda each: (each[0] == commitment.clause, each[1]),
    )
    return Mark(
        force=commitment.force,
        denied=commitment.polarity == "denied",
        negative=commitment.polarity == "negative",
        action=commitment.action,
        phase=commitment.phase,
        words=tuple(known[clause].text[start:end] for clause, start, end in ordered),
        actor=commitment.actor,
        object=commitment.object,
        inherited=commitment.inherited_from is not None,
        continuing=commitment.aspect == "continuing",
        reported=commitment.reported,
    )


def _listed(lookup: Lookup, side: int, id: str) -> tuple[Listed, ...]:
    groups: dict[str, dict[str, str]] = {}
    for mention in lookup.mentions[side].get(id, ()):
        groups.setdefault(mention.kind, {}).setdefault(mention.value, mention.text)
    return tuple(Listed(kind, tuple(groups[kind].items())) for kind in LISTED if kind in groups)


def _changes(lookup: Lookup, row: Row) -> dict[Place, list[Range]]:
    """Ranges to mark in each clause of a row, between texts of one language: words that the other document
    lacks, of more than two those that most of the others lack."""
    present = [side for side, ids in enumerate(row.clauses) if ids]
    if len(present) < 2 or (row.link and row.link.relation == "same"):
        return {}
    clauses = {side: _clauses(lookup, row, side) for side in present}
    marked: dict[Place, list[Range]] = {}
    for language in sorted({own[0].language for own in clauses.values()}):
        spoken = {side: own for side, own in clauses.items() if {c.language for c in own} == {language}}
        ranges = lacking([_text(own) for own in spoken.values()])
        for (side, own), found in zip(spoken.items(), ranges, strict=True):
            marked |= _spread(side, own, found)
    return marked


def _clauses(lookup: Lookup, row: Row, side: int) -> list[Clause]:
    return [lookup.clauses[side][id] for id in row.clauses[side]]


def _text(clauses: Sequence[Clause]) -> str:
    return "\n".join(clause.text for clause in clauses)


def _spread(side: int, clauses: Sequence[Clause], ranges: Sequence[Range]) -> dict[Place, list[Range]]:
    """Ranges in a joined text as ranges in its clauses."""
    out: dict[Place, list[Range]] = {}
    offset = 0
    for clause in clauses:
        end = offset + len(clause.text)
        cut = [(max(a, offset) - offset, min(b, end) - offset) for a, b in ranges if a < end and b > offset]
        out[side, clause.id] = cut
        offset = end + 1
    return out
