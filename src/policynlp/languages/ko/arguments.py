"""Who acts on what: the noun phrases of a Korean predicate, found by their particles."""

from collections.abc import Iterator

from policynlp.languages.drafts import Chars
from policynlp.languages.ko.agents import acts
from policynlp.languages.ko.predicates import NOUNS, Predicate, Row
from policynlp.languages.ko.tables import OTHER, Action, action, topics, words

JOINERS = frozenset({"및", "·", "ㆍ", "‧", "또는", "/", ",", "와", "과", "내지", "혹은", "그리고", "∙", "・"})
"""What stands between two coordinated nouns."""

CHOICE = ("이", "든지", "든", "든가", "라도")
"""Copula and endings that stand for a topic particle ("어느 참여자든지", "누구라도")."""

LEADING = frozenset({"SP", "SF", "SSC", "MAJ", "SE", "SB", "JX", "JKB", "JC", "SO"})
"""Tags that no phrase begins with."""

NAMED = NOUNS | {"NP", "NNB", "SSC"}
"""Tags in front of a particle that marks a topic; "…에는" marks none."""

PHRASE = NOUNS | {"MM", "JKG", "JC", "NNB", "NR", "SN", "NP", "MAG", "SSO", "SSC", "SW"}
"""Tags inside a noun phrase that names who acts."""


def subject(row: Row, start: int, end: int) -> Chars | None:
    """The topic, else the subject, nearest in front of index ``end`` and not before ``start``."""
    for particles in (("은", "는"), ("이", "가", "께서"), CHOICE):
        for at in range(end - 1, start, -1):
            if row[at].form in particles and _marks_subject(row, at, end) and _names(row, at):
                return _named(row, at, start)
    return None


def actor(row: Row, start: int, end: int) -> Chars | None:
    """Who acts: the nearest subject of the verb at index ``end`` that can, else the nearest such topic.

    A topic that cannot act ("비용은 당사국이 부담한다") hides another topic only across the end of a clause
    ("당사국은 비용을 부담하고, 이 협정은 발효한다").
    """
    own, hidden = True, False
    for at in range(end - 1, start, -1):
        here = row[at]
        if here.tag in ("EF", "EC") and not _is_postposition(row, at):
            if hidden:
                return None
            own = own and here.form in words("endings", "coordinating")
        if not _marks_subject(row, at, end) or not _names(row, at):
            continue
        topic = here.tag != "JKS"
        if (topic or own) and acts(row, at):
            return _named(row, at, start)
        hidden = hidden or topic
    return _embedded(row, start, end)


def _embedded(row: Row, start: int, end: int) -> Chars | None:
    """The nearest subject that can act where no topic and no subject of the verb's own clause names one."""
    for at in range(end - 1, start, -1):
        if row[at].tag == "JX" and row[at].form in ("은", "는") and _names(row, at):
            return None
        whoever = row[at].form == "도" and _any(row, at)
        subject = row[at].tag == "JKS" and not any(_keeps(row, place) for place in range(at + 1, end))
        if (subject or whoever) and _names(row, at) and acts(row, at):
            return _named(row, at, start)
    return None


def agent(row: Row, start: int, end: int) -> Chars | None:
    """By whom something is done: "양 당사국에 의하여 초청된다"."""
    for at in range(end - 1, start, -1):
        if row[at].tag == "ETM" and not _is_postposition(row, at):
            return None
        by = row[at].tag == "JKB" and at + 2 < end and row[at + 1].form == "의하" and row[at + 2].tag == "EC"
        if by and acts(row, at):
            return _named(row, at, start)
    return None


def silent(row: Row, end: int) -> bool:
    """Whether nothing says who or what the verb at index ``end`` is about: no topic, no subject of its own.

    "이 경우는", "다음은" and the like say when or which, and leave the subject out all the same.
    """
    for at in range(end - 1, 0, -1):
        topical = row[at].tag == "JX" and row[at].form in ("은", "는")
        if topical and row[at - 1].tag in NAMED and row[at - 1].form not in words("stems", "adverbial"):
            return False
    return subject(row, 0, end) is None


def _marks_subject(row: Row, at: int, end: int) -> bool:
    """Whether the particle at ``at`` marks the topic or subject of a verb behind it, at ``end``."""
    here = row[at]
    if here.tag == "JX":
        return here.form in ("은", "는")
    if here.tag == "VCP":
        return here.form in CHOICE and row[at + 1].form in CHOICE
    if here.tag != "JKS" or here.form not in ("이", "가", "께서"):
        return False
    return not any(row[place].tag == "ETM" or _keeps(row, place) for place in range(at + 1, end))


