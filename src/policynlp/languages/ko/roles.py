"""Which predicates of a Korean sentence speak for themselves, share another's ending, or are embedded."""

from dataclasses import dataclass, replace
from typing import Literal

from policynlp.languages.ko.predicates import Predicate, Row
from policynlp.languages.ko.tables import among, words

Role = Literal["main", "shared", "open", "recital", "embedded"]

PERMISSION = 1
"""Level of -ㄹ 수 있다."""

NAMES = frozenset({"NNG", "NNP", "NNB", "NP", "XSN"})
"""Tags of the noun in front of a topic particle; "…에는" and "…에게는" name no subject."""

SUBJECTS = frozenset({"은", "는", "이", "가"})
"""Particles of topic and subject."""

TRAILING = frozenset({"SF", "SP", "SE", "SSC", "SW", "SO", "SSO", "SB"})
"""Tags of what may follow the last word of an item."""

QUOTES = frozenset({"SSC", "SS", "SW", "SSO"})
"""Tags that Kiwi gives to closing quotation marks."""

CONNECTIVES = frozenset({"및", "그리고", "또는", "과", "와", "등", "혹은"})
"""Words that link a list item to the next one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A predicate and its place in the sentence."""

    predicate: Predicate
    role: Role
    """``main`` has a final ending; ``shared`` stands in -고 or -며 and shares the ending of ``governor``;
    ``open`` ends a list item without an ending of its own; ``recital`` stands in the -하며 of a preamble."""
    governor: Predicate | None = None
    reported: bool = False


def readings(row: Row, found: list[Predicate]) -> list[Reading]:
    """One reading for each predicate, in order."""
    made: list[Reading] = []
    for index in range(len(found) - 1, -1, -1):
        made.insert(0, _reading(row, found, index, made))
    return made


def _reading(row: Row, found: list[Predicate], index: int, later: list[Reading]) -> Reading:
    one = found[index]
    following = later[0] if later else None
    if one.tag == "EF" and one.ending in words("endings", "broken_off"):
        return Reading(one, "recital" if _recites(one) else "embedded")
    if one.tag == "EF" and _named(row, one, following):
        return Reading(one, "embedded")
    if one.tag == "EF" or (one.tag == "" and one.force is not None):
        return Reading(one, "main", reported=_quoted(row, one, following))
    if one.tag == "EC" and _reports(one, following):
        return Reading(one, "main", reported=True)
    if _closes(row, one):
        return Reading(one, "main") if one.tag == "" and one.own_force is not None else _closing(one)
    if one.tag == "EC":
        return _connected(row, one, later)
    return Reading(one, "embedded")


def _quoted(row: Row, one: Predicate, following: Reading | None) -> bool:
    rest = [morpheme for morpheme in row[one.stop : one.stop + 3] if morpheme.tag not in TRAILING]
    return bool(
        following and rest and rest[0].tag == "JKQ" and among(following.predicate.stem, "stems", "report")
    )


def _named(row: Row, one: Predicate, following: Reading | None) -> bool:
    """Whether a quoted sentence only names something: "'공유한다'라는 뜻", "'결정한다'의 실천"."""
    rest = [morpheme for morpheme in row[one.stop : one.stop + 4] if morpheme.tag not in TRAILING]
    closed = any(morpheme.tag in QUOTES for morpheme in row[one.stop : one.stop + 2])
    names = bool(rest) and closed and rest[0].tag in ("JKG", "JKQ", "VCP", "ETM", "JC")
    return names and not _quoted(row, one, following)


def _reports(one: Predicate, following: Reading | None) -> bool:
    quotes = one.ending in words("endings", "reporting")
    return bool(quotes and following and among(following.predicate.stem, "stems", "report"))


def _closes(row: Row, one: Predicate) -> bool:
    """Whether nothing but 것, punctuation and "및" follows in the sentence."""
    at = one.stop
    if one.tag == "ETM" and at < len(row) and row[at].form in ("것", "일"):
        at += 1
    elif one.tag == "ETM":
        return False
    return all(m.tag in TRAILING or m.form in CONNECTIVES or m.tag == "JX" for m in row[at:])


