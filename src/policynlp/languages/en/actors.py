"""Who acts: the subject or the agent of a passive, a pronoun's antecedent, and no thing that cannot act."""

import re
from typing import TYPE_CHECKING

from policynlp.languages.drafts import Chars
from policynlp.languages.en import grammar, spans
from policynlp.languages.en.states import Reading
from policynlp.languages.en.tables import OTHER, nouns, practice, role

if TYPE_CHECKING:
    from spacy.tokens import Token

BY = frozenset(("by",))
OF = frozenset(("of",))
SINGULAR = frozenset(("it", "he", "she"))
PLURAL = frozenset(("they", "these", "those"))
QUANTIFIERS = frozenset(("each", "either", "neither", "both", "one", "any", "other", "others", "another"))
"""Words that stand for somebody unless "of" says for what ("each of these measures")."""
DUTIES = frozenset(("function", "task", "duty", "role", "responsibility", "mandate", "purpose"))
"""Nouns whose owner acts: "the functions of the Committee shall be"."""
ROMAN = re.compile(r"[IVXLC]+")
"""Numbers of articles and annexes, which a parser takes for names."""
ABSTRACT = re.compile(r"(?:ment|tion|sion|ity|ness|ure|ance|ence|ship|ism|age|ing)s?$")
"""Endings of nouns for acts and qualities; bodies that are named so stand in the tables."""
NEAR = 4
"""Words at the head of a sentence among which its subject stands."""
BEHIND = frozenset(("concerned", "involved", "affected", "jointly", "also", "both", "each", "all"))
"""Words between a noun and its modal."""


def actor(reading: Reading) -> Chars | None:
    """Who acts: the agent of a passive, else the subject, unless it is a thing that cannot act."""
    verb, subject = reading.verb, reading.state.subject
    if verb is not None and spans.is_passive(verb):
        agent = agent_of(verb)
        if agent is not None:
            return spans.noun_phrase(agent)
        if subject is None or subject.pos_ != "PRON" or subject.head == verb:
            return None
    named = subject_of(reading)
    return None if named is None else spans.noun_phrase(named)


def agent_of(verb: "Token") -> "Token | None":
    """Somebody by whom a passive is done."""
    return next((a for a in grammar.objects_of(verb, BY) if is_somebody(a)), None)


def subject_of(reading: Reading) -> "Token | None":
    """The noun that acts; None where the clause names nobody."""
    subject = reading.state.subject
    if subject is not None and subject.tag_ == "VBG":
        subject = grammar.child(subject, "nsubj") or subject
    if subject is not None and subject.lower_ in SINGULAR | PLURAL:
        return antecedent(subject)
    if subject is None or not is_somebody(subject):
        beside = before_modal(reading)
        if beside is not None:
            return beside
    if subject is None:
        return apart(reading)
    if grammar.lemma(subject) in DUTIES:
        return next((owner for owner in grammar.objects_of(subject, OF) if is_somebody(owner)), None)
    return subject if is_somebody(subject) or can_act(subject, reading) else None


def is_somebody(noun: "Token") -> bool:
    """Whether a noun names a person or body: one of the tables, or a proper name that is no instrument's."""
    word = grammar.lemma(noun)
    if noun.lower_ in QUANTIFIERS:
        owners = list(grammar.objects_of(noun, OF))
        return all(is_somebody(owner) for owner in owners)
    if ROMAN.fullmatch(noun.text) and noun.tag_ != "PRP":
        return False
    if noun.lower_ in role("agents") or not singulars(word).isdisjoint(role("agents") | practice()[0]):
        return True
    proper = noun.pos_ == "PROPN" and noun.is_alpha and noun.text[:1].isupper()
    return proper and singulars(word).isdisjoint(role("abstract")) and word not in nouns()


