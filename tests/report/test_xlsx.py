"""The workbook opens in a spreadsheet as tables of text, and as nothing else."""

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from policynlp.records import Comparison
from policynlp.report import FORMATS
from policynlp.report.pieces import visible
from policynlp.tables.workbook import LONGEST, Column, Sheet, as_xlsx, shortened
from tests.report import examples


def opened(comparison: Comparison, language: str = "en") -> Workbook:
    return load_workbook(io.BytesIO(FORMATS["xlsx"].render(comparison, language)))


def told(book: Workbook, sheet: str) -> list[dict[str, object]]:
    """The rows of a sheet by the first line of each head."""
    head, *rows = book[sheet].values
    names = [str(title).split("\n")[0] for title in head]
    return [dict(zip(names, row, strict=True)) for row in rows]


def test_the_sheets_that_a_policy_desk_expects():
    english, korean = opened(examples.memoranda()), opened(examples.memoranda(), "ko")
    assert english.sheetnames == [
        "Findings", "Differences", "Clauses", "Commitments MOU", "Commitments MOC", "Areas", "Documents",
    ]  # fmt: skip
    assert korean.sheetnames == [
        "주요 차이", "모든 차이", "조항 대조", "약속 MOU", "약속 MOC", "분야", "문서와 출처",
    ]  # fmt: skip


def test_heads_are_in_both_languages_frozen_and_filtered():
    for sheet in opened(examples.memoranda(), "ko"):
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref.startswith("A1:")
    assert opened(examples.memoranda(), "ko")["주요 차이"]["B1"].value == "종류\nKind"


def test_the_weightiest_finding_comes_first_in_both_languages_with_its_words():
    first = told(opened(examples.memoranda()), "Findings")[0]
    assert first["Kind"] == "Action"
    assert str(first["Difference"]).startswith("MOU speaks of developing")
    assert str(first["In Korean"]).startswith("MOU는 AI 정책 체계의")
    assert (first["MOU: words"], first["MOC: words"]) == ("developing and championing", "advancing")


def test_all_differences_of_clauses_and_documents_and_what_is_shared():
    comparison = examples.memoranda()
    rows = told(opened(comparison), "Differences")
    parts = (comparison.differences, comparison.documents_differ, comparison.common)
    assert sorted(row["Id"] for row in rows) == sorted(each.id for part in parts for each in part)
    assert {row["Scope"] for row in rows} == {"clause", "document", "in common"}
    silent = next(row for row in rows if row["Id"] == "d2")
    assert str(silent["Nearest passages"]).startswith("0.61 II. Artificial intelligence › 1 › (c): ")
    assert isinstance(silent["Weight"], float)


def test_every_clause_stands_side_by_side_once():
    comparison = examples.memoranda()
    rows = told(opened(comparison), "Clauses")
    for name, analysis in zip(("MOU", "MOC"), comparison.documents, strict=True):
        texts = [line for row in rows for line in str(row[f"{name}: text"] or "").splitlines()]
        assert sorted(texts) == sorted(clause.text for clause in analysis.clauses)


def test_commitments_are_told_with_names_in_the_language():
    row = next(row for row in told(opened(examples.memoranda(), "ko"), "약속 MOU") if row["조항"] == "c7")
    assert (row["강도(0~6)"], row["행위"]) == (4, "진전")
    assert "한국연구재단" in str(row["기관"])


def test_a_third_document_has_its_own_columns_and_sheet():
    book = opened(examples.family())
    assert "Commitments tpd-uk" in book.sheetnames
    assert "tpd-uk: text" in told(book, "Clauses")[0]


@pytest.mark.parametrize("make", [examples.hostile, examples.tricky])
def test_hostile_texts_stay_text_in_every_cell(make):
    comparison = make()
    content = FORMATS["xlsx"].render(comparison, "en")
    book = load_workbook(io.BytesIO(content))
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n"}
    assert not any(cell.hyperlink for sheet in book for row in sheet for cell in row)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())
    shown = {str(value) for row in book["Clauses"].values for value in row}
    for analysis in comparison.documents:
        for clause in analysis.clauses:
            assert visible(clause.text) in shown or len(clause.text) > LONGEST


def test_a_text_longer_than_a_cell_is_cut_and_says_so():
    (cut,) = (
        cell.value for cell in opened(examples.tricky())["Clauses"]["F"] if len(str(cell.value)) > 20_000
    )
    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST
    assert cut.endswith("characters shown; the whole text is in the HTML and JSON reports]")
    assert f"of {len(examples.LENGTHY)} characters" in cut


@pytest.mark.parametrize("letter", ["a", "가", "🙂"])
def test_a_cut_text_fits_as_excel_counts(letter):
    text = shortened(letter * 40_000, lambda shown, whole: f"[{shown}/{whole}]")
    assert len(text.encode("utf-16-le")) // 2 <= LONGEST
    assert text.endswith(f"[{text.count(letter)}/40000]")


def test_names_of_sheets_that_clash_or_that_excel_refuses_are_changed():
    sheets = [Sheet(name, [Column("a")], [["1"]]) for name in ("x" * 40, "X" * 40, "[a]:b", "'", "")]
    book = load_workbook(io.BytesIO(as_xlsx(sheets, title="t", cut=lambda *_: "")))
    assert book.sheetnames == ["x" * 31, "X" * 27 + " (2)", "·a··b", "·", "· (2)"]


def test_no_part_of_the_file_holds_the_time():
    content = FORMATS["xlsx"].render(examples.memoranda())
    assert content == FORMATS["xlsx"].render(examples.memoranda())
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
