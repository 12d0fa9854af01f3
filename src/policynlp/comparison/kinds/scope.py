"""What is covered: items of an enumeration dropped, added or exchanged, and passages only one side has."""

import re
from collections.abc import Iterator

from policynlp.comparison.findings import Direction, Finding, Kind, both
from policynlp.comparison.lexicon import Lexicon, bare, lexicon
from policynlp.comparison.lists import enumerations, last_item, trimmed
from policynlp.comparison.noise import reworded, told
from policynlp.comparison.pairs import Chars, Pair
from policynlp.comparison.phrasing import quote
from policynlp.comparison.texts import Side
from policynlp.comparison.worddiff import Change
from policynlp.records import Bilingual

SEPARATOR = re.compile(r"[,;·ㆍ・/、]")
CONJUNCTIONS = frozenset(
    ["and", "or", "as", "well", "both", "including", "및", "또는", "그리고", "과", "와", "등"]
)
OPENERS = re.compile(
    r"(?:\b(?:including|such as|notably|in particular|especially|as well as|namely|inter alia)\b"
    r"|특히|포함|등)",
    re.IGNORECASE,
)
BE = frozenset({"be", "been", "is", "are"})
POINTS = re.compile(
    r"(?:as regards|in (?:accordance|conformity)|pursuant|subject to|notwithstanding|without prejudice"
    r"|under)\b[^.;]*"
    r"\b(?:articles?|paragraphs?|protocols?|annex(?:es)?|chapters?)\b",
    re.IGNORECASE,
)
"""How a passage begins that only points to another place of the text."""
ROMAN = re.compile(r"[ivx]{1,5}")
LONE = 0.85
"""Share of its weight that an item keeps which one side simply lacks."""
TOLD = 0.6
"""Share of its words of content from which the other side's changed words say a lone item or passage too."""
LONG = 6
"""Words from which an added or dropped stretch is a passage of its own, more than wording."""


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Differences of scope in one link, among the changes that no exact kind has explained."""
    lex = lexicon(pair.language)
    if not pair.same_language:
        yield from across(pair)
    if not pair.same_language or lex is None:
        return
    items: list[tuple[frozenset[int], Change]] = []
    for number, change in enumerate(pair.changes):
        if number in explained or reworded(pair, change) or not _says_something(pair, change, lex):
            continue
        if _told(pair, change) or not _meant(pair, change, lex):
            continue
        if pair.apart and _broken(pair, change, lex):
            continue
        if _is_items(pair, change) and not _elsewhere(pair, number, change, lex):
            items.append((frozenset({number}), change))
        elif _is_passage(pair, change, lex):
            yield report(pair, frozenset({number}), change, "passage")
    for numbers, change in _enumerations(pair, items):
        change = _completed(pair, change, lex)
        numbers |= _inside(pair, change)
        yield report(pair, numbers, change, "items")


def across(pair: Pair) -> Iterator[Finding]:
    """Across languages: enumerations that share an area, one of which has an area its counterpart never
    names."""
    named = [{m.value for m in pair.mentions(k, "area")} for k in (0, 1)]
    sides = [_listed(pair, k) for k in (0, 1)]
    for first, areas_a in sides[0]:
        for second, areas_b in sides[1]:
            if areas_a & areas_b and (areas_a - named[1] or areas_b - named[0]):
                texts = pair.sides[0].text[slice(*first)], pair.sides[1].text[slice(*second)]
                fields: dict[str, str | Bilingual] = {"x": quote(texts[0]), "y": quote(texts[1])}
                yield Finding("replaced_items", (pair.spans(0, first), pair.spans(1, second)), texts, fields)


def _listed(pair: Pair, index: int) -> list[tuple[Chars, frozenset[str]]]:
    """The enumerations of a side with the areas that their items name."""
    side = pair.sides[index]
    lex = lexicon(side.language)
    if lex is None:
        return []
    places = [(pair.sides[index].locate(m.span), m.value) for m in pair.mentions(index, "area")]
    return [
        (found.chars, frozenset(v for at, v in places if at and found.chars[0] <= at[0] < found.chars[1]))
        for found in enumerations(side, lex)
    ]


def _broken(pair: Pair, change: Change, lex: Lexicon) -> bool:
    """Whether a stretch ends in the middle of a phrase: sentences drafted apart, not a passage of its own."""
    ends = (pair.sides[k].tokens[change.ranges[k][1] - 1].key in lex.breaks for k in (0, 1) if change.size(k))
    return any(ends) or (
        lex.language == "en" and not ((change.size(0) and change.size(1)) or _opens(pair, change, lex))
    )


def _opens(pair: Pair, change: Change, lex: Lexicon) -> bool:
    """Whether a lone English stretch begins a phrase: behind punctuation, or with a word that joins."""
    index = 0 if change.size(0) else 1
    side, low = pair.sides[index], change.ranges[index][0]
    if side.tokens[low].key in BE or POINTS.match(side.text, side.tokens[low].start):
        return False
    behind = low == 0 or bool(side.gap(low).strip()) or side.tokens[low - 1].key in CONJUNCTIONS
    return (
        behind
        or side.tokens[low].key in lex.function | CONJUNCTIONS
        or bool(OPENERS.match(side.tokens[low].text))
    )


def _meant(pair: Pair, change: Change, lex: Lexicon) -> bool:
    """Whether each side's words name something, rather than the parties, a figure or a place of the text."""
    return all(
        any(_names(side.tokens[i].key, lex) for i in range(*change.ranges[k]))
        for k, side in enumerate(pair.sides)
        if change.size(k)
    )


