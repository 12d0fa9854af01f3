"""All pages together: running lines and notes apart, the rest as pieces in reading order."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from policynlp.ingest.clean import normalise, wordless
from policynlp.ingest.parsed import Beside, Piece
from policynlp.ingest.pdf import notes, tables
from policynlp.ingest.pdf.columns import ordered
from policynlp.ingest.pdf.facing import facing, rows
from policynlp.ingest.pdf.flow import Layout, body_size, grouped, is_heading, usual_leading
from policynlp.ingest.pdf.furniture import without_furniture
from policynlp.ingest.pdf.line import Line, Page
from policynlp.ingest.pdf.rejoin import Joiner
from policynlp.ingest.pdf.symbols import BULLET, with_symbols
from policynlp.ingest.traced import Traced

_HEADING_LENGTH = 160
"""Most characters of a heading."""
_LEVELS = 4
"""Depths of headings that fonts tell apart."""
_SENTENCE_ENDS = (".", "!", "?", ";", ":", ",", "。")
_STEP = 0.9
"""Heights of the font by which the bullets of two depths are set apart."""
_LEFTS = 20
"""Points in which the left edges of one column lie, from page to page."""
_ODD = re.compile("[^ -~가-힣‘’“”·ㆍ–—①-⑳]|  ")
"""What may need putting in order: most paragraphs have none of it."""

Part = list[Line] | tables.Table
"""A paragraph, or a table."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """The text of a document, and what is kept apart."""

    pieces: tuple[Piece, ...]
    beside: tuple[Beside, ...]


def assembled(pages: Sequence[Page]) -> Assembled:
    """Pieces in reading order; headers, footers, page numbers and footnotes beside them."""
    kept, beside = without_furniture(pages)
    body = body_size([line for page in kept for line in page.lines])
    lines, found = _running(kept, body)
    layout = Layout(body, usual_leading([line for line in lines if line.text]))
    parts = list(_parts(_margins(lines, kept), {page.number: page for page in kept}, layout))
    groups = [group for part in parts for group in _groups(part)]
    every = [line for group in groups for line in group]
    joiner = Joiner.of(every, [line for group in groups for line in group[:-1]])
    texts = tuple(_pieces(parts, layout, joiner))
    return Assembled(texts, _in_page_order([*beside, *_noted(found, joiner)]))


def _running(pages: Sequence[Page], body: float) -> tuple[list[Line], list[notes.Note]]:
    """Lines in reading order, an empty one in the place of each table, and the footnotes."""
    lines: list[Line] = []
    found: list[notes.Note] = []
    open_note = False
    for page in pages:
        text, here = notes.parted(_with_tables(page), page.drawn.edges, body, open_note)
        open_note = bool(here) and not here[-1].lines[-1].text.rstrip().endswith(_SENTENCE_ENDS)
        lines += text
        found += here
    return lines, found


def _with_tables(page: Page) -> list[Line]:
    free = [line for line in page.lines if line.cell is None] if page.grids else list(page.lines)
    for index, grid in enumerate(page.grids):
        box = grid.box
        free.append(Line("", (), page.number, box.x0, box.x1, box.y1 - 1, 1.0, cell=(index, -1, -1)))
    return ordered(free)


def _margins(lines: Sequence[Line], pages: Sequence[Page]) -> list[Line]:
    """The lines, their columns as wide as they are on any page of that size."""
    widths = {page.number: round(page.width) for page in pages}
    rights: dict[tuple[int, int], float] = {}
    columns = {line.column: (widths[line.page], round(line.column.left / _LEFTS)) for line in lines}
    for column, key in columns.items():
        rights[key] = max(rights.get(key, 0.0), column.right)
    wide = {
        column: column if column.right == rights[key] else column._replace(right=rights[key])
        for column, key in columns.items()
    }
    return [line if line.column is wide[line.column] else line.within(wide[line.column]) for line in lines]


def _parts(lines: Sequence[Line], pages: Mapping[int, Page], layout: Layout) -> Iterator[Part]:
    """Paragraphs and tables; a table that goes on over the page is one."""
    flow: list[Line] = []
    open_table: tables.Table | None = None
    for found in _runs(lines, pages, layout):
        if isinstance(found, list):
            flow += found
            continue
        whole = tables.continued(open_table, found) if open_table and not flow else None
        if open_table and whole is None:
            yield open_table
        yield from grouped(flow, layout)
        flow, open_table = [], whole or found
    if open_table:
        yield open_table
    yield from grouped(flow, layout)


def _runs(lines: Sequence[Line], pages: Mapping[int, Page], layout: Layout) -> Iterator[Part]:
    """Columns and tables, in reading order; two columns that face each other in two languages are a table."""
    columns = [list(run) for _, run in groupby(lines, key=lambda line: (line.column, line.cell))]
    before: list[Line] = []
    for run in columns:
        if run[0].cell:
            yield before
            index = run[0].cell[0]
            page = pages[run[0].page]
            found = tables.table(page.grids[index], index, page.lines, page.number)
            if found.rows:
                yield found
            before = []
        elif before and facing(before, run):
            yield rows(before, run, layout)
            before = []
        else:
            yield before
            before = run
    yield before


def _groups(part: Part) -> list[Sequence[Line]]:
    """Lines that become one text: a paragraph's, or each cell's."""
    return (
        [cell for row in part.rows for cell in row.cells if cell]
        if isinstance(part, tables.Table)
        else [part]
    )


def _pieces(parts: Sequence[Part], layout: Layout, joiner: Joiner) -> Iterator[Piece]:
    firsts = [part[0] for part in parts if isinstance(part, list)]
    bullets = sorted({round(line.x0) for line in firsts if BULLET.match(line.text)})
    sizes = sorted({round(line.size) for line in firsts if is_heading(line, layout)}, reverse=True)
    for part in parts:
        if isinstance(part, tables.Table):
            yield from tables.pieces(part, lambda cell: _clean(joiner.together(cell)))
            continue
        text, first = _clean(joiner.together(part)), part[0]
        if wordless(text.text):
            continue
        if BULLET.match(first.text):
            yield Piece(text, "item", _depth(bullets, first), page=first.page)
        elif _heads(part, text, layout):
            yield Piece(text, "heading", min(_LEVELS, 1 + sizes.index(round(first.size))), page=first.page)
        else:
            yield Piece(text, page=first.page)


def _clean(text: Traced) -> Traced:
    if _ODD.search(text.text) is None and unicodedata.is_normalized("NFC", text.text):
        return text
    return with_symbols(normalise(text).strip())


def _depth(bullets: Sequence[int], line: Line) -> int:
    """How many steps a bullet is set in, among all bullets."""
    steps = [x for before, x in pairwise((-1000, *bullets)) if x - before > _STEP * line.size]
    return max(1, sum(x <= round(line.x0) for x in steps))


def _heads(group: Sequence[Line], text: Traced, layout: Layout) -> bool:
    if not all(is_heading(line, layout) for line in group):
        return False
    return len(text) <= _HEADING_LENGTH and not text.text.endswith(_SENTENCE_ENDS)


def _noted(found: Sequence[notes.Note], joiner: Joiner) -> list[Beside]:
    """Footnotes; one without a mark goes on with the one before."""
    beside: list[Beside] = []
    for note in found:
        text = _clean(joiner.together(note.lines)).text
        if note.mark or not beside:
            beside.append(Beside("footnote", text, note.page, note.at))
        else:
            last = beside[-1]
            beside[-1] = Beside("footnote", f"{last.text} {text}", last.page, last.source)
    return beside


def _in_page_order(beside: Sequence[Beside]) -> tuple[Beside, ...]:
    order = {"header": 0, "footnote": 1, "footer": 2, "page_number": 3}
    return tuple(sorted(beside, key=lambda one: (one.page, order.get(one.kind, 1))))
