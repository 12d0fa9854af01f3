"""``policynlp review`` and ``diff --decisions``: from the sheet to the report and to the figures."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policynlp import decisions, pipeline
from policynlp.cli import cli
from tests.report import examples

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Commands in an empty folder, where any two names mean the two memoranda."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pipeline, "diff", lambda *_, decisions=(), **__: replay(decisions))

    def done(*words: str, language: str = "en") -> Result:
        monkeypatch.setenv("POLICYNLP_LANGUAGE", language)
        return CliRunner().invoke(cli, list(words))

    return done


def replay(taken):
    return decisions.replayed(examples.memoranda(), taken)


def fill(place: Path, words: dict[str, dict[str, str]]) -> None:
    """Write decisions into a sheet by the ids of its rows."""
    rows = list(csv.DictReader(io.StringIO(place.read_text("utf-8-sig"), newline="")))
    with place.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(row | words.get(row["id"], {}) for row in rows)


SHEET = "reports/mou.en--moc.en.review.csv"
WORDS = {"d1": {"decision": "confirm", "reviewer": "Kim"}, "d2": {"decision": "기각", "note": "둘 다 있음"}}
WORDS |= {"d4": {"decision": "correct", "corrected_kind": "area"}}


def test_a_review_writes_a_workbook_and_a_csv_sheet_and_says_how_to_go_on(run: Run, tmp_path: Path):
    result = run("review", "mou", "moc")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == [
        "mou.en--moc.en.review.csv", "mou.en--moc.en.review.xlsx",
    ]  # fmt: skip
    assert (
        f"policynlp diff mou moc --decisions {tmp_path}/reports/mou.en--moc.en.review.xlsx" in result.output
    )
    assert "결정(decision) 열에" in run("review", "mou", "moc", language="ko").output


def test_the_same_review_gives_the_same_bytes(run: Run, tmp_path: Path):
    for folder in ("a", "b"):
        assert run("review", "mou", "moc", "--format", "xlsx,csv,json", "--output", folder).exit_code == 0
    first, second = ([path.read_bytes() for path in sorted((tmp_path / folder).iterdir())] for folder in "ab")
    assert first == second


def test_a_filled_sheet_changes_every_report_and_loses_nothing(run: Run, tmp_path: Path):
    run("review", "mou", "moc")
    fill(tmp_path / SHEET, WORDS)
    result = run(
        "diff",
        "mou",
        "moc",
        "--decisions",
        SHEET,
        "--format",
        "json,md,csv,html,docx,xlsx",
        "--output",
        "out",
    )
    assert "reviewed: 1 confirmed, 1 corrected, 1 rejected" in result.output
    report = json.loads((tmp_path / "out/mou.en--moc.en.json").read_bytes())
    assert [each["id"] for each in report["rejected"]] == ["d2"]
    assert "d2" not in [each["id"] for each in report["differences"]]
    assert {(each["outcome"], each["target"], each["reviewer"]) for each in report["decisions"]} == {
        ("confirmed", "d1", "Kim"), ("rejected", "d2", ""), ("corrected", "d4", ""),
    }  # fmt: skip
    text = (tmp_path / "out/mou.en--moc.en.md").read_text("utf8")
    assert "*Confirmed on review by Kim.*" in text
    assert "## Rejected on review" in text
    assert "Rejected on review. 둘 다 있음" in text
    assert "Corrected on review: Area." in text
    sheet = (tmp_path / "out/mou.en--moc.en.csv").read_text("utf-8-sig")
    assert '"rejected","Rejected on review. 둘 다 있음","검토에서 기각함. 둘 다 있음"' in sheet


def test_a_second_review_begins_with_the_first(run: Run, tmp_path: Path):
    run("review", "mou", "moc")
    fill(tmp_path / SHEET, WORDS)
    result = run("review", "mou", "moc", "--decisions", SHEET, "--format", "json", "--output", "again")
    assert "1 rejected" in result.output
    found = decisions.read(tmp_path / "again/mou.en--moc.en.review.json")
    assert [(each.verdict, each.note) for each in found] == [
        ("confirm", ""),
        ("reject", "둘 다 있음"),
        ("correct", ""),
    ]


def test_a_decision_that_no_longer_applies_is_told(run: Run, tmp_path: Path):
    old = (
        '{"schema": "policynlp.decisions/1", "decisions": [{"about": "difference", "decision": "confirm", '
        '"key": "k", '
    )
    (tmp_path / "old.json").write_text(
        old + '"texts": [["0"], []], "says": {"en": "Old.", "ko": "옛것."}}]}', "utf8"
    )
    result = run("diff", "mou", "moc", "--decisions", "old.json", "--format", "json", "--output", "x.json")
    assert "stale: 1; no longer reported: 0\n     stale, the text has changed: Old.\n" in result.output
    told = run("diff", "mou", "moc", "--decisions", "old.json", "--output", "x.json", language="ko").output
    assert "본문이 바뀜: 옛것." in told


def test_control_characters_of_a_file_of_decisions_do_not_reach_the_terminal(run: Run, tmp_path: Path):
    one = {"about": "difference", "decision": "confirm", "key": "k", "texts": [["0"], []]}
    one["says"] = {"en": "Old\n\x1b[2J\u202e", "ko": "옛것"}
    content = {"schema": "policynlp.decisions/1", "decisions": [one]}
    (tmp_path / "old.json").write_text(json.dumps(content), "utf8")
    told = run("diff", "mou", "moc", "--decisions", "old.json", "--output", "x.json").output
    assert "the text has changed: Old ⟨U+001B⟩[2J⟨U+202E⟩\n" in told


def test_precision_is_printed_in_either_language_and_as_a_table(run: Run, tmp_path: Path):
    run("review", "mou", "moc")
    fill(tmp_path / SHEET, WORDS)
    lines = run("review", "--score", SHEET).output.splitlines()
    assert lines[0].split("\t") == [
        "Kind", "Decided", "Confirmed", "Corrected", "Rejected", "Missed", "Precision",
        "At least (.95)", "At most (.95)", "Recall",
    ]  # fmt: skip
    assert lines[-1].split("\t") == ["All differences", "3", "1", "1", "1", "0", "0.33", "0.06", "0.79", "-"]
    assert "모든 차이\t3\t1\t1\t1" in run("review", "--score", SHEET, language="ko").output
    rows = json.loads(run("review", "--score", SHEET, "--format", "json").stdout)
    assert rows[-1]["precision"] == 0.333


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("review", "mou"), 2, "mou"),
        (("review", "mou", "moc", "--format", "docx"), 2, "as xlsx, csv or json, not docx"),
        (("review", "--score", "none.csv"), 3, "there is no such file"),
        (("diff", "mou", "moc", "--decisions", "none.csv"), 3, "there is no such file"),
    ],
)
def test_wrong_use_gets_one_sentence(run: Run, words: tuple[str, ...], code: int, sentence: str):
    result = run(*words)
    assert (result.exit_code, result.stderr.count("\n")) == (code, 1)
    assert sentence in result.stderr


def test_a_sheet_without_a_decision_has_no_precision(run: Run, tmp_path: Path):
    run("review", "mou", "moc")
    result = run("review", "--score", SHEET)
    assert result.exit_code == 2
    assert "fill in the column decision" in result.stderr
