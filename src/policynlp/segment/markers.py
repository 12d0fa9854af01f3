"""Numbers and bullets: what is printed, which list it can belong to, and how it counts."""

import re
from dataclasses import dataclass

from policynlp.segment.tables import Style, bullets, styles

_HANGUL = "가나다라마바사아자차카타파하거너더러머버서어"
_CONSONANTS = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_POSSIBLE = re.compile(r"\(?[^\W_]{1,6}[.)]|\d|[^\w\s]|[\u2150-\u218f\u2460-\u24ff\u3200-\u32ff]")
"""What every number starts with: a quick no for most lines."""
_MOST = 150
"""Highest list number; beyond it a number with a dot is a year, a page or an amount."""


@dataclass(frozen=True, slots=True)
class Marker:
    """One number or bullet at the start of a line."""

    text: str
    """As printed: ``(a)``, ``1.``, ``①``."""
    start: int
    """Its first character in the document."""
    end: int
    """One past its last, white space after it left out."""
    readings: tuple[tuple[str, int], ...]
    """Styles it can belong to with its value in each, likeliest first: (i) is roman 1 or the ninth letter."""

    @property
    def style(self) -> str:
        """The likeliest style."""
        return self.readings[0][0]

    @property
    def value(self) -> int:
        """Its value in that style; 0 for bullets."""
        return self.readings[0][1]

    @property
    def bullet(self) -> bool:
        """True for marks that do not count."""
        return self.style.startswith("bullet")


def marker_at(text: str, start: int, end: int) -> Marker | None:
    """The number or bullet that stands at ``start``, if any."""
    readings: list[tuple[str, int]] = []
    size = 0
    if not _POSSIBLE.match(text, start, end):
        return _bullet(text, start, end)
    for style in styles():
        match = style.pattern.match(text, start, end)
        if match and (not readings or match.end() == size):
            value = count(style, match[1])
            if value:
                readings.append((style.name, value))
                size = match.end()
    if readings:
        return Marker(text[start:size].strip(), start, size, tuple(readings))
    return _bullet(text, start, end)


def _bullet(text: str, start: int, end: int) -> Marker | None:
    mark = text[start : start + 1]
    known = bullets()
    spaced = start + 1 < end and text[start + 1] == " "
    if start + 1 >= end or not mark:
        return None
    attached = mark in known["dashes"] and text[start + 1].isalpha()
    if not (mark in known["marks"] or attached or (spaced and mark in known["spaced"])):
        return None
    if mark == "*" and not spaced:
        return None
    style = "bullet-" + ("-" if mark in known["dashes"] else mark)
    return Marker(mark, start, start + 1, ((style, 0),))


def count(style: Style, text: str) -> int:
    """The value of a number in a style; 0 where it has none."""
    match style.counts:
        case "arabic":
            value = int(text)
        case "decimal":
            value = int(text.split(".")[-1])
        case "roman":
            value = roman(text)
        case "letter":
            value = ord(text[0].lower()) - 96 + 26 * (len(text) - 1)
        case "hangul":
            value = _HANGUL.index(text) + 1
        case "consonant":
            value = _CONSONANTS.find(text) + 1
        case "circled":
            value = _circled(ord(text))
        case "letter-circled":
            value = ord(text) - 0x24D0 + 1
        case _:
            value = ord(text) - 0x326E + 1
    return value if value <= _MOST else 0


def _circled(code: int) -> int:
    for first, last, value in ((0x2460, 0x2473, 1), (0x3251, 0x325F, 21), (0x32B1, 0x32BF, 36)):
        if first <= code <= last:
            return code - first + value
    return 0


def roman(text: str) -> int:
    """Value of a Roman number in canonical form (letters or the signs Ⅰ, Ⅱ …); 0 for anything else."""
    if len(text) == 1 and "\u2160" <= text <= "\u217b":
        return (ord(text) - 0x2160) % 16 + 1
    values = [_ROMAN.get(letter, 0) for letter in text.lower()]
    if not all(values):
        return 0
    total = sum(
        -here if here < following else here for here, following in zip(values, [*values[1:], 0], strict=True)
    )
    return total if written(total) == text.lower() else 0


def written(value: int) -> str:
    """A number below 200 in lower-case Roman letters."""
    result = ""
    for size, sign in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        while value >= size:
            result, value = result + sign, value - size
    return result
