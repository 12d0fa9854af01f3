"""The ordered list of readers: the one place to add a kind of fact.

A reader is a module with ``read(text, known)``, where ``known`` holds the facts of the readers before it.
"""

from collections.abc import Sequence
from typing import get_args

from policynlp.extract.facts import (
    endings,
    entry,
    instrument,
    languages,
    parties,
    signature,
    term,
    title,
    words,
)
from policynlp.extract.facts.text import Reader, Text
from policynlp.records import Clause, Document, Fact, FactKind, Mention

READERS: tuple[Reader, ...] = (
    title.read,
    instrument.read,
    signature.read,
    languages.read,
    parties.read,
    term.read,
    entry.read,
    endings.read,
    words.read,
)
"""In an order in which each finds what it builds on."""

OF_ANY_TEXT = (title.read, instrument.read, words.read)
"""Readers of prose as well: dates and parties in a text that is no instrument are those of others."""

ORDER = {kind: number for number, kind in enumerate(get_args(FactKind))}


def facts(
    document: Document, clauses: Sequence[Clause] = (), mentions: Sequence[Mention] = ()
) -> tuple[Fact, ...]:
    """Every fact that the text gives, in order of kind, then of place; what it does not say is not there.

    ``clauses`` with their ``mentions`` give the status words; all else is read from the text itself.
    """
    text = Text(document, tuple(clauses), tuple(mentions))
    known: list[Fact] = []
    for read in READERS:
        if read in OF_ANY_TEXT or text.provides or any(fact.kind == "instrument" for fact in known):
            known += read(text, tuple(known))
    return tuple(sorted(dict.fromkeys(known), key=lambda fact: (ORDER[fact.kind], fact.start, fact.value)))
