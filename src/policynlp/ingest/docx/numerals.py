"""Numbers in the formats that Word numbers paragraphs with (ST_NumberFormat of ECMA-376, part 1, 17.18.59).

A list of characters that is used up starts again with each character doubled: z is followed by aa.
"""

from collections.abc import Callable
from functools import partial

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_GANADA = "가나다라마바사아자차카타파하"
_CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_HANGUL_DIGITS = "영일이삼사오육칠팔구"
_HANGUL_UNITS = ("", "십", "백", "천")
_HANJA_DIGITS = "〇一二三四五六七八九"
_HANJA_UNITS = ("", "十", "百", "千")
_HANJA_LEGAL = "零壹貳參四五六七八九"
_HANJA_LEGAL_UNITS = ("", "拾", "百", "千")
_NATIVE = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")
_NATIVE_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CHICAGO = "*†‡§"


def numeral(value: int, format: str) -> str:
    """``value`` as Word prints it; a format that is not known counts in decimal."""
    printed = _FORMATS.get(format, str)
    return printed(value) if value > 0 or printed in (_none, _zero_padded) else str(value)


def _none(value: int) -> str:
    return ""


def _zero_padded(value: int) -> str:
    return f"{value:02d}"


def _roman(value: int) -> str:
    found = ""
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        found += letters * min(count, 30)
    return found


def _repeated(characters: str, value: int) -> str:
    times, place = divmod(value - 1, len(characters))
    return characters[place] * min(times + 1, 30)


def _series(first: str, count: int, value: int) -> str:
    """Characters that Unicode has for 1 to ``count``; decimal above."""
    return chr(ord(first) + value - 1) if value <= count else str(value)


def _digits(digits: str, value: int) -> str:
    return "".join(digits[int(digit)] for digit in str(value))


def _counted(digits: str, units: tuple[str, ...], value: int) -> str:
    """Thousands down to ones; a one before ten, hundred and thousand is not said."""
    if value >= 10_000:
        return str(value)
    found = ""
    for place, digit in enumerate(reversed(str(value))):
        said = "" if digit == "1" and place else digits[int(digit)]
        found = (said + units[place] if digit != "0" else "") + found
    return found


def _native(value: int) -> str:
    """Native Korean counting words reach to 99."""
    tens, ones = divmod(value, 10)
    return _NATIVE_TENS[tens] + _NATIVE[ones] if value < 100 else str(value)


def _cardinal(value: int) -> str:
    if value < 20:
        return _ONES[value]
    tens, ones = divmod(value, 10)
    if value < 100:
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    hundreds, rest = divmod(value, 100)
    if hundreds > 9:
        return str(value)
    return f"{_ONES[hundreds]} hundred" + (f" {_cardinal(rest)}" if rest else "")


def _ordinal_word(value: int) -> str:
    head, dash, last = _cardinal(value).rpartition("-")
    regular = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return head + dash + _ORDINALS.get(last, regular)


def _ordinal(value: int) -> str:
    last = "" if 10 < value % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "")
    return f"{value}{last or 'th'}"


def _title(word: Callable[[int], str], value: int) -> str:
    return word(value).capitalize()


def _dashed(value: int) -> str:
    return f"- {value} -"


def _hexadecimal(value: int) -> str:
    return f"{value:X}"


_HANJA = partial(_counted, _HANJA_DIGITS, _HANJA_UNITS)
_FORMATS: dict[str, Callable[[int], str]] = {
    "none": _none,
    "bullet": _none,
    "decimalZero": _zero_padded,
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": partial(_repeated, _LATIN),
    "lowerLetter": partial(_repeated, _LATIN.lower()),
    "ordinal": _ordinal,
    "cardinalText": partial(_title, _cardinal),
    "ordinalText": partial(_title, _ordinal_word),
    "hex": _hexadecimal,
    "chicago": partial(_repeated, _CHICAGO),
    "numberInDash": _dashed,
    "ganada": partial(_repeated, _GANADA),
    "chosung": partial(_repeated, _CHOSUNG),
    "koreanDigital": partial(_digits, _HANGUL_DIGITS),
    "koreanDigital2": partial(_digits, _HANJA_DIGITS),
    "koreanCounting": partial(_counted, _HANGUL_DIGITS, _HANGUL_UNITS),
    "koreanLegal": _native,
    "decimalEnclosedCircle": partial(_series, "①", 20),
    "decimalEnclosedCircleChinese": partial(_series, "①", 20),
    "decimalEnclosedParen": partial(_series, "⑴", 20),
    "decimalEnclosedFullstop": partial(_series, "⒈", 20),
    "ideographEnclosedCircle": partial(_series, "㊀", 10),
    "ideographDigital": partial(_digits, _HANJA_DIGITS),
    "japaneseDigitalTenThousand": partial(_digits, _HANJA_DIGITS),
    "taiwaneseDigital": partial(_digits, _HANJA_DIGITS),
    "japaneseCounting": _HANJA,
    "chineseCounting": _HANJA,
    "chineseCountingThousand": _HANJA,
    "taiwaneseCounting": _HANJA,
    "taiwaneseCountingThousand": _HANJA,
    "japaneseLegal": partial(_counted, _HANJA_LEGAL, _HANJA_LEGAL_UNITS),
    "ideographTraditional": partial(_repeated, _STEMS),
    "ideographZodiac": partial(_repeated, _BRANCHES),
}
