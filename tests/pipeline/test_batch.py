"""Batches: ids, worker processes that die, hang or eat memory, and what is read again."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp import batch, workspace
from policynlp.batch.ids import assign
from policynlp.batch.origins import Origin
from policynlp.batch.reading import Reading, Scratch, Task
from policynlp.batch.storing import Ingested
from policynlp.batch.workers import Limits, run
from policynlp.errors import PolicyNLPError, UsageError
from policynlp.records import Analysis, Document, Source
from policynlp.workspace import Workspace


def origins(*paths: str) -> list[Origin]:
    """Files found in folders."""
    return [Origin(path, path, PurePath(path), "file", False) for path in paths]


@pytest.mark.parametrize(
    ("paths", "ids"),
    [
        (["/t/mou.txt", "/t/moc.txt"], ["mou", "moc"]),
        (["/t/mou.hwp", "/t/mou.pdf"], ["mou.hwp", "mou.pdf"]),
        (["/t/a/mou.txt", "/t/b/mou.txt"], ["a.mou", "b.mou"]),
        (["/t/a/x/mou.txt", "/t/b/x/mou.txt", "/t/moc.txt"], ["a.x.mou", "b.x.mou", "moc"]),
        (["/t/한미 양해각서 (2025).txt"], ["한미-양해각서-(2025)"]),
        (["/t/mou@2.txt"], ["mou-2"]),
    ],
)
def test_ids_are_names_and_as_long_as_they_must_be(paths: list[str], ids: list[str]) -> None:
    assert assign(origins(*paths), {}, {}) == ids


def test_an_id_in_the_store_is_kept_by_its_file_and_refused_to_another() -> None:
    found = origins("/t/a/mou.txt", "/t/b/mou.txt")
    assert assign(found, {"/t/a/mou.txt": "mou"}, {"mou": "/t/a/mou.txt"}) == ["mou", "mou.txt"]
    assert assign(found[1:], {}, {"mou": "/t/a/mou.txt"}) == ["mou.txt"]


names = st.text(st.sampled_from("ab @."), min_size=1, max_size=3).filter(lambda name: name.strip(". "))


@given(st.lists(st.tuples(names, names, st.sampled_from([".txt", ".pdf"])), unique=True, max_size=8))
def test_ids_differ_and_do_not_depend_on_the_order_of_files(files: list[tuple[str, str, str]]) -> None:
    paths = sorted({f"/t/{folder}/{name}{extension}" for folder, name, extension in files})
    ids = assign(origins(*paths), {}, {})
    assert len(set(ids)) == len(paths)
    assert not any(set(id) & set(" @/\\") for id in ids)
    assert assign(origins(*reversed(paths)), {}, {}) == ids[::-1]


def act(task: Task, scratch: Scratch) -> Reading:
    """What a worker of these tests does: the task's name says it."""
    if task.name == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if task.name == "leave":
        os._exit(7)
    if task.name == "hang":
        time.sleep(60)
    if task.name == "eat":
        scratch.save_features("use", {"k": bytes(8 << 30)})
    if task.name.startswith("slow"):
        time.sleep(0.5)
    source = Source(task.name, "text", "", 0)
    return Reading((Analysis(Document(task.name, task.name, "en", "text", source)),))


def outcomes(*names: str, **limits: float) -> list[str]:
    """What comes of tasks of these names in two workers: the id that was read, or the code of the error."""
    tasks = [Task(name, PurePath(name), name) for name in names]
    results = run(iter(tasks), 2, Limits(**{"seconds": 20.0, **limits}), act)  # type: ignore[arg-type]
    return [
        reading.error.code
        if reading and reading.error
        else reading.analyses[0].document.id
        if reading
        else ""
        for _, reading in results
    ]


def test_a_worker_that_dies_costs_its_file_and_no_other() -> None:
    assert outcomes("a", "die", "b", "leave", "c", "d") == ["a", "read-died", "b", "read-died", "c", "d"]


def test_a_worker_that_dies_while_the_next_file_is_looked_for_is_told_too() -> None:
    def found() -> Iterator[Task]:
        yield Task("leave", PurePath("leave"), "leave")
        time.sleep(4)
        yield Task("a", PurePath("a"), "a")
        yield Task("b", PurePath("b"), "b")

    results = [reading for _, reading in run(found(), 2, Limits(seconds=20.0), act)]
    assert [reading is not None and reading.error is not None for reading in results] == [True, False, False]


def test_a_file_that_hangs_is_given_up_after_its_time() -> None:
    start = time.monotonic()
    assert outcomes("a", "hang", "b", "c", seconds=4.0) == ["a", "read-too-long", "b", "c"]
    assert time.monotonic() - start < 40


def test_a_file_that_needs_too_much_memory_is_given_up_and_takes_no_other_with_it() -> None:
    found = outcomes("a", "eat", "b", "eat", "c", "eat", "d")
    assert found == ["a", "read-memory", "b", "read-memory", "c", "read-memory", "d"]


def test_results_come_in_the_order_of_the_files_whoever_is_first() -> None:
    assert outcomes("slow1", "a", "slow2", "b", "c") == ["slow1", "a", "slow2", "b", "c"]


