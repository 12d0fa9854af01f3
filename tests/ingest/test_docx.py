"""A Word file gives what its reader sees: numbers, insertions, each cell once; damage is named."""

from pathlib import Path

import pytest

from policynlp.ingest import read_file
from policynlp.ingest.formats.docx import FORMAT
from tests.ingest.test_formats import shown, written
from tests.ingest.word import (
    definition,
    docx,
    level,
    number,
    p,
    parts,
    read,
    row,
    style,
    table,
    tc,
    zipped,
)

INS = '<w:ins w:id="1" w:author="a"><w:r><w:t>sixty</w:t></w:r></w:ins>'


DEL = '<w:del w:id="2" w:author="a"><w:r><w:delText>thirty</w:delText></w:r></w:del>'


def test_insertions_are_read_and_deletions_are_not(tmp_path: Path) -> None:
    moved = (
        "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> here</w:t></w:r></w:moveTo>"
    )
    assert read(tmp_path, p("Notice is ", raw=DEL + INS + moved)).text == "Notice is sixty here"


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    mark = '<w:rPr><w:del w:id="3" w:author="a"/></w:rPr>'
    body = p("The Parties ", num="1", properties=mark) + p("cooperate.", num="1") + p("They meet.", num="1")
    found = read(tmp_path, body, numbering=definition(1, level(0, "%1.")) + number(1, 1))
    assert shown(found) == ["paragraph [1.] The Parties cooperate.", "paragraph [2.] They meet."]


def test_a_paragraph_that_was_moved_away_is_not_counted(tmp_path: Path) -> None:
    mark = '<w:rPr><w:moveFrom w:id="3" w:author="a"/></w:rPr>'
    gone = "<w:moveFrom><w:r><w:t>They pay.</w:t></w:r></w:moveFrom>"
    body = p("They cooperate.", num="1") + p(num="1", properties=mark, raw=gone) + p("They meet.", num="1")
    found = read(tmp_path, body, numbering=definition(1, level(0, "%1.")) + number(1, 1))
    assert shown(found) == ["paragraph [1.] They cooperate.", "paragraph [2.] They meet."]


def test_a_deleted_end_before_something_else_than_a_paragraph_loses_no_text(tmp_path: Path) -> None:
    mark = '<w:rPr><w:del w:id="3" w:author="a"/></w:rPr>'
    assert read(tmp_path, p("They cooperate.", properties=mark) + "<w:sectPr/>").text == "They cooperate."


def test_an_article_number_alone_in_its_paragraph_is_read(tmp_path: Path) -> None:
    numbering = definition(1, level(0, "제%1조"), level(1, "(%2)", "lowerRoman")) + number(1, 1)
    body = p(num="1:0") + p("이 협정은 협력을 증진한다.") + p(num="1:1") + p(num="1:0")
    assert read(tmp_path, body, numbering=numbering).text == "제1조\n이 협정은 협력을 증진한다.\n제2조"


def test_a_field_gives_its_result_and_no_instruction(tmp_path: Path) -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    nested = mark("begin") + "<w:r><w:instrText> IF </w:instrText></w:r>" + mark("begin")
    nested += (
        "<w:r><w:instrText> REF a </w:instrText></w:r>" + mark("separate") + "<w:r><w:t>hidden</w:t></w:r>"
    )
    nested += mark("end") + mark("separate") + "<w:r><w:t>Article 3</w:t></w:r>" + mark("end")
    simple = '<w:fldSimple w:instr=" DATE "><w:r><w:t> of today</w:t></w:r></w:fldSimple>'
    assert read(tmp_path, p("See ", raw=nested + simple)).text == "See Article 3 of today"


def test_links_controls_tabs_and_hyphens_are_read(tmp_path: Path) -> None:
    raw = (
        '<w:hyperlink r:id="r9"><w:r><w:t>the Annex</w:t></w:r></w:hyperlink>'
        "<w:r><w:tab/><w:t>non</w:t><w:noBreakHyphen/><w:t>bin</w:t><w:softHyphen/><w:t>ding</w:t></w:r>"
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t> text</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r>"
        "</w:sdtContent></w:sdt><w:smartTag><w:r><w:t> of Seoul</w:t></w:r></w:smartTag>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>'
    )
    assert read(tmp_path, p("See ", raw=raw)).text == "See the Annex non-binding text of Seoul☑x+1"