def _names(key: str, lex: Lexicon) -> bool:
    word = bare(key, lex)
    party = lex.synonyms.get("party", lex.synonyms.get("당사자"))
    parties = party is not None and party in (lex.synonyms.get(word), lex.synonyms.get(key))
    points = word in lex.references or word in lex.pointers or word[:1].isdigit() or ROMAN.fullmatch(word)
    return not (parties or points or word in lex.function or word in CONJUNCTIONS)


def _told(pair: Pair, change: Change) -> bool:
    """Whether the other side has the words of a lone stretch at another place."""
    index = 0 if change.size(0) else 1
    return not change.size(1 - index) and told(pair, index, change.ranges[index]) >= TOLD


def _says_something(pair: Pair, change: Change, lex: Lexicon) -> bool:
    """Whether a change has a word of content."""
    return any(
        side.tokens[i].key not in lex.function and side.tokens[i].key not in CONJUNCTIONS
        for k, side in enumerate(pair.sides)
        for i in range(*change.ranges[k])
    )


def _enumerations(
    pair: Pair, items: list[tuple[frozenset[int], Change]]
) -> Iterator[tuple[frozenset[int], Change]]:
    """Changes of items with nothing but a conjunction between them, as one change of their enumeration."""
    last: tuple[frozenset[int], Change] | None = None
    for numbers, change in items:
        if last and _only_conjunctions(pair, last[1], change):
            both_sides = tuple((last[1].ranges[k][0], change.ranges[k][1]) for k in (0, 1))
            last = last[0] | numbers, Change((both_sides[0], both_sides[1]))
            continue
        if last:
            yield last
        last = numbers, change
    if last:
        yield last


def _completed(pair: Pair, change: Change, lex: Lexicon) -> Change:
    """Exchanged items with the last item of their list, where the lists go on differently: … and society."""
    if not (change.size(0) and change.size(1)):
        return change
    ends = [_list_end(side, change.ranges[k][1], lex) for k, side in enumerate(pair.sides)]
    tails = [[t.key for t in side.tokens[change.ranges[k][1] : ends[k]]] for k, side in enumerate(pair.sides)]
    if not all(tails) or tails[0] == tails[1]:
        return change
    return Change(((change.a[0], ends[0]), (change.b[0], ends[1])))


def _inside(pair: Pair, whole: Change) -> frozenset[int]:
    """Numbers of the changes that lie inside a stretch on both sides."""
    return frozenset(
        number
        for number, change in enumerate(pair.changes)
        if all(
            whole.ranges[k][0] <= change.ranges[k][0] and change.ranges[k][1] <= whole.ranges[k][1]
            for k in (0, 1)
        )
    )


def _list_end(side: Side, at: int, lex: Lexicon) -> int:
    """One past the last item of a list that goes on with a conjunction at ``at``; ``at`` where it does
    not."""
    if at >= len(side.tokens) or side.tokens[at].key not in CONJUNCTIONS or side.gap(at).strip(" ,"):
        return at
    end, _ = last_item(side, at + 1, lex)
    return end if end > at + 1 else at


