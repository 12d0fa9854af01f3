"""The numbers of clauses as they compare across languages: ``제4조 ② 나.`` is ``Article 4 2. (b)``."""

import re
from collections import Counter
from collections.abc import Sequence

from policynlp.records import Clause

Key = tuple[str, ...]
_UNNUMBERED = re.compile(r"\bp\d+$")
"""End of the anchor of a clause without a number of its own among others without one."""


def keys(clauses: Sequence[Clause]) -> list[Key]:
    """The numbers of each clause and of what it stands under; empty for one that its numbers do not tell from
    the others, or that stands under a heading without a number."""
    found = [_key(clause.anchor) for clause in clauses]
    times = Counter(found)
    return [key if times[key] == 1 else () for key in found]


def _key(anchor: str) -> Key:
    """Parts of an anchor; letters count as places in the alphabet, as Korean syllables do already."""
    if not anchor.isascii() or _UNNUMBERED.search(anchor):
        return ()
    first, *rest = anchor.split("-")
    return (first, *(str(ord(part) - 96) if len(part) == 1 and part.isalpha() else part for part in rest))


def common(a: Sequence[Key], b: Sequence[Key]) -> list[tuple[int, int]]:
    """Clauses with equal keys, by index: the longest series of them that runs in order on both sides."""
    from rapidfuzz.distance import LCSseq

    one, other = ([(index, key) for index, key in enumerate(side) if key] for side in (a, b))
    found = LCSseq.opcodes([key for _, key in one], [key for _, key in other])
    return [
        (one[step.src_start + n][0], other[step.dest_start + n][0])
        for step in found
        if step.tag == "equal"
        for n in range(step.src_end - step.src_start)
    ]
