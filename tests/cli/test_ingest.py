"""``policynlp ingest`` of many: archives, folders, failures, a kill in the middle, versions, list, export."""

import csv
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from policynlp.workspace import Workspace
from tests.cli.test_start import run

ENGLISH = "Article {n}\n\n1. The Parties shall exchange data on topic {n}.\n\n2. They may consult.\n"
KOREAN = "제{n}조 당사자는 정보 {n}을 교환한다.\n"


def test_an_archive_and_a_folder_are_ingested_as_many_documents(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "mou.txt").write_text(ENGLISH.format(n=1), "utf8")
    (folder / "sub" / "mou.txt").write_text(ENGLISH.format(n=2), "utf8")
    (folder / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    with zipfile.ZipFile(folder / "조약.zip", "w") as package:
        package.writestr("첫째.txt", KOREAN.format(n=1))
        package.writestr("empty.txt", "")
    done = run("ingest", "in", "--failures", "failed.csv", cwd=tmp_path)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert "in/조약.zip!/empty.txt: the file is empty" in done.stderr
    assert "passed over, not documents: 1 .png" in done.stderr
    assert "3 read, 0 unchanged, 1 failed" in done.stdout
    assert [line.split(":")[0] for line in done.stdout.splitlines()[:3]] == ["in.mou", "첫째", "sub.mou"]
    with (tmp_path / "failed.csv").open(encoding="utf-8-sig") as file:
        (row,) = csv.DictReader(file)
    assert (row["source"], row["code"]) == ("in/조약.zip!/empty.txt", "file-empty")
    again = run("ingest", "in", cwd=tmp_path, language="ko")
    assert "0개 읽음, 3개 그대로, 1개 실패" in again.stdout


def start(folder: Path) -> subprocess.Popen[str]:
    """``policynlp ingest in`` with two workers, its output line by line."""
    words = [sys.executable, "-u", "-m", "policynlp", "ingest", "in", "--workers", "2"]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, text=True, env=environment)


