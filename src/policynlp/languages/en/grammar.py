"""Small questions put to an English dependency parse."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policynlp.languages.en.tables import (
    OTHER,
    Action,
    bare_levels,
    canonical,
    governors,
    nouns,
    phrasal,
    role,
    senses,
    verbs,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE = frozenset(("VBZ", "VBP", "VBD"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
RELATIVES = frozenset(("which", "who", "that", "whose", "whom", "as", "where"))
COMPLEMENTS = frozenset(("dobj", "nsubjpass", "acomp", "attr", "oprd", "dative"))
CIRCUMSTANCE = frozenset(("by", "under", "between", "among", "without", "through", "upon", "pursuant"))
"""Prepositions of what a verb is done by or under: nothing under them tells what it amounts to."""
TO = frozenset(("to",))
NEXT = 3
"""Words behind a verb that are looked at whatever the parser made of them."""
NO = frozenset(("no", "neither", "none", "nothing", "nobody"))


def child(token: "Token", *deps: str) -> "Token | None":
    """The first dependent of one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def is_verb(token: "Token") -> bool:
    """Whether the tagger took the token for a verb."""
    return token.pos_ in ("VERB", "AUX")


def lemma(token: "Token") -> str:
    """The lemma in the tables' spelling; for an -ing form taken for a noun, that of the verb."""
    found = canonical(token.lemma_)
    if token.lower_.endswith("ing") and found not in verbs() and found == canonical(token.lower_):
        return next((stem for stem in stems(canonical(token.lower_)[:-3]) if stem in verbs()), found)
    return found


def stems(root: str) -> tuple[str, ...]:
    """Verbs that an -ing form may come from: ``mak`` from ``make``, ``plann`` from ``plan``."""
    doubled = (root[:-1],) if len(root) > 2 and root[-1] == root[-2] else ()
    return (root, root + "e", *doubled)


def action_of(token: "Token") -> Action:
    """Class and phase of a verb (with its particle) or of an action noun."""
    word = lemma(token)
    sense = sense_of(token, word)
    if sense is not None:
        return sense
    particle = child(token, "prt")
    if particle is not None and f"{word} {particle.lower_}" in verbs():
        return verbs()[f"{word} {particle.lower_}"]
    if token.pos_ in ("NOUN", "PROPN") and not token.lower_.endswith("ing"):
        return nouns().get(word) or verbs().get(word, OTHER)
    return verbs().get(word) or nouns().get(word, OTHER)


def sense_of(token: "Token", word: str) -> Action | None:
    """What a verb amounts to with the words beside it ("enter into force"); None for no table's."""
    rows = senses().get(word)
    if rows is None or token.pos_ in ("NOUN", "PROPN"):
        return None
    near = sorted(attached(token), key=lambda t: (abs(t.i - token.i), t.i))
    beside = [frozenset((canonical(t.lemma_), t.lower_)) for t in near]
    every = frozenset().union(*beside)
    both = (s for s in rows if s.also and not s.also.isdisjoint(every) and not s.words.isdisjoint(every))
    alone = (s for words in beside for s in rows if not s.also and not s.words.isdisjoint(words))
    found = next(both, None) or next(alone, None)
    return None if found is None else found.action


def attached(token: "Token") -> list["Token"]:
    """The heads of a verb's objects, complements and prepositional phrases, and the words right behind it."""
    found = words_behind(token)
    for c in token.children:
        if c.dep_ in COMPLEMENTS:
            found += conjuncts(c)
            found += objects_of(c, TO) if c.pos_ == "ADJ" else ()
            found += [g for g in c.children if g.dep_ == "prep" and g.lower_ == "as"]
        elif c.dep_ == "xcomp":
            found.append(c)
        elif c.dep_ in ("prep", "dative") and c.i > token.i and c.lower_ not in CIRCUMSTANCE:
            found += [c, *(part for part in c.children if part.dep_ == "pobj")]
        elif c.dep_ == "ccomp" and c.i > token.i:
            found += [c, *(part for part in c.children if part.dep_ in ("nsubj", "nsubjpass"))]
            found += objects_of(c, TO) if c.pos_ == "ADJ" else ()
    return found


def words_behind(token: "Token") -> list["Token"]:
    """The words right behind a verb, or behind the aside that follows it, up to a mere circumstance."""
    doc, end = token.doc, token.sent.end
    start = token.i + 1
    if start < end and doc[start].text == ",":
        closing = next((t.i for t in doc[start + 1 : end] if t.text == ","), start)
        start = closing + 1
    behind = list(doc[start : min(start + NEXT, end)])
    stop = next((n for n, t in enumerate(behind) if t.lower_ in CIRCUMSTANCE), len(behind))
    return behind[:stop]


def is_action_noun(token: "Token") -> bool:
    """Whether a noun names an action of the tables (``exchange``, ``promotion``)."""
    noun = token.pos_ in ("NOUN", "PROPN") or (token.tag_ == "VBG" and child(token, "det") is not None)
    return noun and (lemma(token) in nouns() or canonical(token.lower_) in nouns())


