"""Kinds of difference, one module each; DIFFERENCE_KINDS finds them, ORDER says who may explain a change
first."""

from functools import cache

from policynlp.comparison.findings import Kind
from policynlp.registry import Registry

DIFFERENCE_KINDS: Registry[Kind] = Registry("name-difference-kind", "policynlp.comparison.kinds", "KIND")

ORDER = (
    "polarity",
    "force",
    "action",
    "institution",
    "region",
    "quantity",
    "condition",
    "actor",
    "area",
    "term",
    "scope",
    "moved",
    "split",
    "merged",
    "wording",
    "only_in",
    "status",
)
"""Kinds in the order they look at a link: those that name a change exactly before those that take what is
left."""


@cache
def ordered() -> tuple[str, ...]:
    """The codes of all kinds in that order; one that ORDER does not name looks before ``moved``."""
    more = sorted(set(DIFFERENCE_KINDS) - set(ORDER))
    at = ORDER.index("moved")
    return (*ORDER[:at], *more, *ORDER[at:])
