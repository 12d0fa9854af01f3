"""Whether a Korean clause is written as a treaty, as a polite statement of a body, or as press text."""

import re
from functools import cache
from itertools import islice
from typing import Literal

from policynlp.languages import table
from policynlp.languages.ko.predicates import Predicate
from policynlp.languages.ko.tables import words

Register = Literal["treaty", "polite", "press"]


NAMED = 3
"""Times that a text calls itself a treaty before it counts as one: fewer may speak of another."""

BINDING_LENGTH = 200_000
"""Characters of a document that are read to tell whether it binds: its first articles do, at the least."""


def binds(title: str, text: str) -> bool:
    """Whether a document is an instrument that binds: it calls itself one, and denies no legal effect."""
    text = text[:BINDING_LENGTH]
    if _turns("mild").search(title) or not _turns("binding").search(f"{title}\n{text}"):
        return False
    named = sum(1 for _ in islice(_turns("treaty_name").finditer(text), NAMED))
    return bool(_turns("treaty_title").search(title) or named == NAMED or not _turns("unbound").search(text))


def register(text: str, found: list[Predicate], *, binding: bool = False) -> Register:
    """The register of a clause: that of the document where it binds; else polite endings decide, then who
    speaks and how; else it is treaty text."""
    if binding:
        return "treaty"
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
