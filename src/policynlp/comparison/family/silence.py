"""Provisions that only some documents have: one that stands alone, or one on which a few are silent."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from policynlp.comparison.echoes import contained
from policynlp.comparison.family.members import Family
from policynlp.comparison.family.telling import silent
from policynlp.comparison.kinds import DIFFERENCE_KINDS
from policynlp.comparison.kinds.only_in import ELSEWHERE, LEAD_IN, NOT_COMMITTED, SUBJECTS
from policynlp.comparison.leftovers import BOTH, HELD, LEAST
from policynlp.comparison.lexicon import bare, lexicon
from policynlp.comparison.roles import GENERAL
from policynlp.comparison.texts import tokens
from policynlp.comparison.weight import IMMATERIAL, Placed
from policynlp.records import Clause, Difference, FamilyGroup, Passage, Span

SHORTEST = 4
"""Marks (stems, pairs of syllables) that an item of a list must have to be known again in a sentence."""
LISTED_IN = 0.7
"""Share of them that the sentence must have, which lists in a row what others list below one another (read by
hand: 과학기술정보의 교환 in 과학 및 기술정보의 교환 has .83, 과학기술전문가 교환 .71)."""
SEVERAL = 2
"""Items that a list has at least."""
SPREAD = {1: 1.0, 2: 0.85}
"""Share of its weight that a silence keeps by how many are on the smaller side: a document against all others
says more of a document than three against three."""
DIVIDED = 0.6
"""The same for three and more on the smaller side."""


def silences(family: Family) -> Iterator[Placed]:
    """One difference for each clause or group that some documents lack."""
    count = len(family.readings)
    for group in family.groups:
        if not all(group.members):
            yield from _of(family, group)
    for document in range(count):
        for index in family.alone(document):
            members = tuple((index,) if number == document else () for number in range(count))
            yield from _of(family, FamilyGroup(members, 0.0))


def _of(family: Family, group: FamilyGroup) -> Iterator[Placed]:
    """What the documents have that take part in a group, and the others lack."""
    have = [number for number, run in enumerate(group.members) if run]
    lack = [number for number, run in enumerate(group.members) if not run]
    rest = [number for number in lack if not _carried(family, group, number)]
    mute = [number for number in rest if not _named(family, group, number)]
    if not mute and (len(have) > 1 or not rest):
        return
    if len(have) == 1 and len(mute) < len(rest):
        mute = []
    again = not mute
    found = _difference(family, group, have, mute or rest, again=again)
    weight = DIFFERENCE_KINDS["only_in"].weight * _interest(family, group, have, mute or rest)
    weight *= family.share(group) * SPREAD.get(min(len(have), len(mute or rest)), DIVIDED)
    material = not again and not family.formal(group)
    yield Placed(_weighed(found, weight, material=material), family.depth(group))


def _weighed(found: Difference, weight: float, *, material: bool) -> Difference:
    return replace(found, material=material, weight=round(weight * (1.0 if material else IMMATERIAL), 4))


def _clauses(family: Family, group: FamilyGroup, document: int) -> list[Clause]:
    return [family.clause(document, index) for index in group.members[document]]


def _carried(family: Family, group: FamilyGroup, other: int) -> bool:
    """Whether a document lacks a lead-in only, and has items that answer its items."""
    for document, run in enumerate(group.members):
        for index in run:
            lead = family.clause(document, index)
            if lead.kind != LEAD_IN:
                return False
            items = [
                n for n, c in enumerate(family.readings[document].analysis.clauses) if c.parent == lead.id
            ]
            if any((owner := family.owners.get((document, item))) and owner.members[other] for item in items):
                return True
    return False


def _named(family: Family, group: FamilyGroup, other: int) -> bool:
    """Whether a document names the subject inside another provision of its own."""
    places = [(document, index) for document, run in enumerate(group.members) for index in run]
    if any(_mere_areas(family, place) & _regulated(family, other) for place in places):
        return True
    return any(
        _shared_out(family, place, other)
        or any(
            _held(family, place, (other, near), score)
            for near, score in family.nearest(place[0], other).get(place[1], ())
        )
        for place in places
    )


def _shared_out(family: Family, clause: tuple[int, int], other: int) -> bool:
    """Whether the items nearest to a sentence have its words between them: what it lists in a row."""
    near = [index for index, _ in family.nearest(clause[0], other).get(clause[1], ())]
    items = [index for index in near if family.clause(other, index).kind == "item"]
    if family.clause(*clause).kind == "item" or len(items) < SEVERAL:
        return False
    kin = family.kin(clause[0], other)
    mine = kin.marks[0][clause[1]]
    return len(mine) >= LEAST and kin.held(mine, kin.of(1, items)) >= LISTED_IN


def _held(family: Family, clause: tuple[int, int], near: tuple[int, int], score: float) -> bool:
    """Whether a clause near another in meaning has its words of content, or most of its rare words."""
    if contained(family.clause(*clause), family.clause(*near)):
        return True
    kin = family.kin(clause[0], near[0])
    mine = kin.marks[0][clause[1]]
    if family.clause(*clause).kind == "item" != family.clause(*near).kind and len(mine) >= SHORTEST:
        return len(mine & kin.marks[1][near[1]]) >= LISTED_IN * len(mine)
    held = kin.held(mine, kin.marks[1][near[1]])
    return len(mine) >= LEAST and held >= HELD and held + score >= BOTH


def _mere_areas(family: Family, place: tuple[int, int]) -> frozenset[str]:
    """The specific areas of a clause that has no other word of content: quantum technology."""
    clause = family.clause(*place)
    lex = lexicon(clause.language)
    named = [m for m in family.areas(*place) if m.value not in GENERAL]
    others = (
        token
        for token in tokens(clause.text, clause.language)
        if not any(m.span.start <= token.start < m.span.end for m in named)
    )
    mere = lex is not None and all(bare(token.key, lex) in lex.function for token in others)
    return frozenset(m.value for m in named) if mere else frozenset()


def _regulated(family: Family, document: int) -> frozenset[str]:
    """The areas that the provisions of a document name."""
    count = len(family.readings[document].analysis.clauses)
    own = [index for index in range(count) if family.role(document, index) == "substance"]
    return frozenset(mention.value for index in own for mention in family.areas(document, index))


def echoes(family: Family, group: FamilyGroup) -> Iterator[tuple[int, int]]:
    """Clauses in no group (document, index) whose subject the group's clause in another document names."""
    for document in range(len(family.readings)):
        for index in family.alone(document):
            if any(
                _answers(family, (document, index), other, run) for other, run in enumerate(group.members)
            ):
                yield document, index


