"""Sentences that say what a word means: "사업"이라 함은 …을 의미한다."""

from policynlp.languages.ko.predicates import NAMING, Predicate, Row
from policynlp.languages.ko.tables import words

QUOTES = frozenset({"SSC", "SS", "SW"})
"""Tags that Kiwi gives to closing quotation marks."""


def defines(row: Row, found: list[Predicate]) -> bool:
    """Whether a sentence defines a word; what it says of it commits nobody, nor do the items below it."""
    at = next((at for at in range(2, len(row)) if _topic(row, at)), 0)
    if not at:
        return False
    if row[at - 1 - (row[at - 1].tag == "VCP")].tag in QUOTES and found:
        return found[-1].stem in words("stems", "defining")
    return _worded(row, at) or any(one.stem == NAMING and one.stop == at for one in found)


def _topic(row: Row, at: int) -> bool:
    """Whether 은/는 stands at ``at``, or 란 as in "“투자”란"."""
    if row[at].form == "란":
        return row[at].tag == "JX" or row[at - 1].tag == "VCP"
    return row[at].tag == "JX" and row[at].form in ("은", "는")


def _worded(row: Row, at: int) -> bool:
    """Whether the topic is a quoted word named as such: "합섬"이라는 표현은."""
    named = row[at - 1].form in words("stems", "wording")
    quoted = any(morpheme.tag in QUOTES for morpheme in row[max(0, at - 4) : at - 1])
    return named and (quoted or any(morpheme.form in words("stems", "meaning") for morpheme in row[at:]))


def goes_on(found: list[Predicate]) -> bool:
    """Whether a sentence behind a definition only says what the word takes in: "이는 …을 포함한다"."""
    last = found[-1] if found else None
    return last is not None and last.force is None and last.stem in words("stems", "defining")
