"""Modals that the parse leads nowhere, read off the words: their verbs, asides and coordinated verbs."""

from dataclasses import replace
from typing import TYPE_CHECKING

from policynlp.languages.en import grammar
from policynlp.languages.en.actors import NEAR, is_somebody, opens_with
from policynlp.languages.en.chains import readings
from policynlp.languages.en.links import SURFACE, after_aside
from policynlp.languages.en.states import Reading, State, modal
from policynlp.languages.en.tables import governors, role, verbs

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

PHRASE = frozenset(("NOUN", "PROPN", "ADJ", "DET", "PRON"))
"""Parts of speech of a noun with its article and adjectives."""
PRONOUNS = frozenset(("it", "they"))
MARKS = frozenset(("that", "whether", "if", "unless", "because", "while"))
FINITE = frozenset(("VBZ", "VBP", "VBD", "MD"))
STRONG = frozenset(("shall", "must"))
"""Modals that no clause of an agreement uses in passing."""


def rescued(sentence: "Span", found: list[Reading]) -> list[Reading]:
    """Modals that the parse did not lead to, unless they stand in a subordinate clause."""
    used = {t.i for r in found for t in r.state.marker}
    extra: list[Reading] = []
    for token in sentence:
        if token.lower_ not in governors("modals") or token.tag_ != "MD" or token.i in used:
            continue
        if token.lower_ == "would" or grammar.after_relative(token):
            continue
        verb = governed_verb(token, sentence)
        if verb is not None and not is_held(token, verb):
            state = stray_state(token)
            extra += [r for r in readings(verb, state) if r.state.force is not None]
        elif verb is None:
            extra += dangling(token, sentence)
    return extra


def coordinated(sentence: "Span", found: list[Reading]) -> list[Reading]:
    """Verbs after "and" that belong with the verb of an earlier reading, which the parser hung elsewhere.

    "shall examine this and, where appropriate, make proposals"; "undertake to review X and to extend it".
    """
    read = {t.i for r in found for t in (r.predicate, r.verb) if t is not None}
    extra: list[Reading] = []
    for token in sentence:
        verb = verb_after(token) if token.lower_ in ("and", "or") else None
        before = [r for r in found if r.verb is not None and r.verb.i < token.i]
        if verb is not None and verb.i not in read and before and belongs(verb, token, before[-1]):
            state = replace(before[-1].state, confidence=before[-1].state.confidence * SURFACE)
            extra += [r for r in readings(verb, state) if r.verb is not None and r.verb.i not in read]
    return extra


def verb_after(conjunction: "Token") -> "Token | None":
    """The base form, infinitive or gerund behind a conjunction, adverbs and an aside between commas."""
    doc, end = conjunction.doc, conjunction.sent.end
    place = conjunction.i + 1
    if place < end and doc[place].text == ",":
        place = after_aside(doc[place]) or end
    place = after_purpose(doc[place]) if place < end and doc[place].lower_ == "for" else place
    while place < end and (doc[place].pos_ == "ADV" or doc[place].lower_ == "to"):
        place += 1
    if place >= end or doc[place].tag_ not in ("VB", "VBP", "VBG"):
        return None
    finite = any(c.dep_ in ("nsubj", "nsubjpass", "auxpass") or c.tag_ == "MD" for c in doc[place].children)
    return None if finite else doc[place]


def after_purpose(preposition: "Token") -> int:
    """The place after "for this purpose", "for these purposes" or "for this end"."""
    behind = preposition.doc[preposition.i + 1 : min(preposition.i + 3, preposition.sent.end)]
    named = len(behind) == 2 and behind[1].lemma_.lower() in ("purpose", "end")
    return int(preposition.i) + (3 if named else 0)


def belongs(verb: "Token", conjunction: "Token", reading: Reading) -> bool:
    """Whether a coordinated verb cannot go with what the parser hung it on and goes with a reading."""
    last = reading.state.marker[-1] if reading.state.marker else None
    if reading.denied:
        return False
    behind_aside = conjunction.nbor().text == ","
    if verb.tag_ == "VBG" or last is None:
        like = reading.verb is not None and reading.verb.tag_ == verb.tag_
        return like and behind_aside and verb.dep_ != "conj"
    infinitive = any(c.tag_ == "TO" for c in verb.children)
    if (last.lower_ == "to") != infinitive:
        return False
    if verb.dep_ == "conj":
        hung = verb.head.tag_ in (("MD", "VBG", "JJ") if infinitive else ("MD", "JJ"))
        return hung or verb.head in reading.state.marker
    return verb.dep_ in ("ccomp", "dep", "parataxis", "ROOT") and not grammar.is_introduced(verb)


def is_held(modal_: "Token", verb: "Token") -> bool:
    """Whether a clause that is subordinate holds a modal; shall and must, only if a word introduces it.

    A small parser hangs main clauses under the nearest noun or verb, and their duties must not be lost.
    """
    if is_ensured(modal_):
        return True
    if resumes(modal_) or is_past_clause(modal_) or (modal_.dep_ == "ROOT" and verb != modal_.head):
        return False
    if modal_.lower_ in STRONG:
        return grammar.is_introduced(verb)
    return grammar.is_subordinate(verb)


