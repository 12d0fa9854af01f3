"""Compare agreements clause by clause, in Korean and English, with the words that show it.

>>> import policynlp
>>> links = policynlp.align(["The Parties shall consult."], ["The Parties will consult."])
"""

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from policynlp.pipeline import align, align_many, commitments, compare, diff, read
    from policynlp.records import Clause, Commitment, Comparison, Difference, Document, FamilyGroup, Link

__all__ = [
    "Clause",
    "Commitment",
    "Comparison",
    "Difference",
    "Document",
    "FamilyGroup",
    "Link",
    "align",
    "align_many",
    "commitments",
    "compare",
    "diff",
    "read",
]

_FUNCTIONS = {"align", "align_many", "commitments", "compare", "diff", "read"}


def __getattr__(name: str) -> Any:
    """Load public names on first use: ``import policynlp`` alone loads nothing heavy."""
    if name == "frames":
        return importlib.import_module("policynlp.frames")
    if name not in __all__:
        raise AttributeError(f"module 'policynlp' has no attribute {name!r}")
    home = "policynlp.pipeline" if name in _FUNCTIONS else "policynlp.records"
    return getattr(importlib.import_module(home), name)
