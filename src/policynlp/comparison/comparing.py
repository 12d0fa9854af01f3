"""The stage's work: links become clause links with a relation, and every kind reports its differences."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from policynlp.comparison.documents import common, documents_differ
from policynlp.comparison.drafting import beside, drafted_apart, garbled, ragged
from policynlp.comparison.echoes import Echo, echoes, merged
from policynlp.comparison.findings import Finding, Kind, Whole
from policynlp.comparison.freedom import free, one_model
from policynlp.comparison.instruments import names
from policynlp.comparison.kinds import DIFFERENCE_KINDS, ordered
from policynlp.comparison.kinship import kinship
from policynlp.comparison.layout import layouts
from policynlp.comparison.pairs import Pair, Reading, pair, reading
from policynlp.comparison.relation import relation, reordered
from policynlp.comparison.review import reviewed
from policynlp.comparison.roles import FACTORS, FORMAL, FORMULA, Role
from policynlp.comparison.weight import Placed, once, ranked, weigh
from policynlp.decisions import relinked, replayed
from policynlp.errors import UsageError
from policynlp.records import Analysis, Bilingual, Clause, ClauseLink, Comparison, Decision, Difference, Link

SHAPES = ("moved", "split", "merged")
"""Kinds that tell of a clause's place, whatever part it plays."""


def compare(
    analyses: Sequence[Analysis],
    links: Sequence[Link],
    *,
    nearest: Sequence[Mapping[int, Sequence[tuple[int, float]]]] = (),
    generator: Mapping[str, Any] | None = None,
    decisions: Sequence[Decision] = (),
) -> Comparison:
    """Typed differences of two analysed documents, with what people decided on them laid over.

    ``links`` holds indexes into ``analyses[k].clauses``; ``nearest[k]`` maps a clause index of side k to
    ``(clause index of the other side, score)``, nearest first. Raises UsageError for other than two
    documents.
    """
    if len(analyses) != 2:
        raise UsageError("two-documents", count=len(analyses))
    readings = reading(analyses[0]), reading(analyses[1])
    settled = relinked(analyses, reviewed(readings, links, nearest), decisions)
    order = settled.links
    shapes = layouts(readings, order)
    apart = drafted_apart(readings, order)
    pairs = [pair(link, readings, shapes.get(number), apart=apart) for number, link in enumerate(order)]
    said_again = echoes((analyses[0].clauses, analyses[1].clauses), order, nearest)
    lines = ragged(readings[0]), ragged(readings[1])
    task = _Task(
        readings, order, nearest, names(*readings), said_again, apart, apart or one_model(readings), lines
    )
    joined = tuple(_clause_link(f"l{n + 1}", link, pairs[n]) for n, link in enumerate(order))
    placed = [p for n, link in enumerate(order) for p in _within(task, link, joined[n], pairs[n])]
    made = Comparison(
        documents=tuple(analyses),
        links=joined,
        differences=ranked(once([*placed, *_outside(task)], apart=apart)),
        documents_differ=documents_differ(readings, task.called),
        common=common(readings, joined, task.called),
        generator=dict(generator or {}),
        names=task.called,
    )
    return replayed(made, decisions, settled.decided)


@dataclass(frozen=True, slots=True)
class _Task:
    """What one comparison works on."""

    readings: tuple[Reading, Reading]
    links: Sequence[Link]
    nearest: Sequence[Mapping[int, Sequence[tuple[int, float]]]]
    called: tuple[Bilingual, Bilingual]
    echoes: Sequence[Echo]
    apart: bool
    """Whether the documents were drafted apart."""
    sisters: bool
    """Whether they were, or are agreements of different countries after one model."""
    ragged: tuple[frozenset[str], frozenset[str]]
    """Ids of the clauses of each that were cut in the middle of a sentence."""

    def cut(self, clauses: tuple[tuple[str, ...], ...]) -> bool:
        """Whether one of the clauses was cut in the middle of a sentence."""
        return any(id in cut for cut, ids in zip(self.ragged, clauses, strict=True) for id in ids)

    @property
    def matched(self) -> tuple[frozenset[int], frozenset[int]]:
        return _matched(self.links)


def _matched(links: Sequence[Link]) -> tuple[frozenset[int], frozenset[int]]:
    """Indexes of the clauses in a link, for each side."""
    return frozenset(i for link in links for i in link.a), frozenset(i for link in links for i in link.b)


def _clause_link(id: str, link: Link, made: Pair) -> ClauseLink:
    clauses = tuple(tuple(clause.id for clause in side.clauses) for side in made.sides)
    return ClauseLink(id, clauses, round(link.score, 4), relation(made), link.moved, dict(link.signals))


def findings(made: Pair) -> Iterator[tuple[Kind, Finding]]:
    """What the kinds find in one link, each knowing which changes those before it have explained."""
    explained: frozenset[int] = frozenset()
    for code in (*SHAPES, "wording") if reordered(made) else ordered():
        kind = DIFFERENCE_KINDS[code]
        for finding in kind.within(made, explained) if kind.within else ():
            explained |= finding.explains
            yield kind, finding


