"""False alarms: an agreement against itself in another language must show no difference."""

from policynlp.evaluate.metrics import Score
from policynlp.records import Comparison


def score_parallel(comparison: Comparison) -> Score:
    """Clauses that are linked to their counterpart and touched by no material difference.

    For two documents that are parallel clause for clause: the counterpart is the clause of the same number.
    """
    first, second = ([clause.id for clause in a.clauses] for a in comparison.documents)
    counterpart = dict(zip(first, second, strict=False))
    linked = {link.clauses for link in comparison.links}
    touched = [
        {id for d in comparison.differences if d.material for id in d.clauses[side]} for side in (0, 1)
    ]
    right = sum(
        ((a,), (b,)) in linked and a not in touched[0] and b not in touched[1] for a, b in counterpart.items()
    )
    return Score(right=right, found=len(second), gold=len(first))
