"""Conditions and hedges added or dropped: subject to available funds, 적절한 경우."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from policynlp.comparison import named
from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.lexicon import Lexicon, bare, lexicon
from policynlp.comparison.named import Named
from policynlp.comparison.noise import told
from policynlp.comparison.pairs import Pair
from policynlp.comparison.texts import OWN_NAME, Side

END = re.compile(r"[,;:.()]|\s(?:shall|will|may|must|should)\b|$")
"""Where an English condition ends: at punctuation, or where the sentence goes on with its verb."""
SHARE = 0.6
"""Share of a condition's words that must have changed for it to count as added or dropped."""
TOLD = 0.5
"""Share of its words of content from which the other side's changed words state a lone condition too."""
OPEN = frozenset({"if", "subject-to", "exception"})
"""Codes under which two conditions may be quite different ones."""
OPEN_END = re.compile(r"\b(?:as|extent|degree|of|they|it|far)$", re.IGNORECASE)
"""How a pattern ends that needs more words: as far as, to the extent."""
PHRASE = 8
"""Words of an English phrase that may close a sentence without a comma before it."""
ADVERBIAL = re.compile(
    r"(?:까지|동안|전에|후에|후|뒤에|하에|하에서|경우|경우에|경우에는|때에|때에는|[는은]\s한|대로|없이|따라|의하여|거쳐|받아|얻어"
    r"|합의로|결정으로|승인으로|비용으로|부담으로|책임으로|조건으로|범위에서|한도에서|방식으로)$"
)
"""How a Korean phrase ends that qualifies its sentence."""
ITEMS = re.compile(r"[,·ㆍ]|\s(?:및|또는)\s")
"""What stands between items, and in no such phrase."""
COMPLETE = frozenset({"extent-possible", "where-appropriate", "as-necessary"})
"""Codes whose patterns hold the whole condition."""
WORD_MORE = re.compile(r"\s(?:possible|practicable|feasible|necessary|they can|it can|can)\b")
"""A word that completes ``as soon as``."""
CASES = frozenset({"if", "where", "when", "whenever", "upon", "case", "event", "should", "unless", "once"})
"""Words that open a case."""
PURPOSE = re.compile(
    r"with a view|taking into|bearing in|having regard|in view of|in light of", re.IGNORECASE
)
"""What tells a purpose or a reason rather than a condition."""
ACCORDING = re.compile(r"에\s*(?:따라|의거하여|비추어|준하여|근거하여)$")
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
    if _share(pair, index, condition) < SHARE or (pair.apart and _loose(pair, index, condition)):
        return False
    if pair.language == "en" or condition.note not in OPEN:
        return True
    numbers = pair.touched(index, condition.chars, border=False)
    return all(pair.changes[number].size(1 - index) == 0 for number in numbers)


def _loose(pair: Pair, index: int, condition: Named) -> bool:
    """Whether a phrase of a text drafted apart only points to a place of it, tells a purpose or a case that
    the other tells in other words, or has no more of a condition than ``according to``."""
    side, lex = pair.sides[index], lexicon(pair.language)
    low, high = side.token_range(*condition.chars)
    keys = [side.tokens[i].key for i in range(low, high)]
    if lex is None or any(key.startswith(OWN_NAME) for key in keys):
        return True
    if not lex.own & set(keys) and any(
        bare(key, lex) in lex.laid_down | lex.references | lex.pointers for key in keys
    ):
        return True
    if condition.note in OPEN and keys[0] in {token.key for token in pair.sides[1 - index].tokens}:
        return True
    if condition.note != "if":
        return False
    if lex.language == "ko":
        return ACCORDING.search(side.text[slice(*condition.chars)]) is not None
    other = pair.sides[1 - index]
    cases = {other.tokens[i].key for c in pair.changes for i in range(*c.ranges[1 - index])} & CASES
    return bool(cases) or PURPOSE.match(side.text, condition.chars[0]) is not None


def _english(pair: Pair, index: int, lex: Lexicon) -> Iterator[Named]:
    text = pair.sides[index].text
    for code, pattern in lex.conditions:
        for match in pattern.finditer(text):
            if code == "if" and not _set_off(text, match.start()):
                continue
            stop = _end(text, match, code)
            yield Named((match.start(), stop), " ".join(text[match.start() : stop].lower().split()), code)


def _end(text: str, match: re.Match[str], code: str) -> int:
    """Where a condition ends: with its clause; one that needs no words of its own with its pattern and a word
    more."""
    if code in COMPLETE and not OPEN_END.search(match.group()):
        more = WORD_MORE.match(text, match.end())
        return more.end() if more else match.end()
    end = END.search(text, match.end())
    return end.start() if end else len(text)


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
    """An added or dropped phrase that stands like an adverbial: English between commas, or at the end of a
    sentence; Korean by its ending."""
    for number, change in enumerate(pair.changes):
        if number in explained or (change.size(0) and change.size(1)):
            continue
        index = 0 if change.size(0) else 1
        side, (low, high) = pair.sides[index], change.ranges[index]
        start, end = side.chars(low, high)
        if _adverbial(side, low, high, lex):
            whole = Named((start, end), side.text[start:end])
            sides = (whole, None) if index == 0 else (None, whole)
            yield named.finding(pair, named.Exchange(sides[0], sides[1], frozenset({number})))


def _adverbial(side: Side, low: int, high: int, lex: Lexicon) -> bool:
    """Whether a stretch of words qualifies its sentence."""
    words = side.text[slice(*side.chars(low, high))]
    if lex.language == "ko":
        return ADVERBIAL.search(words) is not None and not ITEMS.search(words)
    ends = side.gap(high).strip()[:1]
    closed = ends in tuple(",.;:") or high == len(side.tokens)
    parted = "," in side.gap(low) or (ends != "," and high - low <= PHRASE)
    return closed and parted and STARTERS.match(words) is not None


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Differences of condition in one link."""
    lex = lexicon(pair.language)
    seen = explained
    for exchange in _without_rewordings(pair, named.exchanges(pair, conditions)):
        if pair.same_language and (exchange.explains <= explained or _told(pair, exchange)):
            continue
        found = replace(named.finding(pair, exchange), keys=(_code(exchange.first), _code(exchange.second)))
        seen |= found.explains
        yield found
    if lex and not pair.apart:
        yield from set_off_phrases(pair, seen, lex)


def _told(pair: Pair, exchange: named.Exchange) -> bool:
    """Whether the other side has the words of a lone condition elsewhere: if problems occur, where problems
    arise."""
    lone = exchange.first or exchange.second
    if lone is None or (exchange.first and exchange.second):
        return False
    index = 0 if exchange.first else 1
    return told(pair, index, pair.sides[index].token_range(*lone.chars)) >= TOLD


def _code(condition: Named | None) -> str:
    """What conditions of other pairs of documents are compared by: their code, if it leaves nothing open."""
    return condition.note if condition and condition.note not in OPEN else ""


def _without_rewordings(pair: Pair, found: Iterable[named.Exchange]) -> Iterator[named.Exchange]:
    """Exchanges but those of one condition in other words or at another place: 필요시, 필요한 경우.

    Both sides then have the condition's code equally often, changed words or not.
    """
    counts = [Counter(n.note for n in named.longest(_all(pair, k))) for k in (0, 1)]
    for exchange in found:
        if pair.apart:
            sides = [
                n if n and (n.note in OPEN or not counts[1 - k][n.note]) else None
                for k, n in enumerate((exchange.first, exchange.second))
            ]
            if not any(sides):
                continue
            exchange = replace(exchange, first=sides[0], second=sides[1])
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
