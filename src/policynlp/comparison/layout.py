"""Which paragraphs of two documents correspond one to several: a provision cut in two, or several put
together.

Clauses are finer than paragraphs (the items of a list inside a sentence are clauses), so the shape of a
link says
how a text was segmented, not how it was laid out. Paragraphs that links connect are gathered; one paragraph
against several is a split or a merger.
"""

from bisect import bisect_right
from collections.abc import Sequence

from policynlp.comparison.pairs import Layout, Reading
from policynlp.records import Clause, Link

Node = tuple[int, int]
"""Side and number of a paragraph."""


def layouts(readings: tuple[Reading, Reading], links: Sequence[Link]) -> dict[int, Layout]:
    """For the first link (by index) of each split or merger, its layout."""
    blocks = [_paragraphs(reading) for reading in readings]
    nodes = [
        {(side, blocks[side][i]) for side, indexes in enumerate((link.a, link.b)) for i in indexes}
        for link in links
    ]
    found = {}
    for members in _components(nodes):
        gathered = set().union(*(nodes[number] for number in members))
        counts = sum(side == 0 for side, _ in gathered), sum(side == 1 for side, _ in gathered)
        if min(counts) == 1 and max(counts) > 1:
            found[members[0]] = Layout(counts, _clauses(readings, [links[number] for number in members]))
    return found


def _paragraphs(reading: Reading) -> list[int]:
    """The paragraph of each clause: the block of the document it lies in, or itself where no blocks are
    known."""
    starts = [block.start for block in reading.analysis.document.blocks]
    clauses: Sequence[Clause] = reading.analysis.clauses
    if not starts:
        return list(range(len(clauses)))
    return [bisect_right(starts, clause.start) for clause in clauses]


def _components(nodes: Sequence[set[Node]]) -> list[list[int]]:
    """Numbers of the links that share paragraphs, directly or through others, in order."""
    groups: list[tuple[set[Node], list[int]]] = []
    for number, own in enumerate(nodes):
        joined, members = set(own), [number]
        rest = []
        for group, numbers in groups:
            if group & own:
                joined |= group
                members = sorted([*numbers, *members])
            else:
                rest.append((group, numbers))
        groups = [*rest, (joined, members)]
    return sorted(members for _, members in groups)


def _clauses(
    readings: tuple[Reading, Reading], links: Sequence[Link]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    indexes = sorted({i for link in links for i in link.a}), sorted({i for link in links for i in link.b})
    first, second = (
        tuple(reading.analysis.clauses[i].id for i in found)
        for reading, found in zip(readings, indexes, strict=True)
    )
    return first, second
