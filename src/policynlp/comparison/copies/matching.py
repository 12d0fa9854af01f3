"""Which clauses of two texts are the same clause, where one text is a copy of the other."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policynlp.comparison.texts import WORD, Side, Token, side
from policynlp.comparison.variants import word_key
from policynlp.records import Clause

LIKE = 0.5
"""Least share of words in common for two clauses to be taken for one: below, something else was put there."""
GAIN = 0.05
"""Least rise of that share for a neighbour to be part of the clause: half of it, where it was split."""


@dataclass(frozen=True, slots=True)
class Match:
    """Clauses of the first and of the second that stand for each other, in reading order."""

    sides: tuple[Side, Side]

    @property
    def alike(self) -> bool:
        """Whether no word differs."""
        return keys(self.sides[0]) == keys(self.sides[1])


Group = list[int]
Words = Sequence[tuple[str, ...]]
"""Keys of the words of each clause."""


def plain(clauses: Sequence[Clause]) -> Side:
    """Clauses as one text whose words are all compared, what the document calls itself as well."""
    joined = side(clauses)
    return Side(joined.text, joined.language, joined.clauses, joined.starts, _words(joined))


def _words(joined: Side) -> tuple[Token, ...]:
    return tuple(
        Token(found.group(), *found.span(), word_key(found.group(), joined.language))
        for found in WORD.finditer(joined.text)
    )


def keys(one: Side) -> tuple[str, ...]:
    """What the words of a side are compared by."""
    return tuple(token.key for token in one.tokens)


def matched(
    first: Sequence[Clause], second: Sequence[Clause]
) -> tuple[list[Match], list[Clause], list[Clause]]:
    """The matches, and the clauses of each text that the other has not.

    The same words first, then the likest, then halves of split and merged clauses; order plays no part, so
    that moved clauses match.
    """
    clauses = first, second
    words = tuple([keys(plain([clause])) for clause in one] for one in clauses)
    pairs = list(_same(*words))
    taken = {a for a, _ in pairs}, {b for _, b in pairs}
    left = tuple([i for i in range(len(words[n])) if i not in taken[n]] for n in (0, 1))
    pairs += _likest(left, words)
    groups = [([a], [b]) for a, b in sorted(pairs)]
    alone = tuple(_joined(groups, words, n) for n in (0, 1))
    matches = [
        Match((plain([first[i] for i in sorted(a)]), plain([second[i] for i in sorted(b)])))
        for a, b in groups
    ]
    return matches, [first[i] for i in alone[0]], [second[i] for i in alone[1]]


def _same(first: Words, second: Words) -> Iterator[tuple[int, int]]:
    """Clauses with the same words, each once, in order."""
    places: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for place, words in enumerate(second):
        places[words].append(place)
    for place, words in enumerate(first):
        if places.get(words):
            yield place, places[words].popleft()


def _likest(left: Sequence[Group], words: Sequence[Words]) -> list[tuple[int, int]]:
    """Pairs among the clauses that are left, the likest first, then the nearest in the text."""
    scored = [
        (-share, abs(a - b), a, b)
        for a in left[0]
        for b in left[1]
        if (share := likeness(words[0][a], words[1][b])) >= LIKE
    ]
    pairs: list[tuple[int, int]] = []
    used: tuple[set[int], set[int]] = set(), set()
    for _, _, a, b in sorted(scored):
        if a not in used[0] and b not in used[1]:
            pairs.append((a, b))
            used[0].add(a)
            used[1].add(b)
    return pairs


def likeness(first: Sequence[str], second: Sequence[str]) -> float:
    """Share of the words of both that they have in common in one order, 0 to 1."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(first, second, score_cutoff=LIKE))


def _joined(groups: list[tuple[Group, Group]], words: Sequence[Words], n: int) -> list[int]:
    """Add each clause of side ``n`` without a match to a neighbour's that it completes; gives the rest."""
    owner = {place: group for group in groups for place in group[n]}
    alone = []
    for place in (i for i in range(len(words[n])) if i not in owner):
        beside = [owner[near] for near in (place - 1, place + 1) if near in owner]
        gains = [(_gain(group, place, words, n), -index) for index, group in enumerate(beside)]
        best, index = max(gains, default=(0.0, 0))
        if best >= GAIN:
            beside[-index][n].append(place)
            owner[place] = beside[-index]
        else:
            alone.append(place)
    return alone


def _gain(group: tuple[Group, Group], place: int, words: Sequence[Words], n: int) -> float:
    """By how much a clause makes a group's sides more alike."""
    sides = [[key for i in sorted(one) for key in words[m][i]] for m, one in enumerate(group)]
    grown = [key for i in sorted([*group[n], place]) for key in words[n][i]]
    return likeness(grown, sides[1 - n]) - likeness(sides[n], sides[1 - n])
