"""Predicates of a Korean sentence, each read outwards: stem, endings and auxiliaries, final ending."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from policynlp.languages.drafts import Chars
from policynlp.languages.ko.morphemes import Morpheme
from policynlp.languages.ko.patterns import match
from policynlp.languages.ko.tables import Construction, among, beginning, idioms, words

Row = Sequence[Morpheme]

NOUNS = frozenset({"NNG", "NNP", "XSN", "XR", "XPN", "SL"})
"""Tags that a verbal noun may be joined from."""

VERBS = frozenset({"VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA"})
"""Tags of verb stems and of what makes verbs of nouns."""

ENDINGS = frozenset({"EF", "EC", "ETM", "ETN"})
"""Tags that end a verb form."""

NOMINAL = frozenset({"ᆷ", "음", "기"})
"""Endings that make a noun of a verb; Kiwi tags them EF where a sentence ends in one."""

NAMING = "칭"
"""Stem that 하다 counts as after a quotation."""

PASSIVE = frozenset({"되", "당하", "받"})
"""Verb makers that turn the object into the subject."""

TAKING = "받"
"""Of these, the one that may have an object, and is then active ("승인을 받는다")."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """One verb with all that is attached to it."""

    stem: str
    """Verb stem, or the noun in front of 하다, or the stem that an idiom counts as."""
    first: int
    """Index of the stem's first morpheme in the sentence."""
    last: int
    """Index of the stem's last noun or verb morpheme."""
    stop: int
    """Index one past its final ending."""
    state: bool = False
    """True for adjectives, 이다 and 아니다."""
    passive: bool = False
    subject: bool = False
    """True where its subject (…이/가) stands right in front: something happens, nobody acts."""
    own_force: int | None = None
    """Level of an idiom ("의무를 진다")."""
    force: int | None = None
    """Level that endings and auxiliaries set."""
    attenuation: int | None = None
    """Level that they lower to."""
    enables: bool = False
    """True where it makes something possible for others."""
    negated: bool = False
    continuing: bool = False
    past: bool = False
    doubtful: bool = False
    """True for guesses about the past ("했을 것이다")."""
    instrument: bool = False
    """True where its marker counts in the text of an instrument only."""
    marker: Chars | None = None
    attenuator: Chars | None = None
    negation: Chars | None = None
    ending: str = ""
    """Form of the final ending; empty where there is none."""
    tag: str = ""
    """Tag of the final ending."""


def predicates(row: Row) -> list[Predicate]:
    """All predicates of a sentence in order; verbs used as postpositions ("에 관하여") are none."""
    found: list[Predicate] = []
    at, known = 0, idioms()
    while at < len(row):
        head = _head(row, at) if row[at].tag in VERBS or row[at].form in known else None
        if head is None:
            at += 1
            continue
        read = _outwards(row, head)
        if not _postposition(read):
            found.append(read)
        at = max(read.stop, head.stop, at + 1)
    return found


def _head(row: Row, at: int) -> Predicate | None:
    """The predicate whose stem is complete at ``at``; its ``stop`` is where endings begin."""
    for idiom in idioms().get(row[at].form, ()):
        end = match(idiom.pattern, row, at)
        if end is not None:
            return _idiomatic(idiom, row, at, end)
    here = row[at]
    if here.tag in ("XSV", "XSA") and at and row[at - 1].tag in NOUNS | {"MAG", "NNB"}:
        first = _stem_start(row, at)
        stem = "".join(morpheme.form for morpheme in row[first:at])
        passive = here.form in PASSIVE and not (here.form == TAKING and _takes(row, first))
        return Predicate(stem, first, at - 1, at + 1, here.tag == "XSA", passive)
    if here.tag in VERBS:
        return _verb(row, at)
    return None


def _idiomatic(idiom: Construction, row: Row, at: int, end: int) -> Predicate:
    return Predicate(idiom.stem, at, at, end, own_force=idiom.force, negated=row[end - 1].form == "없")


def _stem_start(row: Row, at: int) -> int:
    """First of the nouns that are written together in front of 하다, at most four."""
    first = at - 1
    while first > max(0, at - 4) and row[first - 1].tag in NOUNS and row[first - 1].end == row[first].start:
        first -= 1
    return first


def _verb(row: Row, at: int) -> Predicate:
    here = row[at]
    if here.form == "하" and at and _quotes(row[at - 1]):
        return Predicate(NAMING, at, at, at + 1, state=True)
    if here.form == "하" and at > 1 and row[at - 1].tag in ("JKO", "JX") and row[at - 2].tag in NOUNS:
        first = _stem_start(row, at - 1)
        stem = "".join(morpheme.form for morpheme in row[first : at - 1])
        return Predicate(stem, first, at - 2, at + 1)
    becomes = (here.tag, here.form) == ("VV", "되")  # "의장이 된다": to become
    taken = here.form == TAKING and _takes(row, at)
    passive = here.form in PASSIVE and not (becomes or taken)
    return Predicate(here.form, at, at, at + 1, here.tag in ("VA", "VCP", "VCN", "XSA"), passive)


