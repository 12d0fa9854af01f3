"""Things named on both sides (bodies, places, quantities, conditions): which were exchanged, added or
dropped."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from policynlp.comparison.findings import Finding
from policynlp.comparison.pairs import Chars, Pair
from policynlp.comparison.phrasing import quote
from policynlp.comparison.texts import Side


@dataclass(frozen=True, slots=True)
class Named:
    """Something named at one place of a side."""

    chars: Chars
    value: str
    """What it is compared by."""
    note: str = ""
    """Its type, where the kind needs one."""


Reader = Callable[[Pair, int], Sequence[Named]]


@dataclass(frozen=True, slots=True)
class Exchange:
    """What stands at one place on either side; None where a side has nothing there."""

    first: Named | None
    second: Named | None
    explains: frozenset[int]


def longest(found: Sequence[Named]) -> list[Named]:
    """Without those that overlap a longer one, in reading order; of equals the first listed stays."""
    kept: list[Named] = []
    for named in sorted(found, key=lambda n: n.chars[0] - n.chars[1]):
        if not any(named.chars[0] < k.chars[1] and named.chars[1] > k.chars[0] for k in kept):
            kept.append(named)
    return sorted(kept, key=lambda n: n.chars)


def exchanges(pair: Pair, read: Reader) -> Iterator[Exchange]:
    """Named things in changed words whose value the other side lacks, matched by place."""
    sides = [longest(read(pair, index)) for index in (0, 1)]
    changed = [[n for n in named if _changed(pair, k, n)] for k, named in enumerate(sides)]
    values = [{n.value for n in named} for named in sides]
    lone = [_once(n for n in named if n.value not in values[1 - k]) for k, named in enumerate(changed)]
    for first in list(lone[0]):
        second = next((n for n in lone[1] if _same_place(pair, first, n)), None)
        if second:
            lone[1].remove(second)
        yield Exchange(first, second, _explains(pair, first, second))
    for second in lone[1]:
        yield Exchange(None, second, _explains(pair, None, second))


AND = " + "
"""Joins the values of items that were exchanged together."""
LISTED = re.compile(r"[\s,;·ㆍ・]*(?:and|or|및|또는|와|과)?\s*(?:the\s+)?", re.IGNORECASE)
"""What stands between two items of one enumeration."""


def joined(pair: Pair, found: Iterable[Exchange]) -> list[Exchange]:
    """Exchanges of neighbouring items of one enumeration as one: A against B and C."""
    merged: list[Exchange] = []
    for exchange in sorted(found, key=_order):
        if merged and _neighbours(pair, merged[-1], exchange):
            last = merged.pop()
            first, second = _span(last.first, exchange.first), _span(last.second, exchange.second)
            exchange = Exchange(first, second, last.explains | exchange.explains)
        merged.append(exchange)
    return merged


def _order(exchange: Exchange) -> tuple[int, int]:
    ends = [n.chars[0] if n else -1 for n in (exchange.first, exchange.second)]
    return max(ends), min(ends)


def _neighbours(pair: Pair, last: Exchange, new: Exchange) -> bool:
    """Whether two exchanges are items of one list on every side where both name something."""
    sides = [(last.first, new.first), (last.second, new.second)]
    both = [(k, a, b) for k, (a, b) in enumerate(sides) if a and b]
    return bool(both) and all(
        a.chars[1] <= b.chars[0] and LISTED.fullmatch(pair.sides[k].text, a.chars[1], b.chars[0]) is not None
        for k, a, b in both
    )


def _span(one: Named | None, two: Named | None) -> Named | None:
    if one is None or two is None:
        return one or two
    return Named((one.chars[0], two.chars[1]), f"{one.value}{AND}{two.value}", one.note)


def _once(found: Iterable[Named]) -> list[Named]:
    """The first of each value: 이화학연구소(RIKEN) names one body."""
    return list({n.value: n for n in reversed(list(found))}.values())[::-1]


def _changed(pair: Pair, index: int, named: Named) -> bool:
    """Whether a named thing lies in changed words; across languages nothing else is known, so all may
    differ."""
    return not pair.same_language or bool(pair.touched(index, named.chars, border=False))


def _same_place(pair: Pair, first: Named, second: Named) -> bool:
    if not pair.same_language:
        return first.note == second.note
    low, high = pair.image(0, first.chars)
    start, end = pair.sides[1].token_range(*second.chars)
    return start < high and end > low


def _explains(pair: Pair, first: Named | None, second: Named | None) -> frozenset[int]:
    found: frozenset[int] = frozenset()
    for index, named in enumerate((first, second)):
        if named:
            found |= pair.touched(index, named.chars, border=False)
    return found


def words(side: Side, named: Named | None) -> str:
    """The words of a named thing."""
    return side.text[slice(*named.chars)] if named else ""


def finding(pair: Pair, exchange: Exchange) -> Finding:
    """An exchange as a finding of message ``replaced``, ``first`` (only there) or ``second``."""
    texts = words(pair.sides[0], exchange.first), words(pair.sides[1], exchange.second)
    message = "replaced" if all(texts) else ("first" if texts[0] else "second")
    return Finding(
        message=message,
        spans=(
            pair.spans(0, exchange.first.chars if exchange.first else None),
            pair.spans(1, exchange.second.chars if exchange.second else None),
        ),
        values=texts,
        fields={"x": quote(texts[0]), "y": quote(texts[1])},
        explains=exchange.explains,
        keys=(
            exchange.first.value if exchange.first else "",
            exchange.second.value if exchange.second else "",
        ),
        direction=None if message == "replaced" else ("first" if texts[0] else "second"),
    )
