"""What part a clause plays in its document: substance, preamble, naming of the parties, signature,
running."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from policynlp.comparison.stated import countries_of
from policynlp.languages import table
from policynlp.records import Analysis, Clause, Mention

Role = Literal["substance", "preamble", "parties", "signature", "governance"]

FACTORS: Mapping[Role, float] = {
    "substance": 1.0,
    "preamble": 0.5,
    "parties": 0.2,
    "signature": 0.2,
    "governance": 0.6,
}
"""Share of its weight that a difference keeps in each part: what an analyst names first is in the
substance."""

FORMAL: frozenset[Role] = frozenset({"parties", "signature"})
"""Parts whose differences are told of the documents as wholes: who concludes them, where and when."""

SIGNATURE = re.compile(
    r"^\s*(?:signed|done) (?:at|in|on)\b|\bin witness\b|(?:서명하였다|서명함|작성하였다|작성되었다"
    r"|서명하였으며)\s*\.?\s*$|이상의 증거로|정본(?:인|으로)?\s*[가-힣]+어"
    r"|정부를\s*(?:위하여|대표하여|대신하여)\s*(?:[^가-힣]|$|[가-힣]{1,8}\s+정부)"
    r"|^\s*(?:for|on behalf of) the (?:government|people)",
    re.IGNORECASE,
)
FORMULA = re.compile(
    r"^\s*for the (?:republic|kingdom|european)\b.{0,40}$|\bdrawn up in (?:duplicate|two|a single|\w+ cop)"
    r"|^\s*(?:en foi de quoi|gedaan te|fait (?:à|a) |geschehen zu|fatto a |udfærdiget|hecho en)"
    r"|^\s*(?:pour (?:le|la|les|sa|son)|voor (?:de|het|zijne)|für (?:die|das|den)|per (?:il|la)) "
    r"|국무회의의?\s*심의를\s*거쳐"
    r"|^\s*다음과\s*같이\s*합의하(?:였|한)다\.?\s*$"
    r"|^\s*have (?:agreed|decided)\b.{0,60}$"
    r"|^\s*(?:대통령|국무총리|국무위원|주무장관)\s"
    r"|^\s*⊙?\s*(?:조약|고시)\s*제\s*[\d-]+호"
    r"|^\s*\d{4}년\s*\d{1,2}월\s*\d{1,2}일\s*$",
    re.IGNORECASE,
)
"""What texts drafted apart surely differ in: who promulgates them, in which languages they are done."""
NAMING = re.compile(
    r"\bhereinafter\b|\bhereafter\b|\bof the (?:one|other|first|second) part\b"
    r"|이하\s*[\"“'‘「]?[^)]{1,30}(?:라|이라)\s*(?:한다|함)",
    re.IGNORECASE,
)
ENACTING = re.compile(
    r"\b(?:have|has) (?:\w+ )?(?:agreed|reached|decided|come to)\b|\bagree as follows\b"
    r"|\bdeclare (?:\w+ ){0,2}as follows\b"
    r"|다음과\s*같(?:이|은)\s*[가-힣 ]*(?:합의|양해|도달|결정|협정|선언)",
    re.IGNORECASE,
)
"""The words between preamble and provisions."""
LONGEST = 40
"""Clauses that a preamble may have."""
OPEN_END = re.compile(r"[,)](?:은|는|이|가)?\s*,?\s*$")
"""How the naming of the parties ends: the sentence goes on."""
OPENING = 6
"""Clauses at the beginning among which the parties are named."""
GENERAL = frozenset({"governance", "research", "trade", "investment"})
"""Areas that every agreement touches and that therefore tell little of a clause."""


def roles(analysis: Analysis) -> dict[str, Role]:
    """The part that each clause plays, by id, from its words, its place and what was read in it."""
    start = opening(analysis)
    areas: dict[str, set[str]] = {}
    for mention in analysis.mentions:
        if mention.kind == "area":
            areas.setdefault(mention.span.clause, set()).add(mention.value)
    return {c.id: _role(c, n, start, areas.get(c.id, set())) for n, c in enumerate(analysis.clauses)}


def _role(clause: Clause, number: int, start: int, areas: set[str]) -> Role:
    if SIGNATURE.search(clause.text):
        return "signature"
    if number < OPENING and NAMING.search(clause.text) and OPEN_END.search(clause.text):
        return "parties"
    if number < start:
        return "preamble"
    return "governance" if "governance" in areas and areas <= {"governance", "research"} else "substance"


def opening(analysis: Analysis) -> int:
    """Index of the first clause after the preamble: the words that enact, else the first commitment."""
    for number, clause in enumerate(analysis.clauses[:LONGEST]):
        if ENACTING.search(clause.text):
            return number
    sure = {c.clause for c in analysis.commitments if c.force > 1 and c.confidence >= 0.8}
    return next((i for i, clause in enumerate(analysis.clauses) if clause.id in sure), 0)


def parties(analysis: Analysis) -> frozenset[str]:
    """Canonical countries that conclude the document: as its metadata states, else as its facts say, else
    as it names or signs."""
    stated = (part.strip() for part in re.split("[,;]", analysis.document.metadata.get("parties", "")))
    if canonical := frozenset(part for part in stated if part.startswith("country.")):
        return canonical
    if read := countries_of(analysis):
        return read
    naming = [c.id for c in analysis.clauses[:OPENING] if NAMING.search(c.text)][:1]
    where = naming or [c.id for c in analysis.clauses if SIGNATURE.search(c.text)][-1:]
    texts = {c.id: c.text for c in analysis.clauses if c.id in where}
    return frozenset(
        m.value
        for m in analysis.mentions
        if m.kind == "place" and m.value.startswith("country.") and _country(m, texts.get(m.span.clause, ""))
    )


def _country(mention: Mention, text: str) -> bool:
    """Whether a country is meant in that text, rather than its language: 스페인어로 작성하였다."""
    return bool(text) and not text.startswith("어", mention.span.end)


@cache
def country_name(value: str) -> Mapping[str, str]:
    """A country's name in both languages; the code itself where no table knows it."""
    listed = table("shared", "places").get("country", {}).get(value.removeprefix("country."))
    return {code: listed[code][0] for code in ("en", "ko")} if listed else {"en": value, "ko": value}


@cache
def short_country_name(value: str) -> Mapping[str, str]:
    """The first of a country's names that is short enough to stand in brackets."""
    listed = table("shared", "places").get("country", {}).get(value.removeprefix("country."))
    if not listed:
        return {"en": value, "ko": value}
    limits = {"en": 20, "ko": 6}
    return {
        code: next((name for name in listed[code] if len(name) <= limit), listed[code][0])
        for code, limit in limits.items()
    }
