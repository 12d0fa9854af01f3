"""Typed differences between two agreements: what changed, which words show it, and how much it matters."""

from policynlp.comparison.comparing import compare
from policynlp.comparison.family import compare_family
from policynlp.comparison.kinds import DIFFERENCE_KINDS

__all__ = ["DIFFERENCE_KINDS", "compare", "compare_family"]
