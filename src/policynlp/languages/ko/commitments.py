"""Commitments of a Korean clause: endings carry force, verbs the action, particles who acts on what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from policynlp.languages import table
from policynlp.languages.drafts import Chars, Draft
from policynlp.languages.ko.arguments import (
    actor,
    agent,
    carried,
    field,
    joined,
    noun_at,
    noun_chars,
    paired,
    silent,
    subject,
    target,
)
from policynlp.languages.ko.definitions import defines, goes_on
from policynlp.languages.ko.denial import about_funds, denies
from policynlp.languages.ko.force import Force, aimed, weigh
from policynlp.languages.ko.morphemes import sentences, unbracketed
from policynlp.languages.ko.nominal import noun_item
from policynlp.languages.ko.predicates import Predicate, Row, equates, predicates, topic
from policynlp.languages.ko.register import Register, register
from policynlp.languages.ko.roles import TRAILING, Reading, readings
from policynlp.languages.ko.senses import sense
from policynlp.languages.ko.tables import OTHER, action, among, level, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from policynlp.records import Clause


FUNDING = "지출"
"""Stem whose action a denial about money has."""


ABOUT = frozenset({"coordinate", "consult", "exchange"})
"""Actions that are done about something rather than to it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the clause, read."""

    row: Row
    found: list[Predicate]
    leads: bool
    """True where the list that follows completes it."""
    binding: bool = False
    """True in an instrument that binds."""
    defines: bool = False
    """True where it says what a word means, or goes on saying it."""


def drafts(doc: "Doc") -> list[Draft]:
    """Commitments that one clause makes or leaves to its lead-in, in order of place.

    ``doc`` comes from ``policynlp.languages.ko.build()``. A draft whose level comes from its verb alone
    ("증진한다") has no ``marker``: its level changes with its action.
    """
    rows = [row for row in map(unbracketed, sentences(doc)) if row]
    clause = doc._.clause if doc.has_extension("clause") else None
    text = doc.text if clause is None else clause.text  # a Doc puts its text together from its tokens
    read = [(row, predicates(row)) for row in rows]
    binding = bool(doc.has_extension("binding") and doc._.binding)
    kind = register(text, [one for _, found in read for one in found], binding=binding)
    made: list[Draft] = []
    defined = False
    for place, (row, found) in enumerate(read):
        defined = defines(row, found) or (defined and goes_on(found))
        leads = place == len(read) - 1 and _leads(clause, text, row)
        made += _sentence(Sentence(row, found, leads, binding, defined), kind)
    return _declared(made, read[-1][1]) if binding and _preamble(clause, read) else made


def _preamble(clause: "Clause | None", read: Sequence[tuple[Row, list[Predicate]]]) -> bool:
    """Whether the clause is a recital: a paragraph of its own that no verb ends ("…을 약속하면서,")."""
    if clause is None or clause.parent is not None or clause.kind == "lead_in" or len(read) != 1:
        return False
    row, found = read[0]
    tail = next((m for m in reversed(row) if m.tag not in TRAILING), None)
    if not found or tail is None or tail.form != found[-1].ending:
        return False
    return found[-1].tag == "EC" or (found[-1].tag == "EF" and tail.form in words("endings", "broken_off"))


def _declared(made: list[Draft], found: list[Predicate]) -> list[Draft]:
    """The drafts of a recital, which declare whatever their verb; if there is none, one of its last verb."""
    last = found[-1]
    if not made and (last.force is not None or level(last.stem) is not None):
        done = action(last.stem)
        return [Draft(0, 0, done.name, done.phase, elided=True, confidence=0.9)]
    plain = [draft for draft in made if draft.polarity != "denied"]
    return [replace(draft, force=0, bare_force=0, marker=None, attenuator=None) for draft in plain]


def _leads(clause: "Clause | None", text: str, row: Row) -> bool:
    """Whether a list follows: the clause is a lead-in, ends in a colon, or points at what comes next."""
    if text.rstrip().endswith((":", "：")) or (clause is not None and clause.kind == "lead_in"):
        return True
    return clause is None and any(_points(row, at) for at in range(len(row) - 1))


def _points(row: Row, at: int) -> bool:
    """Whether the morpheme at ``at`` points at a list: "다음 사항", "아래와 같이"; not "세 축 아래 협력"."""
    return row[at].form in ("다음", "아래") and row[at + 1].form in words("stems", "listed")


def _sentence(sentence: Sentence, kind: Register) -> list[Draft]:
    if sentence.defines:
        return [Draft(None, None, OTHER.name, governs_list=True)] if sentence.leads else []
    read = readings(sentence.row, sentence.found)
    made = [draft for place in range(len(read)) for draft in _drafts(sentence, read, place, kind)]
    if not sentence.found and sentence.leads:
        who = actor(sentence.row, 0, len(sentence.row))
        return [Draft(None, None, OTHER.name, actor=who, governs_list=True)] if who else []
    if made or any(reading.role in ("main", "open", "recital", "shared") for reading in read):
        return _once_denied(made)
    return noun_item(sentence.row)


def _once_denied(made: list[Draft]) -> list[Draft]:
    """``made`` with one denial: "구속력이 없으며, 의무를 창설하지 아니한다" denies once."""
    denials = [draft for draft in made if draft.polarity == "denied"]
    return [draft for draft in made if draft not in denials[1:]]


def _drafts(sentence: Sentence, read: list[Reading], place: int, kind: Register) -> list[Draft]:
    reading, row = _cut(sentence, read[place]), sentence.row
    one = reading.predicate
    start = _floor(read, place)
    denied = denies(row, start, one) and (reading.role != "embedded" or one.tag != "ETM")
    if _aims(sentence, one):
        force: Force | None = aimed(reading, topic(row))
    else:
        holds = sentence.binding and equates(row, one)
        force = weigh(reading, kind, denied=denied, binding=sentence.binding, holds=holds)
    trades = kind == "polite" and force is not None and force.marker is None and _trades(row, start, one)
    if force is None or trades or _promulgates(row, one):
        return []
    courteous = one.force == 0 and one.marker is not None  # "제안하는 영광을 가진다": the items are not
    governs = sentence.leads and (reading.governor or one) is _last(read) and not courteous
    return [
        _draft(row, start, reading, force, noun, governs=governs, binding=sentence.binding)
        for noun in _nouns(row, start, one)
    ]


def _cut(sentence: Sentence, reading: Reading) -> Reading:
    """A reading in -며 that a list cuts off from the verbs of its items says in a treaty what it says itself:
    "정부는 허가를 부여하며, 직원에 대하여," above "(2) 조세를 면제한다"."""
    one = reading.predicate
    if not (sentence.binding and sentence.leads and one.tag == "EC"):
        return reading
    joins = one.ending in words("endings", "coordinating") and any(
        m.tag == "SP" for m in sentence.row[one.stop :]
    )
    alone = reading.role == "open" or (reading.role == "embedded" and joins and one is _joining(sentence))
    return replace(reading, role="main") if alone else reading


def _joining(sentence: Sentence) -> Predicate | None:
    """The last predicate in -고 or -며 of a sentence that no verb of its own ends."""
    if any(one.tag == "EF" for one in sentence.found):
        return None
    coordinating = words("endings", "coordinating")
    return next((one for one in reversed(sentence.found) if one.ending in coordinating), None)


def _aims(sentence: Sentence, one: Predicate) -> bool:
    """Whether the clause leads up to a list of aims: "목표는 다음 세 가지이다:"."""
    return (
        sentence.leads
        and one.state
        and one.tag == "EF"
        and topic(sentence.row) in table("ko", "force")["aims"]
    )


def _trades(row: Row, start: int, one: Predicate) -> bool:
    """Whether a body tells what it sells or runs ("서비스를 제공합니다", "사업을 추진하고 있습니다")."""
    if not (among(one.stem, "trade", "verbs") and one.force is None and one.attenuation is None):
        return False
    at = next((at for at in range(one.first, start, -1) if row[at].tag == "JKO"), 0)
    return at > 0 and row[at - 1].form.lower() in words("trade", "goods")


def _promulgates(row: Row, one: Predicate) -> bool:
    """Whether a notice puts an instrument into the gazette by its words: "협정을 이에 공포한다"."""
    here = among(one.stem, "stems", "promulgating") and one.force is None
    return here and [morpheme.form for morpheme in row[max(one.first - 2, 0) : one.first]] == ["이", "에"]


def _last(read: list[Reading]) -> Predicate | None:
    """The predicate that a list after the sentence would complete."""
    spoken = [reading.predicate for reading in read if reading.role in ("main", "open")]
    return spoken[-1] if spoken else None


def _floor(read: list[Reading], place: int) -> int:
    """Index in the row where the predicate's own words begin: after the previous one that is not embedded."""
    before = [one.predicate.stop for one in read[:place] if one.role != "embedded"]
    return max(before, default=0)


