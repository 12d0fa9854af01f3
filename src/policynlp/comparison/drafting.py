"""Whether two texts go back to one draft, or were drafted apart.

Where most provisions agree word for word, a moved or reworded one is an edit that somebody made. Where hardly
any do (sister agreements, concluded with other partners in other years), order, division into paragraphs and
turns of phrase vary freely and tell nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from policynlp.comparison.findings import Finding
from policynlp.comparison.freedom_words import shapes
from policynlp.comparison.kinship import marks
from policynlp.comparison.pairs import Pair, Reading
from policynlp.records import Clause, Link

KEPT = 0.15
"""Share of clauses (of the shorter text) that one draft keeps at least: sister agreements of Korean treaties
keep 0 to .08, two memoranda of one ministry .38, edited texts more."""
FEW = 6
"""Clauses below which a text is too short to tell."""
RUN_ON = 30
"""Letters beyond which a word is several, run together in extraction."""
SHORT = 60
"""Characters up to which a paragraph may be a title, which no full stop closes."""
BESIDE = 3
"""Clauses before and after a linked one in which what it seems to lack may stand."""
LINES = 0.4
"""Share of paragraphs without an end from which a text was cut at its lines."""
WHOLE = 6
"""Marks (see kinship) from which a stretch is known again wherever it stands."""
SAID = 0.7
"""Share of a stretch's words that they must have."""
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


def garbled(pair: Pair) -> bool:
    """Whether a side is badly extracted: words run together, or a paragraph that begins in its middle."""
    return any(torn(clause) for side in pair.sides for clause in side.clauses)


def torn(clause: Clause) -> bool:
    """Whether an English clause is badly extracted: words run together, a paragraph without its beginning or
    end."""
    if clause.language != "en":
        return False
    run_on = any(len(word) > RUN_ON for word in re.findall(r"[A-Za-z]+", clause.text))
    ends = clause.text.rstrip()[-1:] in tuple(".;:,)”’\"'") or len(clause.text) < SHORT
    return run_on or (clause.kind == "paragraph" and (clause.text[:1].islower() or not ends))


def ragged(reading: Reading) -> frozenset[str]:
    """Ids of the clauses that begin or end in the middle of a sentence, in a Korean text of which many do.

    Its lines were taken for paragraphs.
    """
    ended, clauses = shapes("ko").ended, [c for c in reading.analysis.clauses if c.language == "ko"]
    paragraphs = [c for c in clauses if c.kind == "paragraph"]
    cut = sum(not ended.search(c.text) for c in paragraphs)
    if len(paragraphs) < FEW or cut < LINES * len(paragraphs):
        return frozenset()
    ends = [bool(ended.search(clause.text)) for clause in clauses]
    return frozenset(c.id for n, c in enumerate(clauses) if not ends[n] or (n and not ends[n - 1]))


def beside(readings: tuple[Reading, Reading], link: Link, finding: Finding) -> bool:
    """Whether what only one side of a link says stands in the clauses beside the other side, or, if it is
    long, in any clause."""
    if bool(finding.spans[0]) == bool(finding.spans[1]) or not finding.explains:
        return False
    index = 0 if finding.spans[0] else 1
    clauses = readings[1 - index].analysis.clauses
    ends = (link.a, link.b)[1 - index]
    around = clauses[max(ends[0] - BESIDE, 0) : ends[0]] + clauses[ends[-1] + 1 : ends[-1] + 1 + BESIDE]
    own = readings[index].clauses
    said = frozenset().union(
        *(
            marks(replace(own[s.clause], text=own[s.clause].text[s.start : s.end]))
            for s in finding.spans[index]
        )
    )
    if len(said) >= WHOLE:
        around = clauses[: ends[0]] + clauses[ends[-1] + 1 :]
    return bool(said) and any(len(said & marks(clause)) >= SAID * len(said) for clause in around)
