"""The commitments of one English clause, read off its parse, with the words themselves as a fallback."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from policynlp.languages.drafts import Chars, Draft
from policynlp.languages.en import actors, grammar, spans
from policynlp.languages.en.denials import denials
from policynlp.languages.en.purposes import purpose_readings
from policynlp.languages.en.sentences import first_word, item_readings, main_readings, present_level
from policynlp.languages.en.states import Polarity, Reading, State
from policynlp.languages.en.tables import OTHER, Action, governors, role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

PARSED = 0.95
"""Confidence of a reading that the parse led to."""
UNKNOWN_ACTION = 0.8
"""Factor where no table knows the verb."""
FORBIDDEN = 6
"""Level of "may not" (docs/commitments.md)."""
CONDITION = re.compile(
    r"\b(?:if|where|when|whenever|unless|provided that|considers? that|in the event that)\W*:$"
)
"""The end of a lead-in whose items are conditions."""
OF = frozenset(("of",))
ITEM_MARKS = frozenset((":", ";", ",", "-", "–", "—", "and", "or", "]", ")"))
"""What a lead-in or an item ends with when another item follows."""


def drafts(doc: "Doc") -> list[Draft]:
    """Every predicate that commits, declares or, as a list item, may take force from a lead-in."""
    refused = denials(doc.text)
    read = [r for r in clause_readings(doc) if not any(covers(d.predicate, r) for d in refused)]
    found = [draft(reading, limit(doc, read, n)) for n, reading in enumerate(read)] or namer(doc)
    return sorted([*found, *refused], key=lambda d: d.predicate or d.marker or (0, 0))


def clause_readings(doc: "Doc") -> list[Reading]:
    """Readings of all sentences in order; items inside the clause stand under the lead-in before them."""
    above: Reading | None = None
    open_list, colon = False, True
    found: list[Reading] = []
    for sentence in doc.sents:
        if all(token.is_punct or token.is_space for token in sentence):
            continue
        own = main_readings(sentence)
        if own:
            above, open_list, colon = own[-1], ends_open(sentence), not sentence.text.rstrip().endswith(";")
        else:
            own = item_readings(sentence, above.state if above is not None and open_list else State())
            if not colon:
                own = [r for r in own if r.predicate is None or not grammar.is_action_noun(r.predicate)]
            if own and above is not None and open_list and only_introduces(above):
                found = [r for r in found if r is not above]
            open_list = open_list and ends_open(sentence)
        found += [*own, *purpose_readings(sentence, own)]
    return unique(leads(found, doc))


def only_introduces(lead: Reading) -> bool:
    """Whether a lead-in has no action of its own beside the items ("shall:", "may include:")."""
    return lead.predicate is None or grammar.lemma(lead.predicate) in role("transparent") | role("generic")


def ends_open(sentence: "Span") -> bool:
    """Whether a sentence ends as a lead-in or an item does, so that the next one belongs to it."""
    last = next((t for t in reversed(sentence) if not t.is_space), None)
    return last is not None and last.text.lower() in ITEM_MARKS


def leads(found: list[Reading], doc: "Doc") -> list[Reading]:
    """Marks the last reading as governing the list that follows the clause."""
    if not found:
        return found
    opened = doc.text.rstrip().endswith((":", "—", "–", "-")) or (
        doc._.clause is not None and doc._.clause.kind == "lead_in"
    )
    last = max((n for n, r in enumerate(found) if not r.purpose), default=-1)
    return [replace(r, lists=opened and n == last) for n, r in enumerate(found)]


def unique(found: list[Reading]) -> list[Reading]:
    """One reading a predicate; the first, which is the parsed one, stays."""
    kept: dict[int, Reading] = {}
    for reading in found:
        token = reading.predicate or reading.verb
        if token is not None:
            kept.setdefault(token.i, reading)
    return [kept[place] for place in sorted(kept)]


def covers(place: Chars | None, reading: Reading) -> bool:
    """Whether a reading's predicate, or the words that deny it, stand inside ``place``."""
    own = [reading.predicate or reading.verb, *(reading.state.marker if reading.denied else ())]
    return place is not None and any(t is not None and place[0] <= t.idx < place[1] for t in own)


