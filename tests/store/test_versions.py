"""Versions of a document, stores of earlier versions of the program, export, many processes at once."""

import json
import logging
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

from policynlp.errors import StoreError
from policynlp.records import Analysis, Counterparts
from policynlp.store import Entry, Store, queries
from tests.store.test_store import TEXT, example

FIRST_SCHEMA = Path(__file__).with_name("schema_1.sql")
"""The tables as the first version made them, and must not change."""


def changed(analysis: Analysis, sha256: str) -> Analysis:
    """The same document read from other bytes."""
    source = replace(analysis.document.source, sha256=sha256)
    return replace(analysis, document=replace(analysis.document, title="고친 양해각서", source=source))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path / "store.duckdb")


def test_other_bytes_under_the_same_id_keep_the_earlier_version_with_all_that_was_read(store: Store) -> None:
    store.save(example(), analysed_by="now")
    store.save(changed(example(), "cd" * 32), analysed_by="now")
    earlier, newest = store.load("mou.ko@1"), store.load("mou.ko")
    assert earlier is not None
    assert newest is not None
    assert earlier[0] == replace(example(), document=replace(example().document, id="mou.ko@1"))
    assert newest[0].document.title == "고친 양해각서"
    assert store.load("mou.ko@2") == newest
    assert store.load("mou.ko@3") is None


def test_the_same_bytes_make_no_version(store: Store) -> None:
    for by in ("now", "later"):
        store.save(example(), analysed_by=by)
    assert [(one.id, one.version, one.analysed_by) for one in store.listing(versions=True)] == [
        ("mou.ko", 1, "later")
    ]


def test_an_earlier_version_read_anew_by_changed_code_stays_an_earlier_version(store: Store) -> None:
    store.save(example(), analysed_by="now")
    store.save(changed(example(), "cd" * 32), analysed_by="now")
    found = store.load("mou.ko@1")
    assert found is not None
    store.save(found[0], analysed_by="later")
    assert [(one.id, one.version, one.newest) for one in store.listing(versions=True)] == [
        ("mou.ko@1", 1, False),
        ("mou.ko", 2, True),
    ]


def test_only_the_newest_versions_are_listed_unless_all_are_asked_for(store: Store) -> None:
    for n in range(3):
        store.save(changed(example(), f"{n:02}" * 32), analysed_by="now")
    assert [one.id for one in store.listing()] == ["mou.ko"]
    assert [one.id for one in store.listing(versions=True)] == ["mou.ko@1", "mou.ko@2", "mou.ko"]


def test_a_language_version_that_its_file_no_longer_holds_becomes_an_earlier_version(store: Store) -> None:
    both = [Entry(example(id), "now", "/a.txt", "mou") for id in ("mou.ko", "mou.en")]
    store.save_all(both)
    store.save_all([Entry(changed(example("mou"), "cd" * 32), "now", "/a.txt", "mou")])
    assert [one.id for one in store.listing()] == ["mou"]
    assert [one.id for one in store.listing(versions=True)] == ["mou", "mou.en@1", "mou.ko@1"]


def test_links_between_language_versions_come_back_and_follow_a_version_set_aside(store: Store) -> None:
    links = Counterparts(("a.ko", "a.en"), ((("c1",), ("c1", "c2")),), (("c2",), ()), "table")
    store.save_all([Entry(example(id), "now") for id in ("a.ko", "a.en")], counterparts=[links])
    assert store.counterparts("a.en") == [links]
    store.save_all([Entry(changed(example(id), "cd" * 32), "now") for id in ("a.ko", "a.en")])
    assert store.counterparts("a.en") == []
    assert store.counterparts("a.en@1") == [replace(links, documents=("a.ko@1", "a.en@1"))]


