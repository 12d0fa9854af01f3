"""How firmly a Korean predicate speaks: markers, the verb's own level, attenuators, register."""

from dataclasses import dataclass
from typing import Literal

from policynlp.languages import table
from policynlp.languages.drafts import Chars
from policynlp.languages.ko.predicates import Predicate
from policynlp.languages.ko.register import Register
from policynlp.languages.ko.roles import Reading
from policynlp.languages.ko.tables import OTHER, action, among, level

EFFORT = 3
"""Level that verbs of effort lower to (docs/commitments.md, rule 1)."""

PLAIN = 6
"""Level of a plain treaty statement whose verb has none of its own; elsewhere 한다 only states."""

POSSIBLE = 1
"""Level of -ㄹ 수 있다, which with a verb of seeing or saying permits nothing ("볼 수 있다")."""

DECIDED = 5
"""Level of verbs of agreeing and deciding; "에 따라 결정된다" decides nothing."""

PRACTICE = 3
"""Level of what a body says that it does or is doing (-합니다, -하고 있습니다): it promises what it tells,
hence effort, as a present with "we" in English; contested (Kirton: a plain statement of fact)."""

MARKED = 0.92
"""Confidence of what an ending or auxiliary says: the share of 46 labelled commitments that were right so."""
SURE = {"treaty": 0.84, "polite": 0.6, "press": 0.5}
"""Confidence where no marker but the register decides."""


@dataclass(frozen=True, slots=True)
class Force:
    """What a draft takes over."""

    level: int | None
    bare: int | None
    polarity: Literal["positive", "negative", "denied"]
    marker: Chars | None
    attenuator: Chars | None
    negation: Chars | None
    continuing: bool
    confidence: float


def weigh(
    reading: Reading, kind: Register, *, denied: bool, binding: bool = False, holds: bool = False
) -> Force | None:
    """The force of a reading, or None where it is no commitment; ``binding`` for the text of an instrument
    that binds, ``holds`` where that says what something is to be ("기간은 5년이다")."""
    one = reading.predicate
    if denied:
        return _force(reading, 0, None, "denied", MARKED)
    stands = holds or (binding and among(one.stem, "binding", "valid"))
    if reading.role == "embedded" or (_empty(one) and not stands) or (one.instrument and kind == "press"):
        return None
    polarity = "negative" if _negated(reading) else "positive"
    if reading.role == "recital":
        return _force(reading, 0, None, polarity, 0.9)
    marked = _marked(reading)
    if reading.role == "open":
        return _force(reading, marked, _lowered(reading, level(one.stem)), polarity, 0.8)
    if marked is not None:
        value = _withheld(one, marked, kind)
        return None if _over(one, marked) else _force(reading, value, value, polarity, MARKED)
    plain = _bound(one, _plain(one, kind)) if binding else _plain(one, kind)
    return None if plain is None else _force(reading, _lowered(reading, plain), plain, polarity, SURE[kind])


def aimed(reading: Reading, noun: str) -> Force:
    """The force of a lead-in to a list of what ``noun`` names: aims, or purposes."""
    value: int = table("ko", "force")["aims"][noun]
    return _force(reading, value, None, "positive", 0.8)


def _empty(one: Predicate) -> bool:
    """Definitions, reports and guesses; a state counts only with a marker ("적합하여야 한다")."""
    never = among(one.stem, "stems", "never")
    slight = one.force is None or (never and one.force <= POSSIBLE)
    return one.doubtful or (slight and (never or one.state)) or (never and one.state)


def _negated(reading: Reading) -> bool:
    """A prohibition reaches back over -거나, no further."""
    governor = reading.governor
    if governor is not None and reading.predicate.ending in ("거나", "이거나"):
        return reading.predicate.negated or governor.negated
    return reading.predicate.negated


def _marked(reading: Reading) -> int | None:
    """Level that an ending of its own or of its governor sets, lowered where one lowers it."""
    one, governor = reading.predicate, reading.governor
    if one.force is None and one.attenuation is None and governor is not None:
        one = governor
    if one.force is None and one.attenuation is None:
        return None
    lowered = [
        one.force,
        one.attenuation,
        EFFORT if among(reading.predicate.stem, "stems", "effort") else None,
    ]
    return min(value for value in lowered if value is not None)


def _lowered(reading: Reading, value: int | None) -> int | None:
    effort = among(reading.predicate.stem, "stems", "effort")
    return min(value, EFFORT) if effort and value is not None else value


def _withheld(one: Predicate, marked: int, kind: Register) -> int:
    """``marked``, or the level of a prohibition where an instrument withholds a permission ("할 수 없다")."""
    if kind == "treaty" and marked == POSSIBLE and one.negation is not None and one.negation == one.marker:
        level: int = table("ko", "force")["prohibition"]["level"]
        return level
    return marked


def _bound(one: Predicate, plain: int | None) -> int | None:
    """What a plain statement weighs in an instrument that binds."""
    if one.past or one.continuing or plain is None:
        return plain
    weak = plain in table("ko", "force")["binding"]["levels"] and one.own_force != POSSIBLE
    return PLAIN if weak or among(one.stem, "binding", "verbs") else plain


def _over(one: Predicate, marked: int) -> bool:
    """Whether an aim or effort is told as past ("알리고자 하였습니다"); a decision taken still holds."""
    return one.past and not one.continuing and marked < DECIDED


def _plain(one: Predicate, kind: Register) -> int | None:
    """Level of a plain statement; a past one counts only where the verb itself commits or declares."""
    own = one.own_force if one.own_force is not None else level(one.stem)
    if one.passive and own == DECIDED:
        own = None
    if one.past:
        return own if own in (0, DECIDED) else None
    if kind == "polite" and own != 0:
        return _practice(one, own)
    if own is not None:
        return own
    return PLAIN if kind == "treaty" and not one.continuing else None


def _practice(one: Predicate, own: int | None) -> int | None:
    """Level of a body's polite statement of what it does; what is under way weighs at least as much."""
    if own is not None and not one.continuing:
        return own
    known = own is not None or action(one.stem) != OTHER
    if one.passive or one.subject or one.negated or not known or _told(one):
        return None
    return max(own or 0, PRACTICE)


def _told(one: Predicate) -> bool:
    """Whether a polite statement tells a business, or does by its words what it says ("이에 고시합니다")."""
    performs = not one.continuing and among(one.stem, "stems", "performative")
    return performs or among(one.stem, "stems", "business")


def _force(reading: Reading, value: int | None, bare: int | None, polarity: str, confidence: float) -> Force:
    one, words = reading.predicate, reading.predicate
    if (
        reading.governor is not None
        and one.marker is None
        and one.attenuator is None
        and polarity != "denied"
    ):
        words = reading.governor
    named: Literal["positive", "negative", "denied"] = "positive"
    if polarity != "positive":
        named = "denied" if polarity == "denied" else "negative"
    negation = one.negation or (words.negation if named == "negative" else None)
    continuing = one.continuing or (reading.governor is not None and reading.governor.continuing)
    return Force(value, bare, named, words.marker, words.attenuator, negation, continuing, confidence)
