"""Running headers, footers and page numbers, told by where they stand and that they come again."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import median

from policynlp.ingest.clean import OPENER
from policynlp.ingest.parsed import Beside
from policynlp.ingest.pdf.line import Line, Page
from policynlp.records import AsideKind

_MARGIN = 0.15
"""Share of the page's height, at its head and foot, in which furniture stands."""
_OUTER = 3
"""Lines at each end of a page that can be furniture."""
_LENGTH = 160
"""Most characters of a running line."""
_STEADY = 3.0
"""Points that a running line moves by at most."""
_APART = 1.7
"""White space between a running line and the text, in heights of the font, from baseline to baseline."""
_BLOCK = 2.2
"""Heights of the font between the baselines of two running lines, at most."""
_PAGES = 3
"""Pages that a line runs on at least; two in a document that has no more."""
_HALF, _MOST = 0.5, 0.6
"""Share of the pages from which no white space is asked for; from which the words may differ."""
_COUNTED = 2
"""Pages whose bare numbers count on alike."""
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?:[-–—~·•<\[(|=]+ ?)?(?:page |p\. ?|쪽 ?|제 ?)?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:/|of|중) ?\d{1,4})?"
    r"(?: ?(?:쪽|페이지|면|page))?(?: ?[-–—~·•>\])|=]+)?",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,4}|[ivxl]{1,6}", re.IGNORECASE)


def without_furniture(pages: Sequence[Page]) -> tuple[list[Page], list[Beside]]:
    """The pages without their running lines, and those, in order."""
    outer = {page.number: dict(_outer(page)) for page in pages}
    keys = _running(pages, outer)
    shifts = _shifts(pages, outer)
    kept, beside = [], []
    for page in pages:
        ends = outer[page.number]
        sides = (
            [index for index in ends if ends[index]],
            [index for index in reversed(ends) if not ends[index]],
        )
        gone: dict[int, AsideKind] = {}
        for top, side in zip((True, False), sides, strict=True):
            gone |= _gone(page, side, top, keys, shifts)
        lines = tuple(line for index, line in enumerate(page.lines) if index not in gone)
        kept.append(replace(page, lines=lines) if gone else page)
        beside += [
            Beside(kind, page.lines[index].text.strip(), page.number) for index, kind in sorted(gone.items())
        ]
    return kept, beside


def _gone(
    page: Page, side: Sequence[int], top: bool, keys: frozenset["Slot"], shifts: Counter[int]
) -> dict[int, AsideKind]:
    """Furniture at one end of a page, from the outside inwards: it is one block, but for page numbers."""
    found: dict[int, AsideKind] = {}
    last = None
    for index in side:
        line = page.lines[index]
        if _is_page_number(page, line, top, shifts):
            found[index] = "page_number"
            continue
        near = last is None or abs(last - line.y) <= _BLOCK * line.size
        if not near or (_slot(line, top) not in keys and (top, round(line.y)) not in keys):
            break
        found[index] = "header" if top else "footer"
        last = line.y
    return found


def _outer(page: Page) -> Iterator[tuple[int, bool]]:
    """Index of each line that can be furniture, and whether it stands at the head."""
    free = sorted((-line.y, index) for index, line in enumerate(page.lines) if line.cell is None)
    for ends, top in ((free[:_OUTER], True), (free[-_OUTER:], False)):
        for depth, index in ends:
            height = -depth / page.height
            inside = height > 1 - _MARGIN if top else height < _MARGIN
            if inside and len(page.lines[index].text) <= _LENGTH:
                yield index, top


Slot = tuple[bool, str] | tuple[bool, int]
"""At the head or not, and the words without their numbers; or at the head or not, and the height."""


def _slot(line: Line, top: bool) -> tuple[bool, str]:
    text = line.text.strip()
    return top, text if OPENER.match(text) else _DIGITS.sub("#", text)


def _running(pages: Sequence[Page], outer: Mapping[int, Mapping[int, bool]]) -> frozenset[Slot]:
    """What stands at one place on page after page."""
    groups: dict[Slot, list[tuple[float, bool]]] = {}
    places: dict[Slot, list[tuple[float, bool]]] = {}
    for page in pages:
        ends = list(outer[page.number])
        for index, top in outer[page.number].items():
            line = page.lines[index]
            mark = (line.y, _apart(page, line, top))
            groups.setdefault(_slot(line, top), []).append(mark)
            if index in (ends[0], ends[-1]):
                places.setdefault((top, round(line.y)), []).append(mark)
    least = min(_PAGES, max(2, len(pages)))
    same = {slot for slot, marks in groups.items() if _runs(marks, least, _HALF * len(pages))}
    often = max(_PAGES + 1, _MOST * len(pages))
    steady = {
        slot for slot, marks in places.items() if len(marks) >= often and all(apart for _, apart in marks)
    }
    return frozenset(same | steady)


def _runs(marks: Sequence[tuple[float, bool]], least: int, half: float) -> bool:
    middle = median(y for y, _ in marks)
    steady = [apart for y, apart in marks if abs(y - middle) <= _STEADY]
    return len(steady) >= least and (2 * sum(steady) >= len(steady) or len(steady) > max(half, least))


def _apart(page: Page, line: Line, top: bool) -> bool:
    """True where white space parts the line from what stands next to it, inwards."""
    least = line.size / 2
    if top:
        inner = [line.y - other.y for other in page.lines if line.y - other.y > least]
    else:
        inner = [other.y - line.y for other in page.lines if other.y - line.y > least]
    return not inner or min(inner) >= _APART * line.size


def _is_page_number(page: Page, line: Line, top: bool, shifts: Counter[int]) -> bool:
    """``- 3 -``, ``3/12``; a bare number where it counts with the pages, or stands apart."""
    text = line.text.strip()
    if not _NUMBER.fullmatch(text):
        return False
    counts = text.isdecimal() and shifts[int(text) - page.number] >= _COUNTED
    return counts or not _BARE.fullmatch(text) or _apart(page, line, top)


def _shifts(pages: Sequence[Page], outer: Mapping[int, Mapping[int, bool]]) -> Counter[int]:
    """How far bare numbers are from the count of pages, by how often."""
    bare = ((page, page.lines[index].text.strip()) for page in pages for index in outer[page.number])
    return Counter(int(text) - page.number for page, text in bare if text.isdecimal() and len(text) <= 4)
