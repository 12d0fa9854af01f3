"""What decisions say of how often the tool is right: precision by kind, with its interval."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from policynlp.records import Decision

LINK, ALL = "link", "all"
"""Rows beside the kinds of difference: links, and all differences together."""
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Precision:
    """How often what the tool reported of one kind was right, by people's word."""

    kind: str
    """Kind of difference, ``link`` or ``all``."""
    confirmed: int
    corrected: int
    """Differences that are there, but of another kind or reading; links to other clauses."""
    rejected: int
    precision: float
    """Confirmed, of all decided."""
    low: float
    high: float
    """Wilson's interval of .95 (E. B. Wilson, JASA 22, 1927), as scipy computes it."""

    @property
    def decided(self) -> int:
        """All decisions."""
        return self.confirmed + self.corrected + self.rejected


def precisions(decisions: Iterable[Decision]) -> tuple[Precision, ...]:
    """A row a kind in alphabetical order, then all differences, then links. The last decision on one thing
    counts; links that people added are no report of the tool's and are left out."""
    last = {(each.about, each.key): each for each in decisions if each.key}
    counts: dict[str, Counter[str]] = {}
    for each in last.values():
        for kind in (LINK,) if each.about == "link" else (each.kind, ALL):
            counts.setdefault(kind, Counter())[each.verdict] += 1
    ends = {ALL: 1, LINK: 2}
    return tuple(
        _row(kind, counts[kind]) for kind in sorted(counts, key=lambda kind: (ends.get(kind, 0), kind))
    )


def _row(kind: str, counts: Counter[str]) -> Precision:
    from scipy.stats import binomtest

    tested = binomtest(counts["confirm"], counts.total())
    interval = tested.proportion_ci(CONFIDENCE, method="wilson")
    return Precision(
        kind=kind,
        confirmed=counts["confirm"],
        corrected=counts["correct"],
        rejected=counts["reject"],
        precision=counts["confirm"] / counts.total(),
        low=float(interval.low),
        high=float(interval.high),
    )
