"""Numbers at the start of lines: which list each belongs to, by the sequence it stands in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from policynlp.segment.lines import Line, trimmed
from policynlp.segment.markers import Marker, marker_at

_GAP = 3
"""Numbers that may be missing in a list (deleted, or lost in conversion) without breaking it."""
_SELF_STANDING = frozenset({"arabic-dot", "decimal", "roman-upper-dot"})
"""Styles that number a paragraph even where nothing before or after continues them."""
_REACH = 40
"""Lines in which the next number of a list is looked for."""
_DEPTH = 3
"""Numbers that may open one line: ``2. (1) 가.``"""


def read_markers(lines: Sequence[Line], text: str) -> list[Line]:
    """Numbers and bullets at the start of each text line; a number alone on a line goes to the next line."""
    found: list[Line] = []
    waiting: tuple[Marker, ...] = ()
    seen: set[tuple[str, int]] = set()
    for line in lines:
        line = _marked(line, text) if line.kind == "text" else line
        if waiting and _takes(line, waiting, seen):
            line = replace(line, markers=waiting + line.markers, printed=waiting[0].start)
        else:
            found += _given_back(waiting)
        waiting = ()
        seen.update(reading for marker in line.markers for reading in marker.readings)
        if line.start == line.end and not line.division:
            waiting = line.markers
        else:
            found.append(line)
    return found + _given_back(waiting)


def _takes(line: Line, waiting: tuple[Marker, ...], seen: set[tuple[str, int]]) -> bool:
    """True where a number alone on the line before belongs to this line: it starts or continues a count."""
    if line.kind != "text" or (line.markers and line.markers[0].style == waiting[-1].style):
        return False
    readings = waiting[0].readings
    return any(value <= 1 or (style, value - 1) in seen for style, value in readings)


def _given_back(markers: tuple[Marker, ...]) -> list[Line]:
    """A number that no text followed is text itself."""
    return [Line(markers[0].start, markers[-1].end)] if markers else []


def _marked(line: Line, text: str) -> Line:
    markers: list[Marker] = []
    start = line.start
    if line.label:
        padded = line.label + " A"
        given = marker_at(padded, 0, len(padded))
        if given:
            given = _deepened(given, line.level if given.bullet else 0)
            return replace(
                line, markers=(replace(given, start=line.start, end=line.start),), printed=line.start
            )
    while len(markers) < _DEPTH:
        marker = marker_at(text, start, line.end)
        if marker is None or (markers and (marker.bullet or 1 not in dict(marker.readings).values())):
            break
        markers.append(_deepened(marker, line.level if marker.bullet else 0))
        start = trimmed(text, marker.end, line.end)[0]
        if marker.bullet:
            break
    return replace(line, start=start, markers=tuple(markers), printed=line.start) if markers else line


def _deepened(marker: Marker, level: int) -> Marker:
    """Lists at different depths are different lists, though their numbers or bullets look alike."""
    if level <= 1:
        return marker
    return replace(marker, readings=tuple((f"{style}@{level}", value) for style, value in marker.readings))


def settle(lines: Sequence[Line], text: str) -> list[Line]:
    """One reading for each number; a number that continues nothing and opens nothing is text again."""
    found: list[Line] = []
    open_lists: list[tuple[str, int]] = []
    for index, line in enumerate(lines):
        if line.kind == "heading":
            open_lists = []
        kept: list[Marker] = []
        for place, marker in enumerate(line.markers):
            reading = _reading(marker, open_lists, partial(_later, lines, index, place), bool(line.label))
            if reading is None:
                break
            _open(open_lists, *reading, within=bool(kept))
            kept.append(replace(marker, readings=(reading,)))
        found.append(_kept(line, kept))
    return found


def _kept(line: Line, kept: list[Marker]) -> Line:
    """The line with the numbers that were believed; the others are its text again."""
    if len(kept) == len(line.markers):
        return line if not kept else replace(line, markers=tuple(kept))
    start = line.markers[len(kept)].start
    return replace(line, start=start, markers=tuple(kept), printed=line.printed if kept else -1)


def _reading(
    marker: Marker,
    open_lists: Sequence[tuple[str, int]],
    later: Callable[[], Iterator[Marker]],
    given: bool,
) -> tuple[str, int] | None:
    if marker.bullet:
        return marker.readings[0]
    last = dict(open_lists)
    if len(marker.readings) > 1:
        following = next(later(), None)
        going_on = [
            reading for reading in marker.readings if following and _next(reading) in following.readings
        ]
        if len(going_on) == 1:
            return going_on[0]
    for style, value in marker.readings:
        if style in last and value == last[style] + 1:
            return style, value
    for style, value in marker.readings:
        if value == 1:
            return style, value
    for style, value in marker.readings:
        if style in last and last[style] < value <= last[style] + _GAP:
            return style, value
    for style, value in marker.readings:
        if any((style, value + 1) in following.readings for following in later()):
            return style, value
    return marker.readings[0] if given or marker.style in _SELF_STANDING else None


def _later(lines: Sequence[Line], index: int, place: int) -> Iterator[Marker]:
    """Numbers after one, in reading order, as far as a list may reach."""
    yield from lines[index].markers[place + 1 :]
    for line in lines[index + 1 : index + _REACH]:
        yield from line.markers


def _next(reading: tuple[str, int]) -> tuple[str, int]:
    return reading[0], reading[1] + 1


def _open(open_lists: list[tuple[str, int]], style: str, value: int, within: bool) -> None:
    """Close what lies deeper than this list, and count it on; a list not open yet is the deepest.

    The second number of a line always opens a list within the first's.
    """
    for place, (known, _) in enumerate(open_lists):
        if known == style and not within:
            del open_lists[place:]
            break
    open_lists.append((style, value))
