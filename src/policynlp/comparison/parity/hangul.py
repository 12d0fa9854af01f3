"""Misspelt Korean words: unfit particles, words run together or parted, unknown ones beside known."""

import itertools
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from policynlp.comparison.parity.units import HANGUL, Chars

if TYPE_CHECKING:
    from kiwipiepy import Token

FITS = {"을": True, "를": False, "은": True, "는": False, "과": True, "와": False}
"""Particles by whether the syllable before them has a final consonant."""
OTHER = {"을": "를", "를": "을", "은": "는", "는": "은", "과": "와", "와": "과"}
PARTICLES = frozenset({"JKO", "JX", "JC", "JKB", "JKS", "JKG"})
NOUNS = frozenset({"NNG", "NNP", "XSN"})
CLOSED = 28
"""Forms of a syllable with the same beginning: without a final consonant, and with each of 27."""

Found = tuple[Chars, str]


def misspelt(text: str, known: Mapping[str, int]) -> Iterator[Found]:
    """Places of misspelt words and what they should be; ``known`` counts those of the document."""
    from policynlp.languages.ko.kiwi import kiwi

    tokens = kiwi().tokenize("".join(" " if char.isspace() else char for char in text))
    for before, token in itertools.pairwise(tokens):
        found = _unfit(text, before, token) or _parted(text, before, token) or _joined(before, token)
        if found:
            yield found
    yield from _unknown(text, tokens, known)


def _end(token: "Token") -> int:
    return int(token.start + token.len)


def _unfit(text: str, before: "Token", token: "Token") -> Found | None:
    """A particle that does not fit the end of the noun before it: 협정를."""
    if token.tag not in PARTICLES or token.form not in FITS or before.tag not in NOUNS:
        return None
    last = text[_end(before) - 1]
    if _end(before) != token.start or token.len != 1 or not "가" <= last <= "힣":
        return None
    if ((ord(last) - ord("가")) % CLOSED != 0) == FITS[token.form]:
        return None
    return (before.start, _end(token)), text[before.start : _end(before)] + OTHER[token.form]


def _parted(text: str, before: "Token", token: "Token") -> Found | None:
    """A particle with a space before it: 협정 을."""
    if token.tag not in ("JKO", "JX", "JKG") or before.tag not in NOUNS or token.form not in (*FITS, "의"):
        return None
    if text[_end(before) : token.start] != " " or text[_end(token) : _end(token) + 1] not in (" ", ",", ""):
        return None
    return (before.start, _end(token)), text[before.start : _end(before)] + token.form


def _joined(before: "Token", token: "Token") -> Found | None:
    """A noun right behind an object's particle: 협정을체결한다."""
    if before.tag != "JKO" or token.tag not in NOUNS or _end(before) != token.start or token.len < 2:
        return None
    return (before.start, _end(token)), f"{before.form} {token.form}"


def _unknown(text: str, tokens: "Sequence[Token]", known: Mapping[str, int]) -> Iterator[Found]:
    """Words that the analyser does not know, one letter beside a word of the document that it knows."""
    for found in HANGUL.finditer(text):
        inside = [token for token in tokens if found.start() <= token.start < found.end()]
        if len(found[0]) < 2 or known.get(found[0], 0) > 1 or not _strange(inside):
            continue
        near = [word for word in known if word != found[0] and _one_letter(word, found[0])]
        near = [word for word in near if not _strange(_read(word))]
        if near:
            yield found.span(), max(near, key=lambda word: (known[word], word))


def _strange(tokens: "Sequence[Token]") -> bool:
    """Whether the analyser does not know a noun of two syllables or more, or takes a word apart into single
    ones."""
    single = [token for token in tokens if token.tag in ("NNG", "NNP", "VV") and token.len == 1]
    unknown = [t for t in tokens if t.tag in ("NNG", "NNP") and t.id < 0 and t.len > 1]
    return bool(unknown) or len(single) > 1


@cache
def _read(word: str) -> "tuple[Token, ...]":
    from policynlp.languages.ko.kiwi import kiwi

    return tuple(kiwi().tokenize(word))


def _one_letter(one: str, two: str) -> bool:
    """Whether two words differ in one letter (not syllable), or in two that changed places."""
    from rapidfuzz.distance import OSA

    return abs(len(one) - len(two)) <= 1 and OSA.distance(_letters(one), _letters(two), score_cutoff=1) <= 1


@cache
def _letters(word: str) -> str:
    return unicodedata.normalize("NFD", word)
