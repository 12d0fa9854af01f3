"""The Korean word tables, turned round for looking things up."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from policynlp.languages import table
from policynlp.languages.ko.morphemes import Morpheme
from policynlp.languages.ko.patterns import Pattern, pattern


@dataclass(frozen=True, slots=True)
class Construction:
    """An ending with its auxiliary, or an idiom, and what it does to the force of its verb."""

    name: str
    pattern: Pattern
    force: int | None = None
    """Level that it sets."""
    attenuates: int | None = None
    """Level that it lowers to."""
    own: int | None = None
    """Level that its verb has as main verb."""
    negates: bool = False
    continuing: bool = False
    topic: frozenset[str] = frozenset()
    """Nouns of which one must be the sentence's topic ("목적은 …하는 것이다")."""
    past: bool = False
    instrument: bool = False
    """Counts in the text of an instrument only."""
    weak: bool = False
    """Leaves a level that an inner construction has set."""
    passive: bool = False
    """Turns the object into the subject."""
    enables: bool = False
    """Makes something possible for others ("이용할 수 있도록 한다")."""
    resets: bool = False
    """Takes back the level of what it embeds."""
    stem: str = ""
    """Of an idiom: the stem that it counts as."""


@dataclass(frozen=True, slots=True)
class Action:
    """What a stem amounts to."""

    name: str
    phase: str


OTHER = Action("other", "")


@cache
def constructions() -> tuple[Construction, ...]:
    """Endings with auxiliaries, longest pattern first."""
    made = (_construction(row) for row in table("ko", "force")["construction"])
    return tuple(sorted(made, key=_length, reverse=True))


@lru_cache(maxsize=10_000)
def beginning(form: str, tag: str) -> tuple[Construction, ...]:
    """Those that may begin with a morpheme; kept, since the same endings come again and again."""
    first = Morpheme(form, tag, 0, 0)
    return tuple(one for one in constructions() if one.pattern[0].fits(first))


@cache
def idioms() -> dict[str, tuple[Construction, ...]]:
    """Nouns and verbs that are one predicate together, by the form that they begin with, longest first."""
    made = sorted((_construction(row) for row in table("ko", "force")["idiom"]), key=_length, reverse=True)
    forms = {form for one in made for form in one.pattern[0].forms}
    return {form: tuple(one for one in made if form in one.pattern[0].forms) for form in forms}


def _construction(row: dict[str, Any]) -> Construction:
    return Construction(
        row.get("name", row.get("as", "")),
        pattern(row["pattern"]),
        row.get("force"),
        row.get("attenuates"),
        row.get("own"),
        negates=row.get("negates", False),
        continuing=row.get("continuing", False),
        topic=frozenset(row.get("topic", ())),
        past=row.get("past", False),
        instrument=row.get("instrument", False),
        weak=row.get("weak", False),
        passive=row.get("passive", False),
        enables=row.get("enables", False),
        resets=row.get("resets", False),
        stem=row.get("as", ""),
    )


def _length(one: Construction) -> int:
    return len(one.pattern)


@cache
def levels() -> dict[str, int]:
    """Level of each stem that has one of its own."""
    return {stem: int(level) for level, stems in table("ko", "force")["levels"].items() for stem in stems}


@cache
def words(section: str, name: str) -> frozenset[str]:
    """A list of words of ``force.toml``."""
    return frozenset(table("ko", "force")[section][name])


@cache
def actions() -> dict[str, Action]:
    """Action of each stem."""
    groups = table("ko", "action")["group"]
    return {stem: Action(group["class"], group["phase"]) for group in groups for stem in group["stems"]}


def action(stem: str) -> Action:
    """Action of a stem, by its longest ending in the table; ``other`` where there is none."""
    known = actions()
    return next((known[stem[at:]] for at in range(len(stem)) if stem[at:] in known), OTHER)


def level(stem: str) -> int | None:
    """Level of a stem as main verb, by its longest ending in the table; None where it has none of its own."""
    known = levels()
    return next((known[stem[at:]] for at in range(len(stem)) if stem[at:] in known), None)


def among(stem: str, section: str, name: str) -> bool:
    """Whether a stem stands in a list of ``force.toml``."""
    return stem in words(section, name)


@cache
def topics() -> frozenset[str]:
    """Action nouns that name a field where nothing in 의 depends on them."""
    return frozenset(table("ko", "action")["topics"]["nouns"])