def test_line_breaks_part_lines_but_not_headings(tmp_path: Path) -> None:
    raw = "<w:r><w:br/><w:t>둘째 줄에는 다른 내용이 있다.</w:t></w:r>"
    body = p("해양 협력에 관한", "Title", raw="<w:r><w:br/><w:t>양해각서</w:t></w:r>")
    body += p("첫째 줄이다.", num="1", raw=raw)
    found = read(
        tmp_path,
        body,
        styles=style("Title", "Title"),
        numbering=definition(1, level(0, "%1.")) + number(1, 1),
    )
    assert shown(found) == [
        "title 해양 협력에 관한 양해각서",
        "paragraph [1.] 첫째 줄이다.",
        "paragraph 둘째 줄에는 다른 내용이 있다.",
    ]
    assert found.title == "해양 협력에 관한 양해각서"


BOX = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    raw = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{BOX}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert shown(read(tmp_path, p("Before.", raw=raw) + p("After."))) == [
        "paragraph Before.",
        "paragraph In the box.",
        "paragraph After.",
    ]


def test_notes_comments_headers_and_footers_stand_apart(tmp_path: Path) -> None:
    raw = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t> are met.</w:t></w:r>'
    raw += '<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>'
    found = read(
        tmp_path,
        p("First.") + p("The terms", raw=raw),
        footnotes=f'<w:footnote w:id="0"/><w:footnote w:id="2">{p("Of 1994.")}</w:footnote>',
        endnotes=f'<w:endnote w:id="2">{p("See above.")}</w:endnote>',
        comments=f'<w:comment w:id="0" w:author="a">{p("Check this.")}</w:comment>',
        header=p("MOC-2026"),
        footer=p("Draft"),
    )
    assert found.text == "First.\nThe terms are met."
    assert [(one.kind, one.text, found.text[: one.at + 1][-5:]) for one in found.asides if one.at >= 0] == [
        ("footnote", "Of 1994.", "terms"),
        ("footnote", "See above.", " met."),
        ("comment", "Check this.", " met."),
    ]
    assert [(one.kind, one.text) for one in found.asides if one.at < 0] == [
        ("header", "MOC-2026"),
        ("footer", "Draft"),
    ]


def test_every_character_leads_back_to_the_text_as_it_was_read(tmp_path: Path) -> None:
    body = p("AI  and", raw="<w:r><w:tab/><w:t>data</w:t></w:r>") + table(row("항목", "금액"))
    parsed = FORMAT.read(docx(body), "a.docx")
    for piece in parsed.pieces:
        words = [
            (char, parsed.source[place]) for char, place in zip(piece.text.text, piece.text.at, strict=True)
        ]
        assert all(char == origin for char, origin in words if char.isalnum())


@pytest.mark.parametrize(
    ("name", "properties", "expected"),
    [
        ("heading 2", "", "heading2"),
        ("제목 1", "", "heading1"),
        ("Clause heading", '<w:outlineLvl w:val="2"/>', "heading3"),
        ("heading 1", '<w:outlineLvl w:val="9"/>', "paragraph"),
        ("Title", "", "title"),
        ("Body Text", "", "paragraph"),
    ],
)
def test_styles_make_headings(tmp_path: Path, name: str, properties: str, expected: str) -> None:
    styles = style("base", name, properties) + style("own", "My own", based="base")
    for used in ("base", "own"):
        assert shown(read(tmp_path, p("목적", used), styles=styles)) == [f"{expected} 목적"]


def test_a_provision_in_a_headings_style_is_a_provision(tmp_path: Path) -> None:
    text = "Each Participant provides the other with the results of its evaluations within ninety days."
    found = read(tmp_path, p(text, "h") + p("Scope.", "h"), styles=style("h", "heading 2"))
    assert shown(found) == [f"paragraph {text}", "heading2 Scope."]


def test_a_table_of_contents_is_not_read_as_text(tmp_path: Path) -> None:
    styles = style("TOC1", "toc 1") + style("TOCHeading", "TOC Heading", based="h") + style("h", "heading 1")
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p('Article 1 Scope 3')}</w:sdtContent></w:sdt>"
    body += p("Contents", "TOCHeading") + p("Article 1 Scope 3", "TOC1") + p("Article 1 Scope", "h")
    assert shown(read(tmp_path, body, styles=styles)) == ["heading1 Article 1 Scope"]


def test_rows_have_each_merged_cell_once(tmp_path: Path) -> None:
    merged = tc(p("Item"), '<w:vMerge w:val="restart"/>'), tc(p(), "<w:vMerge/>")
    body = table(
        row("항목", "Item", "금액", properties="<w:tblHeader/>"),
        row(merged[0], tc(p("Both"), '<w:gridSpan w:val="2"/>')),
        row(merged[1], "a", "b"),
    )
    found = read(tmp_path, body)
    assert shown(found) == ["row1 항목 | Item | 금액", "row Item | Both", "row  | a | b"]
    block = found.blocks[1]
    assert [found.text[:end][block.start :] for end in block.cells] == ["Item", "Item | Both"]


