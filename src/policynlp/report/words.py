"""Which words of two texts differ: an alignment of words, drawn as ranges of characters.

Two texts of one language are cut into words, numbers and signs, and aligned with rapidfuzz so that as many as
possible are kept (Indel opcodes over words; by Levenshtein's, a phrase that moved by a word is all new). A
Korean word (eojeol) that only changes its ending is marked from the first syllable that differs, so that a
changed particle shows as a particle.
"""

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

Range = tuple[int, int]
"""First character and one past the last."""
Token = tuple[int, int, str]
"""A word with its place: first character, one past the last, the word."""

WORD = re.compile(r"\w+(?:[-'’.·ㆍ]\w+)*|[^\w\s]")
"""A word with its inner hyphens, apostrophes and points (``full-stack``, ``Party’s``, ``2.1``), or a sign."""
HANGUL = re.compile(r"[가-힣]")

MOSTLY_NEW = 0.3
"""Least share of words in common, of the shorter text: below it, nearly every word would be marked and the
marks would say nothing (chosen by reading linked clauses of sister agreements)."""


def tokens(text: str) -> list[Token]:
    """The words, numbers and signs of a text."""
    return [(found.start(), found.end(), found[0]) for found in WORD.finditer(text)]


def changed(a: str, b: str) -> tuple[list[Range], list[Range]]:
    """Ranges of ``a`` and of ``b`` whose words the other lacks at that place; neighbours are joined.

    Both are empty where the texts have next to no word in common (``MOSTLY_NEW``).
    """
    from rapidfuzz.distance import Indel

    left, right = tokens(a), tokens(b)
    opcodes = Indel.opcodes([word for _, _, word in left], [word for _, _, word in right])
    equal = [step for step in opcodes if step.tag == "equal"]
    if sum(step.src_end - step.src_start for step in equal) < MOSTLY_NEW * min(len(left), len(right)):
        return [], []
    edges = [(0, 0), *((step.src_end, step.dest_end) for step in equal)]
    starts = [*((step.src_start, step.dest_start) for step in equal), (len(left), len(right))]
    marks = [
        _replaced(left[i:k], right[j:m])
        for (i, j), (k, m) in zip(edges, starts, strict=True)
        if (i, j) != (k, m)
    ]
    firsts = [span for mine, _ in marks for span in mine]
    seconds = [span for _, yours in marks for span in yours]
    return _joined(firsts, a), _joined(seconds, b)


def lacking(texts: Sequence[str]) -> list[list[Range]]:
    """For each text the ranges whose words most of the others lack: of two texts, the other."""
    counts = [[0] * len(text) for text in texts]
    for first, second in combinations(range(len(texts)), 2):
        for side, ranges in zip((first, second), changed(texts[first], texts[second]), strict=True):
            for start, end in ranges:
                counts[side][start:end] = [count + 1 for count in counts[side][start:end]]
    least = (len(texts) - 1) / 2
    return [_runs([count > least for count in own], text) for own, text in zip(counts, texts, strict=True)]


def _runs(marked: Sequence[bool], text: str) -> list[Range]:
    """Ranges of marked characters."""
    edges = [
        at
        for at in range(len(marked) + 1)
        if (at > 0 and marked[at - 1]) != (at < len(marked) and marked[at])
    ]
    return _joined(list(zip(edges[::2], edges[1::2], strict=True)), text)


def _replaced(ours: Sequence[Token], theirs: Sequence[Token]) -> tuple[list[Range], list[Range]]:
    """Ranges to mark where words stand in place of others; pairs of Korean words keep their common stem."""
    if len(ours) != len(theirs):
        return [(start, end) for start, end, _ in ours], [(start, end) for start, end, _ in theirs]
    stems = [_stem(mine[2], yours[2]) for mine, yours in zip(ours, theirs, strict=True)]
    return (
        [
            (start + stem, end)
            for (start, end, _), stem in zip(ours, stems, strict=True)
            if start + stem < end
        ],
        [
            (start + stem, end)
            for (start, end, _), stem in zip(theirs, stems, strict=True)
            if start + stem < end
        ],
    )


def _stem(a: str, b: str) -> int:
    """How many leading characters two Korean words share; 0 for words of other scripts."""
    if not (HANGUL.search(a) and HANGUL.search(b)):
        return 0
    for index, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return index
    return min(len(a), len(b))


def _joined(ranges: Sequence[Range], text: str) -> list[Range]:
    """Ranges with nothing but blanks between them made one."""
    joined: list[Range] = list(ranges[:1])
    for (_, end), (start, stop) in pairwise(ranges):
        if text[end:start].strip():
            joined.append((start, stop))
        else:
            joined[-1] = (joined[-1][0], stop)
    return joined
