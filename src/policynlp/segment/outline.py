"""Headings and lists to a tree: path, heading, label and parent of every clause."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from policynlp.segment.headings import NUMBERED, label_end
from policynlp.segment.lead_ins import announces, hangs
from policynlp.segment.lines import Line
from policynlp.segment.markers import Marker, marker_at
from policynlp.segment.tables import words

_SPACE = re.compile(r"\s+")
_QUOTES = "\"“'‘「『"
"""An article in quotation marks is quoted in the one around it, as amendments do."""
_EDGES = " .:()[]（）–—-\t\n"
_RANKS = {style: 5 if place == 0 else 8 + place for place, style in enumerate(NUMBERED)}
"""Depth of numbered headings beside the divisions' ranks: Roman sections above articles, ``1.`` below."""
_WHOLE = -1
"""Rank of a title below the first: it stands over whatever comes after it."""
_CAPTION, _TABLE = 98, 99
"""Ranks of a table's caption and header row: whatever is no row closes them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that is open."""

    printed: str
    """With its number."""
    title: str
    """Without it."""
    slug: str
    """For anchors: ``article-4``; empty where it has no number."""
    rank: int
    """0 where only a format level or nothing orders it."""
    level: int
    line: Line


@dataclass(slots=True)
class OpenList:
    """A list that is open: its style, its current item, and the lead-in that it hangs under."""

    style: str
    owner: int | None
    label: str = ""
    value: int = 0
    clause: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A clause to be."""

    line: Line
    headings: tuple[Heading, ...]
    markers: tuple[tuple[str, str, int], ...]
    """Style, label and value of each open list, outermost first, bullets left out."""
    label: str
    parent: int | None
    """Index of the lead-in among the drafts."""


@dataclass(slots=True)
class Outline:
    """The walk over the lines and what is open at each."""

    text: str
    drafts: list[Draft] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    lists: list[OpenList] = field(default_factory=list)
    previous: Line | None = None
    owner: int | None = None
    """Lead-in of the items without numbers that may follow."""
    empty: bool = False
    """True while nothing stands under the last heading."""

    def read(self, lines: Sequence[Line]) -> list[Draft]:
        """All drafts, in order."""
        ahead = _next_markers(lines)
        for index, line in enumerate(lines):
            if line.kind in ("heading", "header"):
                following = lines[index + 1] if index + 1 < len(lines) else None
                self._heading(line, following)
            elif line.kind == "title":
                self._title(line)
            else:
                self._text(line, ahead[index])
            self.previous = line
        self._close_empty(None)
        return self.drafts

    def _title(self, line: Line) -> None:
        """The first title is the document's; one below headings stands over all that comes after it."""
        if self.headings:
            self._close_empty(None)
            title = self.text[line.start : line.end]
            self.headings, self.lists, self.empty = [Heading(title, title, "", _WHOLE, 0, line)], [], True

    def _heading(self, line: Line, following: Line | None) -> None:
        new = self._described(line, following)
        self._close_empty(new)
        self.lists = []
        if new.title.lower() in words("body"):
            self.headings = []
            return
        same = [place for place, open_ in enumerate(self.headings) if new.rank and open_.rank == new.rank]
        if same:
            del self.headings[same[0] :]
        while self.headings and _closes(self.headings[-1], new):
            self.headings.pop()
        self.headings.append(new)
        self.empty = True

    def _close_empty(self, new: Heading | None) -> None:
        """A heading with nothing under it is a clause of its own: no word gets lost."""
        if self.empty and (new is None or _closes(self.headings[-1], new)):
            self.drafts.append(Draft(self.headings[-1].line, tuple(self.headings[:-1]), (), "", None))
        self.empty = False

    def _described(self, line: Line, following: Line | None) -> Heading:
        after = label_end(line, self.text)
        attached = line.flat and line.start < after < line.end and self.text[after].isalnum()
        number = self.text[line.start : after] + (" " if attached else "")
        printed = _SPACE.sub(" ", number + self.text[after : line.end]).strip().lstrip(_QUOTES)
        title = _SPACE.sub(" ", self.text[after : line.end]).strip(_EDGES)
        marker = line.markers[0] if line.markers else marker_at(self.text, line.start, line.end)
        numbered = line.division is not None or (marker is not None and marker.style in _RANKS)
        caption = following is not None and following.kind in ("row", "header") and not line.level
        if line.kind == "header" or (caption and not numbered):
            rank = _TABLE if line.kind == "header" else _CAPTION
            return Heading(printed, title, "", rank, 0, line)
        if line.label:
            printed = f"{line.label} {printed}".strip()
        if line.division:
            number = f"-{line.number}" if line.number else ""
            quoted = self.text[line.start] in _QUOTES
            return Heading(
                printed, title, f"{line.division.slug}{number}", line.division.rank + quoted, line.level, line
            )
        if marker and marker.style in _RANKS:
            return Heading(printed, title, marker.text, _RANKS[marker.style], line.level, line)
        return Heading(printed, title, "", 0, line.level, line)

    def _text(self, line: Line, ahead: Marker | None) -> None:
        if line.kind != "row" and self.headings and self.headings[-1].rank >= _CAPTION:
            self._close_empty(None)
            while self.headings and self.headings[-1].rank >= _CAPTION:
                self.headings.pop()
        parent = self._parent(line)
        index = len(self.drafts)
        if line.markers:
            self.lists[-1].clause = index
        self.empty = False
        self.drafts.append(
            Draft(line, tuple(self.headings), self._numbers(line, ahead), self._label(line), parent)
        )
        if not line.item:
            self.owner = index

    def _numbers(self, line: Line, ahead: Marker | None) -> tuple[tuple[str, str, int], ...]:
        """Numbers of the open lists; a paragraph without one belongs to the number that goes on after it."""
        depth = len(self.lists)
        if not line.markers and not line.item:
            going_on = [(open_.style, open_.value + 1) for open_ in self.lists]
            found = (ahead.style, ahead.value) if ahead else ("", 0)
            depth = going_on.index(found) + 1 if found in going_on else 0
            depth = max(depth, self._around(line))
        return tuple((open_.style, open_.label, open_.value) for open_ in self.lists[:depth] if open_.value)

    def _around(self, line: Line) -> int:
        """Open lists round a list inside a block, for the text that goes on after it in the same block."""
        if not line.tail or self.previous is None or not self.previous.markers:
            return 0
        return len(self.lists) - (not self.previous.markers[-1].bullet)

    def _label(self, line: Line) -> str:
        if line.markers:
            return line.markers[-1].text
        heading = self.previous
        alone = heading is not None and heading.kind == "heading" and heading.division is not None
        if alone and heading is not None and label_end(heading, self.text) == heading.end:
            return self.text[heading.start : heading.end].strip() or heading.label
        return ""

    def _parent(self, line: Line) -> int | None:
        if line.item:
            return self.owner
        if not line.markers:
            while self.lists and not self.lists[-1].value:
                self.lists.pop()
            return None
        for place, marker in enumerate(line.markers):
            self._open(marker, line, within=place > 0)
        return self.lists[-1].owner

    def _open(self, marker: Marker, line: Line, within: bool) -> None:
        """Count on an open list, or open one under the text before it or its outer number (``2. 가.``)."""
        known = [
            place for place, open_ in enumerate(self.lists) if open_.style == marker.style and not within
        ]
        if known:
            del self.lists[known[0] + 1 :]
        else:
            owner = self.lists[-1].owner if within else self._lead(line)
            self.lists.append(OpenList(marker.style, owner))
        here = self.lists[-1]
        if known and (self._announced() or (marker.value == 1 and len(self.lists) == 1)):
            here.owner = self._lead(line)
        here.label, here.value, here.clause = marker.text, marker.value, None

    def _announced(self) -> bool:
        """True where the line before has no number and announces a list: the list starts anew under it."""
        previous = self.previous
        if previous is None or previous.kind != "text" or previous.markers or previous.item:
            return False
        return announces(self.text[previous.start : previous.end])

    def _lead(self, line: Line) -> int | None:
        """The clause that a new list hangs under."""
        item = self.text[line.start : line.end]
        previous = self.previous
        if previous is None or previous.kind != "text" or not self.drafts:
            return None
        outer = self.lists[-1].clause if self.lists else len(self.drafts) - 1
        last = len(self.drafts) - 1
        lead = self.drafts[last].line
        if announces(self.text[lead.start : lead.end]) and not self.drafts[last].line.item:
            return last
        if outer is None:
            return None
        lead = self.drafts[outer].line
        listed = line.markers[-1].bullet and outer == last
        return outer if listed or hangs(self.text[lead.start : lead.end], item) else None


def _next_markers(lines: Sequence[Line]) -> list[Marker | None]:
    """For each line the first number of the next numbered line in its section."""
    found: list[Marker | None] = []
    ahead: Marker | None = None
    for line in reversed(lines):
        found.append(ahead)
        if line.kind in ("heading", "header"):
            ahead = None
        elif line.markers:
            ahead = line.markers[0]
    return found[::-1]


def _closes(open_: Heading, new: Heading) -> bool:
    """True where the open heading ends when the new one starts."""
    if open_.rank == _WHOLE:
        return False
    if open_.rank >= _CAPTION:
        return open_.rank == _TABLE or new.rank != _TABLE
    if open_.title.lower() in words("preambles"):
        return True
    if new.rank >= _CAPTION:
        return False
    if open_.rank and new.rank:
        return open_.rank >= new.rank
    if open_.level and new.level:
        return open_.level >= new.level
    if open_.level or new.level:
        return bool(new.level)
    if new.rank:
        return new.rank <= 7
    return not open_.rank
