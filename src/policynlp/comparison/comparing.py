"""The stage's work: links become clause links with a relation, and every kind reports its differences."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policynlp.comparison.findings import Finding, Kind, Whole
from policynlp.comparison.kinds import DIFFERENCE_KINDS, ORDER
from policynlp.comparison.names import names
from policynlp.comparison.pairs import Pair, Reading, pair, reading
from policynlp.comparison.relation import relation
from policynlp.comparison.weight import Placed, ranked, weigh
from policynlp.errors import UsageError
from policynlp.records import Analysis, Bilingual, ClauseLink, Comparison, Difference, Link

END = 10**9
"""Place of what one side lacks: after everything."""


def compare(
    analyses: Sequence[Analysis],
    links: Sequence[Link],
    *,
    nearest: Sequence[Mapping[int, Sequence[tuple[int, float]]]] = (),
    generator: Mapping[str, Any] | None = None,
) -> Comparison:
    """Typed differences of two analysed documents.

    ``links`` holds indexes into ``analyses[k].clauses``; ``nearest[k]`` maps a clause index of side k to
    ``(clause index of the other side, score)``, nearest first. Raises UsageError for other than two documents.
    """
    if len(analyses) != 2:
        raise UsageError(f"a comparison takes two documents, not {len(analyses)}; compare them pair by pair")
    readings = reading(analyses[0]), reading(analyses[1])
    called = names(analyses[0].document), names(analyses[1].document)
    order = sorted(links, key=lambda link: (link.a, link.b))
    placed: list[Placed] = []
    joined: list[ClauseLink] = []
    for number, link in enumerate(order, 1):
        made = pair(link, readings)
        joined.append(_clause_link(f"l{number}", link, made))
        placed += _within(joined[-1], made, called)
    placed += _outside(readings, order, nearest, called)
    return Comparison(
        documents=tuple(analyses), links=tuple(joined), differences=ranked(placed), generator=dict(generator or {})
    )


def _clause_link(id: str, link: Link, made: Pair) -> ClauseLink:
    clauses = tuple(tuple(clause.id for clause in side.clauses) for side in made.sides)
    return ClauseLink(id, clauses, round(link.score, 4), relation(made), link.moved, dict(link.signals))


def findings(made: Pair) -> Iterator[tuple[Kind, Finding]]:
    """What the kinds find in one link, each knowing which changes those before it have explained."""
    explained: frozenset[int] = frozenset()
    for code in ORDER:
        kind = DIFFERENCE_KINDS[code]
        for finding in kind.within(made, explained) if kind.within else ():
            explained |= finding.explains
            yield kind, finding


def _within(link: ClauseLink, made: Pair, called: tuple[Bilingual, Bilingual]) -> Iterator[Placed]:
    if link.relation == "same":
        return
    place = made.sides[0].clauses[0].start, made.sides[1].clauses[0].start
    for kind, finding in findings(made):
        yield Placed(_difference(kind, finding, called, link.id, link.clauses), place)


def _outside(
    readings: tuple[Reading, Reading],
    links: Sequence[Link],
    nearest: Sequence[Mapping[int, Sequence[tuple[int, float]]]],
    called: tuple[Bilingual, Bilingual],
) -> Iterator[Placed]:
    matched = frozenset(i for link in links for i in link.a), frozenset(i for link in links for i in link.b)
    whole = Whole(readings, matched, nearest)
    for code in ORDER:
        kind = DIFFERENCE_KINDS[code]
        for finding in kind.whole(whole) if kind.whole else ():
            clauses = finding.clauses or ((), ())
            starts = [readings[k].clauses[ids[0]].start if ids else END for k, ids in enumerate(clauses)]
            yield Placed(_difference(kind, finding, called, None, clauses), (starts[0], starts[1]))


def _difference(
    kind: Kind, finding: Finding, called: tuple[Bilingual, Bilingual], link: str | None, clauses: tuple[tuple[str, ...], ...]
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
