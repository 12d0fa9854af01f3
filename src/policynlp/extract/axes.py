"""The two axes that count: how much of a commitment can be checked, and what follow-up it sets."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from policynlp.languages import table
from policynlp.languages.drafts import Draft
from policynlp.records import Clause, Mention

SENTENCE_END = re.compile(r"(?<=[.;。])\s+|(?<=다\.)\s*")
DATED = frozenset(("date", "deadline"))
CHECKABLE_ACTIONS = frozenset(("fund", "legislate"))
CHECKABLE_PHASES = frozenset(("complete",))
CREATED = frozenset(("joint-committee", "working-group", "contact-point"))
"""Bodies that an agreement sets up: whether they exist can be checked."""


def precision(clause: Clause, draft: Draft, actor: str, mentions: Sequence[Mention]) -> int:
    """0 to 5: a point each for named actor, quantity, date, named instrument or body, checkable outcome."""
    near = within(clause, draft, mentions)
    quantities = {m.attributes.get("type", "") for m in near if m.kind == "quantity"}
    bodies = [m for m in near if m.kind == "institution"]
    return sum(
        (
            is_named(actor, clause.language),
            bool(quantities - DATED),
            bool(quantities & DATED),
            bool(bodies) or mentions_instrument(clause, draft, near),
            is_checkable(draft, bodies),
        )
    )


def follow_up(clause: Clause, draft: Draft, mentions: Sequence[Mention]) -> int:
    """0 to 3: a point each for an implementing body, review or reporting, a way to amend, settle or leave."""
    start, end = sentence(clause.text, place(draft))
    text = clause.text[start:end].lower()
    body = any(m.kind == "institution" and m.value in CREATED for m in within(clause, draft, mentions))
    words = patterns(clause.language)
    return sum(
        (
            body or bool(words["body"].search(text)),
            bool(words["review"].search(text)),
            bool(words["exit"].search(text)),
        )
    )


def place(draft: Draft) -> int:
    """A character that stands in the draft's own sentence."""
    return (draft.predicate or draft.object or draft.marker or (0, 0))[0]


def sentence(text: str, at: int) -> tuple[int, int]:
    """Start and end of the sentence, or list item inside a clause, around a character."""
    found = cuts(text)
    behind = bisect_right(found, at)
    return found[behind - 1], found[behind] if behind < len(found) else len(text)


@lru_cache(maxsize=8)
def cuts(text: str) -> tuple[int, ...]:
    """Where sentences start, and the end; kept, since each commitment of a clause asks several times."""
    return (0, *(found.end() for found in SENTENCE_END.finditer(text)), len(text))


def within(clause: Clause, draft: Draft, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions in the draft's own sentence."""
    start, end = sentence(clause.text, place(draft))
    return [m for m in mentions if start <= m.span.start < end]


@cache
def settings(language: str) -> dict[str, Any]:
    """The words of one language for the counted axes."""
    found: dict[str, Any] = table("shared", "axes")[language]
    return found


@cache
def patterns(language: str) -> dict[str, re.Pattern[str]]:
    """Expressions for follow-up, over lower-case text."""
    return {
        name: re.compile(settings(language)[name])
        for name in ("body", "review", "exit", "generic", "instrument", "programme")
    }


def is_named(actor: str, language: str) -> bool:
    """Whether an actor says more than "the Participants"."""
    return bool(actor) and not patterns(language)["generic"].fullmatch(actor.lower().strip())


def mentions_instrument(clause: Clause, draft: Draft, near: Sequence[Mention]) -> bool:
    """Whether a named programme, agreement or plan is written there ("the Green Climate Fund")."""
    words = patterns(clause.language)
    start, end = sentence(clause.text, place(draft))
    known = words["programme"].search(clause.text[start:end].lower())
    return bool(known) or any(words["instrument"].search(m.text) for m in near if m.kind == "term")


def is_checkable(draft: Draft, bodies: Sequence[Mention]) -> bool:
    """Whether one can tell that it was done: a law, money paid, something completed, a body set up."""
    set_up = draft.phase == "initiate" and any(m.value in CREATED for m in bodies)
    return draft.action in CHECKABLE_ACTIONS or draft.phase in CHECKABLE_PHASES or set_up
