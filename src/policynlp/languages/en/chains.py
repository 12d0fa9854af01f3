"""From a verb down to the actions it commits to: modal, governing words, then the substance."""

from dataclasses import replace
from typing import TYPE_CHECKING

from policynlp.languages.en import grammar
from policynlp.languages.en.links import (
    LASTING_PAST,
    TO,
    adjective_link,
    after_aside,
    noun_link,
    past,
    verb_link,
)
from policynlp.languages.en.spans import carries_passive, is_passive
from policynlp.languages.en.states import Reading, State, governed, modal
from policynlp.languages.en.tables import OTHER, bare_levels, governors, role, verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

MEANS = frozenset(
    ("in", "on", "by", "at", "for", "through", "towards", "toward", "with", "including", "of", "as")
)
OF = frozenset(("of",))
NEAR = 6
"""Words before a modal among which the action that takes place is named."""
PERMITTED = 1
"""Force of "may": who may decide that something shall be done has not decided it."""
FORMS = frozenset((("take", "form"), ("involve", "use"), ("assume", "form")))
"""Verb and object that only introduce the action: "take the form of exchanges"."""


def readings(token: "Token", state: State) -> list[Reading]:
    """Every action that a verb, gerund or noun leads to, under the state that reaches it."""
    parts = [part for part in grammar.conjuncts(token) if part == token or carries_on(token, part)]
    first = own_state(token, state)
    above = states_of(parts, first)
    found = [r for part, own in zip(parts, above, strict=True) for r in follow(part, own)]
    if not found:
        return found
    known = {part.i for part in parts}
    lost = [
        verb
        for part in parts
        for verb in (*mislaid(part), *mislaid_gerunds(part), *enumerated(part))
        if verb.i not in known
    ]
    return found + [reading for verb in lost for reading in follow(verb, found[-1].state)]


def states_of(parts: list["Token"], first: State) -> list[State]:
    """The state of each conjunct; a participle without auxiliary has that of the passive it goes on with."""
    known = {parts[0].i: first}
    for part in parts[1:]:
        before = part.head if part.head.i in known and carries_passive(part) else parts[0]
        known[part.i] = own_state(part, handed_on(before, part, known[before.i]))
    return [known[part.i] for part in parts]


def handed_on(first: "Token", other: "Token", state: State) -> State:
    """What a conjunct has of the first verb's state: all, or only the subject if it is finite itself."""
    governed_form = other.tag_ == "VBP" and first.tag_ == "VB"
    if grammar.is_finite(other) and not governed_form and not has_modal(other):
        return State(subject=state.subject, reported=state.reported)
    return state


def has_modal(verb: "Token") -> bool:
    """Whether a verb has a modal of its own."""
    return any(c.tag_ == "MD" and c.dep_ == "aux" for c in verb.children)


def mislaid_gerunds(token: "Token") -> list["Token"]:
    """Gerunds after "and" that hang on a finite verb between ("removing barriers that … and securing")."""
    if token.tag_ != "VBG":
        return []
    after = token.doc[token.i + 1 : token.sent.end]
    stray = [t for t in after if t.tag_ == "VBG" and t.dep_ == "conj" and t.head.tag_ in grammar.FINITE]
    return [t for t in stray if t.nbor(-1).lower_ in ("and", "or") and grammar.is_gerund(t)]


def enumerated(token: "Token") -> list["Token"]:
    """Gerunds of a list after a gerund, which the parser hung on the verb above it as a circumstance.

    "aim at restructuring transport, improving access and supporting industry": the last stands after "and".
    """
    if token.tag_ != "VBG":
        return []
    after = token.doc[token.i + 1 : token.sent.end]
    stray = next((t for t in after if t.tag_ == "VBG" and t.dep_ == "advcl" and t.nbor(-1).text == ","), None)
    if stray is None or not grammar.is_gerund(stray):
        return []
    chain = [t for t in grammar.conjuncts(stray) if grammar.is_gerund(t)]
    return chain if chain[-1].nbor(-1).lower_ in ("and", "or") else []


def mislaid(token: "Token") -> list["Token"]:
    """Verbs in the same form that follow with "and" or after an aside, where the parser took them for nouns.

    "shall develop and promote mutually beneficial cooperation"; "develop and, where appropriate, promote".
    """
    place, found = token.i + 1, []
    end = token.sent.end
    while place < end and token.doc[place].lower_ in ("and", "or", ",", "and/or"):
        place += 1
        if place < end and token.doc[place].text == "," and token.doc[place - 1].text != ",":
            place = after_aside(token.doc[place]) or end
        while place < end and token.doc[place].pos_ == "ADV":
            place += 1
        if place >= end or not is_base_verb(token.doc[place], token):
            break
        found.append(token.doc[place])
        place += 1
    return found


