"""White strips that part newspaper columns."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from policynlp.ingest.pdf.glyphs import Glyphs
from policynlp.ingest.pdf.line import Gap, Line, width

_WIDE = 0.9
"""Share of the font's height that the white space between two columns has at least."""
_STRETCHED = 1.2
"""A line so much wider than its characters, against the page's lines, has white space inside."""
_SAMPLE = 4
"""Long lines of a page that are looked into, to see whether pdfium reads across columns."""
_BESIDE = 0.75
"""Share of the font's height that two baselines may differ by and still stand side by side."""
_LEAST = 3
"""Pairs of lines that make a gutter."""
_FILLED, _LONG = 0.5, 7.0
"""Width of a column's middle line: as a share of its longest, in heights of the font. Cells are shorter."""
_MARKER = 6
"""Characters of a number or bullet, whose white space parts no columns."""

Segment = tuple[float, float, float, float]
"""Left end, right end, baseline, height of the font."""


def gaps(glyphs: Glyphs, lines: Sequence[Line], start: int) -> dict[int, list[Gap]]:
    """White space inside lines, by index of the line; only where there is reason to look."""
    whole = [index for index, line in enumerate(lines) if line.cell is None and len(line.text) > 2]
    ratios = {index: _ratio(lines[index]) for index in whole}
    if not ratios:
        return {}
    usual = median(ratios.values())
    longest = sorted(whole, key=lambda index: -len(lines[index].text))
    sample = longest[: max(1, len(longest) // 2)][:: max(1, len(longest) // (2 * _SAMPLE))]
    looked = {*sample, *(index for index in whole if ratios[index] > _STRETCHED * usual)}
    found = {index: inner for index in looked if (inner := _inner(glyphs, lines[index], start))}
    if any(index in found for index in sample):
        more = (index for index in whole if index not in looked)
        found |= {index: inner for index in more if (inner := _inner(glyphs, lines[index], start))}
    return found


def _ratio(line: Line) -> float:
    return (line.x1 - line.x0) / max(1.0, width(line.text) * line.size)


def _inner(glyphs: Glyphs, line: Line, start: int) -> list[Gap]:
    first, last = line.spans[0][0] - start, line.spans[-1][1] - start
    runs = [run for run in glyphs.stretches(first, last) if abs(run[2] - line.y) < line.size]
    found = []
    right = runs[0][1] if runs else 0.0
    for left, end, _ in runs[1:]:
        if left - right >= _WIDE * line.size:
            at = _first_right_of(glyphs, line, start, left - line.size / 4)
            if len(line.text[:at].strip()) > _MARKER:
                found.append(Gap(at, right, left))
        right = max(right, end)
    return found


def _first_right_of(glyphs: Glyphs, line: Line, start: int, x: float) -> int:
    """The first word of the line that starts right of ``x``."""
    places = [
        i for i, here in enumerate(line.text) if not here.isspace() and (not i or line.text[i - 1] == " ")
    ]
    low, high = 0, len(places) - 1
    while low < high:
        middle = (low + high) // 2
        if glyphs.extent(line.place(places[middle]) - start)[0] < x:
            low = middle + 1
        else:
            high = middle
    return places[low]


def gutters(lines: Sequence[Line], inner: Mapping[int, Sequence[Gap]]) -> tuple[float, ...]:
    """Where the gutters of a page stand, from the left; none on a page with one column."""
    if not inner and not _side_by_side(lines):
        return ()
    segments = [part for index, line in enumerate(lines) for part in _segments(line, inner.get(index, ()))]
    spaces = _between(segments)
    found: list[float] = []
    while len(spaces) >= _LEAST:
        x, crossing = _deepest(spaces)
        if len(crossing) < _LEAST:
            break
        if _filled(crossing):
            found.append(x)
        spaces = [space for space in spaces if space not in crossing]
    return tuple(sorted(found))


def _side_by_side(lines: Sequence[Line]) -> bool:
    """True where two lines share a height: false for nearly every page, and quick."""
    heights = sorted((line.y, line.size) for line in lines)
    return any(after[0] - before[0] < _BESIDE * after[1] for before, after in pairwise(heights))


def _segments(line: Line, inner: Sequence[Gap]) -> list[Segment]:
    starts = [line.x0, *(gap.x1 for gap in inner)]
    ends = [*(gap.x0 for gap in inner), line.x1]
    return [(a, b, line.y, line.size) for a, b in zip(starts, ends, strict=True)]


Space = tuple[Segment, Segment]
"""Two segments side by side, nothing between them."""


def _between(segments: Sequence[Segment]) -> list[Space]:
    """Each segment with its nearest neighbour to the right."""
    ordered = sorted(segments, key=lambda segment: -segment[2])
    found = []
    for index, left in enumerate(ordered):
        near: Segment | None = None
        for step in (-1, 1):
            place = index + step
            while 0 <= place < len(ordered) and abs(ordered[place][2] - left[2]) < _BESIDE * left[3]:
                other = ordered[place]
                if other[0] - left[1] >= _WIDE * left[3] and (near is None or other[0] < near[0]):
                    near = other
                place += step
        if near is not None:
            found.append((left, near))
    return found


def _deepest(spaces: Sequence[Space]) -> tuple[float, list[Space]]:
    """The place that most white spaces share, and those spaces."""
    marks = sorted([(left[1], 1) for left, _ in spaces] + [(right[0], -1) for _, right in spaces])
    depth = most = 0
    low = high = 0.0
    for place, (x, step) in enumerate(marks):
        depth += step
        if depth > most:
            most, low, high = depth, x, marks[place + 1][0]
    x = (low + high) / 2
    return x, [space for space in spaces if space[0][1] <= x <= space[1][0]]


def _filled(crossing: Sequence[Space]) -> bool:
    """True for running text: most lines of both columns are long, and about as long as the longest."""
    return all(_runs([space[side] for space in crossing]) for side in (0, 1))


def _runs(side: Sequence[Segment]) -> bool:
    widths = [right - left for left, right, _, _ in side]
    usual = median(widths)
    return usual >= _FILLED * max(widths) and usual >= _LONG * median(size for *_, size in side)
