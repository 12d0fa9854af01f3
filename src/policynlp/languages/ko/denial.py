"""Clauses that deny an intent: "법적 의무를 창설하지 아니한다", "구속력이 없다"."""

from policynlp.languages.ko.predicates import Predicate, Row
from policynlp.languages.ko.tables import words


def denies(row: Row, start: int, one: Predicate) -> bool:
    """Whether a predicate says that no legal duty arises, from index ``start`` of the sentence on."""
    if not one.negated and one.stem not in ("없", "아니"):
        return False
    if one.stem not in words("denial", "verbs"):
        return False
    before = {morpheme.form for morpheme in row[start : one.last + 1]}
    return not before.isdisjoint(words("denial", "nouns"))
