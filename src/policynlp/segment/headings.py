"""Headings: titles under a division's number, short lines, numbered or not, with text below."""

import re
from collections.abc import Sequence
from dataclasses import replace

from policynlp.records import Document
from policynlp.segment.divisions import division_at
from policynlp.segment.lead_ins import announces, finished
from policynlp.segment.lines import Line, title_like
from policynlp.segment.markers import Marker, marker_at
from policynlp.segment.tables import bullets, words

NUMBERED = ("roman-upper-dot", "arabic-dot", "decimal", "letter-upper-dot", "hangul-dot")
"""List styles that also number headings, the highest first."""
_TITLE_AMONG = 12
"""Lines at the start among which the document's title stands."""
_TITLE_LINES = 4
"""Lines over which a title may run."""
_SHORT = 70
"""Most characters of a heading without a number."""
_SHORT_KOREAN = 45
_DATE = re.compile(
    r"\W*(?:[A-Z][a-z]+ \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}|\d{4} ?[.년/-][\d .년월일/-]*)\W*"
)
"""A date on a line of its own heads nothing."""
_LEAST_BODY = 1.5
"""A heading without a number is followed by a text at least so many times its length."""


def find_title(lines: Sequence[Line], text: str, document: Document) -> list[Line]:
    """The line, or the lines, that are the document's title."""
    for start in range(min(_TITLE_AMONG, len(lines) - 1)):
        for end in range(start + 1, min(start + _TITLE_LINES, len(lines) - 1) + 1):
            part = lines[start:end]
            if " ".join(text[line.start : line.end] for line in part) == document.title:
                found = [replace(line, kind="title") for line in part if line.kind in ("text", "heading")]
                return [*lines[:start], *found, *lines[end:]] if len(found) == len(part) else list(lines)
    return list(lines)


def join_titles(lines: Sequence[Line], text: str) -> list[Line]:
    """A division's number and its title on the next line become one heading."""
    found: list[Line] = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if found and found[-1].kind == "heading" and _is_title(found[-1], line, following, text):
            found[-1] = replace(found[-1], end=line.end)
        else:
            found.append(line)
    return found


def _is_title(heading: Line, line: Line, following: Line | None, text: str) -> bool:
    if heading.division is None or line.kind != "text" or line.markers or line.item:
        return False
    if following is None or heading.label or label_end(heading, text) < heading.end:
        return False
    if heading.flat and not following.markers:
        return False
    return text[line.start] not in "([" and title_like(text[line.start : line.end])


def label_end(line: Line, text: str) -> int:
    """Where a heading's own number ends; its start where it has none."""
    start = line.start + (text[line.start] in "\"“'‘「『")
    named = division_at(text, start, line.end) if line.division and not line.label else None
    if named:
        return named[2]
    marker = marker_at(text, line.start, line.end)
    return marker.end if marker and marker.style in NUMBERED else line.start


def numbered_headings(lines: Sequence[Line], text: str) -> list[Line]:
    """``1. Purpose`` with text below it is a heading; among items (``1. training``) it is one of them."""
    found: list[Line] = []
    items: set[str] = set()
    for index, line in enumerate(lines):
        if line.kind == "heading":
            items = set()
        marker = line.markers[0] if line.markers else None
        if marker is None or not _numbers_headings(marker) or line.kind != "text" or line.leads:
            found.append(line)
            continue
        following = lines[index + 1] if index + 1 < len(lines) else None
        before = lines[index - 1] if index else None
        if marker.style not in items and _heads(line, marker, before, following, text):
            found.append(replace(line, kind="heading", start=line.begin, markers=line.markers))
        else:
            items.add(marker.style)
            found.append(line)
    return found


def _numbers_headings(marker: Marker) -> bool:
    """Numbers that headings have too, and the squares that head the sections of Korean press releases."""
    return marker.style in NUMBERED or (marker.bullet and marker.text in bullets()["sections"])


def _heads(line: Line, marker: Marker, before: Line | None, following: Line | None, text: str) -> bool:
    if (
        following is None
        or following.kind == "heading"
        or line.level
        or not title_like(text[line.start : line.end])
    ):
        return False
    announced = before is not None and before.kind == "text" and announces(text[before.start : before.end])
    if announced and not finished(text[following.start : following.end]):
        return False
    siblings = following.markers and following.markers[0].style == marker.style
    return not siblings


def plain_headings(lines: Sequence[Line], text: str) -> list[Line]:
    """A short line that is no sentence, with a longer text below it."""
    found: list[Line] = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        before = found[-1] if found else None
        if (
            line.kind == "text"
            and not line.markers
            and not line.item
            and _stands_over(line, before, following, text)
        ):
            found.append(replace(line, kind="heading"))
        else:
            found.append(line)
    return found


def _stands_over(line: Line, before: Line | None, following: Line | None, text: str) -> bool:
    content = text[line.start : line.end]
    if following is None or following.item or line.leads or not _short(content):
        return False
    if following.kind == "heading":
        return content.isupper() and content.isascii()
    if following.kind in ("row", "header"):
        return True
    if before is not None and before.kind == "text" and announces(text[before.start : before.end]):
        return False
    below = text[following.start : following.end]
    return bool(following.markers) or (
        len(below) >= _LEAST_BODY * len(content) and (finished(below) or announces(below))
    )


def _short(content: str) -> bool:
    limit = _SHORT_KOREAN if any("가" <= character <= "힣" for character in content) else _SHORT
    asks = content.endswith("?") and len(content) <= limit
    if (
        _DATE.fullmatch(content)
        or len(content) > limit
        or not (asks or title_like(content))
        or content[0] in "<([|"
    ):
        return False
    low = content.lower()
    return not low.endswith(words("bylines")) and not any(word in low for word in words("signatures"))
