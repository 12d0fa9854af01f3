"""All pages together: running lines and notes apart, the rest as pieces in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from policynlp.ingest.clean import normalise, wordless
from policynlp.ingest.parsed import Beside, Piece
from policynlp.ingest.pdf import notes, tables
from policynlp.ingest.pdf.columns import ordered
from policynlp.ingest.pdf.flow import Layout, body_size, continues, grouped, is_heading, usual_leading
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
"""Points by which the bullets of two depths are set apart, in heights of the font."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """The text of a document, and what is kept apart."""

    pieces: tuple[Piece, ...]
    beside: tuple[Beside, ...]


def assembled(pages: Sequence[Page]) -> Assembled:
    """Pieces in reading order; headers, footers, page numbers and footnotes beside them."""
    kept, beside = without_furniture(pages)
    body = body_size([line for page in kept for line in page.lines])
    flows, found = [], list[notes.Note]()
    open_note = False
    for page in kept:
        text, here = notes.parted(_with_tables(page), page.drawn.edges, body, open_note)
        open_note = bool(here) and not here[-1].lines[-1].text.rstrip().endswith(_SENTENCE_ENDS)
        found += here
        flows.append(text)
    lines = _margins(flows, kept)
    layout = Layout(body, usual_leading([line for line in lines if line.text]))
    joiner = _joiner(lines, kept, layout)
    texts = tuple(_pieces(lines, kept, layout, joiner))
    return Assembled(texts, _in_page_order([*beside, *_noted(found, joiner)]))


def _with_tables(page: Page) -> list[Line]:
    """Lines in reading order; a table is one empty line at its place."""
    free = [line for line in page.lines if line.cell is None]
    for index, grid in enumerate(page.grids):
        box = grid.box
        free.append(Line("", (), page.number, box.x0, box.x1, box.y1 - 1, 1.0, cell=(index, -1, -1)))
    return ordered(free)


def _margins(flows: Sequence[Sequence[Line]], pages: Sequence[Page]) -> list[Line]:
    """All lines, each with the right edge that its column has on any page of that width."""
    rights: dict[tuple[int, int], float] = {}
    for lines, page in zip(flows, pages, strict=True):
        for line in lines:
            if line.text:
                key = (round(page.width), round(line.left / 20))
                rights[key] = max(rights.get(key, 0.0), line.right)
    found = []
    for lines, page in zip(flows, pages, strict=True):
        for line in lines:
            key = (round(page.width), round(line.left / 20))
            found.append(line._replace(right=rights.get(key, line.right)))
    return found


def _joiner(lines: Sequence[Line], pages: Sequence[Page], layout: Layout) -> Joiner:
    inside = [line for page in pages for line in page.lines if line.cell]
    free = [line for line in lines if line.text]
    cut = [before for before, after in pairwise(free) if continues((before,), after, layout)]
    cut += [before for before, after in pairwise(inside) if before.cell == after.cell]
    return Joiner.of([*free, *inside], cut)


def _pieces(lines: Sequence[Line], pages: Sequence[Page], layout: Layout, joiner: Joiner) -> Iterator[Piece]:
    by_number = {page.number: page for page in pages}
    flow: list[Line] = []
    open_table: tables.Table | None = None
    for line in lines:
        if line.text:
            if open_table:
                yield from tables.pieces(open_table, joiner.together)
                open_table = None
            flow.append(line)
            continue
        yield from _paragraphs(flow, layout, joiner)
        flow = []
        page, index = by_number[line.page], line.cell[0] if line.cell else 0
        here = tables.table(page.grids[index], index, page.lines, line.page)
        whole = tables.continued(open_table, here) if open_table else None
        if open_table and whole is None:
            yield from tables.pieces(open_table, joiner.together)
        open_table = whole or here
    yield from _paragraphs(flow, layout, joiner)
    if open_table:
        yield from tables.pieces(open_table, joiner.together)


def _paragraphs(lines: Sequence[Line], layout: Layout, joiner: Joiner) -> Iterator[Piece]:
    groups = grouped(lines, layout)
    bullets = sorted({round(group[0].x0) for group in groups if BULLET.match(group[0].text)})
    sizes = sorted({round(group[0].size) for group in groups if is_heading(group[0], layout)}, reverse=True)
    for group in groups:
        text = with_symbols(normalise(joiner.together(group)).strip())
        if wordless(text.text):
            continue
        page, first = group[0].page, group[0]
        if BULLET.match(first.text):
            yield Piece(text, "item", _depth(bullets, first), page=page)
        elif _heads(group, text, layout):
            yield Piece(text, "heading", min(_LEVELS, 1 + sizes.index(round(first.size))), page=page)
        else:
            yield Piece(text, page=page)


def _depth(bullets: Sequence[int], line: Line) -> int:
    """How many steps a bullet is set in, among all bullets."""
    depth, last = 0, -1e9
    for x in bullets:
        if x - last > _STEP * line.size:
            depth, last = depth + 1, x
        if x >= round(line.x0):
            break
    return depth


def _heads(group: Sequence[Line], text: Traced, layout: Layout) -> bool:
    short = len(text) <= _HEADING_LENGTH and not text.text.endswith(_SENTENCE_ENDS)
    return short and all(is_heading(line, layout) for line in group)


def _noted(found: Sequence[notes.Note], joiner: Joiner) -> list[Beside]:
    """Footnotes; one without a mark goes on with the one before."""
    beside: list[Beside] = []
    for note in found:
        text = normalise(joiner.together(note.lines)).strip().text
        if note.mark or not beside:
            beside.append(Beside("footnote", text, note.page, note.at))
        else:
            last = beside[-1]
            beside[-1] = Beside("footnote", f"{last.text} {text}", last.page, last.source)
    return beside


def _in_page_order(beside: Sequence[Beside]) -> tuple[Beside, ...]:
    order = {"header": 0, "footnote": 1, "footer": 2, "page_number": 3}
    return tuple(sorted(beside, key=lambda one: (one.page, order.get(one.kind, 1))))
