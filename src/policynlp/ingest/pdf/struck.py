"""Words that are struck out: deletions that a file with tracked changes was printed with."""

from collections.abc import Sequence

from policynlp.ingest.pdf.glyphs import Glyphs
from policynlp.ingest.pdf.line import Edge, Line

_THROUGH = (0.15, 0.45)
"""Heights of the font above the baseline at which a line goes through small letters; underlines lie below."""
_OVER = 2.0
"""Points by which it may stand out at both sides of the line of text."""


def without_struck(
    glyphs: Glyphs, lines: Sequence[Line], edges: Sequence[Edge], start: int
) -> tuple[list[Line], list[str]]:
    """The lines without what is struck out, and that; ``start`` is the offset of the page's text."""
    level = [edge for edge in edges if edge.x1 - edge.x0 > edge.y1 - edge.y0]
    if not level:
        return list(lines), []
    kept: list[Line] = []
    struck: list[str] = []
    for line in lines:
        through = [edge for edge in level if _goes_through(edge, line)]
        if not through:
            kept.append(line)
            continue
        gone = [_is_struck(glyphs, line.place(index) - start, through) for index in range(len(line.text))]
        struck.append("".join(c for c, out in zip(line.text, gone, strict=True) if out).strip())
        rest = _rest(line, gone)
        if rest.text.strip():
            kept.append(rest)
    return kept, [words for words in struck if words]


def _goes_through(edge: Edge, line: Line) -> bool:
    high = (edge.y0 + edge.y1) / 2 - line.y
    inside = line.x0 - _OVER <= edge.x0 and edge.x1 <= line.x1 + _OVER
    return inside and _THROUGH[0] * line.size <= high <= _THROUGH[1] * line.size


def _is_struck(glyphs: Glyphs, place: int, through: Sequence[Edge]) -> bool:
    left, right = glyphs.extent(place)
    return any(edge.x0 <= (left + right) / 2 <= edge.x1 for edge in through)


def _rest(line: Line, gone: Sequence[bool]) -> Line:
    """The characters that stay; a space that stood on both sides of what goes stands once."""
    places: list[int] = []
    for index, out in enumerate(gone):
        doubled = line.text[index] == " " and places and line.text[places[-1]] == " "
        if not out and not doubled:
            places.append(index)
    return line._replace(
        text="".join(line.text[index] for index in places),
        spans=tuple((line.place(index), line.place(index) + 1) for index in places),
        raised=(),
    )
