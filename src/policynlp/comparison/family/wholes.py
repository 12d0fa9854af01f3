"""How several documents stand as wholes, and what all of them have."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from policynlp.comparison.documents import (
    BILATERAL,
    QUOTES,
    SPECIAL,
    STATUS_TOPICS,
    STYLE,
    TERMS,
    TOPICS,
    area_shares,
    readable,
    stated_title,
    status_name,
    status_places,
)
from policynlp.comparison.family.members import Family
from policynlp.comparison.family.naming import listed
from policynlp.comparison.family.telling import fill, shared
from policynlp.comparison.findings import both
from policynlp.comparison.instruments import instrument, signed
from policynlp.comparison.kinds import DIFFERENCE_KINDS
from policynlp.comparison.kinds.area import area_name
from policynlp.comparison.kinds.only_in import LEAD_IN
from policynlp.comparison.pairs import Reading
from policynlp.comparison.phrasing import listing
from policynlp.comparison.roles import GENERAL
from policynlp.comparison.stated import facts_of, spans_of
from policynlp.records import Bilingual, Difference, FamilyGroup, Mention, Span

SAID = {
    "title": both("The titles differ.", "제목이 다르다."),
    "kind": both("The instruments differ in kind.", "문서의 종류가 다르다."),
    "date": both("They were signed on different days.", "서명일이 다르다."),
    "parties": both("The parties differ.", "당사자가 다르다."),
    "duration": both("They last for different times.", "유효기간이 다르다."),
    "renewal": both("They are renewed for different times.", "연장되는 기간이 다르다."),
    "notice": both("The notice that ends them differs.", "종료 통보 기간이 다르다."),
    "entry": both("They take effect differently.", "발효하는 때가 다르다."),
    "ending": both("They end differently.", "종료하는 방법이 다르다."),
    "languages": both("They were done in different languages.", "작성된 언어가 다르다."),
    "prevailing": both("Other texts prevail.", "우선하는 언어본이 다르다."),
    "areas": both("Areas that only one of them covers.", "한 문서만 다루는 분야."),
    "lacking": both("Areas that all but one cover.", "한 문서만 다루지 않는 분야."),
}
"""What the documents differ in, as the head of a row."""
SAME = {
    "duration": both("All last for {x}.", "유효기간이 모두 같다: {x}."),
    "notice": both("The notice that ends them is {x} in all.", "종료 통보 기간이 모두 같다: {x}."),
    "neither_binds": both("None of the texts is legally binding.", "어느 문서도 법적 구속력이 없다."),
    "no_funds": both("None of the texts commits funds.", "어느 문서도 재원을 약속하지 않는다."),
    "shared": both("All texts say {p}.", "{p}은(는) 모든 문서에 있다."),
}
"""What all documents have."""
STATUS = both("Said in {docs}, not in {rest}: {p}.", "{p}: {docs}에 있고 {rest}에는 없다.")
STATUS_ONLY = both("Said in {docs} only: {p}.", "{p}: {docs}에만 있다.")

NO_AREA = 0.7
"""Share of its weight that a provision keeps which all have and which names no area of cooperation."""
Values = tuple[str, tuple[Span, ...]]
"""What a document states, empty where nothing, and the words that state it."""


@dataclass(frozen=True, slots=True)
class Whole:
    """One thing that is told of the documents as wholes."""

    summary: Bilingual
    values: tuple[Values, ...]
    kind: str = "status"
    factor: float = 1.0
    alike: bool = False
    """True for what all documents have."""
    topic: str = ""
    """What of the documents it is about, as in Difference."""

    @property
    def stands(self) -> tuple[int | None, ...]:
        """Documents of one value share a number, 0 the one most have."""
        if self.alike:
            return (0,) * len(self.values)
        values = [value for value, _ in self.values]
        order = sorted({v for v in values if v}, key=lambda v: (-values.count(v), values.index(v)))
        return tuple(order.index(value) if value else None for value in values)


def documents_differ(family: Family) -> tuple[Difference, ...]:
    """Title, kind, date, parties, terms, status words, areas: ids ``s1``, ``s2``, … in that order."""
    found = [
        Whole(SAID[name], values, topic=TOPICS.get(name, name))
        for name, values in _stated(family.readings)
        if len({value for value, _ in values}) > 1
    ]
    return _numbered("s", [*found, *_status(family), *_areas(family.readings)])


def common(family: Family) -> tuple[Difference, ...]:
    """What all state alike, and the provisions that all have: ids ``k1``, ``k2``, …"""
    return _numbered(
        "k", [*_same_status(family.readings), *_same_terms(family.readings), *_provisions(family)]
    )


def _numbered(prefix: str, found: Sequence[Whole]) -> tuple[Difference, ...]:
    status = DIFFERENCE_KINDS["status"]
    return tuple(
        Difference(
            id=f"{prefix}{number}",
            kind=whole.kind,
            link=None,
            clauses=tuple(tuple(dict.fromkeys(s.clause for s in spans)) for _, spans in whole.values),
            spans=tuple(spans for _, spans in whole.values),
            values=tuple(value for value, _ in whole.values),
            summary=whole.summary,
            weight=round(status.weight * whole.factor, 4),
            stands=whole.stands,
            topic=whole.topic,
        )
        for number, whole in enumerate(found, 1)
    )


def _stated(readings: Sequence[Reading]) -> Iterator[tuple[str, tuple[Values, ...]]]:
    """Everything that documents state of themselves, name by name."""
    yield "title", tuple((stated_title(reading), ()) for reading in readings)
    yield "kind", tuple((instrument(reading.analysis), ()) for reading in readings)
    yield "date", tuple(signed(reading) for reading in readings)
    yield "parties", tuple(_parties(reading) for reading in readings)
    for name in TERMS:
        yield name, tuple(_term(reading, name) for reading in readings)


def _parties(reading: Reading) -> Values:
    found = sorted(reading.parties)
    if len(found) < BILATERAL:
        return "", ()
    return ", ".join(found), spans_of(reading.analysis, facts_of(reading.analysis, "party"))


def _term(reading: Reading, name: str) -> Values:
    facts = facts_of(reading.analysis, *TERMS[name])
    return ", ".join(sorted({fact.value for fact in facts})), spans_of(reading.analysis, facts)


def _status(family: Family) -> Iterator[Whole]:
    """Status words that some documents have and others, whose tables could read them, have not."""
    sides = [status_places(reading) for reading in family.readings]
    for value in sorted(set().union(*sides)):
        have = [n for n, side in enumerate(sides) if value in side]
        rest = [n for n in _able(family.readings, value) if n not in have]
        if not rest:
            continue
        only = len(have) + len(rest) == len(sides)
        fields = {
            "p": status_name(value),
            "docs": listed(have, family.called),
            "rest": listed(rest, family.called),
        }
        told = fill(STATUS_ONLY if only else STATUS, fields)
        values = tuple(_words(side.get(value, [])) for side in sides)
        topic = STATUS_TOPICS.get(value.partition(":")[0], "")
        yield Whole(told, values, factor=0.5 if value in STYLE else 1.0, topic=topic)


def _able(readings: Sequence[Reading], value: str) -> list[int]:
    """Documents in a language whose table can read a status value."""
    return [n for n, r in enumerate(readings) if value in readable(r.analysis.document.language)]


def _words(mentions: Sequence[Mention]) -> Values:
    return (mentions[0].text if mentions else "", tuple(m.span for m in mentions[:QUOTES]))


def _same_status(readings: Sequence[Reading]) -> Iterator[Whole]:
    sides = [status_places(reading) for reading in readings]
    every = set.intersection(*(set(side) for side in sides))
    for value in [*(v for v in SPECIAL if v in every), *sorted(every - set(SPECIAL) - STYLE)]:
        told = fill(SAME[SPECIAL.get(value, "shared")], {"p": status_name(value)})
        yield Whole(told, tuple(_words(side[value][:1]) for side in sides), alike=True)


def _same_terms(readings: Sequence[Reading]) -> Iterator[Whole]:
    """A duration or notice that all state alike."""
    for name in ("duration", "notice"):
        values = tuple(_term(reading, name) for reading in readings)
        if values[0][0] and len({value for value, _ in values}) == 1:
            words = facts_of(readings[0].analysis, *TERMS[name])[0].text
            yield Whole(fill(SAME[name], {"x": words}), values, alike=True)


def _areas(readings: Sequence[Reading]) -> Iterator[Whole]:
    """Areas that one document alone covers, and those that one alone leaves out, with their shares."""
    sides = [area_shares(reading) for reading in readings]
    every = sorted(set().union(*sides))
    owners = {area: [n for n, side in enumerate(sides) if area in side] for area in every}
    lone = {area: own[0] for area, own in owners.items() if len(own) == 1}
    lacking = {area: _missing(own, len(sides)) for area, own in owners.items() if len(own) == len(sides) - 1}
    for name, found, share in (
        ("areas", lone, lambda area, n: f" {sides[n][area]:.0%}"),
        ("lacking", lacking, lambda area, n: ""),
    ):
        if found:
            yield Whole(
                SAID[name], tuple((_listed(found, n, share), ()) for n in range(len(sides))), topic="areas"
            )


def _missing(own: Sequence[int], count: int) -> int:
    return next(n for n in range(count) if n not in own)


def _listed(found: dict[str, int], document: int, share: Callable[[str, int], str]) -> str:
    return ", ".join(f"{area}{share(area, document)}" for area, n in found.items() if n == document)


def _provisions(family: Family) -> Iterator[Whole]:
    """The groups that all documents have a part in and that commit or regulate, specific areas first."""
    found = [
        (sorted(_shared_areas(family, group)), group)
        for group in family.groups
        if all(group.members) and _worth_telling(family, group)
    ]
    for areas, group in sorted(found, key=lambda each: (not each[0], -len(each[0]))):
        texts = {code: _text(family, group, code) for code in ("en", "ko")}
        named = listing([area_name(area) for area in areas])
        values = tuple(_evidence(family, group, n, areas) for n in range(len(family.readings)))
        told = shared(texts, named, len(values))
        yield Whole(told, values, kind="provision", factor=1.0 if areas else NO_AREA, alike=True)


def _worth_telling(family: Family, group: FamilyGroup) -> bool:
    """Whether a group is of the substance or the running of the agreements, and commits or names an area."""
    firsts = [(document, run[0]) for document, run in enumerate(group.members)]
    if any(family.clause(*first).kind == LEAD_IN for first in firsts):
        return False
    return all(family.role(*first) in ("substance", "governance") for first in firsts) and any(
        family.readings[document].commitments.get(family.clause(document, index).id)
        or _areas_of(family, group, document)
        for document, index in firsts
    )


def _shared_areas(family: Family, group: FamilyGroup) -> frozenset[str]:
    """Specific areas that the clauses of every document name."""
    return (
        frozenset.intersection(*(_areas_of(family, group, n) for n in range(len(family.readings)))) - GENERAL
    )


def _areas_of(family: Family, group: FamilyGroup, document: int) -> frozenset[str]:
    return frozenset(mention.value for mention in _mentions(family, group, document))


def _mentions(family: Family, group: FamilyGroup, document: int) -> list[Mention]:
    return [mention for index in group.members[document] for mention in family.areas(document, index)]


def _evidence(family: Family, group: FamilyGroup, document: int, areas: Sequence[str]) -> Values:
    """The words that name the shared areas; the whole clauses where none is shared."""
    spans = tuple(m.span for m in _mentions(family, group, document) if m.value in areas)
    if spans:
        return ", ".join(areas), spans
    clauses = [family.clause(document, index) for index in group.members[document]]
    return "", tuple(Span(clause.id, 0, len(clause.text)) for clause in clauses)


def _text(family: Family, group: FamilyGroup, code: str) -> str:
    """The shortest text of a group, of those in a language if there are any."""
    clauses = [family.clause(document, run[0]) for document, run in enumerate(group.members)]
    own = [clause.text for clause in clauses if clause.language == code]
    return min(own or [clause.text for clause in clauses], key=lambda text: (len(text), text))
