"""The memo opens in a word processor with findings, both wordings and every clause."""

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Read
from docx.oxml.ns import qn

from policynlp.records import Comparison
from policynlp.report import FORMATS
from policynlp.report.pieces import visible
from tests.report import examples


def opened(comparison: Comparison, language: str = "en") -> Read:
    return Document(io.BytesIO(FORMATS["docx"].render(comparison, language)))


def headings(memo: Read) -> list[str]:
    return [each.text for each in memo.paragraphs if each.style.name in ("Title", "Heading 1")]


def test_the_memo_goes_from_what_is_compared_to_where_it_came_from():
    assert headings(opened(examples.memoranda())) == [
        "How MOU and MOC differ",
        "What is compared",
        "Findings",
        "The 10 weightiest differences",
        "In common",
        "The documents as wholes",
        "Annex: clauses side by side",
        "Provenance",
    ]
    assert headings(opened(examples.memoranda(), "ko"))[2:4] == ["주요 차이", "비중이 큰 차이 10건"]


def test_findings_are_numbered_sentences_with_quotations():
    memo = opened(examples.memoranda())
    numbered = [each.text for each in memo.paragraphs if each.style.name == "List Number"]
    assert numbered[0].startswith("MOU speaks of developing and championing")
    assert len(numbered) == 14
    after = memo.paragraphs[[each.text for each in memo.paragraphs].index(numbered[0]) + 1]
    assert after.text.startswith("MOU, II. Artificial intelligence › 1 › (a): “developing and championing")


def test_the_words_that_a_difference_rests_on_are_bold_in_both_wordings():
    row = opened(examples.memoranda()).tables[1].rows[1]
    bold = [[run.text for run in cell.paragraphs[0].runs if run.bold] for cell in row.cells]
    assert bold == [[], [], ["developing and championing"], ["advancing"]]


def test_the_annex_has_every_clause_and_a_head_on_every_page():
    comparison = examples.memoranda()
    table = opened(comparison).tables[-1]
    shown = "\n".join(cell.text for row in table.rows for cell in row.cells)
    assert all(clause.text in shown for each in comparison.documents for clause in each.clauses)
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_korean_letters_have_a_korean_font():
    styles = opened(examples.across(), "ko").styles
    for name in ("Normal", "Heading 1", "Title"):
        fonts = styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "Malgun Gothic"
        assert fonts.get(qn("w:eastAsiaTheme")) is None


def test_a_restatement_says_so_and_hashes_are_told():
    comparison = examples.memoranda()
    text = "\n".join(each.text for each in opened(comparison).paragraphs)
    assert text.count("Restatement, not the official text") == 2
    assert all(each.document.source.sha256 in text for each in comparison.documents)


def test_three_documents_stand_in_three_columns():
    memo = opened(examples.family())
    assert [cell.text for cell in memo.tables[-1].rows[0].cells] == ["Relation", "MOU", "MOC", "tpd-uk"]


def test_of_more_documents_what_each_says_stands_one_under_the_other():
    comparison = examples.family()
    many = replace(
        comparison,
        documents=(
            *comparison.documents,
            replace(examples.mou(), document=replace(examples.mou().document, id="x")),
        ),
        links=tuple(replace(each, clauses=(*each.clauses, ())) for each in comparison.links),
        differences=(),
    )
    table = opened(many).tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == ["Relation", "Document"]
    shown = "\n".join(row.cells[1].text for row in table.rows)
    assert all(clause.text in shown for each in many.documents for clause in each.clauses)
    assert "\ntpd-uk.en: " in shown


def test_a_text_against_itself_has_no_table_of_differences():
    assert "The 10 weightiest differences" not in headings(opened(examples.itself()))


@pytest.mark.parametrize("make", [examples.hostile, examples.tricky])
def test_hostile_texts_stay_text(make):
    comparison = make()
    content = FORMATS["docx"].render(comparison, "en")
    memo = Document(io.BytesIO(content))
    shown = "\n".join(cell.text for row in memo.tables[-1].rows for cell in row.cells)
    for analysis in comparison.documents:
        assert all(visible(clause.text) in shown for clause in analysis.clauses)
    assert not list(memo.element.body.iter(qn("w:hyperlink")))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b'TargetMode="External"' not in parts.read("word/_rels/document.xml.rels")


def test_no_part_of_the_file_holds_the_time():
    content = FORMATS["docx"].render(examples.memoranda())
    assert content == FORMATS["docx"].render(examples.memoranda())
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", ["docx", "tracked", "xlsx"])
def test_an_office_suite_opens_and_prints_it(name: str, tmp_path: Path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice on this machine (soffice)")
    place = tmp_path / f"report{Path(FORMATS[name].suffix).suffix}"
    place.write_bytes(FORMATS[name].render(examples.tricky()))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [office, "--headless", home, "--convert-to", "pdf", "--outdir", str(tmp_path), str(place)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
