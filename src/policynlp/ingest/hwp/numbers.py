"""Automatic numbers of Hangul documents: styles, templates and counting.

Styles are those of the HWP 5 specification's table of number shapes and of OWPML's ``NumberType2``.
"""

import re
from collections.abc import Sequence

from policynlp.ingest.hwp.model import Level

STYLES = (
    "DIGIT",
    "CIRCLED_DIGIT",
    "ROMAN_CAPITAL",
    "ROMAN_SMALL",
    "LATIN_CAPITAL",
    "LATIN_SMALL",
    "CIRCLED_LATIN_CAPITAL",
    "CIRCLED_LATIN_SMALL",
    "HANGUL_SYLLABLE",
    "CIRCLED_HANGUL_SYLLABLE",
    "HANGUL_JAMO",
    "CIRCLED_HANGUL_JAMO",
    "HANGUL_PHONETIC",
    "IDEOGRAPH",
    "CIRCLED_IDEOGRAPH",
    "DECAGON_CIRCLE",
    "DECAGON_CIRCLE_HANJA",
)
"""Names by the codes of HWP 5."""
_INITIALS = (0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18)
"""Places of ㄱ ㄴ ㄷ … ㅎ among the initials of Unicode's syllables, the doubled ones left out."""
_VOWELS = (0, 4, 8, 13, 18, 20)
"""ㅏ ㅓ ㅗ ㅜ ㅡ ㅣ: after 하 comes 거, after 허 comes 고, as in the items of Korean statutes."""
_JAMO = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_STEMS = "갑을병정무기경신임계"
_STEMS_HANJA = "甲乙丙丁戊己庚辛壬癸"
_DIGITS = {"HANGUL_PHONETIC": "일이삼사오육칠팔구십", "IDEOGRAPH": "一二三四五六七八九十"}
_ROMAN = {
    1000: "M", 900: "CM", 500: "D", 400: "CD", 100: "C", 90: "XC", 50: "L", 40: "XL",
    10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I",
}  # fmt: skip
_CODE = re.compile(r"\^([1-9nN])")


def number(value: int, style: str) -> str:
    """The number as printed: 3 is ``3``, ``③``, ``III``, ``다`` …; in figures where its style ends."""
    return (_printed(value, style) if value > 0 else "") or str(value)


def _printed(value: int, style: str) -> str:
    if style.startswith("ROMAN"):
        roman = _roman(value)
        return roman if style == "ROMAN_CAPITAL" else roman.lower()
    if style == "HANGUL_SYLLABLE":
        return _syllable(value)
    if style in ("HANGUL_PHONETIC", "IDEOGRAPH", "HANJA_DIGIT"):
        return _spelled(value, _DIGITS["HANGUL_PHONETIC" if style == "HANGUL_PHONETIC" else "IDEOGRAPH"])
    row = _ROWS.get(style, "")
    return row[value - 1] if value <= len(row) else ""


def _run(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


_ROWS = {
    "CIRCLED_DIGIT": _run(0x2460, 0x2473) + _run(0x3251, 0x325F) + _run(0x32B1, 0x32BF),
    "LATIN_CAPITAL": _run(0x41, 0x5A),
    "LATIN_SMALL": _run(0x61, 0x7A),
    "CIRCLED_LATIN_CAPITAL": _run(0x24B6, 0x24CF),
    "CIRCLED_LATIN_SMALL": _run(0x24D0, 0x24E9),
    "CIRCLED_HANGUL_SYLLABLE": _run(0x326E, 0x327B),
    "HANGUL_JAMO": _JAMO,
    "CIRCLED_HANGUL_JAMO": _run(0x3260, 0x326D),
    "CIRCLED_IDEOGRAPH": _run(0x3280, 0x3289),
    "DECAGON_CIRCLE": _STEMS,
    "DECAGON_CIRCLE_HANJA": _STEMS_HANJA,
}


def _roman(value: int) -> str:
    if value > 3999:
        return ""
    found = ""
    for size, letters in _ROMAN.items():
        found += letters * (value // size)
        value %= size
    return found


def _syllable(value: int) -> str:
    """가 … 하, 거 … 허, 고 … 호."""
    row, place = divmod(value - 1, len(_INITIALS))
    if row >= len(_VOWELS):
        return ""
    return chr(0xAC00 + (_INITIALS[place] * 21 + _VOWELS[row]) * 28)


def _spelled(value: int, digits: str) -> str:
    if value > 99:
        return ""
    tens, ones = divmod(value, 10)
    many = digits[tens - 1] if tens > 1 else ""
    return many + (digits[9] if tens else "") + (digits[ones - 1] if ones else "")


class Counter:
    """Numbers of the lists of a document; paragraphs of one numbering count on wherever they stand."""

    def __init__(self) -> None:
        self._counts: dict[int, list[int]] = {}

    def label(self, numbering: int, levels: Sequence[Level], depth: int) -> str:
        """Count the next paragraph at ``depth`` (from 0) and give its label; empty where it has no template.

        A level that was skipped counts as begun: ``4.1.1.1.`` under ``4.`` is followed by ``4.1.2.``.
        """
        if not 0 <= depth < len(levels):
            return ""
        counts = self._counts.setdefault(numbering, [])
        if len(counts) > depth:
            del counts[depth + 1 :]
            counts[depth] += 1
        else:
            counts += [level.start for level in levels[len(counts) : depth + 1]]

        found = [number(count, level.style) for count, level in zip(counts, levels, strict=False)]

        def printed(match: re.Match[str]) -> str:
            if match[1] in "nN":
                return ".".join(found) + ("." if match[1] == "N" else "")
            return found[int(match[1]) - 1] if int(match[1]) <= len(found) else ""

        return _CODE.sub(printed, levels[depth].template).strip()
