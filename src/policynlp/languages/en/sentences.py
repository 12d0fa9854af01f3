"""The readings of a sentence: its main predicates, the modals the parser mislaid, or the item it is."""

from dataclasses import replace
from typing import TYPE_CHECKING

from policynlp.languages.en import actors, grammar, spans
from policynlp.languages.en.chains import readings
from policynlp.languages.en.links import past
from policynlp.languages.en.rescue import coordinated, rescued
from policynlp.languages.en.stated import stated_readings
from policynlp.languages.en.states import Reading, State
from policynlp.languages.en.tables import (
    OTHER,
    bare_levels,
    nouns,
    performed,
    planned,
    practice,
    role,
    verbs,
)
from policynlp.languages.en.withheld import freed, withheld

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

RELATIVE = frozenset(("WDT", "WP$"))
"""Tags of the words that make a fragment the rest of a relative clause."""
CLOSING = " \n\t\"”’')]"
"""What may follow a sentence's stop."""
CONDITIONS = frozenset(("if", "where", "when", "whether", "unless", "whenever"))
INVERTED = frozenset(("should", "could"))
OF = frozenset(("of",))
NOMINAL = frozenset(("of", "in", "for", "on", "between", "with", "as", "by", ","))
"""What follows a noun and not an imperative."""
STRAY = frozenset(
    ("and", "or", "(", ")", "[", "]", "-", "–", "—", "•", "…", "...", ",", '"', "“", "”", ";", ":")
)


def main_readings(sentence: "Span") -> list[Reading]:
    """What the finite predicates of a sentence commit to; empty for a fragment."""
    first = first_word(sentence)
    if first is not None and (first.tag_ in RELATIVE or is_formula(first)):
        return []
    if (
        first is not None
        and first.text[:1].isupper()
        and opens_recital(first)
        and not goes_on(sentence, first)
    ):
        return [recital(first)]
    read = [operative(withheld(r)) for verb in mains(sentence) for r in readings(verb, State())]
    found = [r for r in read if counts(r) and not is_inverted(r)]
    lost = [withheld(r) for r in rescued(sentence, found) if not is_inverted(r)]
    found = [r for r in found if r.state.marker or all(r.verb != other.verb for other in lost)] + lost
    found += coordinated(sentence, found)
    found += (
        [] if found else [r for verb in hidden_mains(sentence) for r in readings(verb, State()) if counts(r)]
    )
    found = [r for r in found if not is_open_list(r)]
    return found + stated_readings(sentence, found)


def is_inverted(reading: Reading) -> bool:
    """Whether the marker opens its sentence: "Should a Party consider …" is a condition."""
    marker = reading.state.marker
    return bool(marker) and marker[0].lower_ in INVERTED and marker[0] == first_word(marker[0].sent)


def operative(reading: Reading) -> Reading:
    """The reading, marked where an instrument or its parties speak in the plain present."""
    verb, subject = reading.verb, reading.state.subject
    if (
        reading.state.force is not None
        or reading.state.negation is not None
        or verb is None
        or subject is None
    ):
        return reading
    plain = verb.tag_ in ("VBP", "VBZ") or any(
        c.tag_ in ("VBP", "VBZ") for c in verb.children if c.dep_ == "auxpass"
    )
    if not plain or any(c.dep_ == "aux" for c in verb.children):
        return reading
    says = actors.is_instrument(subject) and grammar.lemma(verb) in role("operative") and stands(verb)
    acts = is_agent(subject, practice()[0]) and subject.lower_ != "we" and present_level(reading) is not None
    weighs = reading.bare is None and acts
    decided = is_enacted(verb) or (spans.is_passive(verb) and actors.agent_of(verb) is not None)
    states = (says or weighs or decided) and not grammar.is_introduced(verb) and not opens_condition(verb)
    return replace(reading, operative=states)


def stands(verb: "Token") -> bool:
    """Whether "be" says how an instrument stands; other verbs always do."""
    if grammar.lemma(verb) != "be":
        return True
    return any(grammar.lemma(t) in role("standing") for t in grammar.attached(verb))


def mains(sentence: "Span") -> list["Token"]:
    """The root, and what the parser hung beside it with a subject of its own."""
    root = sentence.root
    beside = [
        c
        for c in root.children
        if (c.dep_ in ("parataxis", "dep") or (c.dep_ == "ccomp" and c.i < root.i))
        and grammar.child(c, *grammar.SUBJECTS)
    ]
    return [
        verb
        for verb in (*beside, root)
        if verb.tag_ != "MD" and (grammar.is_verb(verb) or grammar.is_gerund(verb))
    ]


def hidden_mains(sentence: "Span") -> list["Token"]:
    """A main verb that the parser hung on the noun before its subject, where no comma parts them.

    "Upon entry into force of this Agreement the Parties agree to …"
    """
    if grammar.is_verb(sentence.root):
        return []
    hung = (t for t in sentence if t.dep_ == "relcl" and t.tag_ in ("VBP", "VBZ"))
    return [t for t in hung if has_own_subject(t) and not grammar.is_introduced(t)]


