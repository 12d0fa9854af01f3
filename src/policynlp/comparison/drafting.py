"""Whether two texts go back to one draft, or were drafted apart.

Where most provisions agree word for word, a moved or reworded one is an edit that somebody made. Where hardly
any do (sister agreements, concluded with other partners in other years), order, division into paragraphs and
turns of phrase vary freely and tell nothing.
"""

import re
from collections.abc import Sequence

from policynlp.comparison.pairs import Reading
from policynlp.records import Link

KEPT = 0.15
"""Share of clauses (of the shorter text) that one draft keeps at least: sister agreements of Korean treaties
keep 0 to .08, two memoranda of one ministry .38, edited texts more."""
FEW = 6
"""Clauses below which a text is too short to tell."""
LETTERS = re.compile(r"[\W_]+")


def drafted_apart(readings: tuple[Reading, Reading], links: Sequence[Link]) -> bool:
    """Whether hardly a clause of two texts in one language is the same but for spaces and punctuation."""
    clauses = readings[0].analysis.clauses, readings[1].analysis.clauses
    few = min(len(side) for side in clauses)
    languages = {clause.language for side in clauses for clause in side}
    if few < FEW or len(languages) > 1:
        return False
    kept = sum(
        _letters(clauses[0][link.a[0]].text) == _letters(clauses[1][link.b[0]].text)
        for link in links
        if len(link.a) == len(link.b) == 1
    )
    return kept < KEPT * few


def _letters(text: str) -> str:
    return LETTERS.sub("", text).lower()
