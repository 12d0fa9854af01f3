"""``policynlp show``: what an analyst sees and takes along."""

import csv
import io
import json
from pathlib import Path

import pytest

from policynlp.cli import tabled, views
from policynlp.tables import TABLES, commitments
from tests.cli.stored import Run, runner
from tests.tables import examples


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    return runner(tmp_path, monkeypatch)


def test_commitments_are_one_line_each_with_force_named_and_the_words(run):
    lines = run("show", "river.en", "--commitments").output.splitlines()[2:]
    head, first, second = (line.split("\t") for line in lines)
    assert head == ["Clause", "Force", "Action", "Who → what", "Named", "Words", "Sure"]
    assert first == [
        "c3 Cooperation 1. (a)",
        "4 intention",
        "develop, initiating",
        "the Participants → quantum technologies",
        "Within available resources; within 180 days; National Research Foundation of Korea",
        "intend to; developing",
        "0.76",
    ]
    assert second[1:3] == ["6 obligation", "not to, implement, implementing"]


def test_the_same_in_korean(run):
    lines = run("show", "river.ko", "--commitments", language="ko").output.splitlines()[2:]
    head, first, _ = (line.split("\t") for line in lines)
    assert head[:4] == ["조항", "강도", "행위", "누가 → 무엇을"]
    assert first[:4] == ["c3 협력 1. 가.", "4 의향", "개발, 착수 단계", "참여자 → 양자 기술"]
    assert first[5:] == ["고자 한다; 개발", "0.76"]


@pytest.mark.parametrize("what", ["commitments", "mentions", "glossary", "facts", "clauses"])
def test_csv_to_standard_output_is_the_table_alone(run, what):
    shown = run("show", "river.ko", f"--{what}", "--format", "csv").stdout
    assert next(csv.reader(io.StringIO(shown))) == list(TABLES[what])


def test_a_csv_file_opens_in_a_spreadsheet(run, tmp_path):
    done = run("show", "river.ko", "--commitments", "--format", "csv", "--output", "out/c.csv")
    assert "2 rows written: out/c.csv" in done.stderr
    assert done.stdout == ""
    content = (tmp_path / "out" / "c.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["force_name"] for row in rows] == ["intention", "obligation"]


def test_json_has_every_mention(run):
    rows = json.loads(run("show", "river.ko", "--mentions", "--format", "json", language="ko").stdout)
    assert len(rows) == len(examples.NAMED_KO)
    assert {row["kind_name"] for row in rows} == {"지역", "조건", "수량", "기관", "분야"}


def test_text_in_a_file_is_the_lines_alone(run, tmp_path):
    run("show", "river.ko", "--glossary", "--output", "pairs.txt")
    assert (tmp_path / "pairs.txt").read_text("utf8").splitlines()[1] == "c4\t이화학연구소\tRIKEN"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_is_no_table_is_refused_with_what_to_do(run, language):
    done = run("show", "river.ko", "--counterparts", "--format", "csv", language=language)
    assert done.exit_code == 2
    assert "--counterparts" in done.stderr
    assert "--commitments" in done.stderr


@pytest.mark.parametrize("width", [80, 140])
def test_a_terminal_shows_a_table_no_wider_than_itself(width, monkeypatch, capsys):
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("POLICYNLP_LANGUAGE", "ko")
    tabled.draw([views.commitment(row) for row in commitments(examples.korean(), "ko")])
    lines = capsys.readouterr().out.splitlines()
    assert max(map(cell_len, lines)) <= width
    assert "조항" in "".join(lines[:4])


def test_a_narrow_terminal_shows_a_line_a_column(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("POLICYNLP_LANGUAGE", "ko")
    tabled.draw([views.commitment(row) for row in commitments(examples.korean(), "ko")])
    assert capsys.readouterr().out.startswith("조항: c3 협력 1. 가.\n강도: 4 의향\n행위: 개발, 착수 단계\n")


@pytest.mark.parametrize(
    ("place", "seen"),
    [
        ("Article 4 Settlement of Disputes › 2 › (a)", "Article 4 2 (a)"),
        ("제4조 분쟁의 해결 › ①", "제4조 ①"),
        ("Ⅱ. 인공지능 응용과 혁신의 가속화 › 1. › 가.", "Ⅱ. 1. 가."),
        ("Purpose and Scope › 1.", "Purpose… 1."),
        ("", ""),
    ],
)
def test_a_place_is_shown_by_its_numbers(place, seen):
    assert views.short(place) == seen
