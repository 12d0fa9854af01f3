"""Precision, recall and F1 from three counts."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one measurement; they add up over documents, which ratios do not."""

    right: int
    """Things found that the gold has."""
    found: int
    """Things found."""
    gold: int
    """Things that the gold has."""

    @property
    def precision(self) -> float:
        """Share of the found that is right, 0 to 1; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found, 0 to 1; 1 where there is nothing to find."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        both = self.found + self.gold
        return 2 * self.right / both if both else 1.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.found + other.found, self.gold + other.gold)


NONE = Score(0, 0, 0)
"""Nothing measured yet: the start of a sum."""


def total(scores: Iterable[Score]) -> Score:
    """The sum of counts (micro average)."""
    return sum(scores, NONE)


def of_sets(found: Iterable[object], gold: Iterable[object], also: Iterable[object] = ()) -> Score:
    """A set against the gold; members of ``also`` are neither asked for nor counted against."""
    have, want = set(found), set(gold)
    have -= set(also) - want
    return Score(right=len(have & want), found=len(have), gold=len(want))
