"""``policynlp diff``: formats, files and folders, languages, and one sentence where they do not fit."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policynlp import pipeline
from policynlp.cli import cli, reports
from policynlp.report import FORMATS
from tests.report import examples


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("POLICYNLP_LANGUAGE", "en")
    monkeypatch.setattr(pipeline, "diff", lambda *names, **_: examples.memoranda())

    def done(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["diff", "mou", "moc", *arguments])

    return done


def test_every_format_at_once_goes_into_one_folder_by_its_ending(run, tmp_path: Path) -> None:
    result = run("--format", ",".join(FORMATS), "--output", "out")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        f"mou.en--moc.en{ending}" for ending in sorted(format.suffix for format in FORMATS.values())
    ]
    assert result.output.count("report: out") == len(FORMATS)


def test_every_format_has_an_ending_of_its_own() -> None:
    endings = [format.suffix for format in FORMATS.values()]
    assert len(set(endings)) == len(endings)


def test_the_same_documents_give_the_same_bytes_in_every_format(run, tmp_path: Path) -> None:
    for folder in ("first", "second"):
        assert run("--format", ",".join(FORMATS), "--output", folder).exit_code == 0
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}
        for folder in ("first", "second")
    )
    assert first == second


@pytest.mark.parametrize(
    ("output", "begins"), [("memo.docx", b"PK"), ("x.json", b"{"), ("x.md", b"# "), ("x", b"<!doctype html")]
)
def test_the_ending_of_the_output_names_the_format(run, tmp_path: Path, output: str, begins: bytes) -> None:
    assert run("--output", output).exit_code == 0
    assert (tmp_path / output).read_bytes().startswith(begins)


def test_one_format_into_a_folder_that_is_there(run, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    assert run("--format", "json", "--output", "here").exit_code == 0
    assert json.loads((tmp_path / "here" / "mou.en--moc.en.json").read_bytes())["schema"].startswith(
        "policynlp"
    )


def test_standard_output_holds_the_report_and_nothing_else(run) -> None:
    result = run("--format", "json", "--output", "-")
    assert json.loads(result.stdout)["links"]


@pytest.mark.parametrize("output", ["-", "there.txt", "new.html"])
def test_several_formats_do_not_fit_in_one_file(run, tmp_path: Path, output: str) -> None:
    (tmp_path / "there.txt").write_text("mine")
    result = run("--format", "html,json", "--output", output)
    assert result.exit_code == 2
    assert f"2 formats do not fit in one file, {output}" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["there.txt"]


def test_nothing_is_written_where_one_format_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("POLICYNLP_LANGUAGE", "ko")
    monkeypatch.setattr(pipeline, "diff", lambda *names, **_: examples.across())
    result = CliRunner().invoke(cli, ["diff", "mou.ko", "moc.en", "--format", "html,tracked"])
    assert result.exit_code == 4
    assert "두 문서의 언어가 같아야 합니다(여기서는 en, ko)" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("language", "says"), [("en", "# How MOU and MOC differ"), ("ko", "# MOU · MOC 비교")]
)
def test_files_speak_the_language_asked_for(run, tmp_path: Path, language: str, says: str) -> None:
    assert run("--format", "md", "--output", "x.md", "--language", language).exit_code == 0
    assert (tmp_path / "x.md").read_text("utf8").startswith(says)


def test_open_shows_the_page_before_other_files(run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(reports.click, "launch", opened.append)
    monkeypatch.setattr(reports, "has_desktop", lambda: True)
    assert run("--format", "json,html", "--output", "out", "--open").exit_code == 0
    assert run("--format", "docx", "--output", "memo.docx", "--open").exit_code == 0
    assert [address.rsplit("/", 1)[1] for address in opened] == ["mou.en--moc.en.html", "memo.docx"]
