"""What a document says of itself as a whole, each fact with the words it was read from and the way there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from policynlp.records import Analysis, Bilingual, Clause, Fact
from policynlp.report.messages import INTERFACE, catalogue, say

SHOWN = 120
"""Characters of a fact's words on the page: a title with all parties; longer ones end in an ellipsis."""
PERIOD = re.compile(r"P(\d+)([DWMY])")


@dataclass(frozen=True, slots=True)
class Read:
    """One fact."""

    words: str
    """As they stand in the text."""
    value: Bilingual
    """What they mean, in both languages; empty where the words say all."""
    target: str
    """Id of the page's element that shows them."""


@dataclass(frozen=True, slots=True)
class Line:
    """All facts of one kind."""

    key: str
    """Message key of the kind's name."""
    read: tuple[Read, ...]


def lines(analysis: Analysis, targets: Mapping[str, str], head: str) -> tuple[Line, ...]:
    """The facts by kind, in the order of the kinds; ``head`` is the element that shows the title."""
    return tuple(
        Line(f"fact.{kind}", tuple(_read(fact, analysis, targets, head) for fact in facts))
        for kind, facts in groupby(analysis.facts, key=attrgetter("kind"))
    )


def _read(fact: Fact, analysis: Analysis, targets: Mapping[str, str], head: str) -> Read:
    """One fact made ready for the page."""
    words = " ".join(fact.text.split())
    shown = words if len(words) <= SHOWN else words[:SHOWN].rsplit(" ", 1)[0] + " …"
    clause = clause_at(fact, analysis.clauses)
    return Read(shown, _told(fact, words), targets[clause.id] if clause else head)


def clause_at(fact: Fact, clauses: Sequence[Clause]) -> Clause | None:
    """The clause that holds the words; of words in a heading below the first clause, the next one; None for
    words of the title."""
    inside = next((c for c in clauses if c.start < fact.end and fact.start < c.end), None)
    if inside or not clauses or fact.start < clauses[0].start:
        return inside
    return next((c for c in clauses if c.start >= fact.start), clauses[-1])


def _told(fact: Fact, words: str) -> Bilingual:
    """The meaning of a fact in both languages, where it adds to the words."""
    told = {language: _value(fact, language) for language in INTERFACE}
    return told if any(told[language] not in ("", words) for language in told) else {}


def _value(fact: Fact, language: str) -> str:
    """The meaning in one language: the value's name, then what the detail adds."""
    name, _, delay = fact.value.partition("+")
    parts = [_name(fact.kind, name, language), _name(fact.kind, delay, language) if delay else ""]
    if fact.kind in ("treaty_word", "nonbinding_word"):
        parts = [say("fact.times", language, fact.detail)] if fact.detail != "1" else []
    elif fact.detail in ("renewal", "prevails"):
        parts.append(say(f"fact.{fact.detail}", language))
    return ", ".join(filter(None, parts))


def _name(kind: str, value: str, language: str) -> str:
    """A value in words: a period, a listed name, else the value itself; nothing for a made-up name."""
    if match := PERIOD.fullmatch(value):
        return say(f"unit.{match[2]}", language, match[1])
    for key in (value, f"{kind}.{value}", f"language.{value}"):
        if key in catalogue():
            return say(key, language)
    return "" if kind in ("title", "party") else value
