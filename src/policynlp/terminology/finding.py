"""Terms that linked clauses of two language versions share: few, and each with a reason.

Nothing is guessed from how often words stand together. A pair is taken only where both sides leave no choice:
one defined term, one heading, one wording of the same body or place on each side of a link.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from policynlp.languages import table
from policynlp.records import Analysis, Clause, Mention, Span
from policynlp.terminology.records import Method, Shown, Versions

SURE: dict[Method, float] = {
    "bracket": 0.9,
    "confirmed": 0.97,
    "defined": 0.95,
    "heading": 0.95,
    "named": 0.95,
    "topic": 0.8,
}
"""How often a pair of each method is right (0 to 1), rounded from a reading of all pairs of the six built-in
agreements and of three Korean-English treaties: named 60 of 61 right, heading 24 of 24, defined 28 of 28,
topic 15 of 18 before its rules had their last form, bracket 14 of 15, confirmed 5 of 5."""
QUOTED = re.compile(r"[\"“‘'「『]([^\"“”‘’'「」『』]{2,60})[\"”’'」』]")
BEFORE_COLON = re.compile(r"^([^:：;,.()\d]{2,60})[:：] ?\S")
LONGEST = 60
"""Characters of a heading that may be a term; a longer one is a sentence or a title."""
SEEN_TWICE = 2
"""Linked clauses of different words that must show a pair of one topic."""
FORMULAS = frozenset(("governance", "own-territories"))
"""Values that set phrases stand for, not terms ("this Agreement will", 자국의 영역)."""
ADJECTIVE = re.compile(r"[a-z]+(?:al|ic|ive|ous)")
"""A single English word that is an adjective as a rule: 농산물 is not agricultural."""

Place = tuple[str, Span]
"""Words and where they stand."""


def terms(versions: Versions) -> Iterator[Shown]:
    """All that two versions show but what brackets gave already."""
    yield from headings(versions)
    for own, answer, score in versions.pairs:
        yield from _sides(versions, "defined", _defined(versions.a, own), _defined(versions.b, answer), score)
        for kind in ("institution", "place"):
            yield from same_value(versions, own, answer, kind, "named", score)
    yield from topics(versions)


def confirmed(versions: Versions, known: Iterable[tuple[str, str]]) -> Iterator[Shown]:
    """Pairs of known terms (Korean, English) that stand in linked clauses, once each side."""
    pairs = sorted(set(known))
    for own, answer, score in versions.pairs:
        for term, gloss in pairs:
            first = list(_occurrences(versions.a, own, term))
            second = list(_occurrences(versions.b, answer, gloss))
            if first and second:
                yield _shown(versions, "confirmed", first[0], second[0], score)


def _occurrences(analysis: Analysis, ids: Sequence[str], words: str) -> Iterator[Place]:
    """Where words stand in clauses: English ones whole, Korean ones at the start of a word."""
    end = r"(?![A-Za-z])" if re.search(r"[A-Za-z]$", words) else ""
    for id in ids:
        text = analysis.clause(id).text
        for found in re.finditer(rf"(?<![A-Za-z가-힣]){re.escape(words)}{end}", text, re.IGNORECASE):
            yield found[0], Span(id, *found.span())


def headings(versions: Versions) -> Iterator[Shown]:
    """Headings of which each stands only over clauses that answer to those under the other."""
    over: list[dict[str, set[str]]] = [defaultdict(set), defaultdict(set)]
    first: dict[tuple[str, str], tuple[str, str, float]] = {}
    for own, answer, score in versions.pairs:
        for id in own:
            for other in answer:
                one, two = versions.a.clause(id).heading, versions.b.clause(other).heading
                over[0][one].add(two)
                over[1][two].add(one)
                first.setdefault((one, two), (id, other, score))
    for (one, two), (id, other, score) in first.items():
        if over[0][one] == {two} and over[1][two] == {one} and _is_term(one) and _is_term(two):
            yield from _sides(versions, "heading", [(one, Span(id, 0, 0))], [(two, Span(other, 0, 0))], score)


def _is_term(heading: str) -> bool:
    return 2 <= len(heading) <= LONGEST and not re.search(r"[.:;?!|]|^\W|^\d", heading)


def _defined(analysis: Analysis, ids: Sequence[str]) -> list[Place]:
    """What clauses define: words in quotes, or before a colon at their beginning."""
    found = []
    for clause in map(analysis.clause, ids):
        quoted = [_trimmed(one[1], Span(clause.id, *one.span(1))) for one in QUOTED.finditer(clause.text)]
        colon = BEFORE_COLON.match(clause.text)
        if quoted or not colon:
            found += quoted
        elif _is_name(colon[1], clause):
            found.append(_trimmed(colon[1], Span(clause.id, *colon.span(1))))
    return found


def _is_name(words: str, clause: Clause) -> bool:
    """Whether what stands before a colon can be a term: a few words that end the clause's label."""
    return clause.kind != "lead_in" and len(words.split()) <= 6