def _within(task: _Task, link: Link, shape: ClauseLink, made: Pair) -> Iterator[Placed]:
    """The differences of one link, with those of clauses that say its subject again."""
    found = list(findings(made)) if shape.relation != "same" else []
    for echo in task.echoes:
        if echo.other in (link.a, link.b)[1 - echo.side]:
            found = _with_echo(task, found, echo, shape)
    clauses = made.sides[0].clauses[0], made.sides[1].clauses[0]
    parts = _parts(task.readings, clauses)
    for kind, finding in found:
        if kind.code not in SHAPES:
            formal = FORMAL & set(parts) or (task.apart and _formal(task, shape.clauses))
            factor = finding.factor * min(FACTORS[part] for part in parts)
            hidden = (
                task.apart
                and (garbled(made) or task.cut(shape.clauses) or beside(task.readings, link, finding))
            ) or (task.sisters and free(made, kind.code, finding))
            finding = replace(finding, factor=factor, material=finding.material and not (formal or hidden))
        place = _depth(task.readings[0], clauses[0])
        yield Placed(
            _difference(kind, finding, task.called, shape.id, finding.clauses or shape.clauses), place
        )


def _parts(readings: tuple[Reading, Reading], clauses: tuple[Clause, Clause]) -> tuple[Role, ...]:
    """The parts that two linked clauses play in their documents."""
    return tuple(reading.roles[clause.id] for reading, clause in zip(readings, clauses, strict=True))


def _with_echo(
    task: _Task, found: list[tuple[Kind, Finding]], echo: Echo, shape: ClauseLink
) -> list[tuple[Kind, Finding]]:
    """The findings of a link and the action of a clause that names its subject once more."""
    ends = ((echo.index,), (echo.other,)) if echo.side == 0 else ((echo.other,), (echo.index,))
    again = pair(Link(*ends, score=0.0), task.readings)
    for kind, finding in findings(again):
        if kind.code != "action":
            continue
        at = next(
            (i for i, (k, own) in enumerate(found) if k is kind and merged(own, finding, echo.side)), None
        )
        if at is None:
            found = [*found, (kind, replace(finding, clauses=_clauses(again)))]
            continue
        own = found[at][1]
        joint = merged(own, finding, echo.side) or own
        clauses = list(own.clauses or (shape.clauses[0], shape.clauses[1]))
        clauses[echo.side] = (*_clauses(again)[echo.side], *clauses[echo.side])
        found[at] = kind, replace(joint, clauses=(clauses[0], clauses[1]))
    return found


def _clauses(made: Pair) -> tuple[tuple[str, ...], tuple[str, ...]]:
    first, second = (tuple(clause.id for clause in side.clauses) for side in made.sides)
    return first, second


def _outside(task: _Task) -> Iterator[Placed]:
    """The differences that lie in no link."""
    echoed = tuple({e.index: _like(task, e) for e in task.echoes if e.side == k} for k in (0, 1))
    kin = kinship(task.readings) if task.apart else None
    whole = Whole(task.readings, task.matched, task.nearest, (echoed[0], echoed[1]), kin)
    for code in ordered():
        kind = DIFFERENCE_KINDS[code]
        for finding in kind.whole(whole) if kind.whole else ():
            clauses = finding.clauses or ((), ())
            part = min(
                FACTORS[r.roles[r.clauses[ids[0]].id]]
                for r, ids in zip(task.readings, clauses, strict=True)
                if ids
            )
            place = min(
                _depth(r, r.clauses[ids[0]]) for r, ids in zip(task.readings, clauses, strict=True) if ids
            )
            said = finding.material and not (task.apart and (_formal(task, clauses) or task.cut(clauses)))
            finding = replace(finding, factor=finding.factor * part, material=said)
            yield Placed(_difference(kind, finding, task.called, None, clauses), place)


def _formal(task: _Task, clauses: tuple[tuple[str, ...], ...]) -> bool:
    """Whether one of the clauses names the parties, signs, promulgates or says in which languages."""
    own = (
        (reading.roles[id], reading.clauses[id].text)
        for reading, ids in zip(task.readings, clauses, strict=True)
        for id in ids
    )
    return any(role in FORMAL or FORMULA.search(text) for role, text in own)


def _like(task: _Task, echo: Echo) -> Clause:
    """The clause whose subject another says again: of its own document if that has one, else of the other."""
    side, index = (1 - echo.side, echo.other) if echo.like is None else (echo.side, echo.like)
    return task.readings[side].analysis.clauses[index]


def _depth(reading: Reading, clause: Clause) -> float:
    """How far into its document a clause stands, 0 to 1: one order for both documents."""
    return clause.start / max(len(reading.analysis.document.text), 1)


def _difference(
    kind: Kind,
    finding: Finding,
    called: tuple[Bilingual, Bilingual],
    link: str | None,
    clauses: tuple[tuple[str, ...], ...],
) -> Difference:
    return Difference(
        id="",
        kind=kind.code,
        link=link,
        clauses=clauses,
        spans=finding.spans,
        values=finding.values,
        summary=kind.summary(finding, called),
        material=finding.material,
        weight=weigh(kind, finding),
        direction=finding.direction,
        searched=finding.searched,
    )
