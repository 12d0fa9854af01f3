"""Sentences that say what a word means: "사업"이라 함은 …을 의미한다."""

from policynlp.languages.ko.predicates import NAMING, Predicate, Row
from policynlp.languages.ko.tables import words

QUOTES = frozenset({"SSC", "SS", "SW"})
"""Tags that Kiwi gives to closing quotation marks."""


def defines(row: Row, found: list[Predicate]) -> bool:
    """Whether a sentence defines a word; what it says of it commits nobody, nor do the items below it."""
    at = next((at for at in range(2, len(row)) if row[at].tag == "JX" and row[at].form in ("은", "는")), 0)
    if not at:
        return False
    if row[at - 1].tag in QUOTES and found:
        return found[-1].stem in words("stems", "defining")
    return _worded(row, at) or any(one.stem == NAMING and one.stop == at for one in found)


def _worded(row: Row, at: int) -> bool:
    """Whether the topic is a quoted word named as such: "합섬"이라는 표현은."""
    named = row[at - 1].form in words("stems", "wording")
    return named and any(morpheme.tag in QUOTES for morpheme in row[max(0, at - 4) : at - 1])