def _takes(row: Row, first: int) -> bool:
    """Whether the verb at ``first`` has an object of its own: "승인을 받는다", "사증을 발급받는다"."""
    for at in range(first - 1, 0, -1):
        if row[at].tag == "JKO" and row[at + 1].form not in words("stems", "postposition"):
            return True
        if row[at].tag in ENDINGS and row[at - 1].form not in words("stems", "postposition"):
            return False
    return False


def _quotes(before: Morpheme) -> bool:
    """Whether what follows names or quotes: "사업이라 한다", "추진한다고 한다"."""
    return before.tag == "JKQ" or (before.tag == "EC" and before.form in words("endings", "quoting"))


def _outwards(row: Row, head: Predicate) -> Predicate:
    """``head`` with its endings and auxiliaries, from the stem to the final ending."""
    read, at = _prefixed(row, head), head.stop
    while at < len(row):
        here = row[at]
        if here.tag == "EP":
            read, at = _tensed(read, here), at + 1
            continue
        step = _construction(row, at)
        if step is None:
            break
        read, at = _applied(read, step[0], _chars(row, at, step[1])), step[1]
    if at < len(row) and row[at].tag in ENDINGS:
        tag = "ETN" if row[at].form in NOMINAL else row[at].tag
        return replace(read, ending=row[at].form, tag=tag, stop=at + 1)
    return replace(read, stop=at)


def _prefixed(row: Row, head: Predicate) -> Predicate:
    """Negation in front of the verb ("안 한다", "못 한다")."""
    before = row[head.first - 1] if head.first else None
    if before and before.tag == "MAG" and before.form in ("안", "못", "아니"):
        return replace(head, negated=True, negation=before.chars)
    return replace(head, subject=True) if before is not None and before.tag == "JKS" else head


def _tensed(read: Predicate, here: Morpheme) -> Predicate:
    if here.form == "겠":
        weak = read.force if read.force is not None else 5
        return replace(read, force=weak, marker=read.marker or here.chars)
    return replace(read, past=here.form in ("었", "았", "였"))


def _construction(row: Row, at: int) -> tuple[Construction, int] | None:
    for one in beginning(row[at].form, row[at].tag):
        end = match(one.pattern, row, at)
        if end is not None and (not one.topic or topic(row[:at]) in one.topic):
            return one, end
    return None


def topic(before: Row) -> str:
    """The noun in front of the first 은/는."""
    marked = (at for at, m in enumerate(before) if at and m.tag == "JX" and m.form in ("은", "는"))
    return next((before[at - 1].form for at in marked), "")


def equates(row: Row, one: Predicate) -> bool:
    """Whether a predicate says what its topic is to be: "차주는 정부이다"; not "목적은 …하는 것이다"."""
    before = row[one.first - 1]
    noun = before.tag in NOUNS or (before.tag == "NNB" and before.form not in words("stems", "formal"))
    return (
        one.stem == "이"
        and noun
        and bool(topic(row[: one.first]))
        and not (one.past or one.negated)
        and (one.tag == "EF" or one.ending in words("endings", "coordinating"))
    )


def _applied(read: Predicate, one: Construction, chars: Chars) -> Predicate:
    if one.resets:  # "적용받도록 한다": who arranges acts
        read = replace(read, force=None, marker=None, passive=False)
    if one.weak and read.past:
        read = replace(read, doubtful=True)
    if one.force is not None and not (one.weak and read.force is not None):
        read = replace(read, force=one.force, marker=chars, past=False, instrument=one.instrument)
    if one.attenuates is not None:
        read = replace(
            read, attenuation=one.attenuates, attenuator=chars, force=None, marker=None, past=False
        )
    if one.own is not None:
        read = replace(read, own_force=one.own)
    if one.passive or one.enables:
        read = replace(read, passive=read.passive or one.passive, enables=read.enables or one.enables)
    if one.negates:
        read = replace(read, negated=not read.negated, negation=chars)
    if one.continuing or one.past:
        read = replace(read, continuing=read.continuing or one.continuing, past=read.past or one.past)
    return read


def _chars(row: Row, start: int, end: int) -> Chars:
    return row[start].start, row[end - 1].end


def _postposition(read: Predicate) -> bool:
    if (
        read.ending == "고"
        and among(read.stem, "stems", "adverb")
        and read.force is None
        and not read.negated
    ):
        return True
    return read.tag in ("EC", "ETM") and among(read.stem, "stems", "postposition") and read.force is None