def _closing(one: Predicate) -> Reading:
    if one.tag == "EC" and _recites(one):
        return Reading(one, "recital")
    if one.tag in ("ETM", "ETN", "") or one.ending in words("endings", "coordinating"):
        return Reading(one, "open")
    return Reading(one, "embedded")


def _recites(one: Predicate) -> bool:
    return among(one.stem, "stems", "recital") and one.force is None


def _views(one: Predicate, later: list[Reading]) -> bool:
    """Whether a verb of viewing speaks for itself: in a preamble, or in -고 and -며 ("인식하고 협력한다").

    "모든 정보를 고려하여 통보를 심리한다" says how something is done, "원하면" on what condition.
    """
    if _preamble(later):
        return True
    adjunct = one.ending in words("endings", "adjunct") and any(one.role == "main" for one in later)
    return among(one.stem, "stems", "mental") and not adjunct


def _preamble(later: list[Reading]) -> bool:
    """Whether the sentence leads up to "… 다음과 같이 합의하였다"."""
    spoken = [reading.predicate for reading in later if reading.role == "main"]
    return bool(spoken) and among(spoken[-1].stem, "stems", "resolving")


def _connected(row: Row, one: Predicate, later: list[Reading]) -> Reading:
    comma = one.stop < len(row) and row[one.stop].tag == "SP"
    if _recites(one) and _views(one, later):
        return Reading(one, "recital")
    if one.force is not None and one.ending in words("endings", "contrasting"):
        return Reading(one, "main")
    if one.ending in words("endings", "coordinating"):
        return _coordinated(row, one, later, comma)
    if one.ending in words("endings", "contrasting"):
        return Reading(one, "main")
    return Reading(one, "embedded")


def _coordinated(row: Row, one: Predicate, later: list[Reading], comma: bool) -> Reading:
    """-고 binds to an embedded predicate that follows without a comma, else to the sentence's own."""
    inside = _describes(row, one, later) or _parallel(row, one, later) or _construed(row, later)
    if inside or (not comma and _draws_in(row, one, later)):
        return Reading(one, "embedded")
    for reading in later:
        if reading.role in ("main", "open"):
            if _another(row, one, reading.predicate):
                return Reading(one, "main")
            role: Role = "open" if reading.role == "open" else "shared"
            return Reading(_tensed(one, reading.predicate), role, reading.predicate, reading.reported)
        if reading.role == "shared":
            return Reading(_tensed(one, reading.governor), "shared", reading.governor, reading.reported)
    return Reading(one, "embedded" if later else "open")


def _another(row: Row, one: Predicate, governor: Predicate) -> bool:
    """Whether a permission behind -고 is somebody else's: "청구국은 인수하고, 피청구국은 석방할 수 있다"; one
    behind -며 is another sentence's ("대표로 구성되며, 전문가를 초청할 수 있다")."""
    if governor.force != PERMISSION or one.force is not None or governor.negated:
        return False
    if one.ending in ("며", "으며") or (one.ending == "고" and among(one.stem, "stems", "intransitive")):
        return True
    topics = [at for at in range(1, governor.first) if row[at].tag == "JX" and row[at].form in ("은", "는")]
    before, behind = [at for at in topics if at < one.first], [at for at in topics if at >= one.stop]
    return bool(before) and any(row[at - 1].tag in NAMES for at in behind)


def _tensed(one: Predicate, governor: Predicate | None) -> Predicate:
    """``one`` in the past where its governor is ("전략을 수립하고 과제를 선정하였습니다")."""
    past = governor is not None and governor.past and one.force is None and one.attenuation is None
    return replace(one, past=True) if past else one


