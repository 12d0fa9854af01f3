"""Lists inside one block: "… : (a) …; (b) …; and (c) …", "1. … 2. …", "▲ … ▲ …", ": - …, - …"."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from policynlp.segment.lines import SENTENCE_END, Line, trimmed
from policynlp.segment.markers import Marker, count, marker_at
from policynlp.segment.tables import Style, before_reference, bullets, styles, tails

_BOUNDARY = re.compile(r"[.;:,·)”\"’」](?:\s+(?:and|or|and/or|및|또는|그리고))?\s*$|^\s*$|[–—-]\s*$")
_FULL_STOP = re.compile(r"[.;:다)”\"](?:\s+(?:and|or))?\s*$")
_CONTENT = re.compile(r"\s*[^\W_]|\s*[\"“‘「『(]\w")
_OPENING = re.compile(r"\s*[A-Z가-힣\"“‘「『(]")
_PREDICATES = frozenset("한된인있없니는않같하받진른온간든이었았였겠난린")
"""Syllables before a final 다 that ends a sentence; else it is the third item of a flattened list."""
_DASH = re.compile(r"(?<=[:;,.])\s+([-–—])(?:\s+(?=\S)|(?=[A-Za-z가-힣]))")
_PARAGRAPHS = frozenset({"arabic-dot", "circled", "arabic-brackets"})
"""Styles that number whole paragraphs: their last item runs to the end of the block."""
_LEAST = 12
"""Fewest characters of an inline item before the next one: less is a reference to (a) and (b)."""
_LEAST_FLAT = 4
"""The same in a text on one line, which has no references without their article's number."""
_SHORT = 24
"""Blocks below this hold no list."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where inline items start, and where the sentence goes on after the last (0: nowhere)."""

    first: int
    """Where the list starts: its first number may open the line."""
    places: tuple[int, ...]
    tail: int = 0


def split_inline(lines: Sequence[Line], text: str) -> list[Line]:
    """Every text line cut at the items of the lists inside it, outer lists first."""
    found: list[Line] = []
    for line in lines:
        found += _split(line, text) if line.kind == "text" else [line]
    return found


def _split(line: Line, text: str) -> list[Line]:
    """Cut at the list that starts first, which is the outermost; then each part in turn."""
    if line.end - line.start < _SHORT:
        return [line]
    cuts = [cut for cut in _cuts(line, text, marker_at(text, line.start, line.end)) if cut]
    if not cuts:
        return [line]
    cut = min(cuts, key=lambda cut: cut.first)
    places = [line.start, *cut.places, *([cut.tail] if cut.tail else []), line.end]
    ranges = (trimmed(text, start, end) for start, end in itertools.pairwise(places))
    parts = [replace(line, start=start, end=end, tail=False) for start, end in ranges if end > start]
    if len(parts) == 1:
        return parts
    if cut.first > line.start and not line.flat:
        parts[0] = replace(parts[0], leads=True, tail=line.tail)
    if cut.tail:
        parts[-1] = replace(parts[-1], tail=True)
    return [piece for part in parts for piece in _split(part, text)]


def _cuts(line: Line, text: str, lead: Marker | None) -> Iterator[_Cut | None]:
    yield from (_numbers(line, text, style, lead) for style in styles() if style.inline)
    yield _bullets(line, text)
    yield _dashes(line, text)


def _numbers(line: Line, text: str, style: Style, lead: Marker | None) -> _Cut | None:
    """The first chain of consecutive numbers of one style."""
    led = dict(lead.readings).get(style.name, 0) if lead else 0
    places: list[int] = []
    last, before = led, lead.end if lead and led else line.start
    for match in style.pattern.finditer(text, before, line.end):
        value = count(style, match[1])
        if value != last + 1 or not _stands(line, text, style, match, first=value == 1):
            continue
        if places and match.start() - before < (_LEAST_FLAT if line.flat else _LEAST):
            places, last = [], led
            continue
        places.append(match.start())
        last, before = value, match.end()
    if len(places) + bool(led) < 2:
        return None
    first = line.start if led else places[0]
    return _Cut(first, tuple(places), 0 if style.name in _PARAGRAPHS else _tail(line, text, places))


def _stands(line: Line, text: str, style: Style, match: re.Match[str], first: bool) -> bool:
    """True where a number may start an item: by what stands before it and after it."""
    before = text[max(line.start, match.start() - 24) : match.start()]
    if not _CONTENT.match(text, match.end(), line.end):
        return False
    if style.counts == "circled":
        return line.flat or not before[-1:].isalnum()
    if style.name in ("arabic-dot", "hangul-dot"):
        return _dotted(line, text, match, before)
    if before[-1:].isalnum():
        return line.flat and style.name == "arabic-bracket" and not before[-1:].isascii()
    return _BOUNDARY.search(before) is not None or (first and not before_reference().search(before))


def _dotted(line: Line, text: str, match: re.Match[str], before: str) -> bool:
    if not _OPENING.match(text, match.end(), line.end):
        return False
    if line.flat:
        return not before[-1:].isdigit() and not (match[1] == "다" and before[-1:] in _PREDICATES)
    return _FULL_STOP.search(before) is not None and not before[-1:].isalpha()


def _tail(line: Line, text: str, places: Sequence[int]) -> int:
    """Where a new sentence starts after the last item, if the items themselves are no sentences."""
    ranges = [*itertools.pairwise(places)]
    if any(SENTENCE_END.search(text, start + 4, end - 1) for start, end in ranges):
        return 0
    match = SENTENCE_END.search(text, places[-1] + 4, line.end)
    return match.end() if match else 0


def _bullets(line: Line, text: str) -> _Cut | None:
    places = [match.start() for match in _marks().finditer(text, line.start, line.end - 1)]
    if len(places) < 2:
        return None
    later = [place for place in places if place > line.start]
    tail = tails().search(text, places[-1] + 2, line.end)
    return _Cut(places[0], tuple(later), tail.start() + 1 if tail else _tail(line, text, places))


@cache
def _marks() -> re.Pattern[str]:
    """Bullets that may stand inside a block: at its start or after a space or stop, and not in a row."""
    marks = re.escape(bullets()["inline"])
    return re.compile(rf"(?:(?<=[ .,;:)\n])|\A)([{marks}])(?!\1)")


def _dashes(line: Line, text: str) -> _Cut | None:
    places = [match.start(1) for match in _DASH.finditer(text, line.start, line.end)]
    led = text[line.start] in bullets()["dashes"]
    while places and not led and text[: places[0]].rstrip()[-1:] != ":":
        places.pop(0)
    if len(places) + led < 2:
        return None
    return _Cut(line.start if led else places[0], tuple(places), _tail(line, text, places))
