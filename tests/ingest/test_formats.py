"""Each format gives its text whole, in order, with what it says of headings and numbers."""

import subprocess
import sys
from pathlib import Path

import pytest

from policynlp.errors import UnreadableError
from policynlp.ingest import FORMATS, read_file
from policynlp.records import Block, Document


def written(folder: Path, name: str, content: str | bytes) -> Document:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf8"))
    return read_file(path)


def shown(document: Document) -> list[str]:
    def line(block: Block) -> str:
        label = f" [{block.label}]" if block.label else ""
        return f"{block.kind}{block.level or ''}{label} {document.text[block.start : block.end]}"

    return [line(block) for block in document.blocks]


def test_markdown_head_becomes_metadata_and_title(tmp_path: Path) -> None:
    head = (
        "---\n조약명_한글: 해양 협정\n발효일자: '2026-03-01'\n당사국: [대한민국, 베르기아]\n"
        "note:\n  source: made up\n---\n"
    )
    found = written(tmp_path, "a.md", head + "# \n\n## 조약내용\n\n제1조\n협력한다.\n")
    assert found.title == "해양 협정"
    assert found.metadata == {
        "조약명_한글": "해양 협정",
        "발효일자": "2026-03-01",
        "당사국": "대한민국; 베르기아",
        "note.source": "made up",
    }
    assert shown(found) == ["paragraph 제1조", "paragraph 협력한다."]


def test_markdown_emphasis_tables_and_references(tmp_path: Path) -> None:
    text = (
        "## **Fields**\n\nThe **STA** &amp; its __members__&nbsp;meet.\n\n"
        "| A | B |\n|---|---|\n| 1 x | 2 y |\n"
    )
    assert shown(written(tmp_path, "a.md", text)) == [
        "heading2 Fields",
        "paragraph The STA & its members meet.",
        "row1 A | B",
        "row 1 x | 2 y",
    ]


def test_markdown_parts_in_brackets_are_headings(tmp_path: Path) -> None:
    text = "[전문]\n아를란드는,\n다음과 같이 합의하였다.\n[/전문]\n[본문]\n제1조 협력한다.\n[/본문]\n[주]\n"
    assert shown(written(tmp_path, "a.md", text)) == [
        "heading1 전문",
        "paragraph 아를란드는,",
        "paragraph 다음과 같이 합의하였다.",
        "heading1 본문",
        "paragraph 제1조 협력한다.",
        "paragraph [주]",
    ]


def test_a_broken_yaml_head_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"a\.md: its YAML head is broken \(line 3\)"):
        written(tmp_path, "a.md", "---\ntitle: [open\n---\ntext\n")


PAGE = """<!doctype html><html lang="ko"><head><title>Site</title><style>.x{}</style></head><body>
<div id="gnb"><ul><li><a href="/1">홈</a></li><li><a href="/2">자료</a></li></ul></div>
<div class="content"><h1>해양 협정</h1><h2>제1조(목적)</h2><p>이 협정은 <b>협력</b>을&nbsp;증진한다.</p>
<h2>제2조(분야)</h2><p>다음 분야에서 협력한다.</p>
<ol type="a"><li>관측</li><li>예보<ul><li>단기</li></ul></li></ol>
<ol start="4"><li>교육</li></ol>
<dl><dt>용어</dt><dd>"관측"이란 측정을 말한다.</dd></dl>
<table><tr><th>항목</th><th>금액</th></tr><tr><td>기금</td><td>100만 유로</td></tr></table></div>
<footer>Copyright</footer><script>var a = "쿠키";</script></body></html>"""


def test_html_keeps_headings_lists_numbers_and_tables_and_drops_furniture(tmp_path: Path) -> None:
    found = written(tmp_path, "a.html", PAGE)
    assert found.title == "해양 협정"
    assert shown(found) == [
        "heading1 해양 협정",
        "heading2 제1조(목적)",
        "paragraph 이 협정은 협력을 증진한다.",
        "heading2 제2조(분야)",
        "paragraph 다음 분야에서 협력한다.",
        "item1 [a.] 관측",
        "item1 [b.] 예보",
        "item2 [•] 단기",
        "item1 [4.] 교육",
        "heading6 용어",
        'paragraph "관측"이란 측정을 말한다.',
        "row1 항목 | 금액",
        "row 기금 | 100만 유로",
    ]


def test_html_that_hides_articles_in_furniture_is_read_whole(tmp_path: Path) -> None:
    hidden = '<div class="sidebar"><p>제2조 분야</p><p>제3조 발효</p></div>'
    page = f"<html><body><p>제1조 목적</p>{hidden}</body></html>"
    assert shown(written(tmp_path, "a.html", page)) == [
        "paragraph 제1조 목적",
        "paragraph 제2조 분야",
        "paragraph 제3조 발효",
    ]


