"""Conditions and hedges added or dropped: subject to available funds, 적절한 경우."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from policynlp.comparison import named
from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.lexicon import Lexicon, lexicon
from policynlp.comparison.named import Named
from policynlp.comparison.pairs import Pair

END = re.compile(r"[,;:.()]|$")
"""Where an English condition ends."""
SHARE = 0.6
"""Share of a condition's words that must have changed for it to count as added or dropped."""
OPEN = frozenset({"if", "subject-to", "exception"})
"""Codes under which two conditions may be quite different ones."""
SURE = 0.8
"""Confidence from which a condition counts as read where no changed words bear it out."""
STARTERS = re.compile(
    r"^(?!in particular\b|in addition\b|and to\b|or to\b)(?:and |or |but )?"
    r"(?:on|in|at|under|upon|as|with|without|during|after|before|pending|given"
    r"|considering|to|within|according|through|per|by way|for as"
    r"|insofar|only|provided|depending|where|when|if|unless|until|while|so far|so long|whenever"
    r"|wherever|taking|having|bearing|at least|preferably|ideally|normally|generally|usually"
    r"|\w+ly)\b",
    re.IGNORECASE,
)
"""Words with which a phrase set off by a comma begins if it qualifies the sentence rather than adds an
item."""


def conditions(pair: Pair, index: int) -> list[Named]:
    """Conditions of a side; in one language those that lie mostly in changed words."""
    found = _all(pair, index)
    return [n for n in found if _added(pair, index, n)] if pair.same_language else found


def _all(pair: Pair, index: int) -> list[Named]:
    """Every condition of a side, changed or not."""
    side = pair.sides[index]
    lex = lexicon(side.language)
    if not pair.same_language:
        return [
            Named(chars, mention.value, mention.value)
            for mention in pair.mentions(index, "condition")
            if mention.confidence >= SURE and (chars := side.locate(mention.span))
        ]
    if lex is None:
        return []
    return list(_english(pair, index, lex) if lex.language == "en" else _korean(pair, index, lex))


def _added(pair: Pair, index: int, condition: Named) -> bool:
    """Whether a condition lies in changed words; one of an open kind only if nothing stands in its place."""
    if _share(pair, index, condition) < SHARE:
        return False
    if pair.language == "en" or condition.note not in OPEN:
        return True
    numbers = pair.touched(index, condition.chars, border=False)
    return all(pair.changes[number].size(1 - index) == 0 for number in numbers)


def _english(pair: Pair, index: int, lex: Lexicon) -> Iterator[Named]:
    text = pair.sides[index].text
    for code, pattern in lex.conditions:
        for match in pattern.finditer(text):
            if code == "if" and not _set_off(text, match.start()):
                continue
            end = END.search(text, match.end())
            stop = end.start() if end else len(text)
            yield Named((match.start(), stop), " ".join(text[match.start() : stop].lower().split()), code)


def _set_off(text: str, start: int) -> bool:
    """Whether a word that often means something else (where, when) opens a phrase of its own."""
    return not text[:start].strip() or text[:start].rstrip()[-1] in ",.;:("


def _korean(pair: Pair, index: int, lex: Lexicon) -> Iterator[Named]:
    text = pair.sides[index].text
    for code, pattern in lex.conditions:
        for match in pattern.finditer(text):
            start = match.start()
            while start > 0 and text[start - 1] not in " ,.":
                start -= 1
            yield Named((start, match.end()), text[start : match.end()].replace(" ", ""), code)


def _share(pair: Pair, index: int, named_: Named) -> float:
    low, high = pair.sides[index].token_range(*named_.chars)
    inside = sum(max(0, min(high, c.ranges[index][1]) - max(low, c.ranges[index][0])) for c in pair.changes)
    return inside / (high - low) if high > low else 0.0


def set_off_phrases(pair: Pair, explained: frozenset[int], lex: Lexicon) -> Iterator[Finding]:
    """English: an added or dropped phrase between commas (or up to the end) that begins like an adverbial."""
    for number, change in enumerate(pair.changes):
        if number in explained or (change.size(0) and change.size(1)):
            continue
        index = 0 if change.size(0) else 1
        side, (low, high) = pair.sides[index], change.ranges[index]
        start, end = side.chars(low, high)
        ends = side.gap(high).strip()[:1]
        if (
            "," in side.gap(low)
            and (ends in ",.;:" or high == len(side.tokens))
            and STARTERS.match(side.text[start:end])
        ):
            whole = Named((start, end), side.text[start:end])
            sides = (whole, None) if index == 0 else (None, whole)
            yield named.finding(pair, named.Exchange(sides[0], sides[1], frozenset({number})))


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Differences of condition in one link."""
    lex = lexicon(pair.language)
    seen = explained
    for exchange in _without_rewordings(pair, named.exchanges(pair, conditions)):
        if pair.same_language and exchange.explains <= explained:
            continue
        found = named.finding(pair, exchange)
        seen |= found.explains
        yield found
    if lex and lex.language == "en":
        yield from set_off_phrases(pair, seen, lex)


def _without_rewordings(pair: Pair, found: Iterable[named.Exchange]) -> Iterator[named.Exchange]:
    """Exchanges but those of one condition in other words or at another place: 필요시, 필요한 경우.

    Both sides then have the condition's code equally often, changed words or not.
    """
    counts = [Counter(n.note for n in named.longest(_all(pair, k))) for k in (0, 1)]
    for exchange in found:
        notes = {n.note for n in (exchange.first, exchange.second) if n}
        if notes & OPEN or any(counts[0][note] != counts[1][note] for note in notes):
            yield exchange


KIND = Kind(
    code="condition",
    weight=0.7,
    messages={
        "replaced": both(
            "{a} conditions this by {x}, {b} by {y}.", "{a}에는 {x}, {b}에는 {y}이라는(라는) 조건이 붙는다."
        ),
        "first": both("Only {a} attaches a condition: {x}.", "{a}에만 {x}이라는(라는) 조건이 붙는다."),
        "second": both("Only {b} attaches a condition: {y}.", "{b}에만 {y}이라는(라는) 조건이 붙는다."),
    },
    within=within,
)