def singulars(word: str) -> frozenset[str]:
    """A word and what it may be the plural of, for plurals in capitals, which a tagger leaves as they are."""
    return frozenset((word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"))


def names_thing(word: str) -> bool:
    """Whether a noun names no one: one of the tables, or formed as the name of an act or a quality."""
    known = not singulars(word).isdisjoint(role("abstract")) or word in nouns()
    return known or ABSTRACT.search(word) is not None


def is_instrument(subject: "Token") -> bool:
    """Whether a subject is an agreement or a part of one."""
    return not singulars(grammar.lemma(subject)).isdisjoint(role("instruments"))


def can_act(subject: "Token", reading: Reading) -> bool:
    """Whether a noun of no table does what only somebody can: the action is known and no state."""
    word = grammar.lemma(subject)
    if subject.pos_ not in ("NOUN", "PROPN") or names_thing(word):
        return False
    verb = reading.predicate or reading.verb
    return (
        not reading.denied
        and verb is not None
        and grammar.action_of(verb) is not OTHER
        and grammar.lemma(verb) != "be"
    )


def before_modal(reading: Reading) -> "Token | None":
    """Somebody who stands right before the modal, where the parser took another noun for the subject."""
    marker = reading.state.marker
    if not marker or marker[0].tag_ != "MD":
        return None
    first = first_modal(marker[0])
    place = first.i - 1
    while place > first.sent.start and first.doc[place].lower_ in BEHIND:
        place -= 1
    noun = first.doc[place] if place >= first.sent.start else None
    if noun is None or noun.dep_ in ("pobj", "conj", "pcomp") or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    if under_preposition(noun):
        return None
    return noun if is_somebody(noun) else None


def first_modal(modal: "Token") -> "Token":
    """The modal itself, or the one before "and" and an aside: "shall meet and, on request, shall advise"."""
    doc, start, place = modal.doc, modal.sent.start, modal.i - 1
    if place > start and doc[place].text == ",":
        opening = next((n for n in range(place - 1, start, -1) if doc[n].text == ","), start)
        place = opening - 1
    if place <= start or doc[place].lower_ not in ("and", "but", "or"):
        return modal
    return next((doc[n] for n in range(place - 1, start, -1) if doc[n].tag_ == "MD"), modal)


def under_preposition(noun: "Token") -> bool:
    """Whether a preposition stands before a noun and its article, whatever the parser made of them."""
    first = noun.i
    while first > noun.sent.start and noun.doc[first - 1].pos_ in ("DET", "ADJ"):
        first -= 1
    return bool(first > noun.sent.start and noun.doc[first - 1].pos_ == "ADP")


def apart(reading: Reading) -> "Token | None":
    """Somebody whom an aside or participle parts from the modal ("a Party, which …, shall inform")."""
    marker = reading.state.marker
    if not marker or marker[0].tag_ != "MD" or reading.verb is None or spans.is_passive(reading.verb):
        return None
    for token in reversed(marker[0].doc[marker[0].sent.start : marker[0].i]):
        if token.tag_ == "MD":
            first = marker[0].sent.start
            return next((t for t in marker[0].doc[first : first + NEAR] if opens_with(t)), None)
        if (
            token.pos_ in ("NOUN", "PROPN")
            and is_somebody(token)
            and opens_clause(token)
            and goes_aside(token)
        ):
            return token
    return None


def opens_with(noun: "Token") -> bool:
    """Whether a noun opens its sentence before an aside ("The Parties, recognising that …, shall")."""
    known = noun.pos_ in ("NOUN", "PROPN") and is_somebody(noun) and opens_clause(noun)
    return known and noun.nbor().text == ","


def opens_clause(noun: "Token") -> bool:
    """Whether a noun phrase stands at the head of its sentence or after a comma."""
    first = noun.i
    while first > noun.sent.start and noun.nbor(first - 1 - noun.i).pos_ in ("ADJ", "DET", "NOUN", "PROPN"):
        first -= 1
    return bool(first == noun.sent.start or noun.doc[first - 1].text == ",")


def goes_aside(noun: "Token") -> bool:
    """Whether what follows a noun only says more of it: participle, relative clause, words after a comma."""
    after = noun.nbor()
    return after.tag_ in ("VBG", "VBN", "WDT", "WP", ",") or after.lower_ in ("that", "of")


def antecedent(pronoun: "Token") -> "Token | None":
    """The nearest subject before a pronoun that is somebody and agrees with it in number.

    One of a main or adverbial clause comes before one of what is said or thought there.
    """
    plural = pronoun.lower_ in PLURAL
    named = [
        token
        for token in reversed(pronoun.doc[: pronoun.i])
        if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("NOUN", "PROPN")
        if is_somebody(token) and is_plural(token) == plural
    ]
    if named:
        return next((token for token in named if token.head.dep_ not in ("ccomp", "relcl")), named[0])
    return next(
        (
            t
            for t in pronoun.sent
            if t.i < pronoun.i and t.pos_ in ("NOUN", "PROPN") and is_introduced_as(t, plural)
        ),
        None,
    )


def is_introduced_as(noun: "Token", plural: bool) -> bool:
    """Whether a noun is somebody of a number, with an article ("If a Party subjects imports to …, it")."""
    first = noun.nbor(-1) if noun.i > noun.sent.start else noun
    return is_somebody(noun) and (noun.tag_ in ("NNS", "NNPS")) == plural and first.pos_ == "DET"


def is_plural(noun: "Token") -> bool:
    """Whether a noun phrase is plural, by its form or by coordination."""
    return noun.tag_ in ("NNS", "NNPS") or grammar.child(noun, "conj") is not None