def is_base_verb(word: "Token", like: "Token") -> bool:
    """Whether a word could be a verb in the form of another, and goes on as a verb does."""
    if like.tag_ not in ("VB", "VBP") or word.lower_ not in verbs() or word.i + 1 >= word.sent.end:
        return False
    after = word.nbor()
    return (
        after.lower_ not in ("of", "in", "on", "for", "between", "shall", "may", "will", "as")
        and after.pos_ != "AUX"
    )


def carries_on(first: "Token", other: "Token") -> bool:
    """Whether a conjunct continues the predicate: a verb after a verb, an action noun after a noun."""
    if grammar.is_gerund(first) or other.tag_ == "VBG":
        like = grammar.is_gerund(first) or grammar.is_action_noun(first)
        return like and (grammar.is_gerund(other) or grammar.is_action_noun(other))
    if other.tag_ == "VBN" and first.tag_ != "VBN" and not grammar.child(other, "auxpass", "aux"):
        return other.head != first and is_passive(other) and carries_on(first, other.head)
    if grammar.is_verb(first):
        return grammar.is_verb(other)
    return grammar.is_action_noun(other) or grammar.is_gerund(other)


def own_state(token: "Token", state: State) -> State:
    """The state with the token's own subject, modal and negation put in."""
    subject = grammar.child(token, "nsubj", "nsubjpass", "expl")
    auxiliary = next((c for c in token.children if c.lower_ in governors("modals") and c.dep_ == "aux"), None)
    if subject is not None and auxiliary is None and token.tag_ in grammar.FINITE and not state.stray:
        state = State(reported=state.reported)
    if subject is not None:
        state = replace(state, subject=subject)
    if auxiliary is not None and state.negation is not None and state.negation.dep_ == "neg":
        state = replace(state, negation=repeated(token, state.negation))
    if auxiliary is not None and (state.reported or auxiliary.lower_ != "would"):
        state = modal(state, auxiliary, governors("modals")[auxiliary.lower_])
    return replace(state, negation=negation(token, subject) or state.negation)


def repeated(token: "Token", before: "Token") -> "Token | None":
    """The negation that "nor" carries on to a verb with a modal of its own; "and" carries none."""
    return before if any(t.lower_ == "nor" for t in token.doc[before.i : token.i]) else None


def negation(token: "Token", subject: "Token | None") -> "Token | None":
    """The word that negates a verb: not, or a subject such as "no Party"."""
    direct = grammar.child(token, "neg") or grammar.ruled_out(token)
    if direct is not None or subject is None:
        return direct
    if subject.lower_ in grammar.NO:
        return subject
    return next((c for c in subject.children if c.lower_ in grammar.NO), None)


def follow(token: "Token", state: State) -> list[Reading]:
    """The readings of one verb or noun, its conjuncts left aside."""
    link = verb_link(token) or adjective_link(token) or noun_link(token)
    if link is None or (link.governor.ungoverned and state.force is not None):
        return agreed_content(token, state) or substance(token, state)
    if state.force is None and past(token) and link.governor.level < LASTING_PAST:
        return []
    below = governed(state, link.words, link.governor)
    under_way = below.continuing or grammar.is_progressive(token)
    below = replace(below, confidence=below.confidence * link.confidence, continuing=under_way)
    if not link.complements:
        return [Reading(below, None, token, lists=True)]
    return [reading for part in link.complements for reading in complement(token, link.words[0], part, below)]


def complement(token: "Token", word: "Token", part: "Token", state: State) -> list[Reading]:
    """The actions of a complement; a mere thing ("committed to integrity") leaves the governor as action."""
    part = grammar.verb_before(part)
    named = grammar.is_verb(part) or grammar.is_gerund(part) or grammar.is_action_noun(part)
    if named or (part.lower_ in verbs() and part.nbor(-1).lower_ == "to"):
        return readings(part, state)
    if grammar.lemma(part) in governors("nouns"):
        inner = (*grammar.infinitives(part, "acl", "relcl"), *grammar.objects_of(part, TO | OF))
        if inner:
            return complement(token, word, inner[0], state)
    return [Reading(state, word, token)]


