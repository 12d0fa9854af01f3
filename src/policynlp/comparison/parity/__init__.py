"""Whether two language versions of one agreement say the same (docs/parity.md)."""

from policynlp.comparison.parity.checking import LEAST, check
from policynlp.comparison.parity.divergence import CLASSES

__all__ = ["CLASSES", "LEAST", "check"]
