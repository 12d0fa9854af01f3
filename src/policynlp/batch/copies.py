"""Which stored texts are copies of which: found by their sketches, settled by their words."""

from collections.abc import Iterator, Mapping, Sequence

from policynlp import pipeline
from policynlp.comparison.copies import Copy, copy_of
from policynlp.records import Analysis
from policynlp.workspace import Workspace

SKETCH = 0.7
"""Least share of a text's sketch in a copy: the heaviest edited of 40 planted pairs has .74."""
OFFICIAL_FIRST = ("official", "reprint", "unknown", "restatement", "press")
"""Of two texts that are nearly the same, the one that stands first here is taken for the model."""


Related = tuple[Analysis, Analysis, Copy]
"""A text, its copy, and what the copy changes."""


def copies(ids: Sequence[str], home: Workspace) -> Iterator[Related]:
    """For each document that is a copy or has one, the likest; a pair comes once."""
    told: set[frozenset[str]] = set()
    for found in related(ids, home):
        best = max(found, key=lambda one: one[2].share)
        pair = frozenset((best[0].document.id, best[1].document.id))
        if pair not in told:
            told.add(pair)
            yield best


def related(ids: Sequence[str], home: Workspace) -> Iterator[list[Related]]:
    """For each document that is a copy or has one, all of them, those with the likest sketch first.

    Of two, the copy is the one whose standing is less, else the one that was asked about later.
    """
    rank = {id: place for place, id in enumerate(ids)}
    candidates: dict[str, list[str]] = {}
    for id, other, _ in home.store.alike(ids, SKETCH):
        candidates.setdefault(id, []).append(other)
    for id in (one for one in ids if one in candidates):
        settled = (pair(id, other, home, rank) for other in candidates[id])
        found = [one for one in settled if one is not None]
        if found:
            yield found


def pair(id: str, other: str, home: Workspace, rank: Mapping[str, int]) -> Related | None:
    """Two stored texts, the copy second; None where neither is a copy."""
    loaded = [analysis for one in (other, id) if (analysis := pipeline.load(one, home)) is not None]
    if len(loaded) < 2:
        return None
    model, copy = sorted(loaded, key=lambda one: order(one, rank))
    settled = copy_of(model, copy)
    return None if settled is None else (model, copy, settled)


def order(analysis: Analysis, rank: Mapping[str, int]) -> tuple[int, int]:
    """Before its copies stands what is more official, then what was there before."""
    source = analysis.document.source
    return OFFICIAL_FIRST.index(source.standing), rank.get(analysis.document.id, -1)