def same_value(
    versions: Versions, own: Sequence[str], answer: Sequence[str], kind: str, method: Method, score: float
) -> Iterator[Shown]:
    """Mentions of one canonical value, where each side has a single wording of it."""
    first, second = _by_value(versions.a, own, kind), _by_value(versions.b, answer, kind)
    for value in sorted((first.keys() & second.keys()) - FORMULAS):
        yield from _sides(versions, method, first[value], second[value], score)


def _by_value(analysis: Analysis, ids: Sequence[str], kind: str) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for mention in analysis.mentions:
        if mention.kind == kind and mention.span.clause in ids and _whole(mention, analysis):
            found[mention.value].append(_trimmed(mention.text, mention.span))
    return found


def _whole(mention: Mention, analysis: Analysis) -> bool:
    """Whether the words are the whole name: no part of a longer Korean word, no adjective of a country
    (한국 is Korea and not Korean), no minister in place of the ministry."""
    before = analysis.clause(mention.span.clause).text[: mention.span.start][-1:]
    if re.match("[가-힣]", before) and re.match("[가-힣]", mention.text):
        return False
    if mention.kind == "institution":
        names = _names().get(mention.value, ())
        return not names or any(name in mention.text.casefold() for name in names)
    code = mention.value.removeprefix("country.")
    return mention.text not in table("shared", "places")["country"].get(code, {}).get("adjective", ())


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """All names and abbreviations of the bodies that the table knows, by id."""
    rows = table("shared", "institutions")["institution"]
    return {
        row["id"]: tuple(
            name.casefold() for kind in ("en", "ko", "short", "weak") for name in row.get(kind, ())
        )
        for row in rows
    }


def _trimmed(words: str, span: Span) -> Place:
    """Words without the English determiners and prepositions before them."""
    lead = _lead().match(words.lower())
    start = lead.end() if lead and lead.end() < len(words) else 0
    return words[start:], Span(span.clause, span.start + start, span.end)


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(table("en", "glossary")["lead"])


def topics(versions: Versions) -> Iterator[Shown]:
    """Words that named the same area, where several links show them and none shows another pair."""
    found: dict[tuple[str, str], list[Shown]] = defaultdict(list)
    others: list[dict[str, set[str]]] = [defaultdict(set), defaultdict(set)]
    for own, answer, score in versions.pairs:
        for shown in same_value(versions, own, answer, "area", "topic", score):
            one, two = key(shown.term), key(shown.gloss)
            found[one, two].append(shown)
            others[0][one].add(two)
            others[1][two].add(one)
    for (one, two), places in found.items():
        if ADJECTIVE.fullmatch(two):
            continue
        texts = {versions.a.clause(shown.spans[0].clause).text for shown in places}
        if len(texts) >= SEEN_TWICE and len(others[0][one]) == 1 and len(others[1][two]) == 1:
            yield from places


def key(words: str) -> str:
    """What spellings of one term have in common: no capitals, spaces or hyphens, no plural at the end."""
    bare = re.sub(r"[\s\-‐–]+", "", words.casefold())
    return re.sub(r"(?<=[a-z]{3}[^s])s$", "", re.sub(r"(?<=[a-z]{3})ies$", "y", bare))


def _sides(
    versions: Versions, method: Method, first: Sequence[Place], second: Sequence[Place], score: float
) -> Iterator[Shown]:
    """The pair of two sides that have a single wording each, Korean and English."""
    alone = len({key(words) for words, _ in first}) == len({key(words) for words, _ in second}) == 1
    if alone and re.search("[가-힣]", first[0][0]) and not re.search("[가-힣]", second[0][0]):
        yield _shown(versions, method, first[0], second[0], score)


def _shown(versions: Versions, method: Method, first: Place, second: Place, score: float) -> Shown:
    return Shown(
        method=method,
        term=first[0],
        gloss=second[0],
        documents=(versions.a.document.id, versions.b.document.id),
        spans=(first[1], second[1]),
        confidence=SURE[method] * score,
    )
