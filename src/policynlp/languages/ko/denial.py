"""Clauses that deny an intent: "법적 의무를 창설하지 아니한다", "구속력이 없다"."""

from policynlp.languages.ko.arguments import actor, subject
from policynlp.languages.ko.predicates import Predicate, Row
from policynlp.languages.ko.tables import words

ARGUMENT = frozenset({"JKO", "JKS", "JX", "JKB"})
"""Tags of the particles that end what is denied."""

REACH = 8
"""Morphemes of the denied noun phrase that are looked at: "법적 구속력이 있는 권리나 의무도" has seven."""


def denies(row: Row, start: int, one: Predicate) -> bool:
    """Whether a predicate says that no legal duty arises, from index ``start`` of the sentence on."""
    if not one.negated and one.stem not in ("없", "아니"):
        return False
    if one.negated and carves(row, one):
        return True
    if one.stem not in words("denial", "verbs"):
        return False
    if one.stem in words("denial", "nouns"):
        return True
    if one.stem in words("denial", "construing"):
        return _names(row, start, one.last)
    end = next((at for at in range(one.last, start, -1) if row[at].tag in ARGUMENT), one.last + 1)
    return _names(row, max(start, end - REACH), end) if end > one.first - 4 else False


def carves(row: Row, one: Predicate) -> bool:
    """Whether a negated predicate carves something out of the effect of a text, which nobody does:
    "이 협정은 … 제한하지 아니한다", "… 적용되지 아니한다"; not "당사국은 … 제한하지 아니한다"."""
    if one.stem not in words("denial", "carved"):
        return False
    if actor(row, 0, one.first) is not None and not one.passive:
        return False
    if one.stem in words("denial", "always") or (one.passive and one.stem in words("denial", "withheld")):
        return True
    topics = [at for at in range(1, one.first) if row[at].tag == "JX" and row[at].form in ("은", "는", "도")]
    if not topics and one.stem in words("denial", "hindering"):
        return subject(row, 0, one.first) is None
    return any(row[at - 1].form in words("denial", "texts") for at in topics)


def _names(row: Row, start: int, end: int) -> bool:
    """Whether a duty or binding force is named between two indexes."""
    phrase = [morpheme.form for morpheme in row[start:end]]
    legal = "법" in phrase or "법적" in phrase
    return not words("denial", "nouns").isdisjoint(phrase) or (legal and "효력" in phrase)


def about_funds(row: Row, start: int, one: Predicate) -> bool:
    """Whether what is denied is money ("재원을 구속하지 아니한다")."""
    return any(morpheme.form in words("denial", "funds") for morpheme in row[start : one.stop])
