"""What the actions of a sentence are for, or are done by: "to promote trade", "by exchanging information".

These are no commitments of their own, but a change of their verb is a change of what is agreed.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from policynlp.languages.en import grammar
from policynlp.languages.en.sentences import present_level
from policynlp.languages.en.states import Reading
from policynlp.languages.en.tables import role, verbs

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

PURPOSE = 0.55
"""Confidence factor: the action is named for the sake of another."""
WAYS = frozenset(("through", "by", "including", "as", "via", "like", "for"))
"""Prepositions under which an action noun is a way or an end of acting."""


def purpose_readings(sentence: "Span", found: list[Reading]) -> list[Reading]:
    """The infinitives, gerunds and action nouns that serve the actions already read in a sentence."""
    if not found:
        return []
    used = {token.i for r in found for token in (r.predicate, r.verb) if token is not None}
    used |= {token.i for r in found for token in (*r.state.marker, *r.state.attenuator)}
    serving = [t for t in sentence if t.i not in used and serves(t) and not introduces(t, used)]
    return [serve(token, nearest(token, found)) for token in serving]


def introduces(token: "Token", used: set[int]) -> bool:
    """Whether a verb of little meaning has already been read as the action that it introduces."""
    hollow = grammar.lemma(token) in role("generic") | role("transparent")
    return hollow and any(t.i in used for t in token.subtree)


def serves(token: "Token") -> bool:
    """Whether a token is an action in a form that serves another."""
    first = token
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    if grammar.in_clause_of_its_own(token) and not is_ensured(first):
        return False
    if token.tag_ == "VB" and grammar.lemma(token) in verbs() and not is_ensured(first):
        return any(c.tag_ == "TO" for c in (*token.children, *first.children))
    if is_ensured(first):
        return grammar.lemma(token) in verbs()
    if token.tag_ == "VBG" and grammar.lemma(token) in verbs() and token.lower_ not in role("hollow"):
        return first.dep_ in ("pcomp", "advcl", "prep", "xcomp")
    return is_way(first) and grammar.names_action(token)


def is_ensured(verb: "Token") -> bool:
    """Whether a verb says what another one is to ensure ("shall ensure that its laws provide …")."""
    return bool(
        verb.dep_ == "ccomp" and verb.head.i < verb.i and grammar.lemma(verb.head) in role("ensuring")
    )


def is_way(noun: "Token") -> bool:
    """Whether a noun hangs under "through", "by", "including", "such as" or "for", or is cooperated in."""
    if noun.dep_ != "pobj":
        return False
    return noun.head.lower_ in WAYS or grammar.lemma(noun.head.head) in role("joint")


def nearest(token: "Token", found: list[Reading]) -> Reading:
    """The reading that an action serves: the last one before it, else the first."""
    before = [r for r in found if (r.predicate or r.verb or token).i < token.i]
    return before[-1] if before else found[0]


def serve(token: "Token", main: Reading) -> Reading:
    """The reading of a serving action, under the state of the action it serves."""
    force = main.state.force if main.state.force is not None else present_level(main)
    state = replace(main.state, force=force, confidence=main.state.confidence * PURPOSE)
    return Reading(state, token, token, purpose=True, denied=main.denied)
