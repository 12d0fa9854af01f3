"""What DOCX files of ours share: fonts of both scripts, A4, tables, and bytes that no clock changes."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""Date of creation in every file: the same content must give the same bytes on any day."""
STAMP = (1980, 1, 1, 0, 0, 0)
"""Time of every part, the earliest that a zip archive can hold."""
LATIN, KOREAN = "Calibri", "Malgun Gothic"
STYLES = ("Normal", "Title", "Heading 1", "Heading 2", "List Number", "List Bullet", "Caption")
INK, GREY = "1F2A37", "5B6673"
"""Colours of text: nearly black, and grey of contrast 5.9 on white."""
MARGIN = 2.2
"""Centimetres around the page."""
A4 = 21.0, 29.7
"""Centimetres."""

Pieces = Sequence[tuple[str, bool]]
"""Stretches of a text, True for those to stand out."""


def blank(title: str, language: str) -> "Document":
    """An empty A4 document with our fonts and the number of each page at its foot."""
    import docx
    from docx.shared import Pt

    document = docx.Document()
    for name in STYLES:
        _dress(document.styles[name])
    document.styles["Normal"].font.size = Pt(10.5)
    document.styles["Title"].font.size = Pt(22)
    shape(document.sections[0])
    _paged(document.sections[0])
    known = document.core_properties
    known.title, known.author, known.last_modified_by = title[:255], "policynlp", "policynlp"
    known.comments, known.language, known.revision = "", language, 1
    known.created = known.modified = MADE.replace(tzinfo=None)
    return document


def content(document: "Document") -> bytes:
    """The bytes of the file, the same at any time."""
    made, stamped = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(stamped, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts.infolist():
            head = zipfile.ZipInfo(part.filename, STAMP)
            head.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(head, parts.read(part))
    return stamped.getvalue()


def _dress(style: object) -> None:
    """Our fonts for Latin and for Korean letters, in our colour."""
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    style.font.name = LATIN  # type: ignore[attr-defined]
    style.font.color.rgb = RGBColor.from_string(INK)  # type: ignore[attr-defined]
    fonts = style.element.rPr.rFonts  # type: ignore[attr-defined]
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]  # a theme's font would win over the named one
    fonts.set(qn("w:eastAsia"), KOREAN)


def shape(section: "Section", *, landscape: bool = False) -> None:
    """A4 paper with equal margins."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    width, height = reversed(A4) if landscape else A4
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)


def _paged(section: "Section") -> None:
    """The number of the page, in the middle of the foot."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)


def table(
    document: "Document", head: Sequence[str], rows: Iterable[Sequence[Pieces]], widths: Sequence[float]
) -> None:
    """A table with a head that stands on every page; ``widths`` in centimetres."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    made = document.add_table(rows=1, cols=len(head), style="Table Grid")
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, title in zip(made.rows[0].cells, head, strict=True):
        _shade(cell)
        fill(cell, [(title, True)])
    for row in rows:
        added = made.add_row()
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, pieces in zip(added.cells, row, strict=True):
            fill(cell, pieces)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _shade(cell: "_Cell") -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "E8EDF3")
    cell._tc.get_or_add_tcPr().append(shade)


def fill(cell: "_Cell", pieces: Pieces) -> None:
    """Small text in a cell, what stands out bold."""
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    for text, bold in pieces:
        run = paragraph.add_run(text)
        run.font.size = Pt(9)
        run.bold = bold or None


def aside(document: "Document", text: str, *, indent: float = 0.0) -> "Paragraph":
    """A paragraph of small grey text, ``indent`` centimetres in."""
    from docx.shared import Cm, Pt, RGBColor

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(indent)
    paragraph.paragraph_format.space_after = Pt(3)
    run = paragraph.add_run(text)
    run.font.size = Pt(9)
    run.font.color.rgb = RGBColor.from_string(GREY)
    return paragraph
