"""The alignment ribbon: a bar for each clause, a band for each link, as numbers for an inline SVG."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from policynlp.records import Clause, Comparison
from policynlp.report.lookup import width

WIDTH = 640
"""Width of the drawing in its own units, which the page scales."""
BAR = 14
"""Width of a clause's bar."""
LABEL = 170
"""Room for the section names left and right of the outer columns."""
LABEL_CHARACTERS = 26
"""Room for a section name, in letters."""
LABEL_STEP = 15
"""Least distance between two section names."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One clause."""

    side: int
    x: float
    y: float
    height: float
    alone: bool
    """True where nothing corresponds."""


@dataclass(frozen=True, slots=True)
class Label:
    """A section's name beside its first clause."""

    x: float
    y: float
    end: bool
    """True where the text ends at x (left of the first column)."""
    text: str


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Everything to draw."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    bands: str
    """One SVG path for all links in order."""
    moved: str
    """One for all that left it."""
    labels: tuple[Label, ...]
    links: int
    moves: int


def ribbon(comparison: Comparison) -> Ribbon:
    """Columns side by side, heights in proportion to the clauses' lengths, bands between neighbours."""
    documents = [analysis.clauses for analysis in comparison.documents]
    height = _height(max(len(clauses) for clauses in documents))
    linked = {(side, id) for link in comparison.links for side, ids in enumerate(link.clauses) for id in ids}
    columns = [
        _column(side, len(documents), clauses, height, linked) for side, clauses in enumerate(documents)
    ]
    moved = [link for link in comparison.links if link.moved]
    kept = [link for link in comparison.links if not link.moved]
    return Ribbon(
        width=WIDTH,
        height=height,
        bars=tuple(bar for column in columns for bar in column.values()),
        bands=" ".join(band for link in kept for band in _bands(link.clauses, columns)),
        moved=" ".join(band for link in moved for band in _bands(link.clauses, columns)),
        labels=tuple(
            label
            for side in dict.fromkeys((0, len(documents) - 1))
            for label in _labels(side, documents[side], columns[side])
        ),
        links=len(comparison.links),
        moves=len(moved),
    )


def _height(clauses: int) -> int:
    return min(max(34 * clauses, 160), 900)


def _column(
    side: int, sides: int, clauses: tuple[Clause, ...], height: int, linked: set[tuple[int, str]]
) -> dict[str, Bar]:
    gap = min(3.0, height / (4 * max(len(clauses), 1)))
    room = height - gap * max(len(clauses) - 1, 0)
    weights = [len(clause.text) + 30 for clause in clauses]  # 30: the shortest clause stays visible
    inner = WIDTH - 2 * LABEL - BAR
    x = LABEL + inner * side / max(sides - 1, 1)
    bars: dict[str, Bar] = {}
    y = 0.0
    for clause, weight in zip(clauses, weights, strict=True):
        tall = room * weight / sum(weights)
        bars[clause.id] = Bar(side, _short(x), _short(y), _short(tall), (side, clause.id) not in linked)
        y += tall + gap
    return bars


def _bands(clauses: tuple[tuple[str, ...], ...], columns: list[dict[str, Bar]]) -> list[str]:
    """Bands of one link: every clause of a column with every one of the next column that has any."""
    present = [(side, ids) for side, ids in enumerate(clauses) if ids]
    return [
        _band(columns[side][a], columns[after][b])
        for (side, ids), (after, others) in pairwise(present)
        for a in ids
        for b in others
    ]


def _band(a: Bar, b: Bar) -> str:
    start, stop = a.x + BAR, b.x
    middle = _short((start + stop) / 2)
    return (
        f"M{_short(start)} {a.y}C{middle} {a.y} {middle} {b.y} {stop} {b.y}"
        f"V{_short(b.y + b.height)}C{middle} {_short(b.y + b.height)} {middle} {_short(a.y + a.height)}"
        f" {_short(start)} {_short(a.y + a.height)}Z"
    )


def _labels(side: int, clauses: tuple[Clause, ...], column: Mapping[str, Bar]) -> list[Label]:
    """Names of the outermost sections, left out where they would overlap."""
    labels: list[Label] = []
    last, lowest = "", -LABEL_STEP * 1.0
    for clause in clauses:
        name = _section(clause)
        bar = column[clause.id]
        if name and name != last and bar.y >= lowest + LABEL_STEP:
            x = bar.x - 8 if side == 0 else bar.x + BAR + 8
            labels.append(Label(_short(x), _short(bar.y + 10), side == 0, _cut(name)))
            lowest = bar.y
        last = name
    return labels


def _section(clause: Clause) -> str:
    """The outermost heading above a clause; a lone number is none."""
    top = clause.path[0] if clause.path else ""
    return top if len(clause.path) > 1 or (clause.heading and clause.heading in top) else ""


def _cut(name: str) -> str:
    """A name cut to the room beside a column."""
    kept = name
    while width(kept) > LABEL_CHARACTERS - 1:
        kept = kept[:-1]
    return kept if kept == name else kept.rstrip() + "…"


def _short(value: float) -> float:
    return round(value, 1)
