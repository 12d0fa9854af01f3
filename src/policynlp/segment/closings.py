"""The closing words of an instrument, where a file runs them on to its last article."""

from collections.abc import Sequence
from dataclasses import replace

from policynlp.segment.lines import Line, trimmed
from policynlp.segment.tables import closing


def split_closings(lines: Sequence[Line], text: str) -> list[Line]:
    """Lines are cut before *In witness whereof* or 이상의 증거로, if a sentence has ended there.

    The words that attest an instrument are no part of the provision that they were run on to.
    """
    found: list[Line] = []
    for line in lines:
        match = closing().search(text, line.start + 1, line.end) if line.kind == "text" else None
        if match is None:
            found.append(line)
            continue
        start, end = trimmed(text, line.start, match.start())
        found.append(replace(line, start=start, end=end))
        start, end = trimmed(text, match.start(), line.end)
        found.append(replace(line, start=start, end=end, label=""))
    return found
