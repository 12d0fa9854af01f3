"""Where an English clause denies that it creates obligations."""

import re
from functools import cache

from policynlp.languages import table
from policynlp.languages.drafts import Chars, Draft


@cache
def pattern() -> re.Pattern[str]:
    """All denials of the table in one expression."""
    return re.compile("|".join(f"(?:{source})" for source in table("en", "denials")["denied"]["patterns"]))


def denials(text: str) -> list[Draft]:
    """A draft of force 0 and polarity ``denied`` for every denial."""
    return [denial(found) for found in pattern().finditer(text.lower())]


def denial(found: re.Match[str]) -> Draft:
    """The draft of one denial: its negation, and funding as action where money is what is withheld."""
    words = found.group()
    money = re.search(r"funds?|funding|financial|resources|expenditure|appropriation", words)
    turned = re.search(r"\b(?:not|no|nothing|without|non)\b", words)
    place: Chars = (found.start(), found.end())
    start = found.start() + (turned.start() if turned else 0)
    end = found.start() + (turned.end() if turned else len(words))
    action = "fund" if money else "other"
    return Draft(
        0,
        None,
        action,
        polarity="denied",
        predicate=place,
        marker=place,
        negation=(start, end),
        confidence=0.9,
    )
