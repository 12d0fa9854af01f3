"""Countries and bodies that one side names where the other side names others, or none."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from policynlp.comparison.pairs import Pair
from policynlp.comparison.parity.divergence import Divergence
from policynlp.comparison.parity.sound import SAME, likeness
from policynlp.comparison.parity.units import HANGUL, Chars, expression
from policynlp.languages import table

SURE = 0.95
LONE = 0.75
"""Confidence of a body that the other side does not name, though it names others or says no such word."""
ALSO_WORDS = frozenset(
    {"수단", "이란", "가나", "인도", "말리", "오만", "기니", "모나코", "조지아", "통가", "차드"}
)
"""Korean names of countries that are common words, or stand inside them."""
CAPITAL = re.compile("[A-Z][a-z]+")
UNKNOWN = "unknown"
"""Value of a state that no table knows: two of them are taken for one."""


@dataclass(frozen=True, slots=True)
class Name:
    """A country or body at a place."""

    value: str
    """Its id in the tables."""
    chars: Chars


def check(pair: Pair) -> Iterator[Divergence]:
    """Names whose value the other side lacks."""
    texts = pair.sides[0].text, pair.sides[1].text
    for read in (countries, bodies):
        sides = [read(pair, k) for k in (0, 1)]
        alone = [_once(own, {name.value for name in sides[1 - k]}) for k, own in enumerate(sides)]
        both = list(zip(*alone, strict=False))
        for first, second in both:
            values = texts[0][slice(*first.chars)], texts[1][slice(*second.chars)]
            yield Divergence("proper_noun", (first.chars, second.chars), values, SURE, "replaced")
        for k, own in enumerate(alone):
            left = [name for name in own[len(both) :] if read is bodies or _apart(texts[k], name)]
            silent = [n for n in left if not _echoed(texts[k][slice(*n.chars)], texts[1 - k])]
            yield from (_lone(texts[k], name.chars, k) for name in silent)


def _apart(text: str, name: Name) -> bool:
    """Whether a country is named as such, not inside the name of a body (캐나다고등연구원) or as an
    adjective."""
    words, after = text[slice(*name.chars)], text[name.chars[1] :]
    if words.isascii() and name.value != UNKNOWN and words not in _nouns():
        return False
    return words.isascii() or expression("ko", "names", "ends").match(after) is not None


def _echoed(words: str, other: str) -> bool:
    """Whether a word of the other side sounds like the last one of a name (밀라, Mila)."""
    last = words.split()[-1]
    if last.isascii():
        return any(likeness(rival, last) >= SAME for rival in HANGUL.findall(other))
    return any(likeness(last, rival) >= SAME for rival in CAPITAL.findall(other))


@cache
def _nouns() -> frozenset[str]:
    """English names of countries, without their adjectives."""
    rows = table("shared", "places")["country"].values()
    return frozenset(words for row in rows for words in row["en"] if len(words) > 2)


def _lone(text: str, chars: Chars, index: int) -> Divergence:
    words = text[slice(*chars)]
    if index == 0:
        return Divergence("proper_noun", (chars, None), (words, ""), LONE, "first")
    return Divergence("proper_noun", (None, chars), ("", words), LONE, "second")


def named(pair: Pair, index: int) -> list[Chars]:
    """Characters of a side that name a country or body which the other side names too."""
    found = []
    for read in (countries, bodies):
        others = {name.value for name in read(pair, 1 - index)}
        found += [name.chars for name in read(pair, index) if name.value in others]
    return found


def _once(found: Sequence[Name], others: set[str]) -> list[Name]:
    """The first of each value that is not among the others."""
    return list({name.value: name for name in reversed(found) if name.value not in others}.values())[::-1]


def bodies(pair: Pair, index: int) -> list[Name]:
    """Bodies that the tables know: their values are the same in both languages."""
    side = pair.sides[index]
    return [
        Name(mention.value, chars)
        for mention in pair.mentions(index, "institution")
        if mention.value in _bodies() and (chars := side.locate(mention.span))
    ]


@cache
def _bodies() -> Mapping[str, int]:
    """Ids of the bodies that have names in both languages, without which a lone one says nothing."""
    rows = table("shared", "institutions")["institution"]
    return {row["id"]: 1 for row in rows if row["ko"] and (row["en"] or row["short"])}


def countries(pair: Pair, index: int) -> list[Name]:
    """Countries by their names and adjectives, those inside names of bodies too; states that no table knows
    by the form of their names."""
    side = pair.sides[index]
    codes, pattern = _countries(side.language)
    found = [Name(codes[_key(one[0])], one.span()) for one in pattern.finditer(side.text)]
    others = [one.span() for one in expression(side.language, "names", "state").finditer(side.text)]
    new = [
        chars for chars in others if not any(n.chars[0] < chars[1] and n.chars[1] > chars[0] for n in found)
    ]
    return [*found, *(Name(UNKNOWN, chars) for chars in new)]


def _key(words: str) -> str:
    return words.replace(" ", "").lower()


@cache
def _countries(language: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    names: dict[str, str] = {}
    for code, row in table("shared", "places")["country"].items():
        for words in (*row[language], *(row["adjective"] if language == "en" else ())):
            if len(words) > 1 and words not in ALSO_WORDS:
                names.setdefault(words, code)
    longest = sorted(names, key=len, reverse=True)
    body = "|".join(re.escape(words).replace(r"\ ", r"\s") for words in longest)
    border = rf"(?<![A-Za-z])(?:{body})(?![A-Za-z])" if language == "en" else f"(?:{body})"
    return {_key(words): code for words, code in names.items()}, re.compile(border)