def test_numbers_of_paragraphs_in_cells_stand_in_their_text(tmp_path: Path) -> None:
    left, right = tc(p("Scope", num="1:0")), tc(p("범위", num="1:1"))
    numbering = definition(1, level(0, "Article %1"), level(1, "제%1조")) + number(1, 1)
    assert shown(read(tmp_path, table(row(left, right)), numbering=numbering)) == [
        "row Article 1 Scope | 제1조 범위"
    ]


def test_a_deleted_row_is_gone(tmp_path: Path) -> None:
    body = table(row("a", "b"), row("c", "d", properties='<w:del w:id="1" w:author="x"/>'), row("e", "f"))
    assert shown(read(tmp_path, body)) == ["row a | b", "row e | f"]


def test_a_row_of_one_cell_and_a_nested_table_are_read_as_they_stand(tmp_path: Path) -> None:
    inner = table(row("x", "y"), row("z", "w"))
    body = table(row(tc(p("In a frame.") + p("Second."))), row(tc(p("Left") + inner + p()), "Right"))
    assert shown(read(tmp_path, body)) == [
        "paragraph In a frame.",
        "paragraph Second.",
        "paragraph Left",
        "row x | y",
        "row z | w",
        "paragraph Right",
    ]


ENGLISH = [
    f"{place}. The Participants intend to cooperate in field number {place} of the Annex."
    for place in range(1, 5)
]


KOREAN = [
    f"{place}. 양측은 부속서의 제{place} 분야에서 서로 협력하고자 하는 뜻을 가진다." for place in range(1, 5)
]


def test_two_columns_of_as_many_paragraphs_are_paired(tmp_path: Path) -> None:
    body = table(row(tc("".join(map(p, ENGLISH))), tc("".join(map(p, KOREAN)))))
    assert shown(read(tmp_path, body)) == [
        f"row {left} | {right}" for left, right in zip(ENGLISH, KOREAN, strict=True)
    ]


def test_two_columns_that_do_not_match_are_read_one_after_the_other(tmp_path: Path) -> None:
    body = table(row(tc("".join(map(p, ENGLISH))), tc("".join(map(p, KOREAN[:3])))))
    assert shown(read(tmp_path, body)) == [f"paragraph {line}" for line in ENGLISH + KOREAN[:3]]


def test_python_docx_reads_the_same_plain_text(tmp_path: Path) -> None:
    import docx as python_docx

    document = python_docx.Document()
    document.add_heading("Memorandum of Cooperation", 0)
    for text in (*ENGLISH, *KOREAN):
        document.add_paragraph(text)
    grid = document.add_table(2, 2)
    for place, text in enumerate("가나다라"):
        grid.cell(place // 2, place % 2).text = text
    document.save(str(tmp_path / "a.docx"))
    again = python_docx.Document(str(tmp_path / "a.docx"))
    lines = [one.text for one in again.paragraphs]
    lines += [" | ".join(cell.text for cell in line.cells) for line in again.tables[0].rows]
    assert read_file(tmp_path / "a.docx").text == "\n".join(lines)


CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>{}</dc:title><dc:language>{}</dc:language><dcterms:created>{}</dcterms:created>"
    "</cp:coreProperties>"
)


def test_core_properties_are_metadata(tmp_path: Path) -> None:
    core = CORE.format("해양 협력 양해각서", "ko-KR", "2026-03-01T09:00:00Z")
    found = read(tmp_path, p("협력한다."), core=core)
    assert (dict(found.metadata), found.language) == (
        {"title": "해양 협력 양해각서", "created": "2026-03-01"},
        "ko",
    )


@pytest.mark.parametrize(
    "title", ["", "Word Document", "제목 없음", "Microsoft Word - moc final.doc", "moc.hwp"]
)
def test_properties_of_templates_are_left_out(tmp_path: Path, title: str) -> None:
    core = CORE.format(title, "", "2013-12-23T23:15:00Z")
    assert read(tmp_path, p("협력한다."), core=core).metadata == {}


def test_the_strict_standard_is_read_too(tmp_path: Path) -> None:
    strict = {
        name: content.replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/",
            "http://purl.oclc.org/ooxml/officeDocument/",
        ).replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/",
            "http://purl.oclc.org/ooxml/wordprocessingml/",
        )
        for name, content in parts(
            p("Scope", num="1"), numbering=definition(1, level(0, "%1.")) + number(1, 1)
        ).items()
    }
    assert shown(written(tmp_path, "a.docx", zipped(strict))) == ["paragraph [1.] Scope"]
