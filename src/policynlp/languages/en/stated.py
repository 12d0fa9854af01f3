"""Intentions that a noun or a participle names beside what is said: "our commitment to protect nature"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from policynlp.languages.en import actors, grammar
from policynlp.languages.en.chains import readings
from policynlp.languages.en.links import SURFACE, noun_complement, words_of
from policynlp.languages.en.states import Reading, State, governed
from policynlp.languages.en.tables import governors, role

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

STATED_BELOW = 3
"""Nouns of intention are read only in sentences that say nothing of this level or more."""
OWNERS = frozenset(("our", "its", "their", "a", "an"))
"""Words before a noun of intention that make it somebody's."""
VOWS = frozenset(("commit", "pledge", "determine"))
VOWED = State(confidence=SURFACE)


def stated_readings(sentence: "Span", found: list[Reading]) -> list[Reading]:
    """Intentions that are named as a noun of the speaker's own: "with our commitment to protect nature"."""
    if any(r.state.force is not None and r.state.force >= STATED_BELOW for r in found):
        return []
    bound = any(r.state.marker or r.operative for r in found)
    nouns = [r for t in sentence if is_stated(t) and not (bound and is_aside(t)) for r in stated(t)]
    return nouns + [r for token in sentence if is_vowed(token) for r in readings(token, VOWED)]


def is_stated(token: "Token") -> bool:
    """Whether a noun of intention is possessed by the speaker, has its own article or stands after "with".

    "notification of its intention to" only tells of one.
    """
    if token.pos_ != "NOUN" or grammar.lemma(token) not in role("stated"):
        return False
    told = token.dep_ == "pobj" and token.head.lower_ == "of" and grammar.is_action_noun(token.head.head)
    if told:
        return False
    if is_aside(token):
        return True
    return any(c.lower_ in OWNERS and c.dep_ in ("poss", "det") for c in token.children)


def is_aside(token: "Token") -> bool:
    """Whether a noun stands after "with": the aim of what is governed is only what that is for."""
    return bool(token.dep_ == "pobj" and token.head.lower_ == "with")


def is_vowed(token: "Token") -> bool:
    """Whether a participle beside a sentence vows something: "Committed to finding solutions, we …"."""
    return (
        token.dep_ in ("advcl", "acl", "amod")
        and token.tag_ in ("VBN", "VBG")
        and grammar.lemma(token) in VOWS
    )


def stated(noun: "Token") -> list[Reading]:
    """What the noun commits to."""
    governor = governors("nouns")[grammar.lemma(noun)]
    part = noun_complement(noun.head, noun, copular=False)
    if part is None or part.i < noun.i or actors.is_instrument(part):
        return []
    state = replace(governed(State(), words_of(noun, part), governor), confidence=SURFACE)
    return readings(part, state)
