"""``policynlp diff`` of three and more documents."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policynlp.cli import cli

SHARED = "Each Party shall protect children online."
TEXTS = {
    "oslo": f"The Parties may exchange data on quantum technology.\n\n{SHARED}\n",
    "lima": f"The Parties shall exchange data on quantum technology.\n\n{SHARED}\n",
    "rome": "The Parties may exchange data on quantum technology.\n\nA committee licenses reactors.\n",
}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("POLICYNLP_LANGUAGE", "en")
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf8")

    def done(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["diff", *arguments])

    return done


def test_three_files_make_one_table_and_the_order_permutes_its_columns(run) -> None:
    given = ["oslo.txt", "lima.txt", "rome.txt"]
    first = json.loads(run(*given, "--format", "json", "--output", "-").stdout)
    assert [document["id"] for document in first["documents"]] == ["oslo", "lima", "rome"]
    assert first["links"][0]["clauses"] == [["c1"], ["c1"], ["c1"]]
    (force,) = [each for each in first["differences"] if each["kind"] == "force"]
    assert (force["values"], force["stands"], force["leads"]) == (["may", "shall", "may"], [0, 1, 0], [1])
    again = json.loads(run(*reversed(given), "--format", "json", "--output", "-").stdout)
    assert [each["summary"] for each in again["differences"]] == [
        each["summary"] for each in first["differences"]
    ]
    assert [each["clauses"][::-1] for each in again["links"]] == [each["clauses"] for each in first["links"]]


def test_the_report_is_named_after_all_and_the_terminal_tells_who_stands_where(run, tmp_path: Path) -> None:
    result = run("oslo.txt", "lima.txt", "rome.txt")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "reports" / "oslo--lima--rome.html").is_file()
    assert "an obligation (“shall”) in lima; a permission (“may”) in oslo and rome" in result.output
    assert "Only rome says" in result.output


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["oslo.txt"], "oslo.txt: only one document"),
        (["oslo.txt", "lima.txt", "oslo.txt"], "oslo: given twice"),
        ([f"{name}.txt" for name in TEXTS] * 5, "12 documents at most, not 15"),
    ],
)
def test_what_cannot_be_compared_is_told_in_a_sentence(run, given: list[str], told: str) -> None:
    result = run(*given)
    assert result.exit_code != 0
    assert told in result.output
    assert "Traceback" not in result.output
