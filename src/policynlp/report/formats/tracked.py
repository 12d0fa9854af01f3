"""The second text against the first as a DOCX with real tracked changes, clause by clause.

Rejecting every change leaves the first document's clauses, accepting every one the second's; a clause that
stands elsewhere is a tracked move with a comment that names both places. Numbers and headings are tracked
too.
"""

from itertools import count
from typing import TYPE_CHECKING, Any

from policynlp.errors import UnsupportedError
from policynlp.records import ClauseLink, Comparison
from policynlp.report import Format, word
from policynlp.report.findings import place
from policynlp.report.lookup import Lookup, look_up
from policynlp.report.messages import say
from policynlp.report.pieces import visible
from policynlp.report.tracking import Kind, Paragraph, Stretch, paragraphs

if TYPE_CHECKING:
    from docx.document import Document

CHANGES: dict[Kind, str] = {"drop": "w:del", "add": "w:ins", "from": "w:moveFrom", "to": "w:moveTo"}
"""What becomes of words -> element around their run, and in the properties of a paragraph's end."""
CLAUSE, LABEL = "Clause", "Clause Number"
"""Styles: of paragraphs that hold a clause, of the runs in them that hold its number."""


def render(comparison: Comparison, language: str) -> bytes:
    """A DOCX file. Raises UnsupportedError for other than two documents, and for two languages."""
    documents = comparison.documents
    if len(documents) != 2:
        raise UnsupportedError("tracked-two", count=len(documents))
    spoken = sorted({analysis.document.language for analysis in documents})
    if len(spoken) > 1:
        raise UnsupportedError("tracked-language", languages=", ".join(spoken))
    lookup = look_up(comparison)
    names = [getattr(short, language) for short in lookup.shorts]
    document = word.blank(visible(say("tracked.title", language, *names)), language)
    _styles(document)
    document.add_heading(visible(say("tracked.title", language, *names)), 0)
    word.aside(document, visible(say("tracked.note", language, *names)))
    tracked = _Tracked(document, lookup, language, visible(names[1]))
    for each in paragraphs(documents[0].clauses, documents[1].clauses, comparison.links):
        tracked.write(each)
    word.aside(document, "")  # the last paragraph's end cannot be a change
    return word.content(document)


def _styles(document: "Document") -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    styles = document.styles
    clause = styles.add_style(CLAUSE, WD_STYLE_TYPE.PARAGRAPH)
    clause.base_style = styles["Normal"]
    clause.paragraph_format.space_after = Pt(6)
    label = styles.add_style(LABEL, WD_STYLE_TYPE.CHARACTER)
    label.font.color.rgb = RGBColor.from_string(word.GREY)


class _Tracked:
    """Writes paragraphs with their changes, each change with a number of its own."""

    def __init__(self, document: "Document", lookup: Lookup, language: str, author: str) -> None:
        self.document, self.lookup, self.language = document, lookup, language
        self.author = author or "policynlp"
        self.numbers = count(1)

    def write(self, told: Paragraph) -> None:
        """One paragraph: its runs, what becomes of its end, and for a move its range and comment."""
        style = "Heading 2" if told.heading else CLAUSE
        paragraph = self.document.add_paragraph(style=style)
        if told.mark in CHANGES:
            end = _element("w:rPr")
            end.append(self._change(told.mark))
            paragraph._p.get_or_add_pPr().append(end)
        around = self._around(told.moved, told.mark) if told.moved else []
        paragraph._p.extend(around[:2])
        for stretch in told.stretches:
            paragraph._p.append(self._run(stretch))
        paragraph._p.extend(around[2:])

    def _run(self, stretch: Stretch) -> Any:
        """A run in the element of its change."""
        from docx.oxml.ns import qn
        from docx.text.run import Run

        run = Run(_element("w:r"), self.document._body)
        if stretch.label:
            run.style = self.document.styles[LABEL]
        run.text = visible(stretch.text) + ("\t" if stretch.label else "")
        if stretch.kind == "drop":
            for text in run._r.findall(qn("w:t")):
                text.tag = qn("w:delText")
        if stretch.kind == "keep":
            return run._r
        change = self._change(stretch.kind)
        change.append(run._r)
        return change

    def _change(self, kind: Kind) -> Any:
        return _element(CHANGES[kind], id=next(self.numbers), author=self.author)

    def _around(self, link: ClauseLink, mark: Kind) -> list[Any]:
        """Two beginnings, of a move's range and of its comment, then their ends with the comment's sign."""
        way = CHANGES[mark]
        number = next(self.numbers)
        comment = self.document.comments.add_comment(self._note(link), author="policynlp", initials="p")
        del comment._comment_elm.attrib[_name("w:date")]  # no clock changes the bytes
        own = comment.comment_id
        sign = _element("w:r")
        sign.append(_element("w:commentReference", id=own))
        return [
            _element(f"{way}RangeStart", id=number, name=f"move-{link.id}", author=self.author),
            _element("w:commentRangeStart", id=own),
            _element("w:commentRangeEnd", id=own),
            sign,
            _element(f"{way}RangeEnd", id=number),
        ]

    def _note(self, link: ClauseLink) -> str:
        """Where a moved clause stands in each document."""
        values = (
            each
            for side, short in enumerate(self.lookup.shorts)
            for each in (getattr(short, self.language), place(self.lookup, side, link.clauses[side][0]))
        )
        return visible(say("tracked.moved", self.language, *values))


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(tag))


def _element(tag: str, **attributes: object) -> Any:
    from docx.oxml import OxmlElement

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(_name(f"w:{name}"), str(value))
    return made


FORMAT = Format(".tracked.docx", render)
