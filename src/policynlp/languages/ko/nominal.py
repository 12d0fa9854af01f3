"""List items that are noun phrases: "AI 정책 프레임워크의 개발 및 증진"."""

from dataclasses import replace

from policynlp.languages.drafts import Chars, Draft
from policynlp.languages.ko.arguments import JOINERS, joined, noun_action, noun_at, noun_chars
from policynlp.languages.ko.predicates import NOUNS, Row
from policynlp.languages.ko.roles import CONNECTIVES, TRAILING
from policynlp.languages.ko.tables import OTHER, action, level, topics, words

PRACTICE = 3
"""Level of a note that says by what means or to what end an act is done, where no lead-in gives another: in
Korean reports such lines stand for "we do" (as stated practice, ``force.PRACTICE``)."""

NOTE_LENGTH = 14
"""Most morphemes between "…을 통한" or "…을 위한" and the act it leads to: three nouns and joints."""


def noun_item(row: Row) -> list[Draft]:
    """Drafts for the action nouns that end a noun phrase; none where it ends in another noun.

    A lead-in gives them their level. Without one only a note has a level ("예방을 위한 점검 체계 구축").
    """
    last = _last(row)
    if last < 0 or noun_action(row, last) == OTHER or _topical(row, last):
        return []
    heads = [*_earlier(row, last), last]
    floors = [0, *(head + 2 for head in heads[:-1])]
    made = [draft for floor, head in zip(floors, heads, strict=True) for draft in _phrase(row, floor, head)]
    return (
        [replace(draft, bare_force=_practice(row, last)) for draft in made] if _is_note(row, last) else made
    )


def _practice(row: Row, last: int) -> int:
    """Level of a note; looking into something stays what it is ("이행을 위한 시스템 확인")."""
    own = level(noun_at(row, last))
    return PRACTICE if own is None or own > 1 else own


def _is_note(row: Row, last: int) -> bool:
    """Whether means or end of the act at ``last`` stand in front of it, with nouns only between."""
    for at in range(last - 1, max(last - NOTE_LENGTH, 0), -1):
        if row[at].form in words("stems", "means") and row[at + 1].tag in ("ETM", "EC"):
            return True
        if row[at].tag in ("EC", "JKO", "JKS", "JX", "EF", "SF") and row[at - 1].form not in words(
            "stems", "means"
        ):
            return False
    return False


def _topical(row: Row, last: int) -> bool:
    """Whether the last noun names a field ("우주 탐사"), not what is done to something ("…의 탐사")."""
    first = last
    while first and row[first - 1].tag in NOUNS and row[first - 1].end == row[first].start:
        first -= 1
    word = "".join(morpheme.form for morpheme in row[first : last + 1])
    return word in topics() and (first == 0 or row[first - 1].tag != "JKG")


def _phrase(row: Row, floor: int, head: int) -> list[Draft]:
    """Drafts of the noun phrase from ``floor`` to ``head``: "개발 및 증진" share their object."""
    nouns = [*joined(row, floor, head), head]
    shared = _object(row, floor, noun_chars(row, nouns[0])[0])
    return [_draft(row, at, shared) for at in nouns]


def _earlier(row: Row, last: int) -> list[int]:
    """Action nouns that end a phrase of their own in front of the last one: "…의 옹호와", "…의 개발 및"."""
    return [at for at in range(1, last - 1) if _heads(row, at) and noun_action(row, at) != OTHER]


def _heads(row: Row, at: int) -> bool:
    """Whether a genitive leads to the noun at ``at``, and a joiner and another genitive follow it."""
    if row[at].tag not in NOUNS or row[at - 1].tag != "JKG" or row[at + 1].form not in JOINERS:
        return False
    rest = row[at + 2 :]
    return rest[0].form not in words("stems", "postposition") and any(m.tag == "JKG" for m in rest)


def _last(row: Row) -> int:
    """Index of the last noun; -1 where the phrase does not end in one."""
    at = len(row) - 1
    while at >= 0 and (row[at].tag in TRAILING or row[at].form in CONNECTIVES):
        at -= 1
    return at if at >= 0 and row[at].tag in NOUNS else -1


def _draft(row: Row, at: int, shared: Chars | None) -> Draft:
    done = action(noun_at(row, at))
    place = noun_chars(row, at)
    return Draft(None, None, done.name, done.phase, predicate=place, object=shared, confidence=0.8)


def _object(row: Row, floor: int, stop: int) -> Chars | None:
    """What stands in front of the character ``stop``, without the particle between.

    Of an act in a field ("기초과학 분야의 교류") the whole phrase is the object.
    """
    end = sum(morpheme.end <= stop for morpheme in row)
    if end - 1 > floor and row[end - 1].tag == "JKG" and row[end - 2].form in words("stems", "fields"):
        return row[floor].start, row[end].end
    while end > floor and (row[end - 1].tag in ("JKG", "JKO") or row[end - 1].form in CONNECTIVES):
        end -= 1
    return (row[floor].start, row[end - 1].end) if end > floor else None
