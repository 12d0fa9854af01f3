"""A section of HWP 5, record by record, to paragraphs."""

import itertools
import struct
from collections.abc import Iterator, Sequence

from policynlp.ingest.hwp.container import read_streams
from policynlp.ingest.hwp.information import read_sheet, string
from policynlp.ingest.hwp.model import Box, Cell, Content, Inline, Note, Paragraph, Section, Table
from policynlp.ingest.hwp.numbers import STYLES, number
from policynlp.ingest.hwp.records import Record, records, tree
from policynlp.records import AsideKind

_PARAGRAPH, _TEXT, _CONTROL, _LIST, _SHAPE, _TABLE = 66, 67, 71, 72, 76, 77
_EQUATION, _ART, _MEMOS = 88, 90, 93
_OWN = frozenset({_TABLE, _SHAPE, _EQUATION})
"""Records of an object itself; paragraphs before them are its caption."""
_NOTES: dict[str, AsideKind] = {
    "head": "header",
    "foot": "footer",
    "fn  ": "footnote",
    "en  ": "footnote",
    "tcmt": "comment",
    "secd": "header",
}
"""Controls that keep text apart; paragraphs under a section's definition stand on its master pages."""
_HEADER_CELL = 1 << 18
_WITHIN = 1
_PAGE = 0
"""What an automatic number counts: a page's is not stored."""


def read_hwp(data: bytes, location: str) -> Content:
    """The document of an HWP 5 file; raises UnreadableError as ``read_streams`` and ``tree`` do."""
    streams = read_streams(data, location)
    sheet = read_sheet(record for _, record in records(streams.information, location))
    sections = (tree(section, location) for section in streams.sections)
    return Content(sheet, tuple(map(_section, sections)), streams.stated)


def _section(found: Sequence[Record]) -> Section:
    paragraphs = list(_paragraphs(found))
    memos = tuple(one for record in found if record.tag == _MEMOS for one in _inside(record))
    if memos:
        paragraphs.append(Paragraph((Note("comment", memos),)))
    definitions = (
        control.data
        for record in found
        for control in record.under
        if control.tag == _CONTROL and _name(control) == "secd" and len(control.data) >= 20
    )
    outline = next((struct.unpack_from("<H", data, 18)[0] for data in definitions), 0)
    return Section(tuple(paragraphs), outline)


def _paragraphs(found: Sequence[Record]) -> Iterator[Paragraph]:
    return (_paragraph(record) for record in found if record.tag == _PARAGRAPH)


def _paragraph(record: Record) -> Paragraph:
    """Its text with controls where their characters stand; after the text where the two do not match."""
    from hwp2md.hwp5.records import FIELD_END, CtrlMark, decode_para_runs

    text = b"".join(one.data for one in record.under if one.tag == _TEXT)
    controls = [one for one in record.under if one.tag == _CONTROL]
    runs = [
        run for run in decode_para_runs(text) if not (isinstance(run, CtrlMark) and run.code == FIELD_END)
    ]
    if sum(isinstance(run, CtrlMark) for run in runs) != len(controls):
        runs = [run for run in runs if isinstance(run, str)]
        runs += [CtrlMark(0)] * len(controls)
    waiting = iter(controls)
    inlines: list[Inline] = []
    for run in runs:
        if isinstance(run, str):
            inlines.append(run)
        else:
            inlines += _control(next(waiting))
    shape, style = struct.unpack_from("<HB", record.data, 8) if len(record.data) >= 11 else (-1, -1)
    return Paragraph(tuple(inlines), shape, style)


def _name(control: Record) -> str:
    """Its four letters, which are stored last first."""
    return control.data[:4][::-1].decode("latin-1")


def _control(control: Record) -> Iterator[Inline]:
    name = _name(control)
    if name in _NOTES:
        yield Note(_NOTES[name], tuple(_inside(control)))
    elif name == "tbl ":
        yield _table(control)
    elif name == "atno":
        yield _automatic(control.data)
    elif name == "eqed":
        yield from (string(one.data, 4)[0] for one in control.under if one.tag == _EQUATION)
    elif name == "tdut":
        main, end = string(control.data, 4)
        yield f"{main} {string(control.data, end)[0]}".strip()
    elif name == "tcps":
        yield string(control.data, 4)[0]
    else:
        caption, rest = _captioned(control)
        words = tuple(itertools.chain(_drawn(rest), caption))
        if words:
            yield Box(words)


def _captioned(control: Record) -> tuple[tuple[Paragraph, ...], list[Record]]:
    """The caption, which stands before the object's own record, and what comes from there on."""
    own = next((place for place, one in enumerate(control.under) if one.tag in _OWN), 0)
    return tuple(_paragraphs(control.under[:own])), control.under[own:]


def _inside(record: Record) -> Iterator[Paragraph]:
    return _drawn(record.under)


def _drawn(found: Sequence[Record]) -> Iterator[Paragraph]:
    """Paragraphs of lists, text boxes and groups of them, and the words of word art."""
    for record in found:
        if record.tag == _PARAGRAPH:
            yield _paragraph(record)
        elif record.tag == _ART:
            yield Paragraph((string(record.data, 32)[0],))
        elif record.under:
            yield from _drawn(record.under)


def _table(control: Record) -> Table:
    caption, rest = _captioned(control)
    properties = struct.unpack_from("<I", control.data, 4)[0] if len(control.data) >= 8 else 0
    cells: list[Cell] = []
    lists = [place for place, one in enumerate(rest) if one.tag == _LIST]
    for place, following in itertools.pairwise([*lists, len(rest)]):
        cells.append(_cell(rest[place].data, tuple(_paragraphs(rest[place:following]))))
    above = bool(caption) and _above(control)
    return Table(tuple(cells), caption if above else (), () if above else caption, bool(properties & _WITHIN))


def _above(control: Record) -> bool:
    """True for a caption at the left or on top: 0 and 2 of the caption's properties."""
    data = next((one.data for one in control.under if one.tag == _LIST), b"")
    return len(data) >= 12 and struct.unpack_from("<I", data, 8)[0] & 3 in (0, 2)


def _cell(data: bytes, paragraphs: tuple[Paragraph, ...]) -> Cell:
    if len(data) < 16:
        return Cell(0, 0, 1, paragraphs)
    properties, column, row, _, rows = struct.unpack_from("<IHHHH", data, 4)
    return Cell(row, column, max(rows, 1), paragraphs, bool(properties & _HEADER_CELL))


def _automatic(data: bytes) -> str:
    """Number of a table, picture or note with what stands round it."""
    if len(data) < 16:
        return ""
    properties, value = struct.unpack_from("<IH", data, 4)
    if properties & 15 == _PAGE:
        return ""
    code = properties >> 4 & 0xFF
    printed = number(value, STYLES[code] if code < len(STYLES) else "DIGIT")
    return "".join((_letter(data[12:14]), printed, _letter(data[14:16])))


def _letter(data: bytes) -> str:
    return data.decode("utf-16-le", "replace").strip("\0")
