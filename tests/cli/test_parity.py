"""``policynlp parity`` on the command line."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from policynlp.cli import cli

KOREAN = """# 협력 각서

1. 참여자는 양자 기술에 관한 정보를 교환하고자 한다.

2. 어느 참여자든지 180일 전에 서면으로 통보하여 이 각서를 종료할 수 있다.

3. 참여자는 연구 보안에 관한 공동 세미나를 개최하고자 한다.
"""
ENGLISH = """# Memorandum of Cooperation

1. The Participants intend to exchange information on quantum technology.

2. Either Participant may terminate this Memorandum by giving 90 days' written notice.

3. The Participants intend to hold joint seminars on research security.
"""


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two language versions, one of which has another number."""
    (tmp_path / "a.ko.txt").write_text(KOREAN, "utf8")
    (tmp_path / "a.en.txt").write_text(ENGLISH, "utf8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("POLICYNLP_LANGUAGE", "en")
    return tmp_path


def test_the_wrong_number_is_listed_with_its_class_and_written_to_a_page(versions: Path) -> None:
    result = CliRunner().invoke(cli, ["parity", "./a.ko.txt", "./a.en.txt"])
    assert result.exit_code == 0, result.output
    assert "1 findings in" in result.output
    assert (
        "[mistranslation] Another figure: the Korean text has “180일”, the English text “90 days"
        in result.output
    )
    assert "Number (mistranslation)" in next((versions / "reports").glob("*.parity.html")).read_text("utf8")


def test_json_and_csv_hold_class_kind_words_and_confidence(versions: Path) -> None:
    made = CliRunner().invoke(
        cli, ["parity", "./a.ko.txt", "./a.en.txt", "--format", "json", "--output", "-"]
    )
    (row,) = json.loads(made.stdout)
    assert (row["class"], row["kind"], row["first_value"]) == ("mistranslation", "number", "180일")
    assert row["second_spans"][0].startswith(row["second_clauses"][0] + ":")
    sheet = CliRunner().invoke(
        cli, ["parity", "./a.ko.txt", "./a.en.txt", "--format", "csv", "--output", "-"]
    )
    (own,) = csv.DictReader(io.StringIO(sheet.stdout.removeprefix("\ufeff")))
    assert own["summary_ko"] == row["summary_ko"]


def test_one_language_twice_is_one_clear_sentence(versions: Path) -> None:
    result = CliRunner().invoke(cli, ["parity", "./a.ko.txt", "./a.ko.txt"])
    assert result.exit_code == 2
    assert "are not one Korean and one English text" in result.stderr
    assert result.stderr.count("\n") == 1


def test_one_language_alone_is_one_clear_sentence(versions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICYNLP_LANGUAGE", "ko")
    result = CliRunner().invoke(cli, ["parity", "./a.ko.txt"])
    assert result.exit_code == 2
    assert "한 언어만 있습니다" in result.stderr


def test_a_family_stands_for_its_two_versions_and_a_clean_pair_is_silent(versions: Path) -> None:
    result = CliRunner().invoke(cli, ["parity", "apec"])
    assert result.exit_code == 0, result.output
    assert "Nothing found in 8 linked clauses" in result.output


def test_a_file_in_two_languages_is_checked_against_itself(versions: Path) -> None:
    rows = zip(ENGLISH.split("\n\n")[1:], KOREAN.split("\n\n")[1:], strict=True)
    cells = "".join(f"<tr><td>{en.strip()}</td><td>{ko.strip()}</td></tr>" for en, ko in rows)
    (versions / "both.html").write_text(
        f"<html><head><meta charset='utf-8'></head><body><table>{cells}</table></body></html>", "utf8"
    )
    result = CliRunner().invoke(cli, ["parity", "./both.html"])
    assert result.exit_code == 0, result.output
    assert "180일" in result.output
    assert "90 days" in result.output


def test_the_table_in_two_languages_of_a_sample_is_linked_row_by_row(versions: Path, shared: Path) -> None:
    result = CliRunner().invoke(
        cli, ["parity", str(shared / "data" / "samples" / "out" / "bilingual_table.docx"), "--sure", "0.8"]
    )
    assert result.exit_code == 0, result.output
    assert "linked clauses" in result.output
