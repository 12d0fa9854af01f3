"""Whether a Korean clause is written as a treaty, as a polite statement of a body, or as press text."""

import re
from functools import cache
from typing import Literal

from policynlp.languages import table
from policynlp.languages.ko.predicates import Predicate
from policynlp.languages.ko.tables import words

Register = Literal["treaty", "polite", "press"]


def register(text: str, found: list[Predicate]) -> Register:
    """The register of a clause: polite endings decide, then who speaks and how; else it is treaty text."""
    finals = [one for one in found if one.tag == "EF"]
    if any(one.ending in words("endings", "polite") for one in finals):
        return "polite"
    if _turns("instrument").search(text):
        return "treaty"
    if _turns("own").search(text):
        return "polite"
    return "press" if any(map(_tells, finals)) or _turns("press").search(text) else "treaty"


def _tells(final: Predicate) -> bool:
    """Whether a sentence tells how things are ("…이다", "…고 있다"): an instrument seldom does."""
    return (final.state and final.stem in ("이", "아니")) or final.continuing


@cache
def _turns(name: str) -> re.Pattern[str]:
    """One list of ``register.toml`` as one expression."""
    return re.compile("|".join(table("ko", "register")[name]))