def _any(row: Row, at: int) -> bool:
    """Whether the phrase in front of the particle at ``at`` is said of whomever: "어느 당사국도"."""
    first = at - 1
    while first and row[first - 1].tag in PHRASE:
        first -= 1
    return any(morpheme.form in words("stems", "whichever") for morpheme in row[first:at])


def _keeps(row: Row, at: int) -> bool:
    """Whether the clause that ends at ``at`` may keep a subject in front of it for itself ("합의하기 전").

    "필요한 조치" and "가능한 한" only describe; "필요한 경우" is a clause of its own.
    """
    if row[at].tag not in ("ETM", "ETN") or at + 1 == len(row):
        return row[at].tag == "ETM"
    after = row[at + 1]
    if row[at].tag == "ETN":
        return after.form in words("stems", "case")
    clause = after.form in words("stems", "case") or (after.tag == "NNB" and after.form != "한")
    return clause or row[at - 2].form not in words("stems", "describing")


def _named(row: Row, at: int, start: int) -> Chars:
    """Characters of the noun phrase in front of the particle at ``at``."""
    first = _trimmed(row, _phrase_start(row, at, start), at - 1)
    return row[first].start, row[at - 1].end


def _names(row: Row, at: int) -> bool:
    before = row[at - 1]
    return before.tag in NOUNS | {"NP", "SSC", "NNB"} and before.form not in words("stems", "no_actor")


def _phrase_start(row: Row, at: int, floor: int) -> int:
    first = at - 1
    while first > floor and (row[first - 1].tag in PHRASE or row[first - 1].form in ("와", "과")):
        first -= 1
    for place in range(at - 2, first, -1):
        if row[place].tag == "SN" and row[place].form.endswith("."):  # "… 정지1. 각 당사자는"
            first = place + 1
        elif row[place].form == "조" and row[place - 1].tag == "SN":  # "체육제3조 당사자는"
            first = max(first, place + 1)
    while first < at - 1 and row[first].tag in ("MAG", "JKG", "JC", "JKB", "SW"):
        first += 1
    return _past_case(row, first, at)


def _past_case(row: Row, first: int, at: int) -> int:
    """``first`` moved past an adverbial without particle: "이 경우 대한민국은", "그 후 정부는"."""
    for last in range(min(first + 3, at - 2), first - 1, -1):
        if row[last].form in words("stems", "case") and row[last].end < row[last + 1].start:
            return last + 1
    return first


def target(row: Row, start: int, end: int) -> Chars | None:
    """The object phrase (…을/를, also …도) of the verb at index ``end``, without its particle."""
    for at in range(end - 1, start, -1):
        if _marks_object(row, at) and row[at + 1].form not in words("stems", "postposition"):
            first = _trimmed(row, _object_start(row, at, start), at)
            return (row[first].start, row[at - 1].end) if first < at else None
        if row[at].tag in ("ETM", "ETN") or (row[at].tag == "EC" and not _crosses(row, at, end)):
            return None
    return None


def _marks_object(row: Row, at: int) -> bool:
    """Whether the particle at ``at`` marks an object; so does 도 behind a topic ("이 각서는 재원도")."""
    if row[at].tag != "JX" or row[at].form != "도" or row[at - 1].tag not in NOUNS:
        return row[at].tag == "JKO"
    return any(morpheme.tag == "JX" and morpheme.form in ("은", "는") for morpheme in row[:at])


def field(row: Row, start: int, end: int) -> Chars | None:
    """What a verb without object at index ``end`` is about: "…분야에서 협력한다", "…에 관하여 협의한다"."""
    for at in range(end - 1, start, -1):
        about = row[at].tag == "JKB" and row[at + 1].form in ("관하", "대하")
        if about or (row[at].form == "에서" and row[at - 1].form in words("stems", "fields")):
            first = _trimmed(row, _object_start(row, at, start), at)
            return (row[first].start, row[at - 1].end) if first < at else None
        if row[at].tag in ("ETM", "ETN") or (row[at].tag == "EC" and not _is_postposition(row, at)):
            return None
    return None


def _crosses(row: Row, at: int, end: int) -> bool:
    """Whether an object in front of the ending at ``at`` still belongs to the verb at ``end``.

    It does across a postposition ("을 통하여") and where the two verbs share it ("개발하고 증진한다").
    """
    if _is_postposition(row, at):
        return True
    between = row[at + 1 : end]
    shares = row[at].form in words("endings", "coordinating")
    return shares and all(m.tag in ("MAG", "SP", "MAJ", "XSN", "JKB", "JX") for m in between)


def _trimmed(row: Row, first: int, end: int) -> int:
    """``first`` moved past punctuation and conjunctions."""
    while first < end and (row[first].tag in LEADING or row[first].form in ("또는", "및", "또한", "그리고")):
        first += 1
    return first