def workers_of(process: int) -> list[int]:
    """Living processes that descend from one."""
    table = subprocess.run(["ps", "-eo", "pid,ppid,stat"], capture_output=True, text=True, check=True).stdout
    rows = [line.split()[:3] for line in table.splitlines()[1:]]
    found, parents = [], {str(process)}
    while parents:
        parents = {pid for pid, parent, state in rows if parent in parents and not state.startswith("Z")}
        found += map(int, parents)
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_batch_killed_in_the_middle_goes_on_where_it_stopped(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(120):
        (folder / f"d{n:03}.txt").write_text(ENGLISH.format(n=n), "utf8")
    process = start(tmp_path)
    assert process.stdout is not None
    told = {process.stdout.readline().split(":")[0]}
    helpers = workers_of(process.pid)
    os.kill(process.pid, signal.SIGKILL)
    told |= {line.split(":")[0] for line in process.stdout}
    process.wait()
    stored = {one.id: one.clauses for one in Workspace(tmp_path).store.listing()}
    assert told - {""} <= set(stored), "what was told is stored"
    assert 0 < len(stored) < 120
    assert set(stored.values()) == {2}, "nothing is half done"
    done = run("ingest", "in", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert f"{120 - len(stored)} read, {len(stored)} unchanged, 0 failed" in done.stdout
    assert {one.clauses for one in Workspace(tmp_path).store.listing()} == {2}
    assert ended(helpers), "no worker outlives its batch"


def ended(processes: list[int]) -> bool:
    """Whether processes end within some seconds."""
    give_up = time.monotonic() + 20
    while time.monotonic() < give_up:
        if not [pid for pid in processes if Path(f"/proc/{pid}").exists()]:
            return True
        time.sleep(0.2)
    return False


def test_versions_can_be_listed_and_compared(tmp_path: Path) -> None:
    text = tmp_path / "mou.txt"
    text.write_text("1. The Parties shall exchange data.\n", "utf8")
    run("ingest", "mou.txt", cwd=tmp_path)
    text.write_text("1. The Parties may exchange data.\n", "utf8")
    run("ingest", "mou.txt", cwd=tmp_path)
    shown = run("list", "--versions", cwd=tmp_path).stdout
    assert [line.split("\t")[0] for line in shown.splitlines()[:2]] == ["mou@1", "mou@2"]
    assert [line.split("\t")[0] for line in run("list", cwd=tmp_path).stdout.splitlines()[:1]] == ["mou"]
    done = run("diff", "mou@1", "mou@2", "--format", "json", "--output", "-", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert '"kind": "force"' in done.stdout
    assert "no document named 'mou@9'" in run("diff", "mou@1", "mou@9", cwd=tmp_path).stderr


def test_what_is_stored_is_exported(tmp_path: Path) -> None:
    empty = run("export", "out", cwd=tmp_path, language="ko")
    assert empty.returncode == 5
    assert "아직 저장된 것이 없습니다" in empty.stderr
    (tmp_path / "mou.txt").write_text("1. The Parties shall exchange data.\n", "utf8")
    run("ingest", "mou.txt", cwd=tmp_path)
    assert run("export", "out", "--format", "csv", cwd=tmp_path).returncode == 0
    with (tmp_path / "out" / "clauses.csv").open(encoding="utf8") as file:
        assert [row["text"] for row in csv.DictReader(file)] == ["The Parties shall exchange data."]


@pytest.mark.parametrize(
    ("words", "english", "korean"),
    [
        (["diff", "mou"], "mou: only one document", "mou: 문서가 하나뿐입니다"),
        (["show"], "ID|FILE is missing", "ID|FILE이(가) 없습니다"),
        (["diff", "--fomat", "x"], "no option --fomat (near it: --format)", "--fomat 옵션은 없습니다"),
        (["frobnicate"], "no command named 'frobnicate'", "명령 가운데 'frobnicate' 이름이 없습니다"),
        (["--frob"], "there is no option --frob", "--frob 옵션은 없습니다"),
        (["ingest", "--id"], "--id needs a value", "--id에 값이 빠졌거나"),
        (["ingest", "--workers", "many", "x"], "--workers:", "--workers의 값이 맞지 않습니다"),
        (["list", "extra"], "see policynlp list --help", "명령을 이해할 수 없습니다"),
    ],
)
def test_a_command_that_cannot_be_understood_gets_a_sentence(
    tmp_path: Path, words: list[str], english: str, korean: str
) -> None:
    for language, sentence in (("en", english), ("ko", korean)):
        done = run(*words, cwd=tmp_path, language=language)
        assert done.returncode == 2
        assert sentence in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_what_a_person_said_of_a_file_holds_when_its_folder_is_ingested_again(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = folder / "mou.txt"
    text.write_text(ENGLISH.format(n=1), "utf8")
    run("ingest", "in/mou.txt", "--standing", "official", cwd=tmp_path)
    assert "mou: unchanged" in run("ingest", "in", cwd=tmp_path).stdout
    text.write_text(ENGLISH.format(n=2), "utf8")
    run("ingest", "in", cwd=tmp_path)
    (listed,) = Workspace(tmp_path).store.listing()
    assert (listed.version, listed.standing) == (2, "official")
    run("ingest", "in", "--standing", "unknown", cwd=tmp_path)
    (listed,) = Workspace(tmp_path).store.listing()
    assert listed.standing == "unknown"


def test_an_id_that_cannot_be_one_is_refused_with_one_that_can(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH.format(n=1), "utf8")
    done = run("ingest", "a.txt", "--id", "한글 이름", cwd=tmp_path)
    assert done.returncode == 2
    assert "an id, which has no spaces" in done.stderr
    assert "write it as '한글-이름'" in done.stderr


def test_every_line_of_the_list_has_the_same_columns_also_of_what_was_not_read_yet(tmp_path: Path) -> None:
    lines = run("list", cwd=tmp_path).stdout.splitlines()
    assert "built in, not read yet\trestatement\t-\tMemorandum of Understanding" in lines[0]
    assert {line.count("\t") for line in lines} == {5}


def test_findings_are_told_in_the_language_that_was_chosen_for_messages(tmp_path: Path) -> None:
    for n, name in enumerate(("a.txt", "b.txt"), 1):
        (tmp_path / name).write_text(ENGLISH.format(n=n), "utf8")
    told = run("diff", "a.txt", "b.txt", cwd=tmp_path, language="ko").stdout
    assert "보고서:" in told
    told = run("diff", "a.txt", "b.txt", cwd=tmp_path).stdout
    assert "report:" in told
