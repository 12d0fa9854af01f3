"""What a link amounts to: same, cosmetic, changed, split, merged or moved."""

import re

from policynlp.comparison.lexicon import bare, lexicon
from policynlp.comparison.pairs import Pair
from policynlp.comparison.texts import Side
from policynlp.records import Relation

ITEM = re.compile(r"\s*[,;·ㆍ・]\s*(?:(?:and|or|및|또는)\s+)?|\s+(?:and|or|및|또는)\s+")
"""What parts the items of an enumeration."""


def relation(pair: Pair) -> Relation:
    """The relation of a link; never ``same`` where a character differs, never ``cosmetic`` where a word
    does."""
    if pair.layout:
        return "split" if pair.layout.counts[0] == 1 else "merged"
    alone = all(len(side.clauses) == 1 for side in pair.sides)
    if alone and pair.same_language and pair.sides[0].text == pair.sides[1].text:
        return "moved" if pair.moved else "same"
    if pair.same_language and (not pair.changes or reordered(pair)):
        return "moved" if pair.moved else "cosmetic"
    return "moved" if pair.moved and not pair.same_language else "changed"


def reordered(pair: Pair) -> bool:
    """True where the texts differ only in the order of equal items of one enumeration."""
    if not pair.changes:
        return False
    keys = [
        sorted(_key(side, i, _last(pair, k)) for i in range(len(side.tokens)))
        for k, side in enumerate(pair.sides)
    ]
    if keys[0] != keys[1]:
        return False
    stretches = [_stretch(pair, index) for index in (0, 1)]
    return len(stretches[0]) > 1 and stretches[0] == stretches[1]


def _last(pair: Pair, index: int) -> int:
    """The last word of the changed stretch of a side."""
    return max(change.ranges[index][1] for change in pair.changes) - 1


def _key(side: Side, index: int, last: int) -> str:
    """What a word is compared by; the last one of a Korean list without the particle behind the list."""
    key = side.tokens[index].key
    return bare(key, lexicon(side.language)) if index == last and side.language == "ko" else key


def _stretch(pair: Pair, index: int) -> list[tuple[str, ...]]:
    """The items between the first and the last changed word of a side, sorted; they must begin and end as
    items."""
    side: Side = pair.sides[index]
    low = min(change.ranges[index][0] for change in pair.changes)
    high = max(change.ranges[index][1] for change in pair.changes)
    items: list[list[str]] = [[]]
    for place in range(low, high):
        token = side.tokens[place]
        parted = place > low and ITEM.search(side.gap(place))
        if parted or token.key in ("and", "or", "및", "또는"):
            items.append([])
        if token.key not in ("and", "or", "및", "또는"):
            items[-1].append(_key(side, place, high - 1))
    return sorted(tuple(item) for item in items if item)
