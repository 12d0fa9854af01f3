"""Footnotes: small print under the text, with the place that calls them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policynlp.ingest.pdf.line import Edge, Line

_MARK = re.compile(r"(?:(\d{1,3})|([*†‡§]{1,3})|([¹²³⁴-⁹]{1,3})|\((\d{1,3})\)|\[(\d{1,3})\])[)\].]? ?(?=\S)")
_SMALL = 0.93
"""Share of the text's font that a note is set in at most."""
_RULE = (0.08, 0.6)
"""Width of the line above notes, as a share of the column's."""
_NEAR = 8.0
"""Points that this line may stand off the column's edge."""
_SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its lines, and the mark that calls it."""

    mark: str
    lines: tuple[Line, ...]
    """Without the mark."""
    page: int
    at: int = -1
    """Offset in the source of the place that calls it."""


def parted(
    lines: Sequence[Line], edges: Sequence[Edge], body: float, open_note: bool
) -> tuple[list[Line], list[Note]]:
    """The running text of a page without the calls, and its notes.

    ``body`` is the height of the text's font; ``open_note`` says that the page before ended inside a note.
    Small print is a note where its mark is called on the page, or a short line is ruled above it.
    """
    text: list[Line] = []
    small: list[Line] = []
    for column in _by_column(lines):
        start = _start(column, edges, body, open_note and not small)
        text += column[:start]
        small += column[start:]
    notes = _notes(small)
    calls = _calls(text, frozenset(note.mark for note in notes))
    found = [Note(note.mark, note.lines, note.page, calls.get(note.mark, (-1, 0, 0))[0]) for note in notes]
    return [_uncalled(line, calls) if line.raised else line for line in text], found


def _by_column(lines: Sequence[Line]) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in lines:
        if found and found[-1][0].column == line.column:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _start(column: Sequence[Line], edges: Sequence[Edge], body: float, open_note: bool) -> int:
    """Index of the first line of the notes at a column's foot; its length where it has none."""
    end = len(column)
    ruled = _under_rule(column, edges)
    small = end
    while small and column[small - 1].size <= _SMALL * body and column[small - 1].cell is None:
        small -= 1
    for start, sure in ((ruled, True), (small, False)):
        while start < end:
            called = sure or _raised_mark(column[start]) or _is_called(column[:start], column[start])
            if called and (_MARK.match(column[start].text) or open_note):
                return start
            if sure:
                break
            start += 1
    return end


def _under_rule(column: Sequence[Line], edges: Sequence[Edge]) -> int:
    """Index of the first line under a short ruled line at the column's left edge."""
    left, right = column[0].column[2:]
    width = max(1.0, right - left)
    for edge in edges:
        share = (edge.x1 - edge.x0) / width
        if edge.y1 - edge.y0 < 1 and _RULE[0] <= share <= _RULE[1] and abs(edge.x0 - left) <= _NEAR:
            under = [index for index, line in enumerate(column) if line.y < edge.y0]
            if under and under == list(range(under[0], len(column))):
                return under[0]
    return len(column)


def _raised_mark(line: Line) -> bool:
    return any(start == 0 for start, _ in line.raised)


def _is_called(text: Sequence[Line], note: Line) -> bool:
    found = _MARK.match(note.text)
    return found is not None and bool(_calls(text, frozenset({_name(found)})))


def _name(mark: re.Match[str]) -> str:
    return next(group for group in mark.groups() if group).translate(_SUPERSCRIPTS)


def _notes(lines: Sequence[Line]) -> list[Note]:
    """Lines by note; those before the first mark go on with the note of the page before."""
    found: list[Note] = []
    for line in lines:
        mark = _MARK.match(line.text)
        if mark and _follows(mark, found):
            found.append(Note(_name(mark), (line.cut(mark.end(), len(line.text)),), line.page))
        elif found:
            found[-1] = Note(found[-1].mark, (*found[-1].lines, line), found[-1].page)
        else:
            found.append(Note("", (line,), line.page))
    return found


def _follows(mark: re.Match[str], before: Sequence[Note]) -> bool:
    """A number counts on from the note before; in the middle of a note it is only a number."""
    name, last = _name(mark), before[-1].mark if before else ""
    return not (name.isdecimal() and last.isdecimal()) or int(name) == int(last) + 1


Call = tuple[int, int, int]
"""Offset in the source of the character before the call, and the call's range in its line."""


def _calls(lines: Sequence[Line], marks: frozenset[str]) -> dict[str, Call]:
    found: dict[str, Call] = {}
    for line in lines:
        for start, end in line.raised:
            name = line.text[start:end].rstrip(")").translate(_SUPERSCRIPTS)
            if name in marks and name not in found:
                found[name] = (line.place(max(0, start - 1)), start, end)
    return found


def _uncalled(line: Line, calls: Mapping[str, Call]) -> Line:
    """The line without the calls of notes."""
    for start, end in reversed(line.raised):
        name = line.text[start:end].rstrip(")").translate(_SUPERSCRIPTS)
        call = calls.get(name)
        if call and call[0] == line.place(max(0, start - 1)):
            head = len(line.text[:start].rstrip())
            before, after = line.cut(0, head), line.cut(end, len(line.text))
            line = line._replace(text=before.text + after.text, spans=before.spans + after.spans)
    return line._replace(raised=())