def agreed_content(token: "Token", state: State) -> list[Reading]:
    """ "agree that X shall Y" is read as its content; a past speech verb makes the content reported."""
    content = grammar.child(token, "ccomp")
    if content is None or content.i < token.i:
        return []
    word = grammar.lemma(token)
    open_question = any(c.lower_ in ("whether", "if", "what", "how") for c in content.children)
    if state.force is not None and (open_question or state.force <= PERMITTED):
        return []
    if word in role("agreeing") and grammar.child(content, "nsubj", "nsubjpass") is not None:
        governor = governors("verbs").get(word)
        below = governed(state, (token,), governor) if governor else state
        return [r for r in readings(content, below) if r.state.force is not None]
    if word in role("speech") and past(token):
        return [r for r in readings(content, State(reported=True)) if r.state.force is not None]
    return []


def substance(token: "Token", state: State) -> list[Reading]:
    """The action itself, or the actions that a verb of little meaning introduces."""
    word = grammar.lemma(token)
    inner: list[Token] = []
    noun = grammar.child(token, "dobj", "nsubjpass")
    if word in role("generic"):
        ways = [part for part in grammar.objects_of(token, MEANS) if is_substance(part)]
        inner = [p for p in ways if p.tag_ == "VBG" or word not in role("joint")] or beside(token)
    elif word in role("transparent"):
        inner = listed(token)
    elif noun is not None and (word, noun.lower_) in FORMS:
        inner = [part for part in grammar.objects_of(noun, OF) if grammar.is_action_noun(part)]
    if inner:
        return [reading for part in inner for reading in readings(part, state)]
    done = next(grammar.infinitives(token, "ccomp"), None) if word in role("causing") else None
    if done is not None:
        return [Reading(state, done, token)]
    if noun is not None and noun.lower_ == "place" and word == "take":
        noun = grammar.child(token, "nsubj") or taken_place(token)
    light = noun is not None and word in role("light") and grammar.is_action_noun(noun)
    settled = grammar.sense_of(token, word) is not None and grammar.action_of(noun or token) is OTHER
    predicate = noun if light and not settled else token
    return [Reading(state, predicate, token, bare=own_level(token, word))]


def taken_place(verb: "Token") -> "Token | None":
    """The action noun nearest before "shall take place", where the parser gives it no subject."""
    modal_ = next((c for c in verb.children if c.tag_ == "MD"), verb)
    before = verb.doc[max(verb.sent.start, modal_.i - NEAR) : modal_.i]
    return next((t for t in reversed(before) if t.pos_ == "NOUN" and grammar.is_action_noun(t)), None)


def own_level(token: "Token", word: str) -> int | None:
    """The level of a verb that nothing governs; "consider X as Y" is another than "consider X"."""
    content = grammar.child(token, "ccomp")
    if f"{word} that" in bare_levels() and content is not None and content.i > token.i:
        return bare_levels()[f"{word} that"]
    regarded = f"{word} as"
    thing = grammar.child(token, "dobj")
    beside = [*grammar.attached(token), *(thing.children if thing is not None else ())]
    if regarded in bare_levels() and any(t.lower_ == "as" for t in beside):
        return bare_levels()[regarded]
    return bare_levels().get(word)


def beside(token: "Token") -> list["Token"]:
    """The gerund that follows a generic verb and its preposition, where the parser hung it elsewhere."""
    place = token.i + 1
    while place < token.sent.end and token.doc[place].pos_ == "ADV":
        place += 1
    if place + 1 >= token.sent.end or token.doc[place].lower_ not in MEANS:
        return []
    part = token.doc[place + 1]
    return [part] if part.tag_ == "VBG" and is_substance(part) else []


def is_substance(part: "Token") -> bool:
    """Whether a complement of a generic verb is the action: a gerund, or an action noun with its object."""
    return (part.tag_ == "VBG" and grammar.is_gerund(part)) or grammar.names_action(part)


def is_listed(part: "Token") -> bool:
    """Whether a complement of "include" or "be" is an action."""
    return is_substance(part) or grammar.is_action_noun(part) or (part.tag_ == "VB" and part.dep_ == "xcomp")


def listed(token: "Token") -> list["Token"]:
    """The actions named as complement of "include", "be", "focus on"."""
    below = [
        c for c in token.children if c.dep_ in ("dobj", "attr", "xcomp", "pcomp", "acomp") and c.i > token.i
    ]
    if grammar.lemma(token) != "be":
        below += grammar.objects_of(token, MEANS)
    return [c for c in below if is_listed(c)]