def _nouns(row: Row, start: int, one: Predicate) -> list[int]:
    """Indexes of the words that say what is done: the stem and nouns beside it, or what it carries."""
    if among(one.stem, "stems", "light"):
        return carried(row, start, one) or [one.last]
    known = [] if action(one.stem) == OTHER else joined(row, start, one.first)
    beside = [] if one.state else known or paired(row, start, one.first)
    return [*beside, one.last]


def _elided(row: Row, one: Predicate) -> bool:
    """Whether an active verb leaves out who acts; a topic that cannot act is then what is acted on ("비용은
    부담한다"), unless the verb needs no actor ("기간은 만료한다")."""
    if one.passive or one.state:
        return False
    happens = one.subject or one.stem in words("stems", "intransitive")
    return silent(row, one.first) if happens else not _acted(row, one)


def _acted(row: Row, one: Predicate) -> bool:
    """Whether a subject of its own stands in front of the verb, or a topic though it has an object, too."""
    if any(m.tag == "JKS" for m in row[max(one.first - 2, 0) : one.first]):
        return True
    return target(row, 0, one.first) is not None and not silent(row, one.first)


def _object(row: Row, start: int, end: int, done: str, governs: bool) -> Chars | None:
    """What the verb at index ``end`` acts on, or what it is about, unless a list says that."""
    found = target(row, start, end)
    return field(row, start, end) if found is None and not governs and done in ABOUT else found


def _draft(
    row: Row, start: int, reading: Reading, force: Force, noun: int, *, governs: bool, binding: bool
) -> Draft:
    one = reading.predicate
    stem = one.stem if noun == one.last else noun_at(row, noun)
    negative = force.polarity == "negative"
    done = sense(row, start, one, stem, negative=negative, binding=binding)
    if force.polarity == "denied":
        done = action(FUNDING) if about_funds(row, start, one) else OTHER
    if one.stem == "이":
        who = None
    else:
        who = agent(row, start, one.first) if one.passive else actor(row, 0, one.first)
    what = subject(row, 0, one.first) if one.passive else None
    return Draft(
        force=force.level,
        bare_force=force.bare,
        action=done.name,
        phase=done.phase,
        polarity=force.polarity,
        marker=force.marker,
        attenuator=force.attenuator,
        negation=force.negation,
        predicate=noun_chars(row, noun),
        actor=who,
        object=what if one.passive else _object(row, start, min(noun, one.first) + 1, done.name, governs),
        governs_list=governs,
        elided=who is None and _elided(row, one),
        aspect="continuing" if force.continuing else "new",
        reported=reading.reported,
        confidence=force.confidence,
    )
