"""What decisions say of how often the tool is right: precision by kind, with its interval, and recall."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from policynlp.decisions.added import added_kind, identity
from policynlp.records import Decision

LINK, ALL = "link", "all"
"""Rows beside the kinds of difference: links, and all differences together."""
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Judged:
    """How often what the tool reported of one kind was right, by people's word, and what it missed."""

    kind: str
    """Kind of difference, ``link`` or ``all``."""
    confirmed: int
    corrected: int
    """Differences that are there, but of another kind or reading; links to other clauses."""
    rejected: int
    missed: int
    """Differences and links that people added: the tool did not report them when they looked."""
    precision: float | None
    """Confirmed, of all decided; None where nothing was."""
    recall: float | None
    """Confirmed, of these and the missed ones; None where nobody added one: nobody may have looked."""
    low: float | None
    high: float | None
    """Wilson's interval of .95 (E. B. Wilson, JASA 22, 1927), as scipy computes it."""

    @property
    def decided(self) -> int:
        """All decisions."""
        return self.confirmed + self.corrected + self.rejected


def judged(decisions: Iterable[Decision]) -> tuple[Judged, ...]:
    """A row a kind in alphabetical order, then all differences, then links. The last decision on one thing
    counts."""
    last = {_identity(each): each for each in decisions}
    counts: dict[str, Counter[str]] = {}
    for each in last.values():
        new = each.verdict == "add" or (each.about == "link" and not each.key)
        for kind in (LINK,) if each.about == "link" else (added_kind(each) if new else each.kind, ALL):
            if kind:
                counts.setdefault(kind, Counter())["missed" if new else each.verdict] += 1
    ends = {ALL: 1, LINK: 2}
    return tuple(
        _row(kind, counts[kind]) for kind in sorted(counts, key=lambda kind: (ends.get(kind, 0), kind))
    )


def _identity(decision: Decision) -> tuple[object, ...]:
    return decision.about, decision.key or identity(decision)


def _row(kind: str, counts: Counter[str]) -> Judged:
    right, missed = counts["confirm"], counts["missed"]
    decided = counts.total() - missed
    low, high = _interval(right, decided) if decided else (None, None)
    return Judged(
        kind=kind,
        confirmed=right,
        corrected=counts["correct"],
        rejected=counts["reject"],
        missed=missed,
        precision=right / decided if decided else None,
        recall=right / (right + missed) if missed else None,
        low=low,
        high=high,
    )


def _interval(right: int, of: int) -> tuple[float, float]:
    from scipy.stats import binomtest

    interval = binomtest(right, of).proportion_ci(CONFIDENCE, method="wilson")
    return float(interval.low), float(interval.high)
