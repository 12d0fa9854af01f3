"""How much room a text takes."""

from math import ceil
from unicodedata import east_asian_width


def width(text: str) -> int:
    """How many letters' room a text takes: a Hangul syllable takes that of two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def lines(text: str, room: int) -> int:
    """How many lines of ``room`` letters a text takes, about: words that do not fit leave some room."""
    return sum(max(1, ceil(1.1 * width(line) / room)) for line in text.split("\n"))