def has_own_subject(verb: "Token") -> bool:
    """Whether a verb's subject is somebody."""
    subject = grammar.child(verb, "nsubj")
    return subject is not None and subject.tag_ not in ("WDT", "WP") and actors.is_somebody(subject)


def counts(reading: Reading) -> bool:
    """Whether a reading of a main predicate says anything: governed, or a present that weighs by itself.

    A heading in capitals says nothing, though a parser finds verbs in it.
    """
    if not reading.state.marker and reading.verb is not None and reading.verb.text[1:].isupper():
        return False
    return reading.state.force is not None or reading.operative or present_level(reading) is not None


def is_open_list(reading: Reading) -> bool:
    """Whether a reading only says that a list is not closed: "shall not be limited to"."""
    verb = reading.verb
    if verb is None or reading.state.negation is None or grammar.lemma(verb) not in ("limit", "limited"):
        return False
    return any(c.dep_ == "prep" and c.lower_ == "to" for c in verb.children)


def present_level(reading: Reading) -> int | None:
    """Level of a verb in the present that nothing governs ("The Participants support")."""
    verb = reading.verb
    subject = reading.state.subject
    if verb is None or subject is None or past(verb) or opens_condition(verb):
        return None
    if is_enacted(verb) and grammar.lemma(verb) in performed():
        return performed()[grammar.lemma(verb)]
    subjects, statives, level = practice()
    if done_by_own(verb, subjects):
        return level
    if verb.tag_ not in ("VBP", "VBZ") and not grammar.is_progressive(verb):
        return None
    known = subject.lower_ == "we" or grammar.action_of(verb) is not OTHER
    told = known and is_agent(subject, subjects) and grammar.lemma(verb) not in statives
    if told and verb.tag_ == "VBP" and grammar.lemma(verb) in performed():
        return performed()[grammar.lemma(verb)]
    if told and grammar.lemma(verb) in role("asking") and asks_own(verb):
        return performed()["task"]
    return reading.bare if reading.bare is not None or not told else level


def done_by_own(verb: "Token", subjects: frozenset[str]) -> bool:
    """Whether a passive in the present tells what somebody does ("audits are conducted by our teams")."""
    present = any(c.dep_ == "auxpass" and c.tag_ in ("VBP", "VBZ") for c in verb.children)
    if not present or grammar.child(verb, "aux") is not None or grammar.action_of(verb) is OTHER:
        return False
    agent = actors.agent_of(verb)
    return agent is not None and is_agent(agent, subjects)


def asks_own(verb: "Token") -> bool:
    """Whether those who are asked are the speaker's own: "we request our Ministers to" gives a task."""
    whom = [grammar.child(verb, "dobj"), *grammar.objects_of(verb, frozenset(("on", "upon")))]
    return any(c.lower_ == "our" for noun in whom if noun is not None for c in noun.children)


def opens_condition(verb: "Token") -> bool:
    """Whether a verb's own clause is a condition, its consequence elsewhere ("If a Party considers:")."""
    first = grammar.clause_head(verb)
    return any(c.lower_ in CONDITIONS and c.i < first.i for c in first.children)


def is_enacted(verb: "Token") -> bool:
    """Whether the words themselves do it: "A Committee is hereby established", "are taken by the Council"."""
    passive = next((c for c in verb.children if c.dep_ == "auxpass" and c.tag_ in ("VBP", "VBZ")), None)
    return passive is not None and any(c.lower_ == "hereby" for c in verb.children)


def is_agent(subject: "Token", known: frozenset[str]) -> bool:
    """Whether a subject is somebody who acts: one of the known, or a proper name that is no instrument's."""
    word = grammar.lemma(subject)
    if subject.lower_ in known or word in known or any(c.lower_ == "our" for c in subject.children):
        return True
    return subject.pos_ == "PROPN" and subject.is_alpha and word not in role("abstract")


def item_readings(sentence: "Span", state: State) -> list[Reading]:
    """The actions of a list item ("developing …", "to provide …", "exchange of …") under ``state``."""
    first = first_word(sentence)
    if first is None:
        return []
    if state.force is None and opens_recital(first):
        return [recital(first)]
    head = item_head(first, sentence)
    if head is None:
        return []
    own = [freed(r) if first.lower_ == "to" else r for r in readings(head, state)]
    return [replace(r, bare=item_level(r)) for r in (*own, *coordinated(sentence, own))]


def is_formula(first: "Token") -> bool:
    """Whether a fragment is the parties' closing formula: "Have agreed as follows", "HAVE DECIDED to …"."""
    return (
        first.lower_ == "have" and first.i + 1 < first.sent.end and first.nbor().tag_ in ("VBN", "VBD", "NNP")
    )


