"""The alignment ribbon: a bar for each clause, a band for each link, as numbers for an inline SVG.

In a long document a bar stands for neighbouring clauses, so that each can be seen and hit, and so that the
drawing of a treaty is no larger than that of a memorandum.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from policynlp.records import Clause, ClauseLink
from policynlp.report.lookup import Lookup, located
from policynlp.tables.widths import width

WIDTH = 1000
"""Width of the drawing in its own units, which the page scales."""
BAR = 14
"""Width of a clause's bar."""
LABEL = 290
"""Room for the section names left and right of the outer columns."""
LABEL_CHARACTERS = 32
"""Room for a section name, in letters."""
LABEL_STEP = 15
"""Least distance between two section names."""


LEAST_BAR = 5.0
"""Least height of a bar, in the drawing's units: the smallest that can be hit with a mouse."""
LINE = 30
"""Characters that are added to each clause's length, so that the shortest one stays visible."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One clause, or neighbouring ones."""

    side: int
    x: float
    y: float
    height: float
    alone: bool
    """True where nothing corresponds (to most of the text)."""
    target: str
    """Id of the page's element of the first clause."""
    where: str
    """Where the first clause stands, for a reader."""


@dataclass(frozen=True, slots=True)
class Label:
    """A section's name beside its first clause."""

    x: float
    y: float
    end: bool
    """True where the text ends at x (left of the first column)."""
    text: str
    target: str
    """Id of the page's element of the section's first clause."""


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


Column = Mapping[str, Bar]
"""Bar by the ids of the clauses that it stands for, in reading order."""


def ribbon(lookup: Lookup) -> Ribbon:
    """Columns side by side, heights in proportion to the clauses' lengths, bands between neighbours."""
    comparison = lookup.comparison
    documents = [analysis.clauses for analysis in comparison.documents]
    height = _height(max(len(clauses) for clauses in documents))
    columns = [_column(lookup, side, height) for side in range(len(documents))]
    moved = [link for link in comparison.links if link.moved]
    kept = [link for link in comparison.links if not link.moved]
    return Ribbon(
        width=WIDTH,
        height=height,
        bars=tuple(bar for column in columns for bar in dict.fromkeys(column.values())),
        bands=_drawn(kept, columns),
        moved=_drawn(moved, columns),
        labels=tuple(
            label
            for side in dict.fromkeys((0, len(documents) - 1))
            for label in _labels(side, documents[side], columns[side])
        ),
        links=len(comparison.links),
        moves=len(moved),
    )


def _height(clauses: int) -> int:
    return min(max(18 * clauses, 160), 900)


def _column(lookup: Lookup, side: int, height: int) -> Column:
    """The bars of one document."""
    clauses = lookup.comparison.documents[side].clauses
    linked = {id for link in lookup.comparison.links for id in link.clauses[side]}
    groups = list(_groups(clauses, height))
    gap = min(3.0, height / (4 * max(len(groups), 1)))
    scale = (height - gap * max(len(groups) - 1, 0)) / max(_length(clauses), 1)
    inner = WIDTH - 2 * LABEL - BAR
    x = _short(LABEL + inner * side / max(len(lookup.comparison.documents) - 1, 1))
    bars: dict[str, Bar] = {}
    y = 0.0
    for group in groups:
        tall = scale * _length(group)
        alone = _length([each for each in group if each.id not in linked]) > _length(group) / 2
        first = group[0]
        bar = Bar(side, x, _short(y), _short(tall), alone, lookup.targets[side][first.id], located(first))
        bars.update(dict.fromkeys((clause.id for clause in group), bar))
        y += tall + gap
    return bars


def _groups(clauses: Sequence[Clause], height: int) -> Iterator[list[Clause]]:
    """Neighbouring clauses that share a bar: each alone, unless its bar would be too low."""
    least = LEAST_BAR * _length(clauses) / height
    group: list[Clause] = []
    for clause in clauses:
        group.append(clause)
        if _length(group) >= least:
            yield group
            group = []
    if group:
        yield group


def _length(clauses: Sequence[Clause]) -> int:
    return sum(len(clause.text) + LINE for clause in clauses)


def _drawn(links: Sequence[ClauseLink], columns: Sequence[Column]) -> str:
    """One path with the bands of links, none twice."""
    return " ".join(dict.fromkeys(band for link in links for band in _bands(link.clauses, columns)))


def _bands(clauses: tuple[tuple[str, ...], ...], columns: Sequence[Column]) -> list[str]:
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


def _labels(side: int, clauses: Sequence[Clause], column: Column) -> list[Label]:
    """Names of the outermost sections, left out where they would overlap."""
    labels: list[Label] = []
    last, lowest = "", -LABEL_STEP * 1.0
    floor = max((bar.y + bar.height for bar in column.values()), default=0.0)
    for clause in clauses:
        name = _section(clause)
        bar = column[clause.id]
        if name and name != last and bar.y >= lowest + LABEL_STEP:
            x = bar.x - 8 if side == 0 else bar.x + BAR + 8
            labels.append(Label(_short(x), _short(min(bar.y + 10, floor)), side == 0, _cut(name), bar.target))
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
