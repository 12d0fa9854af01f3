"""A comparison as plain text in one language: what Markdown, a workbook and a memo lay out.

Characters that hide or reorder text are written out, so that no format needs to know of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policynlp.records import Clause, Comparison, Difference, Span
from policynlp.report.areas import AreaRow, area_rows
from policynlp.report.clauses import relation
from policynlp.report.findings import Quote, Side, finding, place
from policynlp.report.heads import Head, head
from policynlp.report.lookup import Lookup, look_up
from policynlp.report.messages import INTERFACE, say
from policynlp.report.pieces import pieces, visible
from policynlp.report.review import Unmet, by_difference, unmet
from policynlp.report.rows import Row, rows
from policynlp.report.view import generator


@dataclass(frozen=True, slots=True)
class Said:
    """What one document says in a point."""

    name: str
    """What the document is called."""
    place: str
    """Where it says so: places of its clauses, joined."""
    value: str
    """What it says in canonical form, where the words do not show it."""
    words: str
    """The words that the point rests on, joined."""
    pieces: tuple[tuple[str, bool], ...]
    """Its clauses, whole, a line each, cut where words that the point rests on (True) begin and end; none for
    a silence."""
    quotes: tuple[tuple[str, str], ...]
    """Place and words of each clause, cut to what the point rests on and its surroundings."""
    nearest: tuple[str, ...]
    """For a silence: the nearest passages, each with its similarity and place."""

    @property
    def text(self) -> str:
        """Its clauses, whole, a line each; empty for a silence."""
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class Point:
    """One difference, or one thing that the documents share."""

    id: str
    code: str
    """Code of its kind."""
    kind: str
    """Name of its kind."""
    sentence: str
    other: str
    """The sentence in the other language."""
    direction: str
    """Which document goes further, in words; may be empty."""
    material: bool
    weight: float
    link: str
    """Id of the link that it lies in; may be empty."""
    decided: str
    """What a person decided on it, in words; empty where nobody did."""
    sides: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Lined:
    """A row of clauses side by side."""

    relation: str
    similarity: float | None
    cells: tuple[tuple[str, str], ...]
    """Place and text of each document's clauses; both empty where it has none."""
    points: tuple[str, ...]
    """Ids of the differences in it."""


@dataclass(frozen=True, slots=True)
class Outline:
    """All that is told of a comparison."""

    language: str
    title: str
    lede: str
    names: tuple[str, ...]
    heads: tuple[Head, ...]
    findings: tuple[Point, ...]
    """Those that matter, the weightiest first."""
    minor: tuple[Point, ...]
    documents_differ: tuple[Point, ...]
    common: tuple[Point, ...]
    rejected: tuple[Point, ...]
    """What a person rejected."""
    unmet: tuple[Unmet, ...]
    """Decisions on links, and those that apply to nothing here."""
    areas: tuple[AreaRow, ...]
    rows: tuple[Lined, ...]
    generator: tuple[tuple[str, str], ...]
    """Message key and value of what made it."""

    def say(self, key: str, *values: object) -> str:
        """A message in the outline's language."""
        return visible(say(key, self.language, *values))


def outline(comparison: Comparison, language: str) -> Outline:
    """A comparison told in ``en`` or ``ko``."""
    lookup = look_up(comparison)
    decided = by_difference(comparison, language)

    def told(part: Iterable[Difference]) -> tuple[Point, ...]:
        return tuple(point(lookup, each, language, decided.get(each.id, "")) for each in part)

    points = told(comparison.differences)
    heads = tuple(head(lookup, index) for index in range(len(comparison.documents)))
    names = tuple(visible(getattr(short, language)) for short in lookup.shorts)
    return Outline(
        language=language,
        title=_title(names, language),
        lede=_lede(heads, sum(each.material for each in points), language),
        names=names,
        heads=heads,
        findings=tuple(each for each in points if each.material),
        minor=tuple(each for each in points if not each.material),
        documents_differ=told(comparison.documents_differ),
        common=told(comparison.common),
        rejected=told(comparison.rejected),
        unmet=unmet(comparison, language),
        areas=area_rows(lookup),
        rows=tuple(_lined(lookup, row, language) for row in _with_points(lookup)),
        generator=tuple((f"file.{name}", visible(value)) for name, value in generator(comparison)),
    )


def _title(names: Sequence[str], language: str) -> str:
    """The headline of a comparison of two, or of more."""
    if len(names) == 2:
        return visible(say("ui.title", language, *names))
    return visible(say("ui.title_many", language, len(names)))


def _lede(heads: Sequence[Head], count: int, language: str) -> str:
    """How many differences matter, and how many clauses of each document have a counterpart."""
    key = "lede.none" if not count else "lede.one" if count == 1 else "lede.many"
    aligned = (
        say("lede.aligned", language, each.clauses - each.alone, each.clauses, each.short) for each in heads
    )
    return visible(" ".join([say(key, language, count), *aligned]))


