"""DataFrames have the columns and types that their docstrings promise, with or without rows."""

import subprocess
import sys

import pytest

from policynlp import frames
from policynlp.errors import UnknownNameError
from policynlp.records import Analysis
from policynlp.store import Entry
from policynlp.tables import TABLES
from policynlp.workspace import make
from tests.report import examples as reports
from tests.tables import examples

OF_DOCUMENTS = {
    "documents": frames.documents,
    "clauses": frames.clauses,
    "commitments": frames.commitments,
    "mentions": frames.mentions,
    "glossary": frames.glossary,
    "facts": frames.facts,
}


@pytest.mark.parametrize("name", OF_DOCUMENTS)
def test_a_frame_without_rows_has_the_same_columns_and_types(name):
    empty = Analysis(examples.korean().document)
    full = OF_DOCUMENTS[name](examples.korean(), examples.english())
    none = OF_DOCUMENTS[name](empty).iloc[:0]
    assert list(full.columns) == list(none.columns) == list(TABLES[name])
    assert full.dtypes.to_dict() == none.dtypes.to_dict()


@pytest.mark.parametrize("name", OF_DOCUMENTS)
def test_every_column_is_told_in_the_docstring(name):
    text = " ".join((OF_DOCUMENTS[name].__doc__ or "").replace(",", " ").replace(";", " ").split())
    assert [column for column in TABLES[name] if f" {column} " not in f" {text} "] == []


def test_commitments_say_who_what_how_firmly_with_what_their_clause_names():
    row = frames.commitments(examples.korean(), language="ko").iloc[0]
    assert (row.document, row.clause, row.place) == ("river.ko", "c3", "협력 › 1. › 가.")
    assert (row.force, row.force_name, row.action_name, row.phase_name) == (4, "의향", "개발", "착수 단계")
    assert (row.actor, row.object) == ("참여자", "양자 기술")
    assert row.quantities == ("P180D",)
    assert row.institution_names == ("한국연구재단",)
    assert row.area_names == ("양자",)
    assert (row.marker, row.marker_clause, row.action_words) == ("고자 한다", "c2", "개발")
    assert examples.KOREAN[1][0][row.marker_start : row.marker_end] == row.marker


def test_a_condition_of_the_lead_in_holds_for_its_items():
    for analysis in (examples.korean(), examples.english()):
        assert frames.commitments(analysis).conditions[0] == ("available-resources",)


def test_names_are_in_the_language_asked_for():
    row = frames.commitments(examples.korean(), language="en").iloc[1]
    assert (row.force_name, row.polarity_name) == ("obligation", "not to")
    named = frames.mentions(examples.english(), language="ko").set_index("value").name
    assert named["kr.nrf"] == "한국연구재단"
    assert "대한민국" in named["country.kr"]


def test_an_unknown_language_is_named():
    with pytest.raises(UnknownNameError, match="language named 'fr'"):
        frames.commitments(examples.korean(), language="fr")


def test_lists_can_be_exploded_and_counted():
    areas = frames.commitments(examples.korean(), examples.english()).explode("areas")
    assert areas.groupby(["document", "areas"]).size().to_dict() == {
        ("river.en", "quantum"): 2,
        ("river.ko", "quantum"): 2,
    }


def test_offsets_lead_back_to_the_words():
    korean = examples.korean()
    for row in frames.mentions(korean).itertuples():
        assert korean.clause(row.clause).text[row.start : row.end] == row.text
    for row in frames.clauses(korean).itertuples():
        assert korean.document.text[row.start : row.end] == row.text


def test_a_workspace_gives_all_that_is_stored(tmp_path):
    from policynlp.pipeline.reading import fingerprint

    home = make(tmp_path)
    home.store.save_all([Entry(one, fingerprint()) for one in (examples.korean(), examples.english())])
    assert list(frames.documents(home).document) == ["river.en", "river.ko"]
    assert len(frames.commitments(home)) == len(frames.commitments("river.ko", "river.en", home=home)) == 4


def test_differences_of_a_comparison_have_a_row_each_with_both_sides_words():
    comparison = reports.memoranda()
    frame = frames.differences(comparison, language="ko")
    assert list(frame.difference) == [
        one.id for one in (*comparison.differences, *comparison.documents_differ, *comparison.common)
    ]
    first = frame.iloc[0]
    assert (first.scope, first.kind, first.first_words) == ("clause", "action", "developing and championing")
    assert first.summary == comparison.differences[0].summary["ko"]


def test_links_of_three_documents_have_columns_of_each():
    frame = frames.links(reports.family())
    assert [name for name in frame.columns if name.endswith("_clauses")] == [
        "first_clauses",
        "second_clauses",
        "third_clauses",
    ]
    assert frame.similarity.between(0, 1).all()
    assert frame.moved.dtype == bool


def test_frames_are_reached_from_the_package_without_an_import_of_their_own():
    code = "import policynlp; print(policynlp.frames.TABLES['facts']['start'])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "whole\n"
