"""The store keeps what was read, for several processes at once, and loses nothing that was committed."""

import os
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from policynlp.errors import StoreError
from policynlp.records import (
    Analysis,
    Block,
    Clause,
    Commitment,
    Document,
    GlossaryPair,
    Mention,
    Source,
    Span,
)
from policynlp.store import Store, queries

TEXT = "참여자는 협력하고자 한다.\nThe Participants intend to exchange data (데이터)."
KOREAN, ENGLISH = TEXT.split("\n")


def example(id: str = "mou.ko") -> Analysis:
    """A document of two clauses in two languages, with one of everything."""
    document = Document(
        id=id,
        title="양해각서",
        language="ko",
        text=TEXT,
        source=Source("/somewhere/mou.txt", "text", "ab" * 32, 99, "utf-8"),
        blocks=(
            Block(0, len(KOREAN), "paragraph"),
            Block(len(KOREAN) + 1, len(TEXT), "item", 2, "(a)"),
        ),
        offsets=((0, 3), (len(KOREAN), 20)),
        metadata={"note.ko": "공식 문안이 아니다", "restatement": "true"},
    )
    first = Clause(
        "c1", KOREAN, 0, len(KOREAN), "ko", "lead_in", "제1조", ("제1조",), "목적", None, "article-1"
    )
    second = Clause("c2", ENGLISH, len(KOREAN) + 1, len(TEXT), "en", parent="c1", anchor="article-1-a")
    marker = Span("c1", 5, 14)
    return Analysis(
        document,
        (first, second),
        (Commitment("c1", 4, "coordinate", spans={"marker": marker}, lead_in=True, confidence=0.9),),
        (Mention("institution", "us.nsf", "NSF", Span("c2", 0, 3), 0.5, {"country": "us"}),),
        (GlossaryPair("데이터", "ko", "data", "en", (Span("c2", 44, 47), Span("c2", 38, 42))),),
    )


def test_what_is_saved_comes_back_equal(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.duckdb")
    store.save(example(), analysed_by="now")
    assert store.load("mou.ko") == (example(), "now")


def test_an_unknown_id_is_none_and_not_an_error(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.duckdb")
    assert store.load("nothing") is None
    store.save(example(), analysed_by="now")
    assert store.load("nothing") is None


def test_saving_again_replaces_and_leaves_the_others(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.duckdb")
    for id in ("mou.ko", "moc.ko", "mou.ko"):
        store.save(example(id), analysed_by="now")
    assert [(listed.id, listed.clauses, listed.commitments) for listed in store.listing()] == [
        ("moc.ko", 2, 0),
        ("mou.ko", 2, 0),
    ]


def test_features_come_back_by_encoder_and_text(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.duckdb")
    store.save_features("use", {"k1": b"\0\1", "k2": b"\2"})
    store.save_features("use", {"k1": b"other"})
    assert store.features("use", ["k1", "k2", "k3"]) == {"k1": b"\0\1", "k2": b"\2"}
    assert store.features("another", ["k1"]) == {}


def test_a_file_that_is_no_store_gets_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    path.write_bytes(b"this is not a database, it only looks like a file" * 100)
    with pytest.raises(StoreError, match=r"store\.duckdb: not a readable DuckDB file.*ingest again"):
        Store(path).load("mou.ko")


def test_a_store_of_another_version_gets_one_sentence(tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "store.duckdb"
    Store(path).save(example(), analysed_by="now")
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE policynlp_schema SET version = 99")
    with pytest.raises(StoreError, match="its schema is version 99, this policynlp reads 3"):
        Store(path).load("mou.ko")


def test_the_schema_changes_only_with_its_version() -> None:
    assert queries.SCHEMA_VERSION == 3
    assert sha256(queries.schema().encode()).hexdigest()[:16] == "696ac34fae551fd1", (
        "schema.sql changed: raise SCHEMA_VERSION, and put the new hash here"
    )


WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.store.test_store import example
from policynlp.store import Store
store = Store(Path({path!r}))
for n in range(10_000):
    store.save(example(f"d{{n}}"), analysed_by="now")
    print(n, flush=True)
"""


def start_writer(path: Path) -> subprocess.Popen[str]:
    """A process that saves documents d0, d1, … and prints each number once it is committed."""
    root = str(Path(__file__).parents[2])
    code = WRITER.format(root=root, path=str(path))
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=root)


def test_a_killed_writer_loses_nothing_committed_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    writer = start_writer(path)
    assert writer.stdout is not None
    committed = [int(writer.stdout.readline()) for _ in range(4)]
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    kept = {listed.id: listed.clauses for listed in Store(path).listing()}
    assert {f"d{n}" for n in committed} <= set(kept)
    assert set(kept.values()) == {2}
    Store(path).save(example("after"), analysed_by="now")
    assert Store(path).load("after") == (example("after"), "now")


def test_readers_wait_for_a_writer_instead_of_failing(tmp_path: Path) -> None:
    path = tmp_path / "store.duckdb"
    writer = start_writer(path)
    assert writer.stdout is not None
    writer.stdout.readline()
    try:
        for _ in range(5):
            assert Store(path).load("d0") == (example("d0"), "now")
            time.sleep(0.02)
    finally:
        writer.kill()
        writer.wait()
