"""Which words of two texts differ: changed stretches, and where a stretch of one text stands in the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from policynlp.comparison.texts import Side

Range = tuple[int, int]
"""First token and one past the last."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of words that differs; one side may be empty (words added or dropped)."""

    ranges: tuple[Range, Range]
    """Tokens on each side."""

    @property
    def a(self) -> Range:
        return self.ranges[0]

    @property
    def b(self) -> Range:
        return self.ranges[1]

    def size(self, side: int) -> int:
        """Number of words on a side."""
        low, high = self.ranges[side]
        return high - low


def gaps(a: Side, b: Side) -> tuple[Change, ...]:
    """All stretches in which the words of two sides do not match one to one, in order."""
    keys = [token.key for token in a.tokens], [token.key for token in b.tokens]
    equal = [
        (op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Indel.opcodes(*keys)
        if op.tag == "equal"
    ]
    return tuple(_slide(gap, a, b) for gap in _gaps(equal, len(keys[0]), len(keys[1])))


def changed(found: Sequence[Change], a: Side, b: Side) -> tuple[Change, ...]:
    """Those stretches that differ in more than in how words join or part: 합의 한다 and 합의한다, inthe
    and in the."""
    return tuple(gap for gap in found if _letters(a, gap.a) != _letters(b, gap.b))


def _letters(side: Side, stretch: Range) -> str:
    return "".join(token.key for token in side.tokens[slice(*stretch)])


def _gaps(equal: Sequence[tuple[int, int, int, int]], size_a: int, size_b: int) -> Iterator[Change]:
    """What lies between the equal blocks."""
    at_a = at_b = 0
    for a0, a1, b0, b1 in [*equal, (size_a, size_a, size_b, size_b)]:
        if a0 > at_a or b0 > at_b:
            yield Change(((at_a, a0), (at_b, b0)))
        at_a, at_b = a1, b1


def _slide(change: Change, a: Side, b: Side) -> Change:
    """An addition or omission pushed left or right over equal words to where the punctuation sets it off.

    Dropping ``laws of nature,`` from ``laws of trade, laws of nature, and …`` is found as ``trade, laws of``
    just as well; only the first reading is an item of the list.
    """
    if change.size(0) and change.size(1):
        return change
    index = 0 if change.size(0) else 1
    side = (a, b)[index]
    best = max(
        _shifts(change.ranges[index], side),
        key=lambda shift: (_set_off(side, change.ranges[index], shift), -abs(shift)),
    )
    low, high = change.ranges[index]
    other = tuple(place + best for place in change.ranges[1 - index])
    moved = (low + best, high + best), (other[0], other[1])
    return Change(moved if index == 0 else (moved[1], moved[0]))


def _shifts(stretch: Range, side: Side) -> Iterator[int]:
    """By how many words a stretch can slide and leave both texts what they are."""
    low, high = stretch
    keys = [token.key for token in side.tokens]
    yield 0
    step = 0
    while low - step > 0 and keys[low - step - 1] == keys[high - step - 1]:
        step += 1
        yield -step
    step = 0
    while high + step < len(keys) and keys[low + step] == keys[high + step]:
        step += 1
        yield step


def _set_off(side: Side, stretch: Range, shift: int) -> int:
    """How many ends of the shifted stretch lie at punctuation (or at an end of the text)."""
    low, high = stretch[0] + shift, stretch[1] + shift
    return sum(side.gap(place).strip() != "" or place in (0, len(side.tokens)) for place in (low, high))


def image(stretch: Range, found: Sequence[Change], index: int) -> Range:
    """Where tokens of side ``index`` stand on the other side, additions at their borders included."""
    low, high = stretch
    return _place(low, found, index, low=True), _place(high, found, index, low=False)


def _place(token: int, found: Sequence[Change], index: int, *, low: bool) -> int:
    """The other side's token boundary for a boundary of side ``index``; at a change, its outer edge."""
    shift = 0
    for change in found:
        (mine0, mine1), (other0, other1) = change.ranges[index], change.ranges[1 - index]
        if token < mine0 or (token == mine0 and not low and mine0 < mine1):
            break
        if token == mine0:
            return other0 if low else other1
        if token < mine1 or (token == mine1 and low and mine0 == mine1):
            return other0 if low else other1
        shift = other1 - mine1
    return token + shift
