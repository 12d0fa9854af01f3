"""Which stored texts are copies of which: found by their sketches, settled by their words."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from policynlp.comparison.copies import Copy, copy_of
from policynlp.records import Analysis
from policynlp.workspace import Workspace

SKETCH = 0.7
"""Least share of a text's sketch in a copy: the heaviest edited of 40 planted pairs has .74."""
LOADED = 64
"""Analyses kept in memory while copies are settled: likely copies come close together."""
OFFICIAL_FIRST = ("official", "reprint", "unknown", "restatement", "press")
"""Of two texts that are nearly the same, the one that stands first here is taken for the model."""


Related = tuple[Analysis, Analysis, Copy]
"""A text, its copy, and what the copy changes."""


def copies(ids: Sequence[str], home: Workspace) -> Iterator[Related]:
    """For each document that is a copy or has one, the one with the likest sketch; a pair comes once."""
    told: set[frozenset[str]] = set()
    for found in grouped(ids, home):
        best = next(found, None)
        if best is None:
            continue
        pair = frozenset((best[0].document.id, best[1].document.id))
        if pair not in told:
            told.add(pair)
            yield best


def related(ids: Sequence[str], home: Workspace) -> Iterator[list[Related]]:
    """For each document that is a copy or has one, all of them, those with the likest sketch first.

    Of two, the copy is the one whose standing is less, else the one that was asked about later.
    """
    return (group for found in grouped(ids, home) if (group := list(found)))


def grouped(ids: Sequence[str], home: Workspace) -> Iterator[Iterator[Related]]:
    """For each document with likely copies, those that are settled to be, one after the other.

    Texts are compared as they are stored, also where the program that read them has changed since: reading
    them anew would take long and change no word.
    """
    rank = {id: place for place, id in enumerate(ids)}
    candidates: dict[str, list[str]] = {}
    for id, other, _ in home.store.alike(ids, SKETCH):
        candidates.setdefault(id, []).append(other)

    @lru_cache(maxsize=LOADED)
    def load(id: str) -> Analysis | None:
        found = home.store.load(id)
        return found[0] if found else None

    @cache
    def settled(first: str, second: str) -> Related | None:
        return pair(load(first), load(second), rank)

    for id in (one for one in ids if one in candidates):
        each = (settled(*sorted((id, other))) for other in candidates[id])
        yield (one for one in each if one is not None)


def pair(first: Analysis | None, second: Analysis | None, rank: Mapping[str, int]) -> Related | None:
    """Two stored texts, the copy second; None where neither is a copy."""
    if first is None or second is None:
        return None
    model, copy = sorted((first, second), key=lambda one: order(one, rank))
    found = copy_of(model, copy)
    return None if found is None else (model, copy, found)


def order(analysis: Analysis, rank: Mapping[str, int]) -> tuple[int, int]:
    """Before its copies stands what is more official, then what was there before."""
    source = analysis.document.source
    return OFFICIAL_FIRST.index(source.standing), rank.get(analysis.document.id, -1)
