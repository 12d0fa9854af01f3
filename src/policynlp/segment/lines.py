"""A line: a stretch of the document on its way to be a clause or a heading."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from policynlp.records import Document
from policynlp.segment.markers import Marker
from policynlp.segment.tables import Division, table_terminal, words

LineKind = Literal["text", "heading", "title", "row", "header"]


@dataclass(frozen=True, slots=True)
class Line:
    """``text[start:end]`` without its numbers, and what is known of it so far."""

    start: int
    end: int
    kind: LineKind = "text"
    level: int = 0
    """Depth that the file format gives a heading or list item; 0 for none."""
    label: str = ""
    """Number that the format keeps outside the text."""
    markers: tuple[Marker, ...] = ()
    """Numbers at its start, outermost first."""
    division: Division | None = None
    """What sort of division a heading opens."""
    number: str = ""
    """Number of that division: ``4``, ``6-2``."""
    printed: int = -1
    """Where its own number begins, if that is in the text; else ``start``."""
    flat: bool = False
    """True where a whole document stood on one line, with no space between its parts."""
    item: bool = False
    """True for an item of a list without numbers."""
    tail: bool = False
    """True where it goes on after the last item of a list inside its block."""
    leads: bool = False
    """True where the list that followed in the same block was cut off: a lead-in, however short."""

    @property
    def begin(self) -> int:
        """First character, its number included."""
        return self.printed if self.printed >= 0 else self.start


def read_lines(document: Document) -> list[Line]:
    """One line a block; what the format calls title, heading and table row stays that."""
    kinds: dict[str, LineKind] = {"heading": "heading", "title": "title", "row": "row"}
    return [
        Line(
            block.start,
            block.end,
            "header" if block.kind == "row" and block.level else kinds.get(block.kind, "text"),
            block.level,
            block.label,
        )
        for block in document.blocks
        if block.end > block.start
    ]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


_STOPS, _PAUSES, _CLOSERS = table_terminal()
FINISHED = re.compile(rf"[{re.escape(_STOPS)}][{re.escape(_CLOSERS)}]*(?:\d{{1,2}}\)|\[\d{{1,2}}\])?$")
"""End of a finished sentence, the number of a footnote after it included."""
PAUSED = re.compile(f"[{re.escape(_PAUSES)}](?: ?(?:and|or|and/or|및|또는|그리고))?$")
"""End of a part of a sentence."""
SENTENCE_END = re.compile(f"[{re.escape(_STOPS)}][{re.escape(_CLOSERS)}]*\\s+(?=[A-Z가-힣\"“‘'「『(])")
"""A finished sentence with another after it."""
_KOREAN_END = re.compile(
    r"(?:[한된있없않니같이했였]다|[하되으이]며|[하되]고|하여|되어|따라|는|은|을|를|에|및|까)$"
)
_TITLE_LENGTH = 110
"""Most characters of a heading's title."""
_TITLE_LENGTH_KOREAN = 60
_HANGUL = re.compile("[가-힣]")


def title_like(text: str) -> bool:
    """Short, unfinished, no sentence and no part of one: a heading rather than a provision."""
    if (
        not text
        or text[0].islower()
        or FINISHED.search(text)
        or PAUSED.search(text)
        or SENTENCE_END.search(text)
    ):
        return False
    if _HANGUL.search(text):
        return len(text) <= _TITLE_LENGTH_KOREAN and not _KOREAN_END.search(text.rstrip(")」』\"'”’"))
    letters = any(character.isalpha() for character in text)
    return letters and len(text) <= _TITLE_LENGTH and not _finite().search(text)


@cache
def _finite() -> re.Pattern[str]:
    """Verbs that make a sentence of a line, and words that no title ends in or starts with."""
    parts = (
        r"\b(?:" + "|".join(words("verbs")) + r")\b",
        r"\b(?:" + "|".join(words("hanging")) + ")$",
        "^(?:Where|If) ",
    )
    return re.compile("|".join(parts))
