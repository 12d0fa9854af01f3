"""One text, written in every format, gives the same clauses: label, text and path.

Where a format numbers by itself (Word, Hancom), the numbers exist only in its definitions.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path

import pytest

from policynlp.ingest import read_file
from policynlp.ingest.bilingual import split
from policynlp.records import Document
from policynlp.segment import segment
from tests.ingest.word import definition, docx, level, number, p, row, style, table, zipped

BAR = " | "


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of the text."""

    kind: str
    """title, article, paragraph, item or row."""
    label: str
    text: str

    @property
    def line(self) -> str:
        """As a person sees it; Korean sets an article's title in brackets right behind its number."""
        gap = "" if self.text.startswith("(") else " "
        return f"{self.label}{gap}{self.text}".strip()


def article(
    label: str, title: str, *paragraphs: str, items: Sequence[str] = (), rows: str = ""
) -> list[Part]:
    """An article; paragraphs, items and rows are given with their numbers, a row with bars."""
    parts = [Part("article", label, title)]
    parts += [Part("paragraph", *one.split(" ", 1)) for one in paragraphs]
    parts += [Part("item", *one.split(" ", 1)) for one in items]
    return parts + [Part("row", "", one) for one in rows.splitlines()]


ENGLISH = [
    Part("title", "", "Memorandum of Cooperation on the Observation of the Sea"),
    *article(
        "Article 1.",
        "Purpose",
        "1.1 The Participants intend to strengthen their cooperation in the observation of the sea.",
        "1.2 Each Participant cooperates within its laws and the means that it has.",
    ),
    *article(
        "Article 2.",
        "Areas of Cooperation",
        "2.1 The areas of cooperation include the following:",
        items=(
            "(a) joint research on forecasts of storms;",
            "(b) exchange of data, not more than 40 TB a year; and",
            "(c) training of staff.",
        ),
    ),
    *article(
        "Article 3.",
        "Funds",
        "3.1 The Participants contribute as follows.",
        rows="Buoys | EUR 2 million\nTraining | EUR 300,000",
    ),
    *article(
        "Article 4.",
        "Duration",
        "4.1 This Memorandum remains in effect for five years.",
        "4.2 Either Participant may end it by giving six months' written notice.",
    ),
]
KOREAN = [
    Part("title", "", "해양 관측 협력에 관한 양해각서"),
    *article(
        "제1조",
        "(목적)",
        "① 양측은 해양 관측 분야의 협력을 강화하고자 한다.",
        "② 각 측은 자국의 법령과 가용한 재원의 범위에서 협력한다.",
    ),
    *article(
        "제2조",
        "(협력 분야)",
        "① 협력 분야는 다음 각 호와 같다.",
        items=("가. 폭풍 예보에 관한 공동 연구", "나. 연간 40TB 이내의 자료 교환", "다. 인력 양성"),
    ),
    *article(
        "제3조", "(재정)", "① 양측은 다음과 같이 분담한다.", rows="부표 | 200만 유로\n인력 양성 | 30만 유로"
    ),
    *article(
        "제4조",
        "(유효기간)",
        "① 이 양해각서는 5년간 유효하다.",
        "② 어느 일방도 6개월 전의 서면 통보로 이 양해각서를 종료할 수 있다.",
    ),
]
TEXTS = {"en": ENGLISH, "ko": KOREAN, "both": ENGLISH + KOREAN}

Writer = Callable[[Sequence[Part]], bytes]


def txt(parts: Sequence[Part]) -> bytes:
    lines = [f"| {part.line} |" if part.kind == "row" else part.line for part in parts]
    return "\n".join(lines).encode("utf8")


def cp949(parts: Sequence[Part]) -> bytes:
    return txt(parts).decode("utf8").encode("cp949")


def markdown(parts: Sequence[Part]) -> bytes:
    marks = {"title": "# {}", "article": "## {}", "row": "| {} |"}
    return "\n\n".join(marks.get(part.kind, "{}").format(part.line) for part in parts).encode("utf8")


def html(parts: Sequence[Part]) -> bytes:
    tags = {"title": "h1", "article": "h2"}
    body = ""
    for part in parts:
        tag = tags.get(part.kind, "p")
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in part.text.split(BAR))
        body += (
            f"<table><tr>{cells}</tr></table>"
            if part.kind == "row"
            else f"<{tag}>{escape(part.line)}</{tag}>"
        )
    return f"<!doctype html><html><body><main>{body}</main></body></html>".encode()


