"""Whether a Korean noun phrase names somebody who can act: a state, a body or a person."""

from functools import cache

from policynlp.languages import table
from policynlp.languages.ko.predicates import NOUNS, Row
from policynlp.languages.ko.tables import OTHER, action, words

PLURAL = frozenset({"들", "등", "간", "별", "씩", "쯤"})
"""Suffixes behind the noun that matters."""


def acts(row: Row, at: int) -> bool:
    """Whether the noun that ends in front of the particle at index ``at`` can act."""
    last = at - 1
    while last > 0 and row[last].tag in ("XSN", "NNB") and row[last].form in PLURAL:
        last -= 1
    here = row[last]
    if here.tag in ("NNP", "SL", "SSC"):
        return here.form not in exceptions()
    if here.tag == "NNB" or (last and row[last - 1].tag == "SN"):
        return here.form in table("ko", "agents")["dependent"]
    if here.tag == "NP":
        return here.form not in words("stems", "no_actor")
    return here.tag in NOUNS and named(_word(row, last), here.form)


def _word(row: Row, last: int) -> str:
    """The noun that ends at ``last`` with those written together in front of it."""
    first = last
    while first and row[first - 1].tag in NOUNS and row[first - 1].end == row[first].start:
        first -= 1
    return "".join(morpheme.form for morpheme in row[first : last + 1])


@cache
def named(word: str, head: str) -> bool:
    """Whether a word whose last noun is ``head`` names a state, a body or a person."""
    if word in exceptions() or head in exceptions() - syllables():
        return False
    if head in words("stems", "no_actor") or word.endswith(endings()):
        return head not in words("stems", "no_actor")
    return len(word) > 1 and word[-1] in syllables() and action(head) == OTHER


@cache
def endings() -> tuple[str, ...]:
    """Ends of two syllables and more of words for those who act."""
    return tuple(table("ko", "agents")["endings"])


@cache
def syllables() -> frozenset[str]:
    """Ends of one syllable."""
    return frozenset(table("ko", "agents")["syllables"])


@cache
def exceptions() -> frozenset[str]:
    """Words with such an end that name no one."""
    return frozenset(table("ko", "agents")["except"])
