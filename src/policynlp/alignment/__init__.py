"""Which units of two texts say the same: links from many to many, moved or in order, or none at all."""

from policynlp.alignment.engine import align_units
from policynlp.alignment.nearest import nearest

__all__ = ["align_units", "nearest"]