def is_ensured(modal_: "Token") -> bool:
    """Whether a weak modal stands in what is to be ensured ("ensure that those who …, may obtain review")."""
    if modal_.lower_ in STRONG or carries_main(modal_):
        return False
    before = modal_.doc[modal_.sent.start : modal_.i]
    return any(
        t.lower_ == "that" and t.i > modal_.sent.start and grammar.lemma(t.nbor(-1)) in role("ensuring")
        for t in before
    )


def is_past_clause(modal_: "Token") -> bool:
    """Whether the nearest introducing word before a modal already has its verb.

    The modal is then another's: "aid which distorts competition shall be …"; "if a duty exists, it shall …".
    """
    before = list(modal_.doc[modal_.sent.start : modal_.i])
    place = next((n for n in reversed(range(len(before))) if introduces(before[n])), None)
    if place is None:
        return False
    verbs_there = [n for n in range(place + 1, len(before)) if before[n].tag_ in FINITE]
    if not verbs_there or before[-1].lower_ in ("and", "or", "nor", "but"):
        return False
    comma = any(token.text == "," for token in before[verbs_there[0] :])
    return comma or before[place].tag_ in ("WDT", "WP")


def introduces(token: "Token") -> bool:
    """Whether a word opens a subordinate clause."""
    return token.tag_ in ("WDT", "WP", "WRB") or (token.dep_ == "mark" and token.lower_ in MARKS)


def resumes(modal_: "Token") -> bool:
    """Whether a main clause opens right before a modal, after a comma: "For this purpose, a Party may"."""
    place = modal_.i - 1
    if place < modal_.sent.start:
        return False
    if carries_main(modal_):
        return True
    if modal_.doc[place].text == ",":
        return any(opens_with(token) for token in modal_.sent[:NEAR])
    if not is_somebody(modal_.doc[place]) and modal_.doc[place].lower_ not in PRONOUNS:
        return False
    while place > modal_.sent.start and continues_phrase(modal_.doc[place]):
        place -= 1
    return bool(modal_.doc[place].text == ",")


def continues_phrase(word: "Token") -> bool:
    """Whether a word may stand inside a noun phrase: "the authority of the importing Party"."""
    return word.pos_ in PHRASE or word.lower_ == "of" or word.dep_ == "amod"


def carries_main(modal_: "Token") -> bool:
    """Whether ", and" before a modal goes on with the sentence's subject ("We note that …, and will")."""
    place = modal_.i - 1
    joined = place > modal_.sent.start and modal_.doc[place].lower_ in ("and", "but")
    return joined and modal_.doc[place - 1].text == ","


def stray_state(token: "Token") -> State:
    """The state under a modal that the parser left without its verb."""
    state = modal(State(), token, governors("modals")[token.lower_])
    after = token.nbor() if token.i + 1 < token.sent.end else token
    turned = after if after.lower_ in ("not", "never") else None
    holder = token.sent.root if carries_main(token) else token
    subject = grammar.child(holder, *grammar.SUBJECTS)
    return replace(state, subject=subject, negation=turned, confidence=SURFACE, stray=True)


def governed_verb(token: "Token", sentence: "Span") -> "Token | None":
    """The verb of a modal: its head, else the first base form behind it or behind an aside."""
    if token.head.i > token.i and takes_modal(token.head):
        return token.head
    for after in sentence.doc[token.i + 1 : sentence.end]:
        base = after.tag_ == "VB" and after.nbor(-1).lower_ != "to"
        known = after.lower_ in verbs() or after.lower_ in governors("verbs")
        if base or (known and starts_phrase(after, token)) or closes_aside(after, token):
            return after
    return None


def takes_modal(verb: "Token") -> bool:
    """Whether a verb is in a form that follows a modal: base, or a participle after be or have."""
    return verb.tag_ == "VB" or (
        grammar.is_verb(verb) and grammar.child(verb, "auxpass", "aux") is not None and verb.tag_ == "VBN"
    )


def starts_phrase(word: "Token", modal_: "Token") -> bool:
    """Whether a word taken for a noun stands where a modal's verb does: beside it, or after an aside."""
    before = word.nbor(-1)
    return (
        before == modal_
        or before.pos_ == "ADV"
        or before.lower_ == "writing"
        or (before.text == "," and word.tag_ in ("NN", "VBP", "JJ"))
    )


def closes_aside(word: "Token", modal_: "Token") -> bool:
    """Whether a word follows a modal's aside and could be its verb ("shall, where possible, conform")."""
    if modal_.nbor().text != "," or word.nbor(-1).text != "," or word.tag_ not in ("NN", "VBP", "VB"):
        return False
    between = [t for t in word.doc[modal_.i + 2 : word.i - 1] if t.text == ","]
    return not between and word.i + 1 < word.sent.end and word.nbor().lower_ not in (",", "and", "or")


def dangling(token: "Token", sentence: "Span") -> list[Reading]:
    """A modal at the end of its sentence ("The Participants shall:") governs the list that follows."""
    after = sentence.doc[token.i + 1 : sentence.end]
    rest = [t for t in after if not t.is_punct and t.pos_ != "ADV" and t.dep_ != "neg"]
    aside = token.i + 1 < sentence.end and (token.nbor().text == "," or token.nbor().tag_ == "IN")
    if rest and not (aside and sentence.text.rstrip().endswith(":")):
        return []
    state = replace(stray_state(token), confidence=State().confidence, stray=False)
    return [Reading(state, None, token, lists=True)]
