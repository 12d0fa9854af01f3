"""Places and regions named in a text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from policynlp.comparison.bodies import bodies
from policynlp.comparison.lexicon import Lexicon, bare, lexicon
from policynlp.comparison.named import Named
from policynlp.comparison.pairs import Pair
from policynlp.comparison.texts import Side

NO_REGIONS = frozenset({"low-earth-orbit", "global-south"})
"""Values of places that say no region a provision reaches: an orbit, a group of states (개발도상국)."""


def places(pair: Pair, index: int) -> list[Named]:
    """Places of a side that are no part of a body's name."""
    side = pair.sides[index]
    handed = _handed_over(side)
    found = [
        Named(chars, mention.value)
        for mention in pair.mentions(index, "place")
        if mention.value not in NO_REGIONS and mention.text != handed and (chars := side.locate(mention.span))
    ]
    lex = lexicon(side.language)
    if lex and pair.same_language:
        taken = [n.chars for n in [*found, *bodies(pair, index)]]
        names = _english(side, lex) if lex.language == "en" else _korean(side, lex)
        found += [
            n
            for n in names
            if not any(n.chars[0] < high and n.chars[1] > low for low, high in taken)
            and not (handed and n.value.endswith(handed))
        ]
    return found


def _handed_over(side: Side) -> str:
    """The name of a country that is a word for handing over here (인도), since what is handed over stands
    beside it; empty where there is none."""
    lex = lexicon(side.language)
    delivered = lex.places.get("delivered") if lex else None
    return str(lex.places["delivery"]) if lex and delivered and re.search(delivered, side.text) else ""


def _english(side: Side, lex: Lexicon) -> Iterator[Named]:
    nouns = frozenset(lex.places["words"].replace("-", "").split())
    inner = nouns | frozenset(lex.places["adjectives"].replace("-", "").split())
    prepositions = frozenset(lex.places["prepositions"])
    at = 1
    while at < len(side.tokens):
        end = at
        if side.tokens[at - 1].text.lower() in prepositions:
            while (
                end < len(side.tokens)
                and side.tokens[end].key in inner
                and (end == at or not side.gap(end).strip())
            ):
                end += 1
            while end > at and side.tokens[end - 1].key in ("and", "of", "all", "in", "the"):
                end -= 1
        keys = [side.tokens[i].key for i in range(at, end)]
        if nouns & set(keys) and "developing" not in keys:
            yield Named(side.chars(at, end), " ".join(k for k in keys if k != "the"))
            at = end
        at += 1


AREAS = ("지역", "반도", "대륙", "도서국", "권역", "영역", "영토", "역내", "일대")
"""Korean words that make a place of what stands before them."""
AFTER_NAME = ("", "국가", "국가들", "전역", "공화국", "양", "제국", "연안", "각국", "전체", "권")
"""What may follow a Korean name of a place in one word; 인도적 and 상호주의 name none."""


DIRECTIONS = ("동남", "동북", "서남", "서북", "중앙", "중동부", "동", "서", "남", "북", "중", "전")
"""What may stand before a Korean name of a place in one word."""


@lru_cache(maxsize=65536)
def _is_place(word: str, nouns: tuple[str, ...]) -> bool:
    if word.endswith(AREAS):
        return True
    bases = (word, *(word[len(d) :] for d in DIRECTIONS if word.startswith(d)))
    return any(base == noun + rest for base in bases for noun in nouns for rest in AFTER_NAME)


def _korean(side: Side, lex: Lexicon) -> Iterator[Named]:
    nouns = tuple(lex.places["words"])
    joiners = frozenset(
        (
            "및",
            "그",
            "밖의",
            "각자의",
            "자국의",
            "모든",
            "기타",
            "또는",
            "내",
            "그밖의",
            "인접",
            "역내의",
            "전",
        )
    )
    at = 0
    while at < len(side.tokens):
        end = at
        last = -1
        while end < len(side.tokens) and (end == at or not side.gap(end).strip(" ·ㆍ・")):
            word = bare(side.tokens[end].text, lex)
            if _is_place(word, nouns):
                last = end
            elif side.tokens[end].text not in joiners:
                break
            end += 1
        if last >= at:
            low = (
                at - 1 if at and bare(side.tokens[at].text, lex) in AREAS and not side.gap(at).strip() else at
            )
            start = side.tokens[low].start
            stop = side.tokens[last].start + len(bare(side.tokens[last].text, lex))
            yield Named((start, stop), side.text[start:stop].replace(" ", ""))
            at = last
        at += 1