def test_a_list_item_of_two_paragraphs_has_its_number_once(tmp_path: Path) -> None:
    items = "<li><p>Share compute.</p><p>Details follow.</p></li><li>Train staff.</li>"
    page = f"<html><body><ol>{items}</ol></body></html>"
    assert shown(written(tmp_path, "a.html", page)) == [
        "item1 [1.] Share compute.",
        "item1 Details follow.",
        "item1 [2.] Train staff.",
    ]


def test_html_characters_lead_back_to_the_page(tmp_path: Path) -> None:
    found = written(tmp_path, "a.html", PAGE)
    for word in ("해양 협정", "협력을", "예보", "100만 유로"):
        place = found.source_offset(found.text.index(word))
        assert PAGE[place : place + 2] == word[:2]


TREATY = """<?xml version="1.0" encoding="UTF-8"?><treaty><meta><name>Arland - Bergia</name>
<language>en</language>
<parties><partyisocode n="1">ARL</partyisocode><partyisocode n="2">BER</partyisocode></parties></meta><body>
<chapter number="CHAPTER 1" name="Goods"><article number="ARTICLE 1" name="Scope">1. This Chapter covers all
goods of the Parties.

2. It does not cover: (a) arms; (b) gold.</article></chapter></body></treaty>"""


def test_treaty_xml_gives_numbers_as_labels(tmp_path: Path) -> None:
    found = written(tmp_path, "a.xml", TREATY)
    assert (found.title, found.metadata["parties"]) == ("Arland - Bergia", "ARL; BER")
    assert shown(found) == [
        "heading1 [CHAPTER 1] Goods",
        "heading4 [ARTICLE 1] Scope",
        "paragraph 1. This Chapter covers all goods of the Parties.",
        "paragraph 2. It does not cover: (a) arms; (b) gold.",
    ]
    assert TREATY[found.source_offset(found.text.index("It does")) :].startswith("It does not cover")


def test_akoma_ntoso_gives_numbers_as_labels(tmp_path: Path) -> None:
    text = (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><body><article>'
        "<num>Article 3</num><heading>Fields</heading><paragraph><num>1.</num><list><intro>"
        "<p>The fields are:</p></intro><point><num>(a)</num>"
        "<content><p>ice;</p></content></point></list></paragraph></article></body></act></akomaNtoso>"
    )
    assert shown(written(tmp_path, "a.xml", text)) == [
        "heading4 Article 3 Fields",
        "paragraph [1.] The fields are:",
        "item1 [(a)] ice;",
    ]


HOSTILE = [
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><treaty><p>&x;</p></treaty>',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><treaty>&b;</treaty>',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_doctype_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableError, match="it has a DOCTYPE"):
        written(tmp_path, "a.xml", text)


def test_xml_that_is_cut_off_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="the XML is broken or cut off"):
        written(tmp_path, "a.xml", TREATY[:400])


def test_importing_the_formats_loads_no_heavy_library() -> None:
    heavy = {"lxml", "selectolax", "yaml", "kiwipiepy", "spacy", "charset_normalizer", "py3langid", "numpy"}
    code = "import sys; from policynlp.ingest import FORMATS; len(FORMATS); "
    code += f"print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_format_says_what_it_reads() -> None:
    assert {"text", "markdown", "html", "treaty_xml"} <= set(FORMATS)
    for format in FORMATS.values():
        assert all(extension.startswith(".") and extension.islower() for extension in format.extensions)


def test_list_numbers_that_are_none_count_from_one(tmp_path: Path) -> None:
    items = f'<li>Share data.</li><li value="{"9" * 5000}">Train staff.</li>'
    page = f'<html><body><ol start="②">{items}</ol></body></html>'
    assert shown(written(tmp_path, "a.html", page)) == ["item1 [1.] Share data.", "item1 [2.] Train staff."]


def test_cells_that_hold_paragraphs_and_lists_are_still_a_row(tmp_path: Path) -> None:
    cells = "<td><p>기금</p><p>(공동)</p></td><td><ol><li>100만 유로</li><li>20만 유로</li></ol></td>"
    page = f"<html><body><p>분담은 다음과 같다.</p><table><tr>{cells}</tr></table></body></html>"
    assert shown(written(tmp_path, "a.html", page)) == [
        "paragraph 분담은 다음과 같다.",
        "row 기금 (공동) | 1. 100만 유로 2. 20만 유로",
    ]


FIELDS = "the observation of the sea, of rivers and of lakes, and the forecast of storms and floods"
ROWS = [
    (
        f"{place}. The Participants intend to cooperate in {FIELDS}.",
        f"{place}. 양측은 해양 분야에서 협력한다.",
    )
    for place in range(1, 5)
]


def test_a_page_laid_out_as_a_table_of_two_languages_is_paired_by_paragraphs(tmp_path: Path) -> None:
    left, right = ("".join(f"<p>{row[side]}</p>" for row in ROWS) for side in (0, 1))
    page = f"<html><body><table><tr><td>{left}</td><td>{right}</td></tr></table></body></html>"
    assert shown(written(tmp_path, "a.html", page)) == [f"row {one} | {other}" for one, other in ROWS]
