"""Effects that a provision withholds: "nothing shall prevent a Party from …", "shall not apply to"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from policynlp.languages.en import grammar
from policynlp.languages.en.actors import is_instrument, is_somebody
from policynlp.languages.en.spans import is_passive
from policynlp.languages.en.states import Reading
from policynlp.languages.en.tables import role

if TYPE_CHECKING:
    from spacy.tokens import Token

FROM = frozenset(("from",))
INNER = ("xcomp", "advcl", "ccomp")


def withheld(reading: Reading) -> Reading:
    """The reading, denied where a negation takes an effect or a duty away instead of forbidding an act."""
    verb, negation = reading.verb, reading.state.negation
    if verb is None or negation is None:
        return reading
    freed = freed_by(verb)
    if freed is not None:
        return denied(reading, reading.predicate or verb, (freed,), freed)
    if not takes_away(verb, reading.state.subject):
        return reading
    words, inner = [verb], next(inner_actions(verb), None)
    while inner is not None and grammar.lemma(inner) in role("withholding"):
        words.append(inner)
        inner = next(inner_actions(inner), None)
    return denied(reading, inner or words[-1], tuple(words), words[-1])


def freed(item: Reading) -> Reading:
    """An item of what an agreement is not to be read as doing, by what it would have somebody do.

    "to require either Party to furnish …", under "Nothing in this Agreement shall be construed:".
    """
    verb = item.verb
    if verb is None or grammar.lemma(verb) not in role("withholding"):
        return item
    whom, inner = grammar.child(verb, "dobj") or grammar.child(verb, "nsubj"), next(inner_actions(verb), None)
    if inner is None or not grammar.is_verb(inner):
        return item
    subject = whom or grammar.child(inner, "nsubj")
    return replace(item, state=replace(item.state, subject=subject), predicate=inner, verb=inner)


def denied(reading: Reading, action: "Token", words: "tuple[Token, ...]", holder: "Token") -> Reading:
    """The denial of an action; who would act is the object of "prevent" or "require"."""
    whom = grammar.child(holder, "dobj") or grammar.child(action, "nsubj")
    subject = whom if whom is not None and is_somebody(whom) else reading.state.subject
    marker = tuple(token for token in (*reading.state.marker, *words) if token != action)
    state = replace(reading.state, force=0, marker=marker, subject=subject)
    return replace(reading, state=state, predicate=action, verb=action, denied=True)


def freed_by(verb: "Token") -> "Token | None":
    """The participle that says a duty does not exist: "shall not be required to disclose"."""
    above = grammar.clause_head(verb).head
    if above == verb or verb.i < above.i or above.tag_ != "VBN":
        return None
    return above if grammar.lemma(above) in role("obliging") and grammar.child(above, "auxpass") else None


def takes_away(verb: "Token", subject: "Token | None") -> bool:
    """Whether a negated verb says that a provision has no such effect; nobody acts in it, or it is done to
    somebody ("a Party shall not be prevented from …")."""
    word = grammar.lemma(verb)
    if subject is not None and is_somebody(subject):
        return word in role("barring") and is_passive(verb)
    if subject is not None and subject.lower_ == "nothing":
        return True
    if word == "be" and any(c.dep_ == "acomp" and c.lower_ == "subject" for c in verb.children):
        return subject is not None
    if subject is not None and word in role("narrowing") and is_instrument(subject):
        return True
    if word in role("extending"):
        return grammar.child(verb, "dobj", "auxpass", "nsubjpass") is None
    return word in role("withholding")


def inner_actions(verb: "Token") -> Iterator["Token"]:
    """The action that a withholding verb names: "to V", "from V-ing", or its object's."""
    yield from grammar.infinitives(verb, *INNER)
    yield from (part for part in grammar.objects_of(verb, FROM) if grammar.is_verb(part))
    whom = grammar.child(verb, "dobj")
    if whom is not None and grammar.lemma(verb) in role("barring") and grammar.is_action_noun(whom):
        yield whom
    if whom is not None:
        yield from (c for c in whom.children if c.dep_ in ("acl", "relcl") and c.tag_ in ("VB", "VBG"))
        yield from (part for part in grammar.objects_of(whom, FROM) if grammar.is_verb(part))
