"""Two languages side by side without ruled lines: as rows, so that what faces each other stays together."""

import re
from collections.abc import Sequence

from policynlp.ingest.pdf.flow import Layout, grouped
from policynlp.ingest.pdf.line import Line
from policynlp.ingest.pdf.tables import Row, Table

_HANGUL = re.compile("[가-힣]")
_LATIN = re.compile("[A-Za-z]")
_MOSTLY = 0.8
"""Share of its letters that a column has in its language's script."""
_LEAST = 3
"""Lines of a column."""
_LEVEL = 0.4
"""Heights of the font by which two paragraphs that face each other start apart, at most."""


def facing(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """True for two columns that stand beside each other, one in Korean and one in another language."""
    if min(len(left), len(right)) < _LEAST or left[0].column.page != right[0].column.page:
        return False
    beside = (
        left[0].column.right < right[0].column.left and left[0].y > right[-1].y and right[0].y > left[-1].y
    )
    if not beside:
        return False
    low, high = sorted((_korean(left), _korean(right)))
    return low <= 1 - _MOSTLY and high >= _MOSTLY


def _korean(lines: Sequence[Line]) -> float:
    text = "".join(line.text for line in lines)
    hangul, latin = len(_HANGUL.findall(text)), len(_LATIN.findall(text))
    return hangul / max(1, hangul + latin)


def rows(left: Sequence[Line], right: Sequence[Line], layout: Layout) -> Table:
    """A table of two columns; a row starts where both have a paragraph that starts at the same height."""
    sides = grouped(left, layout), grouped(right, layout)
    starts = [group[0] for group in sides[0] if any(_level(group[0], other[0]) for other in sides[1])]
    cells: list[tuple[list[Line], list[Line]]] = [([], []) for _ in range(len(starts) + 1)]
    for side, groups in enumerate(sides):
        for group in groups:
            row = sum(group[0].y <= start.y + _LEVEL * start.size for start in starts)
            cells[row][side].extend(group)
    page = left[0].page
    found = tuple(Row((tuple(a), tuple(b)), page, False) for a, b in cells if a or b)
    return Table(found, (left[0].column.left, right[0].column.left), page)


def _level(line: Line, other: Line) -> bool:
    return abs(line.y - other.y) <= _LEVEL * line.size
