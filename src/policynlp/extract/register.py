"""Whether an English text is an instrument that speaks in "shall", where a plain present binds as well."""

import re
from collections.abc import Sequence
from dataclasses import replace

from policynlp.languages.drafts import Draft

SHALL = re.compile(r"\bshall\b", re.IGNORECASE)
INSTRUMENT = re.compile(r"\b(?:Agreement|Treaty|Convention|Protocol|Article)\b", re.IGNORECASE)
UNBOUND = re.compile(r"not (?:intended to be |be )?(?:legally[- ])?binding|non[- ]binding", re.IGNORECASE)
LEAST_SHALL, LEAST_NAMED = 5, 3
"""Occurrences from which a text counts as an instrument: fewer are quotations or single clauses."""
BINDING = 6
"""Force of a plain present in an instrument (the scale's treaty present)."""


def is_instrument(text: str) -> bool:
    """Whether a whole text says "shall" and names itself or its articles, and does not deny that it binds."""
    return (
        len(SHALL.findall(text)) >= LEAST_SHALL
        and len(INSTRUMENT.findall(text)) >= LEAST_NAMED
        and UNBOUND.search(text) is None
    )


def settled(drafts: Sequence[Draft], instrument: bool) -> tuple[Draft, ...]:
    """The drafts with a plain present at the force that the kind of text gives it, without what has none."""
    if instrument:
        return tuple(replace(d, force=BINDING) if d.operative else d for d in drafts)
    return tuple(d for d in drafts if not d.operative or d.force is not None)
