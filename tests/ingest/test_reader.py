"""A file becomes a Document, or one sentence says which file, why not, and what to do."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.errors import UnreadableError
from policynlp.ingest import read_file, read_text
from tests.ingest.word import zipped


def test_the_source_is_recorded(tmp_path: Path) -> None:
    path = tmp_path / "moc.ko.txt"
    path.write_bytes("제1조\n협력한다.\n".encode("cp949"))
    found = read_file(path, metadata={"kind": "note"})
    assert (found.id, found.language) == ("moc.ko", "ko")
    assert (found.source.format, found.source.encoding, found.source.size) == ("text", "cp949", 16)
    assert found.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert found.metadata == {"kind": "note"}


def test_what_the_caller_states_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: Inside\n---\nThe Parties cooperate in the field of ice research.\n", "utf8")
    found = read_file(path, id="x", title="Outside", language="fr")
    assert (found.id, found.title, found.language) == ("x", "Outside", "fr")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Memorandum of Understanding on Ice\n\nThe Parties agree.\n", "Memorandum of Understanding on Ice"),
        ("⊙고시 제3호\n해양 관측에 관한 약정\n제1조\n협력한다.\n", "해양 관측에 관한 약정"),
        ("Article 1\nThe Parties agree.\n", "a"),
        ("제1조(목적)\n협력한다.\n", "a"),
        ("1. The Parties agree.\n\n2. They meet.\n", "a"),
    ],
)
def test_the_title_is_a_line_that_names_the_text_or_else_the_id(text: str, title: str) -> None:
    assert read_text(text, id="a").title == title


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Participants intend to cooperate in artificial intelligence and data.", "en"),
        ("참여자는 AI(Artificial Intelligence) 정책 프레임워크(policy framework)를 개발한다.", "ko"),
        ("Las Partes cooperarán en el ámbito de la ciencia y la tecnología.", "es"),
        ("Les Parties coopèrent dans le domaine de la recherche scientifique.", "fr"),
        ("Die Vertragsparteien arbeiten im Bereich der Forschung zusammen.", "de"),
        ("参加国は、人工知能の分野において協力する。", "ja"),
        ("双方同意在人工智能领域开展合作。", "zh"),
    ],
)
def test_the_language_is_known(text: str, language: str) -> None:
    assert read_text(text, id="a").language == language


BAD = [
    ("empty.txt", b"", "the file is empty; give a file with text in it"),
    ("blank.md", b" \n\t ", "the file is empty"),
    ("rules.txt", b"-----\n*****\n", "no text was found in it"),
    ("paper.txt", b"{\\rtf1 agreement}", "this is an RTF text, which is not read; formats read: DOCX"),
    ("paper.docx", b"PK\x03\x04\x00\x00", "its directory of parts is missing or broken"),
    ("paper.hwp", b"\xd0\xcf\x11\xe0\xa1\xb1", "this is an OLE file of an older program, or"),
    ("noise", bytes(range(256)) * 9, "this is a binary file, which is not read"),
    ("noise.txt", bytes(range(256)) * 9, "its bytes are not text in any known encoding"),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD, ids=[name for name, *_ in BAD])
def test_what_cannot_be_read_is_named_in_one_sentence(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=message) as caught:
        read_file(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_folders_and_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="this is a folder; name a file in it"):
        read_file(tmp_path)
    with pytest.raises(UnreadableError, match="there is no such file; check the name"):
        read_file(tmp_path / "gone.txt")


def test_content_counts_more_than_the_extension(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("<!doctype html><html><body><p>The Parties agree.</p></body></html>", "utf8")
    assert (read_file(path).source.format, read_file(path).text) == ("html", "The Parties agree.")


LINES = st.lists(
    st.sampled_from(
        [
            "Article 1",
            "제1조(목적)",
            "1. The Parties shall meet.",
            "가. 공동 연구",
            "The Parties,",
            "협력한다.",
            "",
            "- 3 -",
            "e\u0301te\u0301",
            "a\u00a0b\u200bc",
            "| a | b |",
            "**굵은 제목**",
            "① 첫째 ② 둘째",
            "연구ㆍ개발을 위\n하여 협력한다",
        ]
    ),
    min_size=1,
    max_size=12,
)


@given(LINES)
def test_blocks_cover_the_text_and_every_character_leads_back(parts: list[str]) -> None:
    source = "\n".join(parts)
    if not any(character.isalnum() for part in parts if part != "- 3 -" for character in part):
        return
    found = read_text(source, id="a")
    assert "\n".join(found.text[block.start : block.end] for block in found.blocks) == found.text
    for index, character in enumerate(found.text):
        original = source[found.source_offset(index)] if found.source_offset(index) < len(source) else "\n"
        assert character == original or (character.isspace() or character in "é|") or not original.isalnum()


def test_a_title_over_two_lines_is_put_together() -> None:
    text = "대한민국 정부와 아를란드 정부 간의\n해양 관측 협력에 관한 협정\n\n제1조\n협력한다.\n"
    assert read_text(text, id="a").title == "대한민국 정부와 아를란드 정부 간의 해양 관측 협력에 관한 협정"


def test_a_row_that_names_columns_of_amounts_is_the_tables_head() -> None:
    table = "| 항목 | 금액 |\n| 기금 | 100만 유로 |\n| 교육 | 20만 유로 |\n"
    text = f"분담은 다음과 같다.\n{table}양측은 협의한다.\n| 1. The Parties meet. | 1. 양측은 만난다. |\n"
    assert [block.level for block in read_text(text, id="a").blocks] == [0, 1, 0, 0, 0, 0]


def test_rows_without_amounts_have_no_head() -> None:
    assert [block.level for block in read_text("| a | b |\n| c | d |\n", id="a").blocks] == [0, 0]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
OPEN_TEXT = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.xlsx", zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "an Excel workbook"),
        ("a.pptx", zipped({"ppt/presentation.xml": ""}), "a PowerPoint presentation"),
        ("a.odt", zipped(OPEN_TEXT), "an OpenDocument file"),
        ("a.epub", zipped({"META-INF/container.xml": ""}), r"an e-book \(EPUB\)"),
        ("a.jar", zipped({"a.class": ""}), "a zip archive that holds none of them itself"),
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), "an Excel workbook"),
        ("a.msg", OLE + "__substg1.0_007D".encode("utf-16-le"), "an Outlook message"),
    ],
)
def test_office_files_that_are_no_texts_are_called_by_name(
    tmp_path: Path, name: str, data: bytes, what: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableError, match=f"this is {what}, which is not read"):
        read_file(tmp_path / name)


def test_neither_the_sentence_of_a_gazette_nor_the_name_of_a_chapter_is_a_title() -> None:
    gazette = (
        "1957년 12월 13일에 파리에서 채택되고 추가의정서가 채택되어 2011년 3월 10일 제298\n"
        "회국회의 가입동의를 얻어 이에 공포합니다.\n\n범죄인인도에 관한 유럽 협약\n\n"
        "이 협약에 서명하는 정부는 다음과 같이 합의하였다.\n"
    )
    chapters = "체약당사국은,\n\n제1장\n목적과 원칙\n\n제1조\n\n이 조약의 목적은 평화를 증진하는 것이다.\n"
    assert read_text(gazette, id="a").title == "범죄인인도에 관한 유럽 협약"
    assert read_text(chapters, id="a").title == "a"