def point(lookup: Lookup, difference: Difference, language: str, decided: str) -> Point:
    """A difference told in one language, with what a person decided on it."""
    made = finding(lookup, difference)
    other = next(each for each in INTERFACE if each != language)
    return Point(
        id=visible(made.id),
        code=visible(made.kind),
        kind=visible(say(f"kind.{made.kind}", language)),
        sentence=visible(made.summary.get(language, "")),
        other=visible(made.summary.get(other, "")),
        direction=visible(say(made.direction[0], language, made.direction[1])) if made.direction else "",
        material=made.material,
        weight=float(difference.weight),
        link=difference.link or "",
        decided=decided,
        sides=tuple(_said(lookup, difference, side, language) for side in made.sides),
    )


def _said(lookup: Lookup, difference: Difference, side: Side, language: str) -> Said:
    index = side.index
    clauses = _clauses(lookup, index, difference.clauses[index] if index < len(difference.clauses) else ())
    spans = difference.spans[index] if index < len(difference.spans) else ()
    known = lookup.clauses[index]
    words = (known[span.clause].text[span.start : span.end] for span in spans if span.clause in known)
    return Said(
        name=visible(getattr(lookup.shorts[index], language)),
        place=visible(" | ".join(place(lookup, index, clause.id) for clause in clauses)),
        value=visible(", ".join(_value(key, rest, language) for key, rest in side.value)),
        words=visible(" … ".join(words)),
        pieces=tuple(_pieces(difference, clauses, spans)),
        quotes=tuple((visible(quote.where), visible(_quoted(quote))) for quote in side.quotes),
        nearest=tuple(visible(f"{each.score} {each.where}: {each.text}") for each in side.nearest),
    )


def _pieces(
    difference: Difference, clauses: Sequence[Clause], spans: Sequence[Span]
) -> Iterator[tuple[str, bool]]:
    """The clauses' texts, with what the difference rests on told apart."""
    for number, clause in enumerate(clauses):
        if number:
            yield "\n", False
        rests = [(span.start, span.end, difference.id) for span in spans if span.clause == clause.id]
        yield from ((visible(piece.text), piece.loud) for piece in pieces(clause.text, (), rests))


def _clauses(lookup: Lookup, index: int, ids: Iterable[str]) -> list[Clause]:
    known = lookup.clauses[index]
    return sorted((known[id] for id in ids if id in known), key=lambda clause: clause.start)


def _value(key: str, rest: str, language: str) -> str:
    """One part of a value: a unit takes its number, a name stands before the rest."""
    if not key:
        return rest
    return say(key, language, rest) if key.startswith("unit.") else f"{say(key, language)} {rest}".strip()


def _quoted(quote: Quote) -> str:
    """The words of a quotation, with signs where the clause goes on."""
    words = "".join(piece.text for piece in quote.pieces)
    return ("… " if quote.before else "") + words + (" …" if quote.after else "")


def _with_points(lookup: Lookup) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """Every row with the ids of the differences of its link, or of its clauses where it has none."""
    found: dict[object, list[str]] = defaultdict(list)
    for each in lookup.comparison.differences:
        places = ((side, id) for side, ids in enumerate(each.clauses) for id in ids)
        for key in [each.link] if each.link else places:
            found[key].append(each.id)
    for row in rows(lookup.comparison):
        keys: list[object] = [(side, id) for side, ids in enumerate(row.clauses) for id in ids]
        ids = (id for key in ([row.link.id] if row.link else []) + keys for id in found.get(key, ()))
        yield row, tuple(dict.fromkeys(ids))


def _lined(lookup: Lookup, of: tuple[Row, tuple[str, ...]], language: str) -> Lined:
    row, points = of
    cells = [_clauses(lookup, index, ids) for index, ids in enumerate(row.clauses)]
    return Lined(
        relation=visible(_relation(lookup, row, language)),
        similarity=round(float(row.link.similarity), 2) if row.link else None,
        cells=tuple(
            (
                visible(" | ".join(place(lookup, index, clause.id) for clause in clauses)),
                visible("\n".join(clause.text for clause in clauses)),
            )
            for index, clauses in enumerate(cells)
        ),
        points=tuple(visible(id) for id in points),
    )


def _relation(lookup: Lookup, row: Row, language: str) -> str:
    """What a row's clauses are to each other, in words."""
    if row.link is None:
        only = next(index for index, ids in enumerate(row.clauses) if ids)
        return say("relation.only", language, lookup.shorts[only])
    code = relation(lookup, row)
    moved = row.link.moved and code != "moved"
    return say(f"relation.{code}", language) + (f", {say('relation.moved', language)}" if moved else "")
