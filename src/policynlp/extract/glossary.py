"""Glossary pairs that the text itself gives: a term, and its translation or abbreviation in brackets."""

import re
from collections.abc import Iterator, Sequence

from policynlp.records import Clause, GlossaryPair, Span

BRACKET = re.compile(r"[ \u00a0]?[(（]([^()（）]{2,120})[)）]")


def pairs(clauses: Sequence[Clause]) -> tuple[GlossaryPair, ...]:
    """All pairs of a document, in order of appearance."""
    return tuple(pair for clause in clauses for pair in read(clause))


def read(clause: Clause) -> Iterator[GlossaryPair]:
    """The pairs of one clause."""
    return iter(())
