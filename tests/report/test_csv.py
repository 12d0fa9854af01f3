"""The CSV opens in a spreadsheet as a table of differences, and as nothing else."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.records import Comparison
from policynlp.report import FORMATS
from policynlp.tables.writing import safe
from tests.report import examples


def table(comparison: Comparison) -> list[dict[str, str]]:
    content = FORMATS["csv"].render(comparison).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def test_one_row_a_difference_with_both_texts_and_the_words_that_show_it():
    comparison = examples.memoranda()
    rows = table(comparison)
    assert [row["id"] for row in rows] == [
        each.id for each in (*comparison.differences, *comparison.documents_differ)
    ]
    first = rows[0]
    assert (first["kind"], first["material"], first["weight"]) == ("action", "yes", "0.940")
    assert (first["first_document"], first["second_document"]) == ("mou.en", "moc.en")
    assert first["first_words"] == "developing and championing"
    assert first["second_text"] == "advancing pro-innovation AI policy frameworks;"
    assert first["first_place"] == "II. Artificial intelligence › 1 › (a)"
    assert first["summary_ko"].startswith("MOU는")


def test_differences_of_whole_documents_are_told_apart():
    rows = table(examples.memoranda())
    assert [row["id"] for row in rows if row["scope"] == "document"] == ["x1", "x2", "x3"]


def test_excel_finds_the_byte_order_mark_and_windows_line_ends():
    content = FORMATS["csv"].render(examples.across())
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert "한국연구재단".encode() in content


def test_a_third_document_gets_its_own_columns():
    row = table(examples.family())[0]
    assert row["third_document"] == "tpd-uk.en"


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\n=1", "＝1"])
def test_no_cell_starts_as_a_formula(start):
    assert safe(start).startswith("'")


def test_hostile_texts_stay_text():
    for row in table(examples.hostile()):
        assert not [cell for cell in row.values() if cell[:1] in tuple("=+-@\t\r\n")]


@given(st.text())
def test_a_safe_cell_never_starts_as_a_formula_and_holds_no_control(text):
    cell = safe(text)
    assert cell[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    assert not any(ord(character) < 32 and character not in "\t\r\n" for character in cell)


@given(st.text(alphabet="abc 가나다,;\"'()0123"))
def test_harmless_text_is_left_alone(text):
    assert safe(text) == text
