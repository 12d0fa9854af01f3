"""Bodies and places that one side names and the other exchanges for others."""

from collections.abc import Iterator, Sequence

from policynlp.comparison.pairs import Pair
from policynlp.comparison.parity.divergence import Divergence
from policynlp.comparison.parity.units import Chars
from policynlp.records import Mention, MentionKind

SURE = 0.95
KINDS: tuple[MentionKind, ...] = ("institution", "place")
NEVER = ("own-territories", "global-south", "world")
"""Values of places that name none in particular."""


def check(pair: Pair) -> Iterator[Divergence]:
    """Names whose value the other side lacks, where it has another of the kind that this side lacks."""
    for kind in KINDS:
        sides = [_known(pair, k, kind) for k in (0, 1)]
        values = [{mention.value for mention, _ in own} for own in sides]
        alone = [[(m, at) for m, at in own if m.value not in values[1 - k]] for k, own in enumerate(sides)]
        for (first, at), (second, there) in zip(_once(alone[0]), _once(alone[1]), strict=False):
            yield Divergence("proper_noun", (at, there), (first.text, second.text), SURE, "replaced")


def named(pair: Pair, index: int) -> list[Chars]:
    """Characters of a side that name a body or place which the other side names too, or by another name."""
    found = []
    for kind in KINDS:
        others = {mention.value for mention, _ in _known(pair, 1 - index, kind)}
        found += [at for mention, at in _known(pair, index, kind) if mention.value in others or others]
    return found


def _known(pair: Pair, index: int, kind: MentionKind) -> list[tuple[Mention, Chars]]:
    """Those that a table knows: their values are the same in both languages."""
    side = pair.sides[index]
    return [
        (mention, chars)
        for mention in pair.mentions(index, kind)
        if mention.attributes.get("known") != "no"
        and mention.value not in NEVER
        and "." in mention.value + ("." if kind == "place" else "")
        and (chars := side.locate(mention.span))
    ]


def _once(found: Sequence[tuple[Mention, Chars]]) -> list[tuple[Mention, Chars]]:
    return list({mention.value: (mention, at) for mention, at in reversed(found)}.values())[::-1]