def test_what_needs_no_reading_keeps_its_turn() -> None:
    items: list[Task | Ingested] = [Ingested("x"), Task("a", PurePath("a"), "a"), Ingested("y")]
    found = [item for item, _ in run(iter(items), 1, Limits(), act)]
    assert found == items


def test_an_error_says_which_file_and_what_to_do_in_both_languages() -> None:
    task = Task("나쁜.hwp", PurePath("나쁜.hwp"), "x")
    bad = Task("die", PurePath("die"), "y")
    (_, first), (_, second) = run(iter([task, bad]), 1, Limits(), act)
    assert first is not None
    assert second is not None
    assert isinstance(second.error, PolicyNLPError)
    assert "SIGKILL" in second.error.said("en")
    assert "죽었습니다(SIGKILL)" in second.error.said("ko")


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    """A new workspace."""
    return workspace.make(tmp_path / "home")


def ingested(
    home: Workspace, *sources: Path, id: str | None = None, language: str | None = None
) -> list[str]:
    """Ids that were read (``+``), unchanged (``=``) or failed (``!`` and the code), in order."""
    plan = batch.plan([str(source) for source in sources], home, id=id, language=language)
    return [
        f"!{outcome.error.code}"
        if outcome.error
        else "".join(
            [f"={one.id}" for one in outcome.unchanged] + [f"+{one.document.id}" for one in outcome.analyses]
        )
        for outcome in batch.ingest(plan, home, count=0)
    ]


def write(path: Path, text: str) -> Path:
    """A text file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf8")
    return path


def test_only_what_changed_is_read_again_and_the_earlier_version_is_kept(
    home: Workspace, tmp_path: Path
) -> None:
    one = write(tmp_path / "in" / "one.txt", "1. The Parties shall exchange data.\n")
    write(tmp_path / "in" / "two.txt", "제1조 당사자는 정보를 교환한다.\n")
    assert ingested(home, tmp_path / "in") == ["+one", "+two"]
    assert ingested(home, tmp_path / "in") == ["=one", "=two"]
    write(one, "1. The Parties may exchange data.\n")
    assert ingested(home, tmp_path / "in") == ["+one", "=two"]
    assert [(row.id, row.version) for row in home.store.listing(versions=True)] == [
        ("one@1", 1),
        ("one", 2),
        ("two", 1),
    ]


def test_a_file_touched_but_not_changed_is_not_read_again(home: Workspace, tmp_path: Path) -> None:
    one = write(tmp_path / "one.txt", "1. The Parties shall exchange data.\n")
    assert ingested(home, one) == ["+one"]
    os.utime(one, (1, 1))
    assert ingested(home, one) == ["=one"]
    assert ingested(home, one, language="fr") == ["+one"]  # told something else, it reads otherwise


def test_a_moved_file_keeps_its_id_and_another_file_does_not_take_it(home: Workspace, tmp_path: Path) -> None:
    one = write(tmp_path / "one.txt", "1. The Parties shall exchange data.\n")
    assert ingested(home, one) == ["+one"]
    moved = one.rename(write(tmp_path / "new" / "x", "").with_name("one.txt"))
    assert ingested(home, moved) == ["+one"]
    other = write(tmp_path / "other" / "one.txt", "1. The Parties may exchange data.\n")
    assert ingested(home, other) == ["!id-taken"]
    assert ingested(home, other, id="one") == ["+one"]
    assert [row.id for row in home.store.listing(versions=True)] == ["one@1", "one"]


@pytest.mark.parametrize("id", ["mou@1", "a/b", "", "a b"])
def test_an_id_that_has_another_meaning_is_refused(home: Workspace, tmp_path: Path, id: str) -> None:
    one = write(tmp_path / "one.txt", "1. The Parties shall exchange data.\n")
    with pytest.raises(UsageError, match="cannot be an id"):
        batch.plan([str(one)], home, id=id)


def test_a_folder_gives_its_documents_and_says_what_it_passed_over(home: Workspace, tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", "제1차 협정 2025.10", ".hidden.txt", "__MACOSX/d.txt", "~$lock.txt"):
        write(tmp_path / name, "1. The Parties shall exchange data.\n")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (tmp_path / "data.bin").write_bytes(b"\0\1\2")
    plan = batch.plan([str(tmp_path)], home)
    assert [origin.path.name for origin in plan.origins] == ["b.txt", "제1차 협정 2025.10", "c.md"]
    assert dict(plan.passed_over) == {".png": 1, ".bin": 1}


def test_what_a_person_names_is_read_or_refused_but_never_passed_over(
    home: Workspace, tmp_path: Path
) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert ingested(home, picture, empty, tmp_path / "gone.txt", Path("/dev/zero")) == [
        "!format-not-read",
        "!folder-empty",
        "!no-file",
        "!not-a-file",
    ]


def test_what_a_reader_did_not_foresee_is_one_sentence(
    home: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from policynlp import pipeline

    def broken(*_: object, **__: object) -> Document:
        raise KeyError("fr")

    monkeypatch.setattr(pipeline, "read_content", broken)
    plan = batch.plan([str(write(tmp_path / "a.txt", "text of it"))], home)
    (outcome,) = batch.ingest(plan, home)
    assert outcome.error is not None
    assert outcome.error.exit_code == 3
    assert "KeyError: 'fr' at test_batch.py" in outcome.error.said("en")
    assert "\n" not in outcome.error.said("ko")