LEVELS = {"article": 0, "paragraph": 1, "item": 2}
WORD_LISTS = (
    definition(1, level(0, "Article %1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))
    + definition(2, level(0, "제%1조"), level(1, "%2", "decimalEnclosedCircle"), level(2, "%3.", "ganada"))
    + number(1, 1)
    + number(2, 2)
)
WORD_STYLES = style("Title", "Title") + style("Heading1", "heading 1")


def _hangul(part: Part) -> bool:
    return any("가" <= character <= "힣" for character in part.text)


def word(parts: Sequence[Part], automatic: bool = True) -> bytes:
    """A Word file, with automatic numbers or typed ones."""
    styles, body = {"title": "Title", "article": "Heading1"}, ""
    for part in parts:
        if part.kind == "row":
            body += table(row(*map(escape, part.text.split(BAR))))
            continue
        numbered = automatic and bool(part.label)
        list_ = f"{1 + _hangul(part)}:{LEVELS[part.kind]}" if numbered else ""
        body += p(escape(part.text if numbered else part.line), styles.get(part.kind, ""), list_)
    return docx(body, numbering=WORD_LISTS, styles=WORD_STYLES)


def word_typed(parts: Sequence[Part]) -> bytes:
    return word(parts, automatic=False)


_HANCOM = "http://www.hancom.co.kr/hwpml/2011"
_SPACES = " ".join(
    f'xmlns:h{letter}="{_HANCOM}/{name}"'
    for letter, name in (("p", "paragraph"), ("s", "section"), ("h", "head"))
)
_HEADS = {
    1: (("DIGIT", "Article ^1."), ("DIGIT", "^1.^2"), ("LATIN_SMALL", "(^3)")),
    2: (("DIGIT", "제^1조"), ("CIRCLED_DIGIT", "^2"), ("HANGUL_SYLLABLE", "^3.")),
}


def hwpx(parts: Sequence[Part]) -> bytes:
    """A Hancom file with automatic numbers: paragraph shapes 1 to 3 are English levels, 4 to 6 Korean."""
    body = "".join(map(_hancom, parts))
    opf = (
        '<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:manifest>'
        '<opf:item id="header" href="Contents/header.xml" media-type="application/xml"/>'
        '<opf:item id="section0" href="Contents/section0.xml" media-type="application/xml"/></opf:manifest>'
        '<opf:spine><opf:itemref idref="header"/><opf:itemref idref="section0"/></opf:spine></opf:package>'
    )
    return zipped(
        {
            "mimetype": "application/hwp+zip",
            "Contents/content.hpf": opf,
            "Contents/header.xml": _hancom_head(),
            "Contents/section0.xml": f"<hs:sec {_SPACES}>{body}</hs:sec>",
        }
    )


def _hancom_head() -> str:
    numberings = ""
    for name, heads in _HEADS.items():
        rows = "".join(
            f'<hh:paraHead start="1" level="{place}" numFormat="{format}">{text}</hh:paraHead>'
            for place, (format, text) in enumerate(heads, 1)
        )
        numberings += f'<hh:numbering id="{name}" start="0">{rows}</hh:numbering>'
    headings = ['type="NONE" idRef="0" level="0"']
    headings += [f'type="NUMBER" idRef="{name}" level="{depth}"' for name in _HEADS for depth in (0, 1, 2)]
    shapes = "".join(
        f'<hh:paraPr id="{place}"><hh:heading {heading}/></hh:paraPr>'
        for place, heading in enumerate(headings)
    )
    return (
        f'<hh:head {_SPACES} version="1.4" secCnt="1"><hh:refList><hh:numberings itemCnt="2">{numberings}'
        f'</hh:numberings><hh:paraProperties itemCnt="7">{shapes}</hh:paraProperties><hh:styles itemCnt="1">'
        '<hh:style id="0" type="PARA" name="바탕글" engName="Normal" paraPrIDRef="0" charPrIDRef="0"/>'
        "</hh:styles></hh:refList></hh:head>"
    )


def _hancom(part: Part) -> str:
    if part.kind == "row":
        cells = part.text.split(BAR)
        inside = "".join(
            f"<hp:tc><hp:subList>{_hancom(Part('cell', '', cell))}</hp:subList>"
            f'<hp:cellAddr colAddr="{place}" rowAddr="0"/><hp:cellSpan colSpan="1" rowSpan="1"/></hp:tc>'
            for place, cell in enumerate(cells)
        )
        tbl = f'<hp:tbl rowCnt="1" colCnt="{len(cells)}"><hp:tr>{inside}</hp:tr></hp:tbl>'
        return f'<hp:p paraPrIDRef="0" styleIDRef="0"><hp:run charPrIDRef="0">{tbl}</hp:run></hp:p>'
    shape = 3 * _hangul(part) + LEVELS[part.kind] + 1 if part.label else 0
    run = f'<hp:run charPrIDRef="0"><hp:t>{escape(part.text, quote=False)}</hp:t></hp:run>'
    return f'<hp:p paraPrIDRef="{shape}" styleIDRef="0">{run}</hp:p>'


def pdf(parts: Sequence[Part]) -> bytes:
    """A PDF of one column: headings larger, rows in ruled boxes, paragraphs apart."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    pdfmetrics.registerFont(UnicodeCIDFont("HYSMyeongJo-Medium"))
    font = {"fontName": "HYSMyeongJo-Medium", "wordWrap": "CJK"}
    sizes = {"title": ParagraphStyle("title", fontSize=16, leading=22, spaceAfter=14, **font)}
    sizes["article"] = ParagraphStyle(
        "article", fontSize=13, leading=18, spaceBefore=10, spaceAfter=8, **font
    )
    text = ParagraphStyle("text", fontSize=10, leading=14, spaceAfter=8, **font)
    story: list[object] = []
    for part in parts:
        if part.kind == "row":
            cells = [[Paragraph(cell, text) for cell in part.text.split(BAR)]]
            story += [Table(cells, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")]), Spacer(1, 6)]
        else:
            story.append(Paragraph(part.line, sizes.get(part.kind, text)))
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1).build(story)
    return buffer.getvalue()


FORMATS: dict[str, tuple[str, Writer]] = {
    "text": (".txt", txt),
    "text in CP949": (".txt", cp949),
    "Markdown": (".md", markdown),
    "HTML": (".html", html),
    "Word": (".docx", word),
    "Word, numbers typed": (".docx", word_typed),
    "HWPX": (".hwpx", hwpx),
    "PDF": (".pdf", pdf),
}


Clauses = list[tuple[str, str, tuple[str, ...]]]


def _shown(document: Document) -> Clauses:
    """Label, text and path of each clause; a space before a title in brackets aside."""
    found = segment(document)
    return [(one.label, one.text, tuple(part.replace(" (", "(") for part in one.path)) for one in found]


def written(folder: Path, name: str, parts: Sequence[Part]) -> Document:
    suffix, write = FORMATS[name]
    path = folder / f"agreement{suffix}"
    path.write_bytes(write(parts))
    return read_file(path)


def known(parts: Sequence[Part]) -> Clauses:
    """What a person would make of the text: a title below the first stands over what comes after it."""
    found: Clauses = []
    title: tuple[str, ...] = ()
    heading, over = "", ""
    for part in parts:
        if part.kind == "title":
            title = (part.text,) if found else ()
        elif part.kind == "article":
            heading = part.line
        elif part.kind == "paragraph":
            over = part.label
            found.append((part.label, part.text, (*title, heading, over)))
        elif part.kind == "item":
            found.append((part.label, part.text, (*title, heading, over, part.label)))
        elif part.kind == "row":
            found.append(("", part.text, (*title, heading)))
    return found


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", TEXTS)
def test_every_format_gives_the_same_clauses(tmp_path: Path, name: str, language: str) -> None:
    assert _shown(written(tmp_path, name, TEXTS[language])) == known(TEXTS[language])


def _versions(document: Document) -> dict[str, Clauses]:
    versions = split(document)
    assert versions is not None
    return {one.language: _shown(one) for one in versions.documents}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_two_language_versions(tmp_path: Path, name: str) -> None:
    found = _versions(written(tmp_path, name, TEXTS["both"]))
    assert found == {"en": known(ENGLISH), "ko": known(KOREAN)}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_versions_side_by_side(tmp_path: Path, name: str) -> None:
    sides = [[part for part in side if part.kind != "row"] for side in (ENGLISH, KOREAN)]
    rows = [Part("row", "", BAR.join((one.line, other.line))) for one, other in zip(*sides, strict=True)]
    found = _versions(written(tmp_path, name, rows))
    assert found == {"en": known(sides[0]), "ko": known(sides[1])}


SAME = [
    ("typed.docx", "typed.pdf"),
    ("auto_numbered.docx", "auto_numbered.pdf"),
    ("two_columns.docx", "two_columns.pdf"),
    ("bilingual_table.docx", "bilingual_table.pdf"),
    ("typed.hwp", "typed.hwpx"),
    ("auto_numbered.hwp", "auto_numbered.hwpx"),
    ("typed.hwp", "auto_numbered.hwp"),
    ("page_ko_utf8.html", "page_ko_euckr.html"),
    ("ko_euckr.txt", "ko_utf16.txt"),
    ("ko_euckr.txt", "ko_nfd_utf8.txt"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_samples_of_one_text_give_the_same_clauses(shared: Path, one: str, other: str) -> None:
    folder = shared / "data" / "samples" / "out"
    left, right = (
        [
            (clause.label, "".join(clause.text.split()), "".join("".join(clause.path).split()))
            for clause in segment(read_file(folder / name))
            if not clause.text.startswith(
                "The notice period"
            )  # the PDF prints a deleted word, struck through
        ]
        for name in (one, other)
    )
    assert left == right
