"""List items that are noun phrases: "AI 정책 프레임워크의 개발 및 증진"."""

from policynlp.languages.drafts import Chars, Draft
from policynlp.languages.ko.arguments import joined, noun_at, noun_chars
from policynlp.languages.ko.predicates import NOUNS, Row
from policynlp.languages.ko.roles import CONNECTIVES, TRAILING
from policynlp.languages.ko.tables import OTHER, action


def noun_item(row: Row) -> list[Draft]:
    """Drafts for the action nouns that end a noun phrase; none where it ends in another noun.

    They have no level of their own: a lead-in gives it, or there is no commitment.
    """
    last = _last(row)
    if last < 0 or action(noun_at(row, last)) == OTHER:
        return []
    return [_draft(row, at) for at in [*joined(row, 0, last), last]]


def _last(row: Row) -> int:
    """Index of the last noun; -1 where the phrase does not end in one."""
    at = len(row) - 1
    while at >= 0 and (row[at].tag in TRAILING or row[at].form in CONNECTIVES):
        at -= 1
    return at if at >= 0 and row[at].tag in NOUNS else -1


def _draft(row: Row, at: int) -> Draft:
    done = action(noun_at(row, at))
    return Draft(
        None,
        None,
        done.name,
        done.phase,
        predicate=noun_chars(row, at),
        object=_object(row, at),
        confidence=0.8,
    )


def _object(row: Row, at: int) -> Chars | None:
    """What stands in front of the action noun, without the particle between."""
    end = at
    while end and (row[end - 1].tag in ("JKG", "JKO", "XSN") or row[end - 1].form in ("및", ",", "·")):
        end -= 1
    return (row[0].start, row[end - 1].end) if end else None
