"""The lines of a page's text, each with its place; runs once for every line, so calls are counted."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from policynlp.ingest.pdf.glyphs import Glyphs
from policynlp.ingest.pdf.line import Line

_LINE = re.compile("([^\r\n\ufffe]+)(\ufffe?)")
_SPACED = re.compile(
    r" (?:(?<=[가-힣] )(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%)\]] )(?=[가-힣])"
    r"|(?=[)\]},.;:’”」』])|(?<=[(\[{‘“「『] ))"
)
"""Spaces that a gap between two fonts looks like: Korean beside Latin, and inside brackets."""
_BETWEEN = re.compile(r" (?<=[A-Za-z가-힣,] )(?=[a-z가-힣])")
"""Spaces that are none of those, mostly."""
_WORD_GAP = 0.3
"""Share of the font's height that a gap between two words has at least; between two fonts it is less.

Word processors set a fifth or a quarter between Hangul and Latin letters, .36 where they left out a space."""
_CALL = re.compile(
    r"[\d*†‡§¹²³⁴-⁹](?:(?<=[^\s\d(\[/+–-].)|(?<=[.,] .))(?:(?<=\d)\d{0,2}\)?|[*†‡§¹²³⁴-⁹]{0,2})(?![\w*†‡])"
)
"""What the call of a footnote can be; only what is raised is one."""
_SMALL = 0.85
"""A raised character is at most so high, against its line."""
_HIGH = 0.12
"""It stands so much of the line's height above the baseline."""
_REAL_SPACES = 12
"""Spaces of a page that are looked at to see whether the file has spaces at all."""


def text_lines(glyphs: Glyphs, text: str, number: int, start: int) -> list[Line]:
    """Lines with words in them; ``start`` is the offset of the page's text in the source.

    The look of a line is that of the character in its middle: its first may be a bullet or a raised mark.
    """
    false = _false_spaces(glyphs, text)
    calls = [match.span() for match in _CALL.finditer(text)]
    found = []
    for match in _LINE.finditer(text):
        words, end = match[1], match.end(1)
        first, last = end - len(words.lstrip()), match.start() + len(words.rstrip()) - 1
        if first > last:
            continue
        middle = (first + last) // 2
        while text[middle] == " ":
            middle -= 1
        y, size = glyphs.origin(middle)[1], glyphs.size(middle)
        inside = false[bisect_right(false, first) : bisect_left(false, last)] if false else []
        here = [span for span in calls if first < span[0] <= last] if calls else []
        line = Line(
            words.lstrip() if not inside else _left(text, first, end, inside),
            _spans(first, end, inside, start) if inside else ((first + start, end + start),),
            number,
            glyphs.extent(first)[0],
            glyphs.extent(last)[1],
            y,
            size,
            glyphs.bold(middle),
            match[2] == "\ufffe",
            tuple(_raised(glyphs, here, y, size, first, inside)) if here else (),
        )
        found.append(line)
    return found


def _left(text: str, first: int, end: int, gone: Sequence[int]) -> str:
    """The text without some of its characters."""
    return "".join(text[a:b] for a, b in _spans(first, end, gone, 0))


def _spans(first: int, end: int, gone: Sequence[int], start: int) -> tuple[tuple[int, int], ...]:
    starts = (first, *(place + 1 for place in gone))
    return tuple((a + start, b + start) for a, b in zip(starts, (*gone, end), strict=True) if a < b)


def _raised(
    glyphs: Glyphs, calls: Sequence[tuple[int, int]], y: float, size: float, first: int, gone: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Those of the calls that are small and high, as ranges of their line."""
    for start, end in calls:
        if glyphs.size(start) <= _SMALL * size and glyphs.origin(start)[1] > y + _HIGH * size:
            shift = first + bisect_left(gone, start)
            yield start - shift, end - shift


def _false_spaces(glyphs: Glyphs, text: str) -> list[int]:
    """Spaces that neither the file has nor the eye sees: the gap is what sets two fonts apart."""
    places = [match.start() for match in _SPACED.finditer(text, 1, len(text) - 1)]
    if not places or not _has_spaces(glyphs, text):
        return []
    return [place for place in places if _is_false(glyphs, text, place)]


def _is_false(glyphs: Glyphs, text: str, place: int) -> bool:
    """A gap too narrow for a space, or a space that the file draws elsewhere on the line."""
    if glyphs.generated(place):
        gap, height = glyphs.gap(place)
        return gap < _WORD_GAP * height
    return text[place + 1] in ")]}" and glyphs.extent(place)[1] < glyphs.extent(place - 1)[0]


def _has_spaces(glyphs: Glyphs, text: str) -> bool:
    """False for a file that leaves out all spaces and moves the pen instead."""
    sample = [match.start() for match in itertools.islice(_BETWEEN.finditer(text), _REAL_SPACES)]
    return not sample or 2 * sum(map(glyphs.generated, sample)) < len(sample)
