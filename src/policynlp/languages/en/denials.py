"""Where an English clause denies that it creates obligations."""

import re
from functools import cache
from itertools import groupby

from policynlp.languages import table
from policynlp.languages.drafts import Chars, Draft

TURN = re.compile(r"\b(?:not|no|nothing|without|non)\b")
MONEY = re.compile(r"funds?|funding|financial|resources|expenditures?|appropriations?")
WITHHELD = re.compile(rf"rights?|obligations?|commitments?|effects?|{MONEY.pattern}")
"""What a text refuses to give: the object of the denial."""
CONFIDENCE = 0.9
"""Of a denial: the expressions are narrow, but read words and not syntax."""


@cache
def pattern() -> re.Pattern[str]:
    """All denials of the table in one expression."""
    return re.compile("|".join(f"(?:{source})" for source in table("en", "denials")["denied"]["patterns"]))


def denials(text: str) -> list[Draft]:
    """A draft of force 0, ``denied``, for every sentence that denies: one for law, one for money."""
    low = text.lower()
    places = [found.span() for found in pattern().finditer(low)]
    groups = groupby(places, lambda place: (low.count(". ", 0, place[0]), about_money(low[slice(*place)])))
    return [denial(low, (part := list(group))[0][0], part[-1][1]) for _, group in groups]


def about_money(words: str) -> bool:
    """Whether money is what is withheld."""
    return MONEY.search(words) is not None


def denial(low: str, start: int, end: int) -> Draft:
    """The draft of one denial, from its first to its last word."""
    words = low[start:end]
    named = list(WITHHELD.finditer(words))
    thing: Chars | None = (start + named[0].start(), start + named[-1].end()) if named else None
    turned = TURN.search(words)
    negation = (start + turned.start(), start + turned.end()) if turned else (start, end)
    action = "fund" if about_money(words) else "other"
    return Draft(
        force=0,
        bare_force=None,
        action=action,
        polarity="denied",
        marker=(start, end),
        predicate=(start, end),
        negation=negation,
        object=thing,
        confidence=CONFIDENCE,
    )
