"""Titles below the first: a file may hold a second language version, or a second instrument."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from policynlp.segment.lines import Line, title_like
from policynlp.segment.tables import words

_NEAR = 12
"""Lines of preamble that may stand between a title and the first article."""


def further_titles(lines: Sequence[Line], text: str) -> list[Line]:
    """A line that names an instrument and has articles counted from 1 again below it is a title."""
    found: list[Line] = []
    counted: dict[str, int] = {}
    for index, line in enumerate(lines):
        if line.division is not None:
            counted[line.division.slug] = counted.get(line.division.slug, 0) + 1
        elif _names(line, text) and _anew(lines[index + 1 : index + 1 + _NEAR], counted):
            line = replace(line, kind="title")
        found.append(line)
    return found


def _names(line: Line, text: str) -> bool:
    content = text[line.start : line.end]
    named = line.kind in ("text", "heading") and any(word in content.lower() for word in words("instruments"))
    return named and title_like(content)


def _anew(below: Sequence[Line], counted: Mapping[str, int]) -> bool:
    first = next((line for line in below if line.division is not None), None)
    return (
        first is not None
        and first.division is not None
        and first.number in ("1", "I")
        and counted.get(first.division.slug, 0) > 1
    )
