"""Characters of objects, markers and names, as one would underline them."""

import re
from typing import TYPE_CHECKING

from policynlp.languages.drafts import Chars
from policynlp.languages.en import grammar
from policynlp.languages.en.states import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

CUTS = frozenset(("relcl", "acl", "appos", "advcl", "punct", "cc", "parataxis"))
"""Dependents that an actor is named without."""
STOPS = frozenset((",", ";", ":", ".", "(", ")"))
"""Marks that end an object read off the words."""
LOOSE_END = re.compile(r"[\s,;]+(?:including but|and|or|but|including|such as)[\s,;]*$")
"""Words left over where a coordination was cut."""
TRAILING = " \t\n,;:.–—-("


def chars(tokens: tuple["Token", ...]) -> Chars | None:
    """From the first to the last of some tokens."""
    if not tokens:
        return None
    ordered = sorted(tokens, key=lambda t: t.i)
    return (ordered[0].idx, ordered[-1].idx + len(ordered[-1]))


def stretch(doc_text: str, start: int, end: int) -> Chars | None:
    """``start`` to ``end`` without the marks and spaces at its end; None where nothing is left."""
    cut = LOOSE_END.sub("", doc_text[start:end]).rstrip(TRAILING)
    return (start, start + len(cut)) if cut else None


def is_passive(verb: "Token") -> bool:
    """Whether a verb has a passive auxiliary or subject, or goes on with that of a verb before it."""
    if grammar.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    return carries_passive(verb) and is_passive(verb.head)


def carries_passive(verb: "Token") -> bool:
    """Whether a participle goes on with the auxiliary of a verb before it ("be cut and replaced")."""
    return (
        verb.tag_ == "VBN" and verb.dep_ == "conj" and grammar.child(verb, "aux", *grammar.SUBJECTS) is None
    )


def patient(verb: "Token") -> "Token | None":
    """The subject of a passive, also where a verb before it has it."""
    while grammar.child(verb, "nsubjpass") is None and carries_passive(verb):
        verb = verb.head
    return grammar.child(verb, "nsubjpass")


def noun_phrase(head: "Token") -> Chars | None:
    """A noun with what specifies it, without relative clauses and asides."""
    inside = [head]
    for c in head.children:
        if c.dep_ not in CUTS or (c.dep_ == "cc" and c.i > head.i):
            inside += list(c.subtree) if c.dep_ != "conj" else [t for t in c.subtree if t.dep_ not in CUTS]
    start, end = min(inside, key=lambda t: t.i), max(inside, key=lambda t: t.i)
    return stretch(head.doc.text, start.idx, end.idx + len(end))


def object_of(reading: Reading, limit: int) -> Chars | None:
    """On what: the object, the passive's subject or the prepositional phrases, up to token ``limit``."""
    predicate, verb = reading.predicate, reading.verb
    if predicate is None or verb is None:
        return None
    if is_passive(verb) and (subject := patient(verb)) is not None:
        return noun_phrase(subject)
    after = [
        c
        for c in predicate.children
        if c.i > predicate.i and c.dep_ not in ("punct", "cc", "conj", "prt", "advmod", "neg", "aux", "agent")
    ]
    direct = [c for c in after if c.dep_ in ("dobj", "attr", "oprd", "ccomp", "xcomp", "acomp", "dative")]
    chosen = (
        direct
        or [c for c in after if c.dep_ in ("prep", "advcl", "amod", "compound", "npadvmod", "dep", "appos")][
            :1
        ]
    )
    if not chosen:
        return rest(predicate, limit)
    start = min(t.i for c in chosen for t in c.subtree if t.i > predicate.i)
    end = min(max(t.i for c in chosen for t in c.subtree), limit - 1)
    if end < start:
        return None
    doc = predicate.doc
    return stretch(doc.text, doc[start].idx, doc[end].idx + len(doc[end]))


def rest(predicate: "Token", limit: int) -> Chars | None:
    """What follows a predicate without dependents, up to the next mark: the parser's object is elsewhere."""
    doc, start, end = predicate.doc, predicate.i + 1, predicate.i + 1
    while end < limit and doc[end].text not in STOPS:
        end += 1
    while start < end and doc[start].pos_ in ("ADV", "CCONJ", "PART"):
        start += 1
    return stretch(doc.text, doc[start].idx, doc[end - 1].idx + len(doc[end - 1])) if start < end else None
