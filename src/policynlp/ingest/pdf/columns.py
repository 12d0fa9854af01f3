"""Reading order: bands from the top, columns from the left, lines from the top."""

import itertools
from collections.abc import Sequence

from policynlp.ingest.pdf.gutters import gutters
from policynlp.ingest.pdf.line import Column, Line

_SAME_LINE = 0.3
"""Share of the font's height that two baselines of one line may differ by."""
_CALL, _SMALL = 3, 0.85
"""Characters of a footnote's call, at most; its font against the line's."""
_SLACK = 2.0
"""Points that a line may reach into a gutter."""


def ordered(lines: Sequence[Line]) -> list[Line]:
    """Lines of a page in reading order, each with its column and the column's edges."""
    parted = gutters(lines, {})
    if not parted:
        return _in_column(_as_filed(lines), 0)
    found: list[Line] = []
    column = 0
    for band in _bands(sorted(lines, key=lambda line: -line.y), parted):
        for place in range(len(parted) + 1):
            inside = [line for line in band if _place(line, parted) == place]
            if inside:
                found += _in_column(sorted(inside, key=lambda line: -line.y), column)
                column += 1
    return found


def _as_filed(lines: Sequence[Line]) -> list[Line]:
    """The file's own order where it goes down the page, else by height."""
    pairs = itertools.pairwise(lines)
    falls = all(after.y <= before.y + _SAME_LINE * before.size for before, after in pairs)
    return list(lines) if falls else sorted(lines, key=lambda line: (-line.y, line.x0))


def _crosses(line: Line, parted: Sequence[float]) -> bool:
    return any(line.x0 < x - _SLACK and line.x1 > x + _SLACK for x in parted)


def _bands(lines: Sequence[Line], parted: Sequence[float]) -> list[list[Line]]:
    """Stretches of the page in columns, and the lines that run across them."""
    bands: list[list[Line]] = []
    across = False
    for line in lines:
        here = _crosses(line, parted)
        if bands and here == across:
            bands[-1].append(line)
        else:
            bands.append([line])
        across = here
    return bands


def _place(line: Line, parted: Sequence[float]) -> int:
    """Which column, by the line's start: one that runs across belongs to the first."""
    if _crosses(line, parted):
        return 0
    return sum(x < (line.x0 + line.x1) / 2 for x in parted)


def _in_column(lines: Sequence[Line], index: int) -> list[Line]:
    if not lines:
        return []
    merged = _merged(lines)
    left, right = min(line.x0 for line in merged), max(line.x1 for line in merged)
    column = Column(merged[0].page, index, left, right)
    return [line.within(column) for line in merged]


def _merged(lines: Sequence[Line]) -> list[Line]:
    """Parts of one line put together: a number that stands apart from its text, a call, words round a gap."""
    found: list[Line] = []
    for line in lines:
        beside = found and abs(found[-1].y - line.y) < max(found[-1].size, line.size)
        if beside and found[-1].text and line.text:
            first, second = sorted((found[-1], line), key=lambda part: part.x0)
            if _is_call(first, second):
                found[-1] = _called(first, second)
                continue
            same = abs(first.y - second.y) <= _SAME_LINE * min(first.size, second.size)
            if same and second.x0 >= first.x1 - first.size:
                found[-1] = _joined(first, second)
                continue
        found.append(line)
    return found


def _is_call(first: Line, second: Line) -> bool:
    """True for a small raised mark right after the end of a line."""
    if len(second.text.strip()) > _CALL or second.size > _SMALL * first.size:
        return False
    return 0 < second.y - first.y < first.size and abs(second.x0 - first.x1) <= _SLACK


def _called(first: Line, second: Line) -> Line:
    before, mark = first.cut(0, len(first.text.rstrip())), second.cut(0, len(second.text.rstrip()))
    start = len(before.text)
    return before._replace(
        text=before.text + mark.text,
        spans=(*before.spans, *mark.spans),
        raised=(*before.raised, (start, start + len(mark.text))),
    )


def _joined(first: Line, second: Line) -> Line:
    text = first.text if first.text.endswith(" ") else first.text + " "
    end = first.spans[-1][1]
    glue = () if first.text.endswith(" ") else ((end, end + 1),)
    raised = tuple((a + len(text), b + len(text)) for a, b in second.raised)
    longer = max(first, second, key=lambda line: len(line.text))
    return second._replace(
        text=text + second.text,
        spans=(*first.spans, *glue, *second.spans),
        x0=first.x0,
        size=longer.size,
        bold=longer.bold,
        raised=first.raised + raised,
    )
