"""Characters and lines put in order: NFC, one sort of space, nothing invisible, no page furniture.

Never NFKC: it turns ① into 1 and ㆍ into another letter. Quotation marks stay as they are.
"""

import itertools
import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Sequence

from policynlp.ingest.traced import Traced

_NEWLINES = re.compile(r"\r\n|\r|[\x0b\x85\u2028]")
_PAGE_BREAK = re.compile(r"\n?[\x0c\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
_BLANK = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACES = re.compile(f"[{_BLANK}][ {_BLANK}]*| [ {_BLANK}]+")
"""Any sort of space but a single plain one, which is nearly all of them and stays as it is."""
_WHITE = re.compile(r"[^\S ]\s*| \s+")
_WORDLESS = re.compile(r"[\W_]*")
_PAGE_NUMBER = re.compile(
    r"(?:[-–—·<\[(] ?)?(?:page |p\. ?)?\d{1,4}(?: ?[-–—·>\])]| ?(?:/|of) ?\d{1,4})?", re.IGNORECASE
)
OPENER = re.compile(
    r"(?:\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivxlIVXL]{1,5}|[가나다라마바사아자차카타파하])[.)]|[①-⑳㉠-㉻ⓐ-ⓩⅠ-ⅿ]"
    r"|[-–—•▲●○◦□■◆▶※*·ㅇ⊙] |제 ?[0-9]+ ?[조장절편관]|부속서|별표|[0-9]+(?:\.[0-9]+)+|\[/?[가-힣]+\]"
    r"|(?:ARTICLE|Article|CHAPTER|Chapter|SECTION|Section|ANNEX|Annex|PART|Part) [0-9IVXA-Z]+\b)"
)
"""What opens a line of its own: it never continues the line before, and is never page furniture."""
_DIGITS = re.compile(r"\d+")
_FURNITURE_LENGTH = 90
"""Most characters of a running header or footer."""
_FURNITURE_PAGES = 3
"""Least number of pages that a running header or footer stands on."""


def normalise(text: Traced) -> Traced:
    """Newlines, composed characters, spaces, and nothing that cannot be seen; line ends stay."""
    text = text.sub(_NEWLINES, "\n").sub(_PAGE_BREAK, "\n\f")
    return composed(text.sub(_INVISIBLE, "")).sub(_SPACES, " ")


def composed(text: Traced) -> Traced:
    """Unicode NFC; a character composed of several comes from the place of the first."""
    if unicodedata.is_normalized("NFC", text.text):
        return text
    pieces: list[str] = []
    places: array[int] = array("q")
    start, size = 0, len(text.text)
    while start < size:
        end = start + 1
        while end < size and _combines(text.text[end]):
            end += 1
        cluster = unicodedata.normalize("NFC", text.text[start:end])
        pieces.append(cluster)
        same = len(cluster) == end - start
        places.extend(text.at[start:end] if same else [text.at[start]] * len(cluster))
        start = end
    return Traced("".join(pieces), places)


def _combines(character: str) -> bool:
    """Marks, and the vowels and finals of decomposed Hangul."""
    return "\u1161" <= character <= "\u11ff" or unicodedata.category(character)[0] == "M"


def flattened(text: Traced) -> Traced:
    """All white space, line ends included, as single spaces (for formats where line ends mean nothing)."""
    return text.sub(_WHITE, " ").strip()


def wordless(line: str) -> bool:
    """True for rules, frames and stray punctuation: no letter, no digit."""
    return _WORDLESS.fullmatch(line) is not None


def without_furniture(lines: Sequence[Traced]) -> list[Traced]:
    """The lines without page numbers on a line of their own and without running headers and footers.

    A header or footer is a short line that stands first or last on at least three pages (a form feed starts a
    page), numbers aside, or that has a bare page number for a neighbour at least three times.
    """
    furniture = _running(lines)
    kept = []
    for line in lines:
        line = line.sub(_EDGES, "")
        bare = line.text.strip()
        if bare and (is_page_number(bare) or _key(bare) in furniture):
            continue
        kept.append(line if bare else line.cut(0, 0))
    return kept


_EDGES = re.compile("^ +|\f *")


def is_page_number(line: str) -> bool:
    """``- 3 -``, ``3 / 12``, ``Page 3``; a number with nothing round it is one only among its like."""
    return not line.isdigit() and not line.endswith((")", "]")) and _PAGE_NUMBER.fullmatch(line) is not None


def _key(line: str) -> str:
    return _DIGITS.sub("#", line.strip())


def _running(lines: Sequence[Traced]) -> frozenset[str]:
    """Keys of the lines that run along page edges."""
    texts = [line.text.strip(" \f") for line in lines]
    breaks = {index for index, line in enumerate(lines) if "\f" in line.text}
    full = [index for index, text in enumerate(texts) if text]
    edges: set[int] = set()
    for before, here in itertools.pairwise(full):
        page_ends = any(index in breaks for index in range(before + 1, here + 1))
        edges |= {before} if page_ends or is_page_number(texts[here]) else set()
        edges |= {here} if page_ends or is_page_number(texts[before]) else set()
    keys = Counter(_key(texts[index]) for index in edges if not OPENER.match(texts[index]))
    return frozenset(
        key for key, count in keys.items() if count >= _FURNITURE_PAGES and len(key) <= _FURNITURE_LENGTH
    )
