"""``policynlp glossary``: terms in brackets and in language versions, with what shows them."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.stored import Run, runner


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    return runner(tmp_path, monkeypatch)


def listed(run: Run, *words: str) -> dict[tuple[str, str], dict[str, object]]:
    rows = json.loads(run("glossary", *words, "--format", "json").stdout)
    return {(row["term"], row["gloss"]): row for row in rows}


def test_brackets_and_versions_give_terms_with_the_clauses_that_show_them(run):
    found = listed(run, "river")
    assert set(found) == {
        ("이화학연구소", "RIKEN"),
        ("대한민국", "Republic of Korea"),
        ("일본국", "Japan"),
        ("참여자", "Participants"),
        ("한국연구재단", "National Research Foundation of Korea"),
        ("양자 기술", "quantum technologies"),
        ("협력", "Cooperation"),
        ("운영", "Operation"),
    }
    riken = found["이화학연구소", "RIKEN"]
    assert riken["methods"] == ["bracket", "confirmed"]
    assert riken["evidence"] == ["river.ko:c4", "river.ko:c4=river.en:c4", "river.ko:c5=river.en:c5"]
    assert riken["count"] == 3
    assert found["양자 기술", "quantum technologies"]["evidence"] == [
        "river.ko:c3=river.en:c3",
        "river.ko:c4=river.en:c4",
    ]


def test_one_version_stands_for_its_family(run):
    assert listed(run, "river.en") == listed(run, "river") == listed(run)


def test_the_surest_can_be_asked_for(run):
    assert set(listed(run, "river", "--sure", "0.96")) == {("이화학연구소", "RIKEN")}


def test_text_tells_what_shows_a_term_in_the_reader_s_language(run):
    lines = run("glossary", "river", language="ko").output.splitlines()
    assert lines[0] == "용어\t번역\t횟수\t근거\t확신도\t위치"
    assert (
        "이화학연구소\tRIKEN\t3\t괄호 병기, 두 언어본에서 확인\t0.97\triver.ko:c4 river.ko:c4=river.en:c4 +1"
        in lines
    )


def test_csv_goes_to_a_file_that_a_spreadsheet_opens(run, tmp_path):
    run("glossary", "river", "--format", "csv", "--output", "terms.csv")
    content = (tmp_path / "terms.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert ("참여자", "Participants") in {(row["term"], row["gloss"]) for row in rows}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_an_unknown_document_is_named(run, language):
    done = run("glossary", "nowhere", language=language)
    assert done.exit_code == 2
    assert "nowhere" in done.stderr
