"""Misspelt Korean words: unfit particles, words run together or parted, unknown ones beside known."""

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from policynlp.comparison.parity.units import HANGUL, Chars, expression
from policynlp.languages import table

if TYPE_CHECKING:
    from kiwipiepy import Token

FITS = {"을": True, "를": False, "은": True, "는": False, "과": True, "와": False}
"""Particles by whether the syllable before them has a final consonant."""
OTHER = {"을": "를", "를": "을", "은": "는", "는": "은", "과": "와", "와": "과"}
NOUNS = frozenset({"NNG", "NNP", "XSN"})
SINGLE = frozenset({"NNG", "NNP", "NNB", "VV"})
LISTED = 60
"""Least number of a morpheme in Kiwi's dictionary: below are words that it does not know."""
CLOSED = 28
"""Forms of a syllable with the same beginning: without a final consonant, and with each of 27."""

Found = tuple[Chars, str]


def misspelt(text: str, known: Mapping[str, int]) -> Iterator[Found]:
    """Places of misspelt words and what they should be; ``known`` as ``attested`` gives it."""
    tokens = _read(text)
    for pattern, right in _errors():
        yield from ((found.span(), found.expand(right)) for found in pattern.finditer(text))
    for before, token in itertools.pairwise(tokens):
        found = _parted(text, before, token) or _joined(before, token)
        if found:
            yield found
    for run in HANGUL.finditer(text):
        inside = [token for token in tokens if run.start() <= token.start < run.end()]
        unfit = _unfit(run)
        if unfit:
            yield unfit
        else:
            yield from _unknown(text, inside, known)


def attested(texts: Iterable[str]) -> Mapping[str, int]:
    """How often each noun that the analyser knows stands in texts, and each word that it takes apart."""
    counts: Counter[str] = Counter()
    for text in texts:
        tokens = _read(text)
        counts.update(token.form for token in tokens if token.tag in NOUNS and token.len > 1)
        counts.update(text[slice(*chars)] for chars in _split(tokens))
    return counts


@cache
def _errors() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(wrong), right) for wrong, right in table("ko", "parity")["spelling"]["errors"])


def _end(token: "Token") -> int:
    return int(token.start + token.len)


def _unfit(run: re.Match[str]) -> Found | None:
    """A particle that does not fit the end of the noun before it: 협정를."""
    stem, end = run[0][:-1], run[0][-1]
    if end not in FITS or len(stem) < 2 or ((ord(stem[-1]) - ord("가")) % CLOSED != 0) == FITS[end]:
        return None
    if any(token.tag not in NOUNS or token.id < LISTED for token in _read(stem)) or _whole(run[0]):
        return None
    return run.span(), stem + OTHER[end]


def is_noun(word: str) -> bool:
    """Whether the analyser knows a word as one noun, in front of a particle: 내수 alone reads as 내 수."""
    first = _read(f"{word}의")[0]
    return first.form == word and first.tag in NOUNS and first.id >= LISTED


def _whole(word: str) -> bool:
    """Whether a word that ends like a particle is a noun of its own: 결과."""
    return len(_read(word)) == 1


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
    """Nouns that the analyser does not know, or takes apart into single syllables, one letter beside one that
    it knows and the document (or the list of translations) has."""
    unlisted = [
        (token.start, _end(token))
        for token in tokens
        if token.tag in ("NNG", "NNP") and token.id < LISTED and token.len > 1
    ]
    for chars in (*unlisted, *_split(tokens)):
        word = text[slice(*chars)]
        if (
            known.get(word, 0) > 1
            or word in _listed()
            or expression("ko", "spelling", "label").fullmatch(word)
            or is_noun(word)
        ):
            continue
        near = [one for one in (*known, *_listed()) if one != word and _one_letter(one, word)]
        near = [one for one in near if all(token.id >= LISTED and token.len > 1 for token in _read(one))]
        if near:
            yield chars, max(near, key=lambda one: (known.get(one, 0), one))


def _split(tokens: "Sequence[Token]") -> Iterator[Chars]:
    """Two nouns of a syllable each, written together."""
    for first, second in itertools.pairwise(tokens):
        single = all(token.tag in SINGLE and token.len == 1 for token in (first, second))
        if single and _end(first) == second.start:
            yield first.start, _end(second)


def _listed() -> Mapping[str, object]:
    words: Mapping[str, object] = table("shared", "translations")["words"]
    return words


@cache
def _read(text: str) -> "tuple[Token, ...]":
    from policynlp.languages.ko.kiwi import kiwi

    return tuple(kiwi().tokenize("".join(" " if char.isspace() else char for char in text)))


def _one_letter(one: str, two: str) -> bool:
    """Whether two words differ in one letter (not syllable), or in two that changed places."""
    from rapidfuzz.distance import OSA

    return abs(len(one) - len(two)) <= 1 and OSA.distance(_letters(one), _letters(two), score_cutoff=1) == 1


@cache
def _letters(word: str) -> str:
    return unicodedata.normalize("NFD", word)
