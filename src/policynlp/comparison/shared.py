"""Provisions that both documents have and that are worth a line: a specific area in linked clauses."""

from collections.abc import Iterator, Sequence

from policynlp.comparison.findings import Finding
from policynlp.comparison.kinds.area import area_name
from policynlp.comparison.lexicon import bare, lexicon
from policynlp.comparison.pairs import Chars, Pair, Reading
from policynlp.comparison.roles import GENERAL
from policynlp.comparison.texts import side as join
from policynlp.comparison.texts import tokens
from policynlp.records import ClauseLink, Mention, Span

MOST = 6
"""Provisions listed: what a reader takes in at one glance."""
LEAST = 2
"""Words of content that a stretch both texts share must have to be quoted as such."""
ALIKE = 0.5
"""What a word counts for that both sides use to name an area, against one of a shared stretch."""
PHRASE = 10
"""Words up to which the names of an area, with all between them, are one phrase to quote."""
LONG = 3
"""Syllables from which a Korean word that names an area is not found inside another one by chance."""


def provisions(readings: tuple[Reading, Reading], links: Sequence[ClauseLink]) -> Iterator[Finding]:
    """One finding for each specific area, from the link whose sides share most words on it."""
    options = [option for link in links for option in _options(readings, link)]
    options.sort(key=lambda option: (-option[0], option[1]))
    seen: set[str] = set()
    for _, area, link, made in options:
        if area not in seen and len(seen) < MOST:
            seen.add(area)
            yield _finding(area, link, made)


def _options(
    readings: tuple[Reading, Reading], link: ClauseLink
) -> Iterator[tuple[float, str, ClauseLink, Pair]]:
    """The specific areas that both sides of a link name, with how much the sides share."""
    clauses = [[reading.clauses[id] for id in link.clauses[k]] for k, reading in enumerate(readings)]
    if any(reading.roles[side[0].id] != "substance" for reading, side in zip(readings, clauses, strict=True)):
        return
    made = Pair((join(clauses[0]), join(clauses[1])), readings)
    areas = [{m.value for m in _named(made, k)} for k in (0, 1)]
    for area in sorted((areas[0] & areas[1]) - GENERAL):
        words = _shared_words(made, area) or _alike(made, area)
        if words:
            yield words * link.similarity, area, link, made


def _named(made: Pair, index: int, area: str = "") -> list[Mention]:
    """Words of a side that name an area (or that area), none of them inside another word."""
    side = made.sides[index]
    return [
        m
        for m in made.mentions(index, "area")
        if (not area or m.value == area) and (at := side.locate(m.span)) and whole_word(side.text, at)
    ]


def whole_word(text: str, at: Span | Chars) -> bool:
    """Whether a short Korean word stands at the beginning of a word: 제조 in 제조업, not in 국제조약."""
    start, end = (at.start, at.end) if isinstance(at, Span) else at
    hangul = all("가" <= character <= "힣" for character in text[max(start - 1, 0) : start + 1])
    return end - start >= LONG or start == 0 or not hangul


def _alike(made: Pair, area: str) -> float:
    """Some weight for each word by which both sides name an area, where they share no whole stretch."""
    lex = lexicon(made.language)
    words = [
        {bare(token.key, lex) for m in _named(made, k, area) for token in tokens(m.text, made.language)}
        for k in (0, 1)
    ]
    return ALIKE * len((words[0] & words[1]) - (lex.function if lex else set()))


def _shared_words(made: Pair, area: str) -> float:
    """How many words of content both sides share; across languages, how many each at least has to name the
    area."""
    lex = lexicon(made.language)
    if not made.same_language or lex is None:
        named = ((m.text for m in _named(made, k, area)) for k in (0, 1))
        return float(min(len({word for text in texts for word in text.split()}) for texts in named))
    side = made.sides[0]
    ranges = [side.token_range(*chars[0]) for chars in _stretches(made)]
    return float(
        sum(side.tokens[i].key not in lex.function for low, high in ranges for i in range(low, high))
    )


def _finding(area: str, link: ClauseLink, made: Pair) -> Finding:
    """A shared provision; its evidence is the longest words both have, or the words that name the area."""
    spans = tuple(_spans(made, k, area) for k in (0, 1))
    clauses = link.clauses[0], link.clauses[1]
    return Finding("provision", (spans[0], spans[1]), (area, area), {"p": area_name(area)}, clauses=clauses)


def _spans(made: Pair, index: int, area: str) -> tuple[Span, ...]:
    """The stretches that both sides share, then the words that name the area."""
    named = [m.span for m in _named(made, index, area)]
    shared = [s for chars in _stretches(made) for s in made.spans(index, chars[index])]
    return tuple(dict.fromkeys([*shared, *(named if made.same_language else _joined(made, index, named))]))


def _joined(made: Pair, index: int, named: list[Span]) -> tuple[Span, ...]:
    """Across languages, the words from the first to the last that name the area, if they are not too many."""
    places = [at for span in named if (at := made.sides[index].locate(span))]
    whole = min(low for low, _ in places), max(high for _, high in places)
    low, high = made.sides[index].token_range(*whole)
    return made.spans(index, whole) if high - low <= PHRASE else tuple(named)


def _stretches(made: Pair) -> list[tuple[Chars, Chars]]:
    """Stretches of equal words with enough content to tell something, names of bodies not counted."""
    lex = lexicon(made.language)
    if not made.same_language or lex is None:
        return []
    spans = (made.sides[0].locate(m.span) for m in made.mentions(0, "institution"))
    named = [at for at in spans if at]
    found, at = [], (0, 0)
    ends = (len(made.sides[0].tokens), len(made.sides[1].tokens))
    for start, stop in [(change.ranges, change.ranges) for change in made.changes] + [
        (((ends[0], 0), (ends[1], 0)), None)
    ]:
        low, high = at, (start[0][0], start[1][0])
        content = [
            token
            for token in made.sides[0].tokens[low[0] : high[0]]
            if token.key not in lex.function and not any(x <= token.start < y for x, y in named)
        ]
        if len(content) >= LEAST:
            found.append((made.sides[0].chars(low[0], high[0]), made.sides[1].chars(low[1], high[1])))
        at = (stop[0][1], stop[1][1]) if stop else at
    return found
