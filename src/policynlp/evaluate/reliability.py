"""Whether probabilities mean what they say: reliability by bins and the Brier score (Brier 1950)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Verdict = tuple[float, bool]
"""A probability that was given, and whether it came true."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The verdicts whose probability lies in one interval."""

    low: float
    """Included."""
    high: float
    """Not included, but for 1."""
    count: int
    said: float
    """Mean probability given, 0 to 1."""
    right: float
    """Share that came true, 0 to 1."""


def reliability(verdicts: Sequence[Verdict], edges: Sequence[float]) -> tuple[Bin, ...]:
    """The bins between ascending ``edges`` (from 0 to 1) that hold a verdict."""
    bins = []
    for low, high in pairwise(edges):
        inside = [one for one in verdicts if low <= one[0] < high or one[0] == high == 1]
        if inside:
            said = sum(given for given, _ in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), said, sum(true for _, true in inside) / len(inside)))
    return tuple(bins)


def brier(verdicts: Sequence[Verdict]) -> float:
    """Mean squared distance of probability and outcome, 0 (best) to 1; 0 for none."""
    return sum((given - true) ** 2 for given, true in verdicts) / len(verdicts) if verdicts else 0.0