def limit(doc: "Doc", read: list[Reading], number: int) -> int:
    """Token at which the object of a reading must end: the next predicate or the end of the sentence."""
    token = read[number].predicate or read[number].verb
    if token is None:
        return len(doc)
    end: int = token.sent.end
    for other in read[number + 1 :]:
        place = other.predicate or other.verb
        if place is not None and not other.purpose and token.i < place.i < end:
            return int(place.i)
    return end


def draft(reading: Reading, end: int) -> Draft:
    """The language-independent form of a reading."""
    state, predicate = reading.state, reading.predicate
    action = OTHER if predicate is None or reading.declares else grammar.action_of(predicate)
    if reading.verb is not None and predicate != reading.verb and action is OTHER:
        action = grammar.action_of(reading.verb)
    if action is OTHER and speaks_of(reading):
        action = of_subject(reading)
    force = forbidden(reading) or (state.force if state.force is not None else present_level(reading))
    known = 1.0 if action is not OTHER or reading.declares else UNKNOWN_ACTION
    return Draft(
        force=force,
        bare_force=reading.bare,
        action=action.name,
        phase=action.phase,
        polarity=polarity(reading),
        marker=spans.chars(state.marker),
        attenuator=spans.chars(state.attenuator),
        negation=spans.chars((state.negation,)) if state.negation is not None else None,
        predicate=spans.chars(words(reading)),
        actor=actors.actor(reading),
        object=spans.object_of(reading, end),
        governs_list=reading.lists,
        conditional=reading.lists and CONDITION.search(reading_text(reading)) is not None,
        aspect="continuing" if state.continuing or under_way(reading) else "new",
        reported=state.reported,
        purpose=reading.purpose,
        operative=reading.operative,
        elided=reading.state.subject is None and opens_item(reading),
        confidence=round(PARSED * state.confidence * known, 3),
    )


def reading_text(reading: Reading) -> str:
    """The clause in which a reading stands, in small letters."""
    token = reading.predicate or reading.verb
    return "" if token is None else token.doc.text.lower().rstrip()


def speaks_of(reading: Reading) -> bool:
    """Whether a predicate only says what its subject is about: a lead-in, or "cooperation shall focus on"."""
    if reading.declares or not only_introduces(reading):
        return False
    return reading.lists or (
        reading.predicate is not None and grammar.lemma(reading.predicate) in role("focusing")
    )


def of_subject(reading: Reading) -> Action:
    """The action that a lead-in speaks of: "Cooperation shall focus on:", "the aim of cooperation is to:"."""
    noun = reading.state.subject
    if noun is not None and grammar.lemma(noun) in governors("nouns"):
        noun = next(grammar.objects_of(noun, OF), None)
    return grammar.action_of(noun) if noun is not None and grammar.is_action_noun(noun) else OTHER


def opens_item(reading: Reading) -> bool:
    """Whether a modal opens its sentence, so that a lead-in says who acts ("may establish committees")."""
    marker = reading.state.marker
    return bool(marker) and marker[0].tag_ == "MD" and marker[0] == first_word(marker[0].sent)


def namer(doc: "Doc") -> list[Draft]:
    """A draft that only names who acts, for a lead-in that does no more ("The Assembly:")."""
    head = next(doc.sents).root if doc.text.rstrip().endswith(":") else None
    if head is None or head.pos_ not in ("NOUN", "PROPN") or not actors.is_somebody(head):
        return []
    place = spans.noun_phrase(head)
    return [Draft(force=None, bare_force=None, action=OTHER.name, actor=place, governs_list=True)]


def words(reading: Reading) -> "tuple[Token, ...]":
    """The predicate with its particle."""
    if reading.predicate is None:
        return ()
    particle = grammar.child(reading.predicate, "prt")
    return (reading.predicate,) if particle is None else (reading.predicate, particle)


def polarity(reading: Reading) -> Polarity:
    """Negative where a negation reaches the predicate."""
    if reading.denied:
        return "denied"
    return "negative" if reading.state.negation is not None else "positive"


def forbidden(reading: Reading) -> int | None:
    """The level of "may not": a permission withheld forbids."""
    state = reading.state
    withheld = state.negation is not None and len(state.marker) == 1 and state.marker[0].lower_ == "may"
    return FORBIDDEN if withheld and not state.attenuator and not reading.denied else None


def under_way(reading: Reading) -> bool:
    """Whether the action is told as under way ("are building")."""
    return reading.verb is not None and grammar.is_progressive(reading.verb)