def verb_before(noun: "Token") -> "Token":
    """The verb that a parser took for part of its object: "at restructuring transport", "to combat fraud"."""
    first = next((c for c in noun.children if c.i < noun.i), noun)
    taken = first.dep_ in ("compound", "amod") and noun.pos_ in ("NOUN", "PROPN")
    if not taken or noun.dep_ != "pobj" or first.i != noun.head.i + 1:
        return noun
    infinitive = (
        noun.head.lower_ == "to" and first.lower_ in verbs() and first.lower_ not in role("ambiguous")
    )
    return first if infinitive or (first.tag_ == "VBG" and is_gerund(first)) else noun


def ruled_out(verb: "Token") -> "Token | None":
    """The "no" of a circumstance that negates a verb ("in no way", "under no circumstances")."""
    for prep in verb.children:
        noun = child(prep, "pobj") if prep.dep_ == "prep" else None
        if noun is not None and lemma(noun) in role("circumstances"):
            return next((c for c in noun.children if c.lower_ == "no"), None)
    return None


def names_action(noun: "Token") -> bool:
    """Whether an action noun has its object: "exchange of experts" has, "research security" has not."""
    return is_action_noun(noun) and any(c.lower_ == "of" for c in noun.children)


def is_gerund(token: "Token") -> bool:
    """Whether the token is an -ing form of a verb in the tables."""
    if not token.lower_.endswith("ing") or token.lower_ in role("hollow"):
        return False
    word = lemma(token)
    known = word in verbs() or word in bare_levels() or word in governors("verbs")
    return known or word in phrasal() or word in role("light")


def conjuncts(token: "Token") -> list["Token"]:
    """A token and all tokens coordinated with it to its right, through chains of them."""
    found, queue = [token], [token]
    while queue:
        right = [c for c in queue.pop().children if c.dep_ == "conj"]
        found += right
        queue += right
    return sorted(found, key=lambda t: t.i)


def objects_of(token: "Token", prepositions: frozenset[str]) -> Iterator["Token"]:
    """What hangs under a dependent preposition: its noun or its gerund."""
    for prep in token.children:
        if prep.dep_ in ("prep", "agent", "dative", "aux", "mark") and prep.lower_ in prepositions:
            yield from (c for c in prep.children if c.dep_ in ("pobj", "pcomp"))


def infinitives(token: "Token", *deps: str) -> Iterator["Token"]:
    """Dependent to-infinitives."""
    for c in token.children:
        if c.dep_ in deps and any(g.lower_ == "to" and g.dep_ in ("aux", "mark") for g in c.children):
            yield c


def is_subordinate(verb: "Token") -> bool:
    """Whether a verb stands in a relative or adverbial clause or in the content of another verb."""
    top = clause_head(verb)
    if top.dep_ in ("relcl", "acl", "ccomp") and child(top, "nsubj", "nsubjpass") is None:
        return is_introduced(verb)
    if top.dep_ in ("relcl", "acl", "pcomp", "csubj"):
        return True
    if top.dep_ == "advcl":
        return any(c.dep_ in ("mark", "advmod") and c.tag_ in ("IN", "WRB") for c in top.children)
    if top.dep_ != "ccomp" or not is_verb(top.head) or top.head.tag_ == "MD":
        return False
    return bool(top.head.i < top.i)


def clause_head(verb: "Token") -> "Token":
    """The first of the coordinated verbs that a verb belongs to."""
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb


def is_introduced(verb: "Token") -> bool:
    """Whether a word such as which, that or if introduces a verb's clause: it is surely subordinate."""
    top = verb
    while top.dep_ == "conj" and child(top, "nsubj", "nsubjpass") is None and top.head != top:
        top = top.head
    if any(c.dep_ == "mark" or c.tag_ == "WRB" for c in top.children if c.i < top.i):
        return True
    if top.dep_ in ("acl", "advcl") and child(top, "nsubj", "nsubjpass") is None:
        return bool(top != verb)
    return any(t.tag_ in ("WDT", "WP", "WP$") and in_own_clause(t, top) for t in top.subtree if t.i < top.i)


def in_own_clause(word: "Token", verb: "Token") -> bool:
    """Whether a word hangs under a verb with no other clause between."""
    while word.head != word and word.head != verb:
        word = word.head
        if word.dep_ in ("relcl", "acl", "advcl", "ccomp"):
            return False
    return bool(word.head == verb)


def in_clause_of_its_own(token: "Token") -> bool:
    """Whether a relative clause, or a finite one with its own subject, lies between a token and the root."""
    for above in (token, *token.ancestors):
        if above.dep_ == "relcl" and is_finite(above):
            return True
        if (
            above.dep_ in ("ccomp", "advcl", "acl")
            and is_finite(above)
            and child(above, "nsubj", "nsubjpass")
        ):
            return True
    return False


def is_progressive(verb: "Token") -> bool:
    """Whether a verb is told as under way ("are working")."""
    return verb.tag_ == "VBG" and any(c.lemma_ == "be" and c.dep_ == "aux" for c in verb.children)


def is_finite(verb: "Token") -> bool:
    """Whether a verb is finite, itself or through an auxiliary."""
    return verb.tag_ in FINITE or any(
        c.tag_ in FINITE or c.tag_ == "MD" for c in verb.children if c.dep_ != "conj"
    )


def after_relative(token: "Token") -> bool:
    """Whether a relative word, or "as", stands directly before a modal ("as may be agreed")."""
    if token.i == token.sent.start:
        return False
    before = token.nbor(-1)
    return before.lower_ in RELATIVES and not (before.lower_ == "that" and before.i == before.sent.start)
