"""Paragraphs of one document that another gives in several."""

from collections.abc import Iterator

from policynlp.comparison.findings import Finding
from policynlp.comparison.pairs import Pair


def one_against_several(pair: Pair, code: str, side: int) -> Iterator[Finding]:
    """One finding of this code, on the first link of the paragraphs that correspond, where ``side`` (0 or 1)
    has one of them and the other several."""
    if pair.layout is None or pair.layout.counts[side] != 1:
        return
    first, second = pair.layout.counts
    spans = tuple(pair.spans(k, (0, len(one.text))) for k, one in enumerate(pair.sides))
    yield Finding(
        code,
        (spans[0], spans[1]),
        (str(first), str(second)),
        {"n": str(max(first, second))},
        clauses=pair.layout.clauses,
        material=not pair.apart,
    )
