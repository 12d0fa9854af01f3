"""Chapeaus: texts that announce a list, and the items of lists that carry no numbers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from policynlp.segment.lines import FINISHED, PAUSED, Line
from policynlp.segment.tables import announcements

_COLON = re.compile(r"[:：]\s*[-–—]?$|[–—]$")
_KOREAN_SENTENCE = re.compile(r"(?:다|요|까|오|함|임|음)[.!?。]?[\"'”’)\]」』]*$")
_TAIL = 160
"""Last characters of a text that are searched for an announcement."""
_ITEM_LENGTH = 600
"""Most characters of an item without a number."""


def announces(text: str) -> bool:
    """A colon at the end, or words that say that a list follows."""
    end = text[-_TAIL:].rstrip()
    return _COLON.search(end) is not None or announcements().search(_last_sentence(end)) is not None


def _last_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s+", text)[-1]


def finished(text: str) -> bool:
    """A whole sentence to its stop, in either language."""
    return FINISHED.search(text) is not None or _KOREAN_SENTENCE.search(text) is not None


def hangs(lead: str, item: str) -> bool:
    """True where ``item``, the first of a list, hangs under the text before it."""
    return announces(lead) or not finished(lead) or not finished(item)


def read_items(lines: Sequence[Line], text: str) -> list[Line]:
    """Lines without numbers that follow an announcement and are no sentences are its items."""
    found = list(lines)
    inside = False
    for index, line in enumerate(lines):
        if line.kind != "text" or line.markers:
            inside = line.kind == "text" and announces(text[line.start : line.end])
            continue
        content = text[line.start : line.end]
        previous = text[lines[index - 1].start : lines[index - 1].end] if index else ""
        caption = index + 1 < len(lines) and lines[index + 1].kind in ("row", "header")
        if inside and not caption and _is_item(content, previous, _follows(lines, index)):
            found[index] = replace(line, item=True)
            inside = not FINISHED.search(content)
        else:
            inside = announces(content)
    return found


def _follows(lines: Sequence[Line], index: int) -> bool:
    """True where a further line of the same section follows."""
    return index + 1 < len(lines) and lines[index + 1].kind == "text"


def _is_item(content: str, previous: str, more: bool) -> bool:
    if len(content) > _ITEM_LENGTH or announces(content):
        return False
    if PAUSED.search(content) and more:
        return content.rstrip()[-1] in ";；" or not finished(previous)
    return (
        not finished(content)
        or content[0].islower()
        or previous.rstrip().endswith((";", "；", "; and", "; or"))
    )
