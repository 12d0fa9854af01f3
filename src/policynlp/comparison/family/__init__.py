"""Three and more agreements compared at once: what all share, who is silent, firmer, or says else."""

from policynlp.comparison.family.comparing import compare_family

__all__ = ["compare_family"]
