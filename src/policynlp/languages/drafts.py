"""What a language's commitment reader finds in one clause, before lead-ins and items are put together."""

from dataclasses import dataclass
from typing import Literal

Chars = tuple[int, int]
"""First character and one past the last, in the clause's text."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One predicate of one clause that may be a commitment.

    ``force`` is None where the clause has no governing marker of its own (a gerund item, a nominal Korean
    item): it then takes force, polarity and actor of its lead-in, and without a lead-in it is ``bare_force``
    or, where that is None too, no commitment at all.
    """

    force: int | None
    """0 to 6 from the marker and its attenuators, or None."""
    bare_force: int | None
    """What the predicate weighs if nothing governs it (a support verb alone is 2), or None."""
    action: str
    """Action class as in records.Commitment."""
    phase: str = ""
    """Phase as in records.Commitment."""
    polarity: Literal["positive", "negative", "denied"] = "positive"
    marker: Chars | None = None
    """The governing words: ``intend to``, ``shall``, ``하기로 한다``."""
    attenuator: Chars | None = None
    """Words that lower the force: ``endeavour to``, ``노력``."""
    negation: Chars | None = None
    """Words that turn it: ``not``, ``아니``."""
    predicate: Chars | None = None
    """The action word: ``developing``, ``개발``; None in a lead-in that says only who acts ("정부는,")."""
    actor: Chars | None = None
    """Who acts, if the clause says so."""
    object: Chars | None = None
    """On what."""
    governs_list: bool = False
    """True where the predicate's object is the list that follows a lead-in ("intend to collaborate on:")."""
    elided: bool = False
    """True where the sentence acts but names no subject, as Korean may ("관세를 면제한다"): the lead-in
    above it says who."""
    conditional: bool = False
    """True where the list below says when, and not what ("may deny treatment if:"): its items do not act."""
    aspect: Literal["new", "continuing"] = "new"
    reported: bool = False
    purpose: bool = False
    """True where another action of the clause is done for or by this one ("… a fund *to promote* …")."""
    operative: bool = False
    """True where a plain present binds in an instrument that speaks in "shall" (force 6), only there."""
    confidence: float = 1.0