def goes_on(sentence: "Span", first: "Token") -> bool:
    """Whether a sentence that opens like a recital has a main clause: "Recognising this, we will …"."""
    if any(t.lower_ == "we" and t.dep_ == "nsubj" for t in sentence):
        return True
    if first.lower_ == "whereas" or not sentence.text.rstrip(CLOSING).endswith((".", ":")):
        return False
    subject = grammar.child(sentence.root, "nsubj", "nsubjpass")
    return subject is not None and first.i < subject.i < sentence.root.i


def recital(first: "Token") -> Reading:
    """The declaration of a recital; what is wished or resolved is its action."""
    place = first.i + 1
    while place < first.sent.end and first.doc[place].pos_ == "ADV":
        place += 1
    beside = first.doc[place + 1] if place + 1 < first.sent.end and first.doc[place].lower_ == "to" else None
    wished = next(grammar.infinitives(first, "xcomp", "ccomp", "advcl"), None)
    if wished is None:
        wished = next((g for g in grammar.objects_of(first, OF) if grammar.is_gerund(g)), None)
    if wished is None and beside is not None and grammar.is_verb(beside):
        wished = beside
    return Reading(State(force=0), wished or first, wished or first, bare=0, declares=wished is None)


def opens_recital(first: "Token") -> bool:
    """Whether a fragment is a recital ("Recognising that …", "Mindful of …")."""
    word = grammar.lemma(first)
    declaring = first.lower_.endswith("ing") and bare_levels().get(word) == 0 and word not in verbs()
    declaring = declaring or (first.text.isupper() and len(first) > 4 and first.text.endswith("ING"))
    pair = f"{first.lower_} {first.nbor().lower_}" if first.i + 1 < len(first.doc) else ""
    return declaring or not role("recital").isdisjoint((first.lower_, pair))


def first_word(sentence: "Span") -> "Token | None":
    """The first token that is no mark, conjunction or adverb."""
    for token in sentence:
        if (
            token.is_punct
            or token.is_space
            or token.lower_ in STRAY
            or token.pos_ in ("ADV", "PUNCT", "SPACE")
        ):
            continue
        return token
    return None


def item_head(first: "Token", sentence: "Span") -> "Token | None":
    """The verb or action noun that an item is built on."""
    if first.lower_ in ("to", "not") and first.i + 1 < sentence.end:
        first = first.nbor()
    if first.lower_ == "be" and first.dep_ in ("auxpass", "aux"):
        return first.head
    if any(
        t.tag_ == "MD" and grammar.child(t.head, *grammar.SUBJECTS) and not grammar.is_subordinate(t.head)
        for t in sentence
    ):
        return None
    if first.tag_ == "VB" or leads_as_verb(first):
        return first
    if is_finite(sentence):
        return None
    if grammar.is_gerund(first) or first.tag_ == "VBP":
        return first
    root = sentence.root
    if root.tag_ in ("VB", "VBG") and grammar.lemma(root) in verbs() and not grammar.child(root, "nsubj"):
        return root
    return root if grammar.names_action(root) else None


def is_finite(sentence: "Span") -> bool:
    """Whether a sentence has a subject and a finite verb; an -ing subject needs an object after the verb."""
    root = sentence.root
    if root.tag_ == "MD" or any(c.tag_ == "MD" for c in root.children):
        return True
    if not (root.tag_ in grammar.FINITE or grammar.child(root, "aux", "auxpass")):
        return False
    if grammar.child(root, "nsubj", "nsubjpass", "expl"):
        return True
    return (
        grammar.child(root, "csubj") is not None and grammar.child(root, "dobj", "ccomp", "xcomp") is not None
    )


def leads_as_verb(first: "Token") -> bool:
    """Whether an item starts with an imperative that the tagger took for a noun ("Promote the …")."""
    if first.lower_ not in verbs() or first.i + 1 >= len(first.doc):
        return False
    after = first.nbor()
    if first.lower_ in role("ambiguous"):
        return after.pos_ == "DET" or bool(after.tag_ == "PRP$")
    only_verb = first.lower_ not in nouns() and first.lower_ not in role("ambiguous")
    return only_verb or after.lower_ not in NOMINAL


def item_level(reading: Reading) -> int | None:
    """Level of an item's verb by itself; an action noun has none."""
    verb = reading.verb
    if verb is None or not (grammar.is_verb(verb) or leads_as_verb(verb) or grammar.is_gerund(verb)):
        return None
    if reading.state.force is None and is_imperative(verb):
        return planned()
    return bare_levels().get(grammar.lemma(verb))


def is_imperative(verb: "Token") -> bool:
    """Whether a known action opens its sentence in the base form, as in a plan ("Ensure …", "to …")."""
    first = first_word(verb.sent)
    to = first is not None and first.lower_ == "to" and first.i + 1 == verb.i
    opens = to or (verb == first and verb.text[:1].isupper())
    alone = all(token.is_punct or token.is_space for token in verb.doc[verb.i + 1 : verb.sent.end])
    if not opens or alone or verb.dep_ == "advcl":
        return False
    return grammar.action_of(verb) is not OTHER and not grammar.is_gerund(verb)
