"""Differences of the documents as wholes, and what they share that a reader should know."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from policynlp.comparison.findings import Direction, Finding
from policynlp.comparison.instruments import days_apart, instrument, instrument_name, signed, told
from policynlp.comparison.kinds import DIFFERENCE_KINDS
from policynlp.comparison.kinds.area import area_name
from policynlp.comparison.pairs import Reading
from policynlp.comparison.phrasing import listing, quote
from policynlp.comparison.roles import FORMAL, country_name
from policynlp.comparison.shared import provisions, whole_word
from policynlp.comparison.stated import facts_of, only, spans_of
from policynlp.comparison.weight import weigh
from policynlp.languages import LANGUAGES, table
from policynlp.records import Bilingual, ClauseLink, Difference, FactKind, Mention, Span

Readings = tuple[Reading, Reading]
SPECIAL: Mapping[str, str] = {"nonbinding:no-legal-obligations": "neither_binds", "funding:none": "no_funds"}
"""Status values that both documents may have, with a sentence of their own."""
STYLE = frozenset(
    {"nonbinding:participants", "treaty:parties", "nonbinding:signed-at", "nonbinding:come-into-effect"}
)
"""Status values that only show a way of writing: shared ones are not worth a line."""
NEAR = 60
"""Days between two signatures that are worth counting."""
BILATERAL = 2
"""Parties that an agreement has at least: where fewer were read, they say nothing of the difference."""
LISTED = 4
"""Parties named in a sentence; more are counted."""
QUOTES = 3
"""Places quoted for one status word: the first ones of a document."""


def documents_differ(readings: Readings, called: tuple[Bilingual, Bilingual]) -> tuple[Difference, ...]:
    """Title and kind, dates, parties, terms, status words, areas: ids ``s1``, ``s2``, … in that order."""
    found = [*_title(readings, called), *_kind(readings), *_dates(readings), *_parties(readings)]
    found += [*_terms(readings), *_status(readings), *_areas(readings)]
    return _numbered("s", "status", found, called)


def common(
    readings: Readings, links: Sequence[ClauseLink], called: tuple[Bilingual, Bilingual]
) -> tuple[Difference, ...]:
    """That neither binds or funds, provisions both have, then what both regulate: ids ``k1``, ``k2``, …"""
    declared: list[Finding] = []
    ordinary: list[Finding] = []
    for finding in _shared_status(readings):
        (ordinary if finding.message == "shared" else declared).append(finding)
    first = _numbered("k", "status", declared, called)
    second = _numbered("k", "provision", list(provisions(readings, links)), called, start=len(first) + 1)
    third = _numbered("k", "status", ordinary, called, start=len(first) + len(second) + 1)
    return (*first, *second, *third)


def _numbered(
    prefix: str, kind: str, found: Sequence[Finding], called: tuple[Bilingual, Bilingual], start: int = 1
) -> tuple[Difference, ...]:
    status = DIFFERENCE_KINDS["status"]
    return tuple(
        Difference(
            id=f"{prefix}{number}",
            kind=kind,
            link=None,
            clauses=finding.clauses or ((), ()),
            spans=finding.spans,
            values=finding.values,
            summary=status.summary(finding, called),
            material=finding.material,
            weight=weigh(status, finding),
            direction=finding.direction,
            topic=_topic(finding),
        )
        for number, finding in enumerate(found, start)
    )


TOPICS: Mapping[str, str] = {
    "title": "title",
    "titles": "title",
    "kind": "kind",
    "parties": "parties",
    "dates": "date",
    "day": "date",
    "signed": "date",
    "dated": "date",
    "entry": "entry",
    "duration": "duration",
    "renewal": "duration",
    "notice": "ending",
    "ending": "ending",
    "languages": "languages",
    "prevailing": "languages",
    "areas_first": "areas",
    "areas_second": "areas",
}
"""Message -> what of a document it is about."""
STATUS_TOPICS: Mapping[str, str] = {
    "amendment": "amendment",
    "dispute": "dispute",
    "funding": "funds",
    "termination": "ending",
    "duration": "duration",
    "nonbinding": "status",
    "treaty": "status",
}
"""Family of a status value -> what of a document it is about."""


def _topic(finding: Finding) -> str:
    family = (finding.keys[0] or finding.keys[1]).partition(":")[0]
    return TOPICS.get(finding.message) or STATUS_TOPICS.get(family, "")


def _title(readings: Readings, called: tuple[Bilingual, Bilingual]) -> Iterator[Finding]:
    """Other titles; documents that are called by their titles are not told what they are titled."""
    titles = stated_title(readings[0]), stated_title(readings[1])
    if titles[0] != titles[1]:
        message = "titles" if titles[0] == called[0]["en"] else "title"
        yield Finding(message, ((), ()), titles, {"x": quote(titles[0]), "y": quote(titles[1])})


def stated_title(reading: Reading) -> str:
    """The title of a document; where its format states none, the one that stands in the text."""
    document = reading.analysis.document
    read = only(reading.analysis, "title")
    return read.value if read and document.title in ("", document.id) else document.title


def _terms(readings: Readings) -> Iterator[Finding]:
    """Duration, renewal, notice, entry into effect, ways to end, languages that both state and that
    differ."""
    for message, (kind, detail) in TERMS.items():
        sides = [facts_of(reading.analysis, kind, detail) for reading in readings]
        values = [", ".join(sorted({fact.value for fact in side})) for side in sides]
        if all(values) and values[0] != values[1]:
            first, second = (
                spans_of(reading.analysis, side) for reading, side in zip(readings, sides, strict=True)
            )
            quoted = [quote("; ".join(dict.fromkeys(fact.text for fact in side))) for side in sides]
            fields: dict[str, str | Bilingual] = {"x": quoted[0], "y": quoted[1]}
            found = (values[0], values[1])
            yield Finding(message, (first, second), found, fields, clauses=_clauses(first, second))


TERMS: Mapping[str, tuple[FactKind, str]] = {
    "duration": ("duration", ""),
    "renewal": ("duration", "renewal"),
    "notice": ("notice", ""),
    "entry": ("entry_into_effect", ""),
    "ending": ("ending", ""),
    "languages": ("language", ""),
    "prevailing": ("authentic_language", "prevails"),
}
"""Message -> kind and detail of the facts that it compares."""


def _kind(readings: Readings) -> Iterator[Finding]:
    codes = instrument(readings[0].analysis), instrument(readings[1].analysis)
    if all(codes) and codes[0] != codes[1]:
        yield Finding(
            "kind", ((), ()), codes, {"x": instrument_name(codes[0]), "y": instrument_name(codes[1])}
        )


def _dates(readings: Readings) -> Iterator[Finding]:
    (first, spans_a), (second, spans_b) = signed(readings[0]), signed(readings[1])
    if first and second and first != second:
        apart = days_apart(first, second)
        message = _apart(apart)
        fields: dict[str, str | Bilingual] = {"x": told(first), "y": told(second), "n": str(apart)}
        yield Finding(
            message, (spans_a, spans_b), (first, second), fields, clauses=_clauses(spans_a, spans_b)
        )


def _apart(days: int | None) -> str:
    """The message for that many days between two signatures; None where they are not known to the day."""
    if days is None:
        return "dated"
    return "day" if days == 1 else "dates" if days <= NEAR else "signed"


def _parties(readings: Readings) -> Iterator[Finding]:
    sides = [sorted(reading.parties) for reading in readings]
    if min(len(side) for side in sides) >= BILATERAL and sides[0] != sides[1]:
        listed = [_names(_as_named(reading)) for reading in readings]
        first, second = (spans_of(r.analysis, facts_of(r.analysis, "party")) for r in readings)
        values = ", ".join(sides[0]), ", ".join(sides[1])
        fields: dict[str, str | Bilingual] = {"x": listed[0], "y": listed[1]}
        yield Finding("parties", (first, second), values, fields, clauses=_clauses(first, second))


def _as_named(reading: Reading) -> list[str]:
    """The countries that are parties, in the order in which the text names them."""
    order = {fact.value: place for place, fact in enumerate(facts_of(reading.analysis, "party"))}
    return sorted(reading.parties, key=lambda country: (order.get(country, len(order)), country))


def _names(countries: Sequence[str]) -> Bilingual:
    named = [country_name(value) for value in countries[:LISTED]]
    rest = len(countries) - LISTED
    if rest <= 0:
        return listing(named)
    listed = {code: ", ".join(name[code] for name in named) for code in ("en", "ko")}
    return {"en": f"{listed['en']} and {rest} more", "ko": f"{listed['ko']} 외 {rest}"}


def _status(readings: Readings) -> Iterator[Finding]:
    """Status words of one document only, where the other's language has a table that could read them."""
    sides = [status_places(reading) for reading in readings]
    for value in sorted(set(sides[0]) ^ set(sides[1])):
        index = 0 if value in sides[0] else 1
        if value not in readable(readings[1 - index].analysis.document.language):
            continue
        spans = tuple(m.span for m in sides[index][value][:QUOTES])
        words = sides[index][value][0].text
        direction: Literal["first", "second"] = "first" if index == 0 else "second"
        yield Finding(
            direction,
            (spans, ()) if index == 0 else ((), spans),
            (words, "") if index == 0 else ("", words),
            {"p": status_name(value)},
            direction=direction,
            clauses=_clauses(spans, ()) if index == 0 else _clauses((), spans),
            factor=0.5 if value in STYLE else 1.0,
            keys=(value, "") if index == 0 else ("", value),
        )