def _object_start(row: Row, at: int, floor: int) -> int:
    """Back from the particle over its noun and what modifies it, to the end of another phrase."""
    first = at - 1
    relative = row[first].tag in ("ETM", "ETN")
    while first > floor and not _ends_phrase(row, first - 1, relative=relative):
        first -= 1
        relative = relative or row[first].tag == "ETN" or _keeps(row, first)
    return first


def _ends_phrase(row: Row, at: int, *, relative: bool) -> bool:
    """Whether another phrase of the sentence ends at ``at``; a relative clause has phrases of its own."""
    here, after = row[at], row[at + 1]
    if here.tag == "EC":
        return not relative or _is_postposition(row, at) or after.tag == "SP"
    if here.tag in ("EF", "SF") or (here.tag == "JX" and here.form in ("은", "는")):
        return True
    if here.tag == "JKB" and here.form in ("으로써", "로써") and row[at - 1].tag == "ETN":
        return True
    if here.tag == "JKB":
        return (
            not relative
            and after.tag not in ("JKG", "JX")
            and after.form not in words("stems", "postposition")
        )
    return not relative and here.tag in ("JKO", "JKS")


def carried(row: Row, start: int, head: Predicate) -> list[int]:
    """Indexes of the action nouns that a light verb carries ("개발 및 확대를 추진한다"), in order."""
    if head.stem == "하" and row[head.first - 1].form in ("로", "으로"):
        return []
    for at in range(head.first - 1, start, -1):
        if row[at].tag in ("ETM", "ETN", "EC") and not _is_postposition(row, at):
            return []
        if row[at].tag in ("JKO", "JKB", "JKG") or row[at].form == "위하":
            noun = at - 1 - (row[at - 1].tag in ("JKO", "JX"))
            if _modifies(row, at, head):
                continue
            if noun >= start and row[noun].tag in NOUNS and noun_action(row, noun) != OTHER:
                return [*joined(row, start, noun), noun]
    return []


def _modifies(row: Row, at: int, head: Predicate) -> bool:
    """Whether "…을 위한" at ``at`` belongs to another noun than the light verb's own."""
    verb = at if row[at].form == "위하" else at + 1
    return row[verb].form == "위하" and row[verb + 1].tag == "ETM" and verb + 3 < head.first


def _is_postposition(row: Row, at: int) -> bool:
    """Whether the ending at ``at`` belongs to a verb used as a postposition ("을 위하여")."""
    return row[at - 1].form in words("stems", "postposition")


def joined(row: Row, start: int, noun: int) -> list[int]:
    """Indexes of the action nouns coordinated in front of the one at ``noun``, in order."""
    found: list[int] = []
    for before in _coordinated(row, start, noun):
        if noun_action(row, before) == OTHER:
            break
        found.insert(0, before)
    return found


def paired(row: Row, start: int, noun: int) -> list[int]:
    """Index of one noun that shares the verb of the noun at ``noun``: "협정을 종료 또는 대체한다"."""
    before = next(_coordinated(row, start, noun), 0)
    alone = before - 1 > start and row[before].tag == "NNG" and len(row[before].form) > 1
    return [before] if alone and row[before - 1].tag in ("JKO", "JX", "JKS", "JKB") else []


def _coordinated(row: Row, start: int, noun: int) -> Iterator[int]:
    """Last morphemes of the nouns in front of ``noun`` with nothing but a joiner between, nearest first."""
    at = noun
    while at > start and row[at - 1].tag in NOUNS and row[at - 1].end == row[at].start:
        at -= 1
    while at - 2 >= start and row[at - 1].form in JOINERS and row[at - 2].tag in NOUNS:
        at -= 2
        yield at
        while at > start and row[at - 1].tag in NOUNS and row[at - 1].end == row[at].start:
            at -= 1


def noun_at(row: Row, at: int) -> str:
    """The noun that ends at ``at``, with 화 and the like joined to what they follow."""
    return "".join(morpheme.form for morpheme in row[_noun_start(row, at) : at + 1])


def noun_action(row: Row, at: int) -> Action:
    """Action of the noun that ends at ``at``; ``other`` for a field that is one word.

    Research and development (연구개발) is what is advanced or funded, not an act of developing.
    """
    pair = row[at - 1].form + row[at].form if at and row[at - 1].end == row[at].start else ""
    return OTHER if pair in topics() else action(noun_at(row, at))


def noun_chars(row: Row, at: int) -> Chars:
    """Characters of that noun."""
    return row[_noun_start(row, at)].start, row[at].end


def _noun_start(row: Row, at: int) -> int:
    first = at
    while first and row[first].tag == "XSN" and row[first - 1].tag in NOUNS:
        first -= 1
    return first
