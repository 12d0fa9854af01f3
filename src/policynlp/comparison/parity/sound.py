"""Names in two scripts: whether a Hangul word and a Latin one sound alike (경주, Gyeongju)."""

import re
from functools import cache

from policynlp.comparison.parity.units import ENGLISH, Worded

LEADS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu",
    "eu", "ui", "i",
)  # fmt: skip
TAILS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t",
    "ng", "t", "t", "k", "t", "p", "t",
)  # fmt: skip
"""Revised Romanization of Korean (2000), letter by letter."""
SAME = 0.62
"""Least likeness (0 to 1) of two skeletons of consonants and vowels that stand for one name."""
SHORTEST = 2
"""Consonants that a name needs to be judged by its sound."""


def romanised(text: str) -> str:
    """Hangul in Latin letters, other letters as they are."""
    return "".join(_syllable(char) if "가" <= char <= "힣" else char.lower() for char in text)


def _syllable(char: str) -> str:
    code = ord(char) - 0xAC00
    return LEADS[code // 588] + VOWELS[code % 588 // 28] + TAILS[code % 28]


SOUNDS = (
    (re.compile(r"ck|kk|[gkqc](?![h])|ch(?=[lr])"), "k"), (re.compile(r"ph|f|v|pp|[bp]"), "p"),
    (re.compile(r"tt|th|[dt]"), "t"), (re.compile(r"sh|ss|ts|tch|ch|jj|[szjx]"), "s"),
    (re.compile(r"l+|r+"), "l"), (re.compile(r"[wh]"), ""), (re.compile(r"[aeiouy]+"), ""),
)  # fmt: skip
"""Sounds that Korean does not keep apart, or writes with help vowels."""


@cache
def skeleton(word: str) -> str:
    """The consonants of a word, those that Korean does not keep apart alike."""
    letters = re.sub(r"[^a-z]", "", romanised(word))
    for pattern, same in SOUNDS:
        letters = pattern.sub(same, letters)
    return re.sub(r"(.)\1+", r"\1", letters)


def likeness(korean: str, latin: str) -> float:
    """0 to 1: how alike two names sound, by the edits between their consonants."""
    from rapidfuzz.distance import Levenshtein

    one, two = skeleton(korean), skeleton(latin)
    if min(len(one), len(two)) < SHORTEST:
        return 0.0
    return float(Levenshtein.normalized_similarity(one, two))


def alike(word: str, other: Worded) -> bool:
    """Whether a word of one script is how a word of a text in the other sounds."""
    hangul = any("가" <= char <= "힣" for char in word)
    if hangul == (other.language == "ko"):
        return word.lower() in other.text.lower()
    names = [found[0] for found in ENGLISH.finditer(other.text)] if hangul else [u.text for u in other.units]
    if not hangul and word.lower() in other.text.lower():
        return True
    return any(likeness(word, name) >= SAME for name in names)
