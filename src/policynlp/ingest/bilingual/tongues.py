"""Which language a stretch of text is in, told by script and, among Latin ones, by the commonest words.

Cheap on purpose: a document is asked once, and one of a single language goes no further.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from policynlp.languages import table

UNKNOWN_LATIN = "latin"
"""Stands for a Latin stretch too short to tell (a name): it goes with the Latin language around it."""
LEAST_SHARE = 0.15
"""Least weight of a second language, against the first, in a document with versions.

English annexed to or quoted in Korean treaties stays below .10 in 1,009 of 1,010 files (names, addresses,
abbreviations); a table with an English summary has .2 up, translations .7 to 1.4."""
_HANGUL_SHARE = 0.3
"""Least share of Hangul, by weight, of a Korean stretch: Korean policy texts are full of English glosses."""
_SUSPECT_SHARE = 0.08
"""The same in a sample, which must not miss one that has more."""
_STRETCHES, _STRETCH = 40, 500
"""Number and length, in characters, of the stretches of a sample."""
_LEAST = 1.5
"""Weight under which a stretch is in no language: numbers, marks, one letter."""


@cache
def _scripts() -> tuple[tuple[str, str, float, re.Pattern[str]], ...]:
    """Name, language, weight and pattern of one letter of each script."""
    rows = table("shared", "scripts")["script"]
    return tuple(
        (row["name"], row["language"], row["weight"], re.compile(f"[{row['letters']}]")) for row in rows
    )


@cache
def _common() -> tuple[re.Pattern[str], Mapping[str, tuple[str, ...]]]:
    """Every common word of the Latin languages, and the languages of each."""
    words: dict[str, list[str]] = {}
    for code, own in table("shared", "scripts")["latin"].items():
        for word in own:
            words.setdefault(word, []).append(code)
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words), reverse=True))})\b", re.IGNORECASE)
    return pattern, {word: tuple(codes) for word, codes in words.items()}


def weights(text: str) -> dict[str, float]:
    """Weight of each script in a text, by the script's name; scripts without a letter are left out."""
    if text.isascii():
        size = len(_scripts()[3][3].findall(text)) * _scripts()[3][2]
        return {"latin": size} if size else {}
    counts = {name: len(letter.findall(text)) * weight for name, _, weight, letter in _scripts()}
    return {name: size for name, size in counts.items() if size}


def weight(text: str) -> float:
    """How much a text says, in Hangul syllables or what amounts to one."""
    return sum(weights(text).values())


def tongue(text: str) -> str:
    """Code of the language of a stretch; UNKNOWN_LATIN for a few Latin words, "" for no words at all."""
    found = weights(text)
    total = sum(found.values())
    if total < _LEAST:
        return ""
    hangul = found.get("hangul", 0)
    if hangul and hangul + found.get("han", 0) >= _HANGUL_SHARE * total:
        return "ko"
    if found.get("kana", 0) + found.get("han", 0) >= _HANGUL_SHARE * total and found.get("kana"):
        return "ja"
    name = max(found, key=lambda name: (found[name], name))
    language = next(code for script, code, _, _ in _scripts() if script == name)
    return language or latin(text)


def latin(text: str) -> str:
    """Latin language with the most common words; UNKNOWN_LATIN where none leads."""
    ranked = _latin_counts(text).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return UNKNOWN_LATIN
    return ranked[0][0]


def _latin_counts(text: str) -> Counter[str]:
    pattern, languages = _common()
    words = Counter(word.lower() for word in pattern.findall(text))
    counts: Counter[str] = Counter()
    for word, times in words.items():
        for code in languages[word]:
            counts[code] += times
    return counts


def may_hold_two(text: str) -> bool:
    """The cheap test, on a sample: a second script, or common words of a second Latin language."""
    sample = _sample(text)
    found = sorted(weights(sample).items(), key=lambda item: -item[1])
    if len(found) > 1 and found[1][1] >= _SUSPECT_SHARE * found[0][1]:
        return True
    if not found or found[0][0] != "latin":
        return False
    ranked = _latin_counts(sample).most_common(2)
    return len(ranked) > 1 and ranked[1][1] >= _SUSPECT_SHARE * ranked[0][1]


def _sample(text: str) -> str:
    """Stretches from all over a long text."""
    if len(text) <= _STRETCHES * _STRETCH:
        return text
    step = (len(text) - _STRETCH) / (_STRETCHES - 1)
    starts = (int(number * step) for number in range(_STRETCHES))
    return " ".join(text[start : start + _STRETCH] for start in starts)