def _answers(family: Family, clause: tuple[int, int], other: int, run: Sequence[int]) -> bool:
    """Whether a clause is near enough to some of another document that names its subject."""
    near = (
        {at for at, _ in family.nearest(clause[0], other).get(clause[1], ())} if other != clause[0] else set()
    )
    return any(at in run and contained(family.clause(*clause), family.clause(other, at)) for at in near)


def _interest(family: Family, group: FamilyGroup, have: Sequence[int], mute: Sequence[int]) -> float:
    """1 for a commitment on something the silent documents never name, less for what they name elsewhere."""
    committed, known, fresh = False, False, False
    for document in have:
        reading = family.readings[document]
        elsewhere = frozenset[str]().union(*(family.readings[n].subjects for n in mute)) | reading.parties
        known = known or bool(reading.commitments)
        for clause in _clauses(family, group, document):
            committed = committed or any(not c.lead_in for c in reading.commitments.get(clause.id, ()))
            named = {m.value for m in reading.mentions.get(clause.id, ()) if m.kind in SUBJECTS}
            fresh = fresh or bool(named - GENERAL - elsewhere)
    if known and not committed:
        return NOT_COMMITTED
    return 1.0 if not known or fresh else ELSEWHERE


def _difference(
    family: Family, group: FamilyGroup, have: Sequence[int], rest: Sequence[int], *, again: bool
) -> Difference:
    every = range(len(family.readings))
    clauses = [_clauses(family, group, n) for n in every]
    texts = [" … ".join(clause.text for clause in own) for own in clauses]
    said = {code: _in_language(family, code, clauses, have) for code in ("en", "ko")}
    return Difference(
        id="",
        kind="only_in",
        link=None,
        clauses=tuple(tuple(clause.id for clause in own) for own in clauses),
        spans=tuple(tuple(Span(clause.id, 0, len(clause.text)) for clause in own) for own in clauses),
        values=tuple(texts),
        summary=silent(said, have, rest, family.called, again=again),
        searched=tuple(_searched(family, group, have, rest)),
        stands=tuple(0 if n in have else None for n in every),
    )


def _in_language(family: Family, code: str, clauses: Sequence[Sequence[Clause]], have: Sequence[int]) -> str:
    """The first clause of the first document that has it, one in that language if there is one."""
    own = [n for n in have if family.readings[n].analysis.document.language == code]
    return clauses[(own or have)[0]][0].text


def _searched(
    family: Family, group: FamilyGroup, have: Sequence[int], rest: Sequence[int]
) -> Iterator[Passage]:
    """The nearest passage of each silent document, to any clause of the group."""
    for other in rest:
        near = [
            (score, -at)
            for document in have
            for index in group.members[document]
            for at, score in family.nearest(document, other).get(index, ())
        ]
        if near:
            score, at = max(near)
            yield Passage(family.clause(other, -at).id, round(float(score), 4), other)