@cache
def readable(language: str) -> frozenset[str]:
    """Status values that the table of a language can read; absence of others says nothing."""
    return frozenset(table(language, "status")["phrases"]) if language in LANGUAGES else frozenset()


def _shared_status(readings: Readings) -> Iterator[Finding]:
    sides = [status_places(reading) for reading in readings]
    both = set(sides[0]) & set(sides[1])
    for value in [*(v for v in SPECIAL if v in both), *sorted(both - set(SPECIAL) - STYLE)]:
        spans = [tuple(m.span for m in side[value][:1]) for side in sides]
        words = sides[0][value][0].text, sides[1][value][0].text
        message = SPECIAL.get(value, "shared")
        fields = {"p": status_name(value)}
        named = _clauses(spans[0], spans[1])
        yield Finding(message, (spans[0], spans[1]), words, fields, clauses=named, keys=(value, value))


def status_places(reading: Reading) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = {}
    for mention in reading.analysis.mentions:
        if mention.kind == "status":
            found.setdefault(mention.value, []).append(mention)
    if TREATY_END in found:
        found.pop(MEMO_END, None)
    if found.keys() >= BINDING:
        found.pop(UNBOUND, None)
    return found


BINDING = frozenset({"treaty:shall", "treaty:enter-into-force"})
UNBOUND = "nonbinding:no-legal-obligations"
"""A treaty that obliges and enters into force has clauses that bind nobody; as a whole it binds."""
TREATY_END, MEMO_END = "treaty:done-at", "nonbinding:signed-at"
"""Closing words: a treaty that says who signed it (아래 서명자는 … 서명하였다) is no memorandum for it."""