def _only_conjunctions(pair: Pair, one: Change, two: Change) -> bool:
    return all(
        side.tokens[i].key in CONJUNCTIONS
        for k, side in enumerate(pair.sides)
        for i in range(one.ranges[k][1], two.ranges[k][0])
    )


def report(pair: Pair, numbers: frozenset[int], change: Change, what: str) -> Finding:
    """Added, dropped or exchanged words as a finding; the side with more is the wider."""
    chars = [trimmed(side, pair.change_chars(k, change)) for k, side in enumerate(pair.sides)]
    texts = pair.sides[0].text[slice(*chars[0])], pair.sides[1].text[slice(*chars[1])]
    side = "replaced" if all(texts) else ("first" if texts[0] else "second")
    wider: Direction = "first" if side == "first" else ("second" if side == "second" else None)
    return Finding(
        message=f"{side}_{what}",
        spans=(pair.spans(0, chars[0] if texts[0] else None), pair.spans(1, chars[1] if texts[1] else None)),
        values=texts,
        fields={"x": quote(texts[0]), "y": quote(texts[1])},
        direction=wider,
        explains=numbers,
        factor=1.0 if side == "replaced" else LONE,
    )


def _is_items(pair: Pair, change: Change) -> bool:
    """Whether a change takes whole items of an enumeration."""
    sides = [k for k in (0, 1) if change.size(k)]
    return all(_bounded(pair.sides[k], *change.ranges[k]) for k in sides)


def _elsewhere(pair: Pair, number: int, change: Change, lex: Lexicon) -> bool:
    """Whether items that one side seems to lack stand in other changed words of it: they only changed
    places."""
    if change.size(0) and change.size(1):
        return False
    index = 0 if change.size(0) else 1
    mine = {bare(pair.sides[index].tokens[i].key, lex) for i in range(*change.ranges[index])}
    others = {
        bare(pair.sides[1 - index].tokens[i].key, lex)
        for n, other in enumerate(pair.changes)
        if n != number
        for i in range(*other.ranges[1 - index])
    }
    return mine - lex.function <= others


def _bounded(side: Side, low: int, high: int) -> bool:
    """Whether a stretch has a list separator or conjunction at both ends, one of them a separator."""
    before = _edge(side, low, low - 1)
    after = _edge(side, high, high)
    inner = any(SEPARATOR.search(side.gap(i)) for i in range(low + 1, high))
    conjunct = side.tokens[low].key in CONJUNCTIONS or side.tokens[high - 1].key in CONJUNCTIONS
    punctuated = SEPARATOR.search(side.gap(low)) or SEPARATOR.search(side.gap(high)) or inner
    return bool((before and after and punctuated) or (conjunct and punctuated and (before or after)))


def _edge(side: Side, gap: int, neighbour: int) -> bool:
    """Whether a boundary is one of a list: punctuation, an end of the text, or a conjunction beyond it."""
    if side.gap(gap).strip() or gap in (0, len(side.tokens)):
        return True
    return 0 <= neighbour < len(side.tokens) and side.tokens[neighbour].key in CONJUNCTIONS


def _is_passage(pair: Pair, change: Change, lex: Lexicon) -> bool:
    """Whether words that only one side has say something of their own: long, or opened by including, such
    as …"""
    if change.size(0) and change.size(1):
        return False
    index = 0 if change.size(0) else 1
    side, stretch = pair.sides[index], range(*change.ranges[index])
    content = sum(side.tokens[i].key not in lex.function for i in stretch)
    start, end = pair.change_chars(index, change)
    return content >= LONG or (content >= 2 and bool(OPENERS.search(side.text[start:end])))


KIND = Kind(
    code="scope",
    weight=0.82,
    messages={
        "first_items": both(
            "{a} also covers {x}; {b} does not.", "{a}에는 {x}이(가) 들어 있고 {b}에는 없다."
        ),
        "second_items": both(
            "{b} also covers {y}; {a} does not.", "{b}에는 {y}이(가) 들어 있고 {a}에는 없다."
        ),
        "replaced_items": both(
            "{a} covers {x} where {b} covers {y}.", "{a}은(는) {x}을(를), {b}은(는) {y}을(를) 다룬다."
        ),
        "first_passage": both("Only {a} adds {x}.", "{x}이라는(라는) 말은 {a}에만 덧붙어 있다."),
        "second_passage": both("Only {b} adds {y}.", "{y}이라는(라는) 말은 {b}에만 덧붙어 있다."),
    },
    within=within,
)
