"""Whether a Korean clause is written as a treaty, as a polite statement of a body, or as press text."""

import re
from functools import cache
from typing import Literal

from policynlp.languages import table
from policynlp.languages.ko.predicates import Predicate
from policynlp.languages.ko.tables import words

Register = Literal["treaty", "polite", "press"]


def register(text: str, found: list[Predicate]) -> Register:
    """The register of a clause: polite endings decide, then turns of press prose; else it is treaty text."""
    finals = [one.ending for one in found if one.tag == "EF"]
    if any(ending in words("endings", "polite") for ending in finals):
        return "polite"
    if _instrument().search(text):
        return "treaty"
    return "press" if _press().search(text) else "treaty"


@cache
def _press() -> re.Pattern[str]:
    return re.compile("|".join(table("ko", "register")["press"]))


@cache
def _instrument() -> re.Pattern[str]:
    return re.compile("|".join(table("ko", "register")["instrument"]))
