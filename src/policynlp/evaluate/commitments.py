"""Commitments against the gold: found or not, and right or not on each axis."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from policynlp.evaluate.gold import GoldClause, GoldCommitment
from policynlp.evaluate.keys import Resolution
from policynlp.evaluate.metrics import Score
from policynlp.records import Commitment

Matched = tuple[GoldCommitment, Commitment]
AXES = ("force", "polarity", "action", "phase", "actor", "object", "precision", "follow_up", "lead_in")
"""What is judged of a commitment that was found."""


def judge(axis: str, gold: GoldCommitment, found: Commitment) -> bool | None:
    """Whether ``found`` is right on one axis; None where the gold does not judge it."""
    want, have = getattr(gold, axis), getattr(found, axis)
    if axis == "actor":
        return want.casefold() in have.casefold() if want else None
    if axis == "object":
        return all(head.casefold() in have.casefold() for head in want) if want else None
    if axis in ("polarity", "lead_in"):
        return bool(have == want)
    return have in want if want else None


def match(gold: Sequence[GoldCommitment], found: Sequence[Commitment]) -> tuple[Matched, ...]:
    """Labelled and found commitments of one clause in pairs.

    Optional labels get what the others leave; among the rest, pairs that agree on most axes come first, then
    those that stand first.
    """

    def merit(pair: tuple[int, int]) -> tuple[bool, int, int, int]:
        g, f = pair
        agreed = sum(judge(axis, gold[g], found[f]) is True for axis in AXES)
        return (gold[g].optional, -agreed, g, f)

    taken: dict[int, int] = {}
    for g, f in sorted(product(range(len(gold)), range(len(found))), key=merit):
        if g not in taken and f not in taken.values():
            taken[g] = f
    return tuple((gold[g], found[f]) for g, f in sorted(taken.items()))


def by_clause(commitments: Iterable[Commitment]) -> dict[str, list[Commitment]]:
    """Commitments by clause id, without actions that only serve another commitment: they are not labelled."""
    groups: dict[str, list[Commitment]] = {}
    for commitment in commitments:
        if not commitment.purpose:
            groups.setdefault(commitment.clause, []).append(commitment)
    return groups


def matched(
    gold: Sequence[GoldClause], commitments: Iterable[Commitment], resolution: Resolution
) -> dict[str, tuple[Matched, ...]]:
    """The pairs of ``match`` by clause key."""
    groups = by_clause(commitments)
    ids = resolution.clauses
    return {g.key: match(g.commitments, groups.get(ids.get(g.key, ""), [])) for g in gold}


def score_commitments(
    gold: Sequence[GoldClause], commitments: Sequence[Commitment], resolution: Resolution
) -> Mapping[str, Score]:
    """A Score for ``found`` (is there a commitment) and one for each axis.

    An axis counts as its gold every label that judges it, so what was not found is lost on every axis; as
    found it counts the matched ones that are judged. Optional labels are judged on no axis, and actions that
    only serve another commitment are left out.
    """
    pairs = [pair for found in matched(gold, commitments, resolution).values() for pair in found]
    labels = [label for clause in gold for label in clause.commitments]
    required = sum(not label.optional for label in labels)
    right = sum(not label.optional for label, _ in pairs)
    optional = len(pairs) - right
    read = sum(not commitment.purpose for commitment in commitments)
    scores = {"found": Score(right=right, found=read - optional, gold=required)}
    for axis in AXES:
        verdicts = [
            v for label, one in pairs if not label.optional and (v := judge(axis, label, one)) is not None
        ]
        hit = {id(label) for label, _ in pairs}
        lost = sum(not g.optional and id(g) not in hit and _judged(axis, g) for g in labels)
        scores[axis] = Score(sum(verdicts), len(verdicts), len(verdicts) + lost)
    return scores


def _judged(axis: str, gold: GoldCommitment) -> bool:
    return axis in ("polarity", "lead_in") or bool(getattr(gold, axis))
