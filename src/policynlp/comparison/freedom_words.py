"""The expressions of a language by which texts drafted apart vary freely: ``languages/CODE/freedom.toml``."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from policynlp.languages import LANGUAGES, table

NOTHING = "(?!)"
"""An expression that matches nothing, for what a language lacks."""

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Shapes:
    """How the texts of a language are built."""

    sentences: Pattern
    """What parts the sentences and labelled items of a clause."""
    phrases: Pattern
    """What parts the phrases of an enumeration."""
    defined: Pattern
    """The beginning of a definition; its group is the term."""
    ended: Pattern
    """The end of a whole paragraph."""
    measured: Pattern
    """A figure with its unit; its group begins what it measures."""


@dataclass(frozen=True, slots=True)
class Freedom:
    """Words of findings that no reader would name, by the kind of difference that they are of."""

    closed: Pattern
    """Force: the end of a governing word that closes its clause, rather than qualifying a noun."""
    light: Pattern
    """Force: a last word too general to make two governing words one verb."""
    predicate: Pattern
    """Action: what follows the stem of an action in the predicate of its sentence."""
    kind: Pattern
    """Institution: the end of a word that names a kind of body as often as a body."""
    generic: Pattern
    """Institution: what any body that an agreement sets up is called."""
    land: Pattern
    """Region: the end of a word that names some place."""
    somewhere: Pattern
    """Region: a value that is altogether some place."""
    instrument: Pattern
    """Quantity: what stands behind a date that belongs to the name of an instrument."""
    one: Pattern
    """Quantity: one of a thing."""
    months: Pattern
    """Quantity: months by other names."""
    verb: Pattern
    """Quantity: a verb that is read as a number, with what follows it."""
    full_stop: Pattern
    """Quantity: the end of a sentence that a full stop alone does not tell."""
    idle: Pattern
    """Condition: a case named before, a word of manner, what opens definitions."""
    case: Pattern
    """Condition: the end of a phrase that puts a case."""
    other_case: Pattern
    """Condition: how else a case is put."""
    broken: Pattern
    """Condition: the end of one that was cut."""
    turn: Pattern
    """Scope: a set phrase that adds nothing of its own."""
    torn: Pattern
    """Scope: a passage that ends in the middle of a phrase, or only announces what follows."""
    sentence: Pattern
    """Scope: the end of a sentence inside a passage."""
    opened: Pattern
    """Scope: a word that opens a sentence and says nothing alone."""
    subject: Pattern
    """Scope: a party as the subject with which a sentence begins."""
    acts: Pattern
    """Actor: the end of a subject."""
    stands_for: Pattern
    """Actor: one that was named before."""
    body: Pattern
    """Actor: the body that an agreement sets up."""
    denial: Pattern
    """Polarity: a word that denies."""


@cache
def shapes(language: str) -> Shapes:
    """How the texts of a language are built; of one without tables nothing is known."""
    known = _table(language)
    return Shapes(*(_compiled(known.get(field.name, NOTHING)) for field in fields(Shapes)))


@cache
def free_words(language: str) -> Freedom:
    """The free expressions of a language; of one without tables none is known."""
    known = _table(language).get("free", {})
    return Freedom(*(_compiled(known.get(field.name, NOTHING)) for field in fields(Freedom)))


def _table(language: str) -> Mapping[str, Any]:
    return table(language, "freedom") if language in LANGUAGES else {}


def _compiled(written: str | Sequence[str]) -> Pattern:
    return re.compile(written if isinstance(written, str) else "|".join(written))