def _draws_in(row: Row, one: Predicate, later: list[Reading]) -> bool:
    """Whether the next predicate is embedded and takes this one along ("개발하고 확대하는 활동을 …").

    "교환하고 합의하는 분야에서 협력한다" does not: 합의하는 only describes the noun behind it.
    """
    for following in later:
        other = following.predicate
        if _changes_subject(row, one, other):
            return False
        if following.role != "embedded" or other.state:
            return False
        if other.tag == "EC" and other.ending in words("endings", "adjunct"):
            continue  # "소지하고, 90일을 초과하여 체류하는 국민"
        if not _points(row, one, other):
            endings = words("endings", "subordinate") | words("endings", "coordinating")
            return other.tag in ("ETM", "ETN") or other.ending in endings
    return False


def _changes_subject(row: Row, one: Predicate, other: Predicate) -> bool:
    """Whether a clause with a topic ends in -고 or -며 and one with another subject or topic begins: "이
    협정은 10년간 유효하며 일방이 … 통보하지 아니하는 한 …"; not "기업이 투자하고 정부가 지원하는 사업"."""
    topics = [at for at in range(one.first) if row[at].tag == "JX" and row[at].form in ("은", "는")]
    between = row[one.stop : other.first]
    if not topics or one.ending not in ("며", "으며", "고"):
        return False
    if any(m.tag == "JX" and m.form in ("은", "는") for m in between):
        return True
    return not _has_subject(row[topics[-1] : one.first]) and _has_subject(between)


def _has_subject(part: Row) -> bool:
    return any(morpheme.tag == "JKS" for morpheme in part)


def _describes(row: Row, one: Predicate, later: list[Reading]) -> bool:
    """Whether a passive verb without subject begins a relative clause that goes on behind its comma:
    "이 협정에 따라 수립되고, 발효일에 수행 중인 사업은 …"."""
    if not one.passive or any(m.tag in ("JX", "JKS") and m.form in SUBJECTS for m in row[: one.first]):
        return False
    relative = [reading.predicate for reading in later if reading.predicate.tag == "ETM"]
    return any(m.tag in ("JX", "JKO") for verb in relative[:1] for m in row[verb.stop :])


def _parallel(row: Row, one: Predicate, later: list[Reading]) -> bool:
    """Whether a clause with a subject of its own is one of several that say when: "이 협정은 정부가 절차를
    마치고, 기구가 통보를 접수한 날부터 발효한다"."""
    if not later or later[0].predicate.tag != "ETM" or later[0].role != "embedded":
        return False
    other = later[0].predicate
    topics = [at for at in range(one.first) if row[at].tag == "JX" and row[at].form in ("은", "는")]
    after = row[other.stop : other.stop + 1]  # none where a page breaks the sentence off
    if not topics or not any(morpheme.form in words("stems", "moments") for morpheme in after):
        return False
    own, between = row[topics[-1] : one.first], row[one.stop : other.first]
    alone = not any(morpheme.tag == "EC" for morpheme in own)
    return alone and _has_subject(own) and _has_subject(between) and not _topical(between)


def _topical(part: Row) -> bool:
    return any(morpheme.tag == "JX" and morpheme.form in ("은", "는") for morpheme in part)


def _construed(row: Row, later: list[Reading]) -> bool:
    """Whether a clause belongs to what is construed behind it: "영향을 주거나 …을 해하는 것으로 간주되지
    아니한다"."""
    places = [at for at, reading in enumerate(later) if reading.predicate.tag == "ETM"]
    if not places or places[0] + 1 >= len(later):
        return False
    inner, outer = later[places[0]].predicate, later[places[0] + 1].predicate
    thing = [morpheme.form for morpheme in row[inner.stop : inner.stop + 2]]
    joined = all(reading.predicate.tag == "EC" for reading in later[: places[0]])
    return joined and thing == ["것", "으로"] and among(outer.stem, "denial", "construing")


def _points(row: Row, one: Predicate, other: Predicate) -> bool:
    """Whether ``other`` is a relative clause of one verb that only describes a noun ("합의하는 분야")."""
    objects = any(morpheme.tag == "JKO" for morpheme in row[one.stop : other.first])
    return other.tag == "ETM" and not objects and among(other.stem, "stems", "relative")
