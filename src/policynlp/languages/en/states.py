"""What has been read on the way from a sentence's marker down to its action."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from policynlp.languages.en.tables import Governor

if TYPE_CHECKING:
    from spacy.tokens import Token

Polarity = Literal["positive", "negative", "denied"]


@dataclass(frozen=True, slots=True)
class State:
    """Force, polarity and subject that reach a predicate from above."""

    force: int | None = None
    """0 to 6, or None where nothing governs yet."""
    marker: tuple["Token", ...] = ()
    """The governing words."""
    attenuator: tuple["Token", ...] = ()
    """Words that lowered the force."""
    negation: "Token | None" = None
    """The word that turns it."""
    subject: "Token | None" = None
    """Head of the grammatical subject."""
    stray: bool = False
    """True where the modal was read beside the parse: a finite form of its verb is the tagger's error."""
    continuing: bool = False
    reported: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A predicate with the state that governs it."""

    state: State
    predicate: "Token | None"
    """Verb or action noun; None where the words stop before it ("The Participants intend to:")."""
    verb: "Token | None"
    """The verb whose arguments are actor and object; differs from ``predicate`` for "hold consultations"."""
    lists: bool = False
    """True where what follows the clause is what the predicate is about."""
    bare: int | None = None
    """Level of the predicate by itself."""
    purpose: bool = False
    """True where the action is what another one is for ("… to promote trade")."""
    denied: bool = False
    """True where the text says that the action is not asked for or not affected."""
    declares: bool = False
    """True where the predicate is a recital's own word ("Considering that …"), which is no action."""
    operative: bool = False
    """True where a plain present binds in an instrument that speaks in "shall", and there only."""


def modal(state: State, token: "Token", governor: Governor) -> State:
    """The state under a modal verb: it starts afresh."""
    return replace(state, force=governor.level, marker=(token,), attenuator=())


def governed(state: State, words: tuple["Token", ...], governor: Governor) -> State:
    """The state under a governing word: the first sets the force, later ones can only lower it."""
    continuing = state.continuing or governor.continuing
    if state.force is None:
        return replace(state, force=governor.level, marker=words, continuing=continuing)
    if governor.transparent or governor.level >= state.force:
        return replace(state, continuing=continuing)
    return replace(state, force=governor.level, attenuator=words, continuing=continuing)