def first_version_store(path: Path) -> None:
    """A store as the first version of the program made it, with one document."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(FIRST_SCHEMA.read_text("utf8"))
        connection.execute("INSERT INTO policynlp_schema VALUES (1)")
        blocks = json.dumps([[0, len(TEXT), "paragraph", 0, ""]])
        connection.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                "mou",
                "각서",
                "ko",
                TEXT,
                "/mou.txt",
                "text",
                "utf-8",
                "ab",
                9,
                "then",
                blocks,
                "[[0,0]]",
                "{}",
            ],
        )
        connection.execute(
            "INSERT INTO clauses VALUES ('mou', 0, 'c1', ?, 0, ?, 'ko', 'item', '', '[]', '', NULL, 'p1')",
            [TEXT, len(TEXT)],
        )
        connection.execute("INSERT INTO features VALUES ('use', 'k', '\\x01'::BLOB)")


def test_a_store_of_the_first_version_is_brought_up_to_date_in_place(tmp_path: Path) -> None:
    assert sha256(FIRST_SCHEMA.read_bytes()).hexdigest()[:16] == "a4a3cc626d4d5526"
    store = Store(tmp_path / "store.duckdb")
    first_version_store(store.path)
    found = store.load("mou")  # reading is enough
    assert found is not None
    document = found[0].document
    assert (document.text, document.source.standing, document.asides) == (TEXT, "unknown", ())
    assert [clause.text for clause in found[0].clauses] == [TEXT]
    assert store.features("use", ["k"]) == {"k": b"\x01"}
    store.save(example(), analysed_by="now")
    assert store.load("mou.ko") == (example(), "now")
    assert [(one.id, one.version) for one in store.listing()] == [("mou", 1), ("mou.ko", 1)]


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "store.duckdb")
    first_version_store(store.path)
    broken = queries.schema().replace(
        "vector      BLOB NOT NULL", "vector      INTEGER NOT NULL, more INTEGER"
    )
    monkeypatch.setattr(queries, "schema", lambda: broken)
    with pytest.raises(StoreError):
        store.load("mou")
    with duckdb.connect(str(store.path)) as connection:
        assert queries.version(connection) == 1
        assert connection.execute("SELECT id FROM documents").fetchall() == [("mou",)]
    monkeypatch.undo()
    assert store.load("mou") is not None


@pytest.mark.parametrize("format", ["parquet", "csv"])
def test_export_writes_one_whole_file_a_table_that_reads_back_equal(store: Store, format: str) -> None:
    store.save(example(), analysed_by="now")
    store.save(example("moc.ko"), analysed_by="now")
    folder = store.path.parent / "out's"
    written = store.export(folder, format)  # type: ignore[arg-type]
    assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in written)
    with duckdb.connect(":memory:") as connection:
        place = str(folder / f"clauses.{format}").replace("'", "''")
        rows = connection.execute(f"SELECT document, text FROM '{place}'").fetchall()
    own = [clause.text for clause in example().clauses]
    assert rows == [(id, text) for id in ("moc.ko", "mou.ko") for text in own]


def test_export_writes_the_same_bytes_twice(store: Store) -> None:
    store.save(example(), analysed_by="now")
    runs = [[path.read_bytes() for path in store.export(store.path.parent / n, "parquet")] for n in "ab"]
    assert runs[0] == runs[1]


def test_there_is_nothing_to_export_before_something_is_stored(store: Store) -> None:
    with pytest.raises(StoreError, match="nothing is stored yet"):
        store.export(store.path.parent / "out", "csv")


HOLDER = (
    "import duckdb, sys, time; c = duckdb.connect(sys.argv[1]); print('open', flush=True); time.sleep(60)"
)


def test_who_waits_is_told_and_gives_up_with_a_sentence(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    store.save(example(), analysed_by="now")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(store.path)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        holder.stdout.readline()
        with (
            caplog.at_level(logging.WARNING, "policynlp.store"),
            pytest.raises(StoreError, match=r"another process has been writing for over 1\.5 s"),
        ):
            replace(store, patience=1.5).load("mou.ko")
        assert [record for record in caplog.messages if "waiting for it, up to 1.5 s" in record]
    finally:
        holder.kill()
        holder.wait()
    assert store.load("mou.ko") == (example(), "now")


WORK = """
import sys
from pathlib import Path
from tests.store.test_store import example
from policynlp.store import Store
store, who = Store(Path(sys.argv[1])), sys.argv[2]
for n in range(6):
    store.save(example(f"{who}{n}"), analysed_by="now")
    assert store.load(f"{who}{n}") == (example(f"{who}{n}"), "now")
    assert all(one.clauses == 2 for one in store.listing())
"""


def test_four_writers_that_also_read_at_once_lose_nothing_and_fail_never(store: Store) -> None:
    root = Path(__file__).parents[2]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", WORK, str(store.path), who], cwd=root, stderr=subprocess.PIPE, text=True
        )
        for who in "abcd"
    ]
    errors = [process.communicate(timeout=120)[1] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0, 0], errors
    assert [one.id for one in store.listing()] == [f"{who}{n}" for who in "abcd" for n in range(6)]
    assert [path.name for path in store.path.parent.iterdir()] == ["store.duckdb"]
