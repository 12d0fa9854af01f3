"""Lines to paragraphs: text that was wrapped at a fixed width is put together again.

English lines join with a space, or lose an end-of-line hyphen. Korean lines break inside words, so a join is
decided by rules on the characters at both sides; where these leave it open, Kiwi weighs the two readings.
Always a space is right in 40 % of joins, Kiwi alone in 88 %, rules with Kiwi in 96 % (269 lines of three
treaties, wrapped at 74 columns for the purpose); Kiwi is asked in two of five.
"""

import itertools
import re
from collections.abc import Sequence
from functools import cache

from policynlp.ingest.clean import OPENER
from policynlp.ingest.spacing import Spacing
from policynlp.ingest.traced import Traced, joined
from policynlp.languages import LANGUAGES, table

_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]"
)
_HANGUL = re.compile("[가-힣]")
_HANGUL_START = re.compile("[가-힣]")
_STOPS = re.compile(r"[.!?:;。][\"'”’)\]]*$|[,;] (?:and|or)$")
_HYPHEN = re.compile(r"[A-Za-z]-$")
_NEVER_FIRST = ":;,)]}”’」』"
"""Characters that no paragraph starts with."""
_FULL = 0.85
"""A line this full, against the widest usual line, was broken by its width."""
_WIDTHS = (40, 132)
"""Columns between which a text is wrapped; Hangul counts two."""
_WRAPPED_SHARE = 0.3
"""Least share of the lines that are full in a wrapped text."""
_CAPITALS = 20
"""Least characters of the longer of two such lines."""
_NEAR = 30
"""Characters at a line's end and at the next one's start that show their language."""
_PROSE = 60
"""Least characters of an unfinished English line that a blank line may have cut in two."""


def paragraphs(lines: Sequence[Traced]) -> list[Traced]:
    """One text a paragraph; lines may carry their trailing space, which tells of a word's end.

    A blank line ends a paragraph, except in the middle of an English sentence.
    """
    width = wrapped_width([line.text.rstrip() for line in lines])
    spacing = Spacing.of(line.text for line in lines) if width else Spacing(frozenset(), trailing=False)
    found: list[list[Traced]] = []
    blank = True
    for line in lines:
        if not line.text:
            blank = True
            continue
        if found and _continues(found[-1][-1].text.rstrip(), line.text, blank, width):
            found[-1].append(line)
        else:
            found.append([line])
        blank = False
    return [_together(group, spacing) for group in found]


def columns(text: str) -> int:
    """Width on a fixed-pitch page: Hangul and other wide characters take two columns."""
    return len(text) + len(_WIDE.findall(text))


def wrapped_width(lines: Sequence[str]) -> int:
    """Columns that the text was wrapped at, or 0 where its line ends are meant."""
    widths = sorted(columns(line) for line in lines if line)
    if len(widths) < 4:
        return 0
    widest = widths[int(len(widths) * 0.98)]
    full = [line for line in lines if columns(line) >= _FULL * widest]
    broken = sum(not _STOPS.search(line) for line in full)
    inside = _WIDTHS[0] <= widest <= _WIDTHS[1] and widths[-1] <= 1.5 * widest
    return widest if inside and len(full) >= _WRAPPED_SHARE * len(widths) and broken >= len(full) / 2 else 0


def _continues(before: str, after: str, blank: bool, width: int) -> bool:
    if OPENER.match(after):
        return False
    if after[0] in _NEVER_FIRST:
        return True
    if blank or not width:
        return _same_sentence(before, after) or (not blank and _capitals(before, after))
    return columns(before) >= _FULL * width - _next_word(after)


def _capitals(before: str, after: str) -> bool:
    """Two lines of a title set in capitals over several lines (``BETWEEN`` may stand alone on one)."""
    both = before.isupper() and after.isupper() and before.isascii() and after.isascii()
    return both and max(len(before), len(after)) >= _CAPITALS and not _STOPS.search(before)


def _next_word(after: str) -> int:
    """An English line ends early where the next word is long; Korean breaks anywhere."""
    return 0 if _HANGUL_START.match(after) else columns(after.split(" ", 1)[0])


def _same_sentence(before: str, after: str) -> bool:
    """English only: a blank line in the middle of a sentence is an accident of conversion."""
    if _HANGUL.search(before[-_NEAR:]) or _HANGUL.search(after[:_NEAR]):
        return False
    if _hanging().search(before) and not _STOPS.search(before):
        return True
    if _STOPS.search(before) or _recital().match(after) or not before[-1].isascii() or not after[0].isascii():
        return False
    return after[0].islower() or (len(before) >= _PROSE and before[-1].isalpha() and after[0].isalpha())


@cache
def _hanging() -> re.Pattern[str]:
    """Words that no paragraph ends in."""
    rows = [word for code in LANGUAGES for word in table(code, "numbering")["words"]["hanging"]]
    return re.compile(r"\b(?:" + "|".join(rows) + ")$")


@cache
def _recital() -> re.Pattern[str]:
    """Words that open a recital: a preamble's paragraphs end in commas and start in lower case."""
    rows = [word for code in LANGUAGES for word in table(code, "numbering")["words"]["recitals"]]
    return re.compile("(?:" + "|".join(map(re.escape, rows)) + r")\b", re.IGNORECASE)


def _together(group: Sequence[Traced], spacing: Spacing) -> Traced:
    result = group[0].strip()
    for before, line in itertools.pairwise(group):
        if _HYPHEN.search(result.text) and line.text[0].islower():
            result = joined((result.cut(0, len(result) - 1), line.strip()), "")
        else:
            result = joined((result, line.strip()), spacing.between(before.text, line.text))
    return result
