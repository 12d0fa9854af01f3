"""Names as they sound: Hangul against Latin letters, by consonants alone.

Korean writes foreign names by ear (Minnesota, 미네소타): vowels and voicing vary with the writer, the order
of consonants hardly does. Each word becomes a string of consonant classes, ``mnst`` for both.
"""

import re
from itertools import groupby

SHORTEST = 3
"""Consonants that a name must have: shorter strings meet by chance."""
PARTICLE = 3
"""Consonants that a Korean word may have after the name: particles and titles of up to two syllables."""

NAME = re.compile(r"\b[A-Z][A-Za-z]{2,}")
HANGUL = re.compile(r"[가-힣]{2,}")
FIRST_SYLLABLE = ord("가")

INITIALS = "kknttlmppss-jjjktp-"
"""Class of each initial consonant of a syllable, in Unicode order from ㄱ to ㅎ; - is silent."""
FINALS = "-kkknnntllllllllmppttnttktp-"
"""Class of each final consonant, in Unicode order from none to ㅎ."""

LATIN = (
    (re.compile(r"[cs]h|tch"), "j"),
    (re.compile(r"ph|[bfvp]"), "p"),
    (re.compile(r"c(?=[eiy])|th"), "s"),
    (re.compile(r"ck|[cgkq]"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"[dt]"), "t"),
    (re.compile(r"z"), "j"),
    (re.compile(r"r(?![aeiouy])|[aeiouywh]"), ""),
    (re.compile(r"r"), "l"),
)
"""Latin letters to the same classes, in this order; an r that no vowel follows is not written in Korean."""


def sounds(text: str) -> list[str]:
    """Consonant strings of the names in a text: of capitalised Latin words, and of every beginning of a
    Hangul word that a particle may follow."""
    out = [skeleton for skeleton in map(latin_sound, NAME.findall(text)) if len(skeleton) >= SHORTEST]
    for word in HANGUL.findall(text):
        skeleton = hangul_sound(word)
        shortest = max(SHORTEST, len(skeleton) - PARTICLE)
        out += [skeleton[:size] for size in range(shortest, len(skeleton) + 1)]
    return out


def latin_sound(word: str) -> str:
    """Consonant classes of a Latin word: ``Minnesota`` is ``mnst``."""
    lowered = word.lower()
    for pattern, sound in LATIN:
        lowered = pattern.sub(sound, lowered)
    return _once(lowered)


def hangul_sound(word: str) -> str:
    """Consonant classes of a Hangul word: ``미네소타`` is ``mnst``."""
    out = ""
    for syllable in word:
        code = ord(syllable) - FIRST_SYLLABLE
        out += INITIALS[code // 588] + FINALS[code % 28]
    return _once(out.replace("-", ""))


def _once(sound: str) -> str:
    """Doubled consonants once."""
    return "".join(letter for letter, _ in groupby(sound))
