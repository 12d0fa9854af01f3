"""The English word tables, turned round for looking up a lemma."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from policynlp.languages import table
from policynlp.languages.en.ligatures import parted

AMERICAN = re.compile(r"(?<=..)yz(?=e|ing|ation)|iz(?=e$|es$|ed$|ing$|ation$)")


@dataclass(frozen=True, slots=True)
class Action:
    """What a verb or action noun amounts to."""

    name: str
    """Action class."""
    phase: str
    """Phase, or empty."""


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that gives force to the action it governs."""

    level: int
    """0 to 6."""
    forms: tuple[str, ...] = ()
    """How the action follows: ``to``, ``gerund``, ``nominal``, ``that``, or the preposition before it."""
    transparent: bool = False
    """Leaves the force of what governs it as it is (continue, begin)."""
    continuing: bool = False
    """Says that the action is already under way."""
    passive: bool = False
    """Governs only in the passive: "is required to", not "requires"."""
    ungoverned: bool = False
    """Governs only where nothing governs it: "is designed to", not "shall be designed to"."""


OTHER = Action("other", "")


@cache
def canonical(word: str) -> str:
    """A lemma in the spelling of the tables: lower case, British, no hyphen in co-."""
    low = parted(word.lower()).replace("co-", "co").removeprefix("re-")
    low = AMERICAN.sub(lambda found: "ys" if found.group() == "yz" else "is", low)
    return SPELLINGS.get(low, low)


SPELLINGS: Mapping[str, str] = MappingProxyType(
    {
        "endeavor": "endeavour",
        "favor": "favour",
        "honor": "honour",
        "fulfill": "fulfil",
        "fulfillment": "fulfilment",
        "program": "programme",
        "defense": "defence",
        "commited": "committed",
        "practice": "practise",
    }
)
"""Spellings that no rule turns into the tables' own."""


@cache
def verbs() -> Mapping[str, Action]:
    """Action of each verb, phrasal verbs as ``set up``."""
    return {word: action for action, group in groups() for word in group["verbs"]}


@cache
def phrasal() -> frozenset[str]:
    """Verbs that a particle completes: ``carry`` of ``carry out``."""
    return frozenset(word.split()[0] for word in verbs() if " " in word)


@cache
def nouns() -> Mapping[str, Action]:
    """Action of each action noun."""
    return {word: action for action, group in groups() for word in group["nouns"]}


def groups() -> list[tuple[Action, dict[str, Any]]]:
    """The groups of action.toml, each with its Action."""
    return [(Action(group["class"], group["phase"]), group) for group in table("en", "action")["group"]]


@dataclass(frozen=True, slots=True)
class Sense:
    """Another action that a verb amounts to with certain words beside it."""

    words: frozenset[str]
    """One of these is needed."""
    also: frozenset[str]
    """And one of these, if there are any."""
    action: Action


@cache
def senses() -> Mapping[str, tuple[Sense, ...]]:
    """By verb: the words beside it that give it another action, with that action, in the table's order."""
    found: dict[str, list[Sense]] = {}
    for row in table("en", "action")["sense"]:
        words, also = frozenset(row["with"]), frozenset(row.get("and", ()))
        for verb in row["verbs"]:
            found.setdefault(verb, []).append(Sense(words, also, Action(row["class"], row["phase"])))
    return {verb: tuple(rows) for verb, rows in found.items()}


@cache
def role(name: str) -> frozenset[str]:
    """A word list of action.toml's ``roles`` or of force.toml's ``lists``."""
    listed = table("en", "action")["roles"].get(name) or table("en", "force")["lists"][name]
    return frozenset(listed)


@cache
def governors(kind: str) -> Mapping[str, Governor]:
    """``modals``, ``verbs``, ``adjectives`` or ``nouns`` of force.toml."""
    return {
        word: Governor(
            entry["level"],
            tuple(entry.get("forms", ())),
            bool(entry.get("transparent")),
            bool(entry.get("continuing")),
            bool(entry.get("passive")),
            bool(entry.get("ungoverned")),
        )
        for word, entry in table("en", "force")[kind].items()
    }


@cache
def practice() -> tuple[frozenset[str], frozenset[str], int]:
    """Subjects that tell of their own practice in the present, verbs that do not, and the level of it."""
    entry = table("en", "force")["practice"]
    return frozenset(entry["subjects"]), frozenset(entry["statives"]), int(entry["level"])


@cache
def performed() -> Mapping[str, int]:
    """Level of each verb that does in the first person or the plural what it says ("We launch …")."""
    rows = table("en", "force")["performed"]
    return {word: int(level) for level in ("5", "4") for word in rows[level]}


@cache
def planned() -> int:
    """Level of a measure in the imperative that no lead-in governs."""
    return int(table("en", "force")["planned"]["level"])


@cache
def bare_levels() -> Mapping[str, int]:
    """Level of each verb that weighs something with nothing governing it."""
    return {word: int(level) for level, words in table("en", "force")["bare"].items() for word in words}
