"""Whether a Korean word spells an English one by sound: 프레임워크 and framework, 인프라 and
infrastructure."""

import re
import unicodedata
from functools import cache

from policynlp.languages import table

MINIMUM = 0.7
"""Similarity of the consonants from which two words count as one; chosen by eye on the bracketed glosses of
five Korean articles."""


def spelled_alike(korean: str, english: str) -> bool:
    """Whether ``korean`` is ``english`` (or its beginning, as clippings are) written in Hangul, or the
    same letters."""
    if korean.casefold() == english.casefold():
        return True
    if not re.search("[가-힣]", korean) or not re.search("[A-Za-z]", english):
        return False
    heard, written = hangul_consonants(korean), english_consonants(english.lower())
    if not heard or not written or heard[0] != written[0]:
        return _vowel_start(korean, english) and _close(heard, written)
    return _close(heard, written)


def _vowel_start(korean: str, english: str) -> bool:
    """Whether both begin with a vowel, where the first consonants may stand apart."""
    return english[:1].lower() in "aeiou" and unicodedata.normalize("NFD", korean)[0] == "\u110b"


def _close(heard: str, written: str) -> bool:
    """Whether the consonants agree, also with the beginning of a longer English word."""
    from rapidfuzz.distance import Indel

    if len(heard) < 2 or len(written) < 2:
        return heard == written
    whole = Indel.normalized_similarity(heard, written)
    clipped = Indel.normalized_similarity(heard, written[: len(heard)]) if len(heard) >= 3 else 0.0
    return max(whole, clipped) >= MINIMUM


@cache
def hangul_consonants(word: str) -> str:
    """The consonants that a Hangul word sounds, doubled ones once."""
    rows = table("ko", "glossary")
    heard = ""
    for syllable in word:
        if "가" <= syllable <= "힣":
            number = ord(syllable) - 0xAC00
            heard += rows["initial"]["ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"[number // 588]]
            heard += rows["final"].get(
                " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"[number % 28], ""
            )
    return re.sub(r"(.)\1+", r"\1", heard)


def english_consonants(word: str) -> str:
    """The consonants of an English word in the sounds that Hangul tells apart."""
    for row in table("ko", "glossary")["spelling"]:
        word = word.replace(row["from"], row["to"])
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^a-z]|[aeiouyw]", "", word))
