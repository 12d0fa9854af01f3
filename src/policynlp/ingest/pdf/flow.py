"""Lines to paragraphs, by where they start and end, the white space between them, and their words."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from policynlp.ingest.clean import OPENER
from policynlp.ingest.pdf.line import Line, width

_WEAK = re.compile(
    r"제 ?\d+ ?[조장절편관]|부속서|별표|\d+(?:\.\d+)+|\([0-9a-zA-Z가-하]{1,4}\)"
    r"|(?:ARTICLE|Article|CHAPTER|Chapter|SECTION|Section|ANNEX|Annex|PART|Part) "
)
"""Openers that a wrapped line also starts with: a reference to an article, an amount."""
_HANGUL_ITEM = re.compile(r"([가나다라마바사아자차카타파하])\.")
_FINISHED = re.compile(r"[.!?:;。][\"'”’)\]]*$|[,;] (?:and|or)$|,$|다[.)]*$|\.{4,} ?\d+$")
"""End of a paragraph, or of an item."""
_SENTENCE = re.compile(r"[.!?:;。][\"'”’)\]]*$")
_LABEL = re.compile(
    r"제 ?\d+ ?[조장절편관]"
    r"|(?:ARTICLE|Article|CHAPTER|Chapter|SECTION|Section|ANNEX|Annex|PART|Part) [\dIVXA-Z]+\.?"
)
"""The number of a division, whose title may stand on the next line."""
_REFERS = re.compile(r"\b(?:Articles?|[Pp]aragraphs?|subparagraphs?|Sections?|Annex|Chapter|No\.?|제)$")
"""Words that a number belongs to: the number that follows opens nothing."""
_INDENT = 0.8
"""Share of the font's height by which a line is set in."""
_LOOSE = 1.25
"""White space between paragraphs, against that between lines."""
_LEADING = (0.9, 3.0)
"""Heights of the font between the baselines of one text."""
_USUAL = 1.3
"""The same where a document is too short to tell."""
_SAME_SIZE = 0.08
"""Share by which the fonts of one paragraph differ."""
_HEADING = 1.12
"""A heading's font against the text's."""
_CENTRED = 4.0
"""Points that the middles of centred lines lie apart."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a whole document tells of its lines."""

    body: float
    """Height of the text's font."""
    leading: float
    """Heights of the font from one baseline to the next."""


def body_size(lines: Sequence[Line]) -> float:
    """The font's height that most characters have."""
    sizes: dict[float, int] = {}
    for line in lines:
        size = round(line.size * 2) / 2
        sizes[size] = sizes.get(size, 0) + len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=10.0)


def usual_leading(lines: Sequence[Line]) -> float:
    """Heights of the font from one baseline to the next, between the lines of one paragraph."""
    steps = [
        (before.y - after.y) / before.size
        for before, after in itertools.pairwise(lines)
        if before.column is after.column and before.size
    ]
    usual = [step for step in steps if _LEADING[0] <= step <= _LEADING[1]]
    return quantiles(usual, n=4)[0] if len(usual) > 3 else min(usual, default=_USUAL)


def grouped(lines: Sequence[Line], layout: Layout) -> list[list[Line]]:
    """Lines by paragraph."""
    found: list[list[Line]] = []
    series = ""
    for line in lines:
        marker = _HANGUL_ITEM.match(line.text)
        ends = marker is not None and marker[1] == "다" and series != "나"
        series = marker[1] if marker and not ends else series
        if found and continues(found[-1], line, layout, ends):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def continues(group: Sequence[Line], after: Line, layout: Layout, ends: bool = False) -> bool:
    """True where a line goes on with the paragraph of the lines before it.

    ``ends`` says that a number at its start is the end of a sentence: ``…말한`` / ``다.``
    """
    before = group[-1]
    if (before.cell or after.cell) and before.cell != after.cell:
        return False
    if before.hyphen:
        return True
    if abs(before.size - after.size) > _SAME_SIZE * max(before.size, after.size):
        return False
    words = before.text.rstrip()
    together = before.column is after.column
    if together and before.y - after.y > _LOOSE * layout.leading * max(before.size, after.size):
        return False
    if not ends and OPENER.match(after.text) and not _only_refers(words, after.text):
        return False
    if is_heading(before, layout) or is_heading(after, layout):
        return together and _one_heading(before, after)
    if not _full(before, after):
        return together and _goes_on(words, after.text)
    return _same_paragraph(group, after, words) if together else not _FINISHED.search(words)


def is_heading(line: Line, layout: Layout) -> bool:
    """True where the font shows a heading: larger than the text, or bold."""
    return line.size >= _HEADING * layout.body or line.bold


def _only_refers(before: str, after: str) -> bool:
    """True for a number at the start of a line that belongs to the words before it."""
    if _REFERS.search(before):
        return True
    return _WEAK.match(after) is not None and not _FINISHED.search(before)


def _one_heading(before: Line, after: Line) -> bool:
    """Two lines of one heading: of one look, and the first full or both centred; a number stands alone."""
    if _LABEL.fullmatch(before.text.strip()):
        return False
    if before.bold != after.bold:
        return not _SENTENCE.search(before.text.rstrip()) and _full(before, after)
    return _full(before, after) or _centred(before, after)


def _centred(before: Line, after: Line) -> bool:
    left, right = before.column[2:]
    middle = (left + right) / 2
    return all(
        abs((line.x0 + line.x1) / 2 - middle) <= _CENTRED and line.x0 > left + line.size
        for line in (before, after)
    )


def _full(before: Line, after: Line) -> bool:
    """True where the next line's first word would not have found room."""
    room = before.column.right - before.size / 2 - before.x1
    if room <= 0:
        return True
    return (width(after.text.split(" ", 1)[0]) + 1) * _column_width(after) >= room


def _column_width(line: Line) -> float:
    """Points that half a Hangul syllable, or a Latin letter, takes on the line."""
    return (line.x1 - line.x0) / max(1.0, width(line.text.rstrip()))


def _goes_on(before: str, after: str) -> bool:
    """English only: a line that starts in lower case goes on with a sentence."""
    return after[0].islower() and after[0].isascii() and not _FINISHED.search(before)


def _same_paragraph(group: Sequence[Line], after: Line, words: str) -> bool:
    """Below a full line: what is set in or out starts anew after a finished sentence."""
    before = group[-1]
    step = (after.x0 - before.x0) / before.size
    if abs(step) < _INDENT or not _SENTENCE.search(words):
        return True
    if len(group) == 1:
        return step < 0 or OPENER.match(before.text) is not None
    return False