def status_name(value: str) -> Bilingual:
    listed = table("shared", "instruments")["status"].get(value)
    return {"en": listed["en"], "ko": listed["ko"]} if listed else {"en": value, "ko": value}


def _areas(readings: Readings) -> Iterator[Finding]:
    """Areas that one document covers and the other does not, with their share of its clauses."""
    sides = [area_shares(reading) for reading in readings]
    for index in (0, 1):
        lone = sorted(sides[index].keys() - sides[1 - index].keys(), key=lambda a: (-sides[index][a], a))
        if lone and sides[1 - index]:
            value = ", ".join(f"{area} {sides[index][area]:.0%}" for area in lone)
            direction: Direction = "first" if index == 0 else "second"
            names = listing([area_name(area) for area in lone])
            values = (value, "") if index == 0 else ("", value)
            yield Finding(f"areas_{direction}", ((), ()), values, {"p": names}, direction=direction)


def area_shares(reading: Reading) -> dict[str, float]:
    """Share of a document's clauses that name each area.

    The names of those who sign and words of a status (that no funds are committed) cover nothing.
    """
    sayings = [m.span for m in reading.analysis.mentions if m.kind == "status"]
    named = Counter(
        area
        for area, _ in {
            (m.value, m.span.clause)
            for m in reading.analysis.mentions
            if m.kind == "area"
            and reading.roles[m.span.clause] not in FORMAL
            and not any(_overlap(m.span, span) for span in sayings)
            and whole_word(reading.clauses[m.span.clause].text, m.span)
        }
    )
    return {area: count / len(reading.analysis.clauses) for area, count in named.items()}


def _overlap(one: Span, two: Span) -> bool:
    return one.clause == two.clause and one.start < two.end and two.start < one.end


def _clauses(first: Sequence[Span], second: Sequence[Span]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The clauses of spans, each once, in order."""
    one, two = (tuple(dict.fromkeys(span.clause for span in spans)) for spans in (first, second))
    return one, two
