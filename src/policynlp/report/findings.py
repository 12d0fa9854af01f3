"""What a page shows of a finding: its sentence, the words it rests on, and where to read on."""

import re
from dataclasses import dataclass
from typing import TypeVar

from policynlp.records import Bilingual, Difference, Passage
from policynlp.report.areas import areas_in
from policynlp.report.lookup import Lookup, Name, located
from policynlp.report.messages import catalogue, say
from policynlp.report.pieces import Piece, excerpt, pieces

PART = re.compile(r"[,;]?\s(?:…|·)\s|[,;]\s")
"""Between the parts of a value."""
DURATION = re.compile(r"P(\d+)([DWMY])$")
"""An ISO 8601 duration of one unit."""

Item = TypeVar("Item")

MOST_QUOTES = 3
"""Clauses quoted on one side of a finding; the rest are counted."""
MOST_NEAREST = 3
"""Nearest passages shown for a silence."""
SNIPPET = 110
"""Characters shown of a nearest passage."""
DIRECTED = ("force", "scope", "region", "area", "action", "condition", "quantity", "institution", "actor")
"""Kinds with their own word for which side goes further."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Some words of one clause."""

    target: str
    """Element id of the clause."""
    where: str
    language: str
    pieces: tuple[Piece, ...]
    before: bool
    """True where the clause goes on before the words."""
    after: bool


@dataclass(frozen=True, slots=True)
class Nearest:
    """A passage that was looked at in vain."""

    target: str
    where: str
    language: str
    text: str
    score: str


@dataclass(frozen=True, slots=True)
class Side:
    """What one document says in a finding."""

    index: int
    value: tuple[tuple[str, str], ...]
    """What it says in canonical form, part by part: message key (or nothing) and number or words; empty where
    the quotations show just that."""
    quotes: tuple[Quote, ...]
    more: int
    """Clauses that are not quoted."""
    nearest: tuple[Nearest, ...]

    @property
    def silent(self) -> bool:
        """True where the document says nothing."""
        return not self.quotes


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference or shared provision, ready to show."""

    id: str
    kind: str
    material: bool
    weight: str
    summary: Bilingual
    direction: tuple[str, Name] | None
    """Message key and short name of the side that goes further."""
    sides: tuple[Side, ...]
    areas: tuple[str, ...]
    where: str
    """``both``, or the index of the only document that speaks."""

    @property
    def target(self) -> str | None:
        """The first clause it quotes."""
        return next((quote.target for side in self.sides for quote in side.quotes), None)


def finding(lookup: Lookup, difference: Difference) -> Finding:
    """A difference with its quotations."""
    count = len(lookup.comparison.documents)
    sides = tuple(_side(lookup, difference, index) for index in range(count))
    areas = (
        area for index in range(count) for area in areas_in(lookup, index, _at(difference.clauses, index))
    )
    speaking = [side.index for side in sides if not side.silent]
    return Finding(
        id=lookup.ids[id(difference)],
        kind=difference.kind,
        material=difference.material,
        weight=score(difference.weight),
        summary=difference.summary,
        direction=_direction(lookup, difference),
        sides=sides,
        areas=tuple(dict.fromkeys(areas)),
        where=str(speaking[0]) if len(speaking) == 1 else "both",
    )


def _direction(lookup: Lookup, difference: Difference) -> tuple[str, Name] | None:
    if difference.direction is None or difference.kind == "only_in":
        return None
    kind = difference.kind if difference.kind in DIRECTED else "other"
    return f"direction.{kind}", lookup.shorts[difference.direction == "second"]


def _at(sides: tuple[tuple[Item, ...], ...], index: int) -> tuple[Item, ...]:
    return sides[index] if index < len(sides) else ()


def _side(lookup: Lookup, difference: Difference, index: int) -> Side:
    named = {*_at(difference.clauses, index), *(span.clause for span in _at(difference.spans, index))}
    known = lookup.clauses[index]
    ids = sorted(named & known.keys(), key=lambda id: known[id].start)
    quotes = tuple(_quote(lookup, difference, index, id) for id in ids[:MOST_QUOTES])
    value = difference.values[index] if index < len(difference.values) else ""
    return Side(
        index=index,
        value=_value(value, quotes, difference.summary),
        quotes=quotes,
        more=max(len(ids) - MOST_QUOTES, 0),
        nearest=() if ids else nearest(lookup, index, difference.searched),
    )


def _value(value: str, quotes: tuple[Quote, ...], summary: Bilingual) -> tuple[tuple[str, str], ...]:
    """The parts of a value that neither a quotation nor the sentence shows word for word."""
    quoted = " ".join(piece.text for quote in quotes for piece in quote.pieces)
    said = " ".join((quoted, *summary.values())).casefold()
    parts = (part.strip() for part in PART.split(value))
    named = (_named(part) for part in parts if part and part.casefold() not in said)
    return tuple((key, rest) for key, rest in named if not key or _called(key, rest).casefold() not in said)


def _called(key: str, rest: str) -> str:
    """A named part in English."""
    return say(key, "en", rest)


def _named(part: str) -> tuple[str, str]:
    """Message key and rest of one part: codes of areas, countries, durations have names; else ("", part)."""
    if found := DURATION.match(part):
        return f"unit.{found[2]}", found[1]
    code, _, rest = part.partition(" ")
    for key in (code, f"area.{code}", f"instrument.{code}"):
        if key in catalogue():
            return key, rest
    return "", part


def _quote(lookup: Lookup, difference: Difference, index: int, id: str) -> Quote:
    clause = lookup.clauses[index][id]
    spans = [span for span in _at(difference.spans, index) if span.clause == id]
    ranges = sorted((span.start, span.end) for span in spans)
    start, end = excerpt(clause.text, ranges)
    rests = [(first, last, difference.id) for first, last in ranges]
    return Quote(
        target=lookup.targets[index][id],
        where=place(lookup, index, id),
        language=clause.language,
        pieces=pieces(clause.text, (), rests, (start, end)),
        before=start > 0,
        after=end < len(clause.text),
    )


def place(lookup: Lookup, index: int, id: str) -> str:
    """Where a clause stands, for a reader: headings and numbers, else its label, else its count."""
    return located(lookup.clauses[index][id])


def nearest(lookup: Lookup, index: int, searched: tuple[Passage, ...]) -> tuple[Nearest, ...]:
    """The passages of a document that came nearest, the nearest first."""
    known = lookup.clauses[index]
    here = (each for each in searched if each.document in (None, index) and each.clause in known)
    found = sorted(here, key=lambda each: -each.score)
    return tuple(
        Nearest(
            target=lookup.targets[index][each.clause],
            where=place(lookup, index, each.clause),
            language=known[each.clause].language,
            text=snippet(known[each.clause].text),
            score=score(each.score),
        )
        for each in found[:MOST_NEAREST]
    )


def snippet(text: str) -> str:
    """The beginning of a text, cut between words."""
    if len(text) <= SNIPPET:
        return text
    return (text[:SNIPPET].rpartition(" ")[0] or text[:SNIPPET]) + " …"


def score(value: float) -> str:
    """A number from 0 to 1 with two decimals."""
    return f"{float(value):.2f}"
