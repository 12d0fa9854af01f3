"""Which units of two texts say the same: links from many to many, moved or in order, or none at all."""

from policynlp.alignment.engine import align_units
from policynlp.alignment.many import align_many
from policynlp.alignment.nearest import nearest

__all__ = ["align_many", "align_units", "nearest"]
