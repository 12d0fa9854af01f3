"""One file in two languages, through the whole tool: two documents, linked, found by the file's name."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policynlp import batch, pipeline, workspace
from policynlp.cli import cli
from policynlp.pipeline import reading
from policynlp.workspace import Workspace
from tests.ingest.test_bilingual import ENGLISH, KOREAN, halves, table, turns


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Commands in a workspace that holds ``both.md``, a bilingual table."""
    workspace.make(tmp_path)
    (tmp_path / "both.md").write_text(table(KOREAN, ENGLISH, "국문", "English"), "utf8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("POLICYNLP_LANGUAGE", "en")
    return lambda *words: CliRunner().invoke(cli, list(words), catch_exceptions=False)


def test_a_bilingual_file_is_read_as_two_documents_and_found_by_its_name(run: Callable[..., Result]) -> None:
    said = run("ingest", "both.md").output
    assert "both.ko: read, ko, 6 clauses" in said
    assert "both.en: read, en, 6 clauses" in said
    assert "both.ko and both.en: two languages in one file, 6 pairs of clauses linked, 0 clauses" in said
    again = run("ingest", "both.md").output
    assert "both.ko: unchanged" in again
    assert "both.en: unchanged" in again
    assert run("show", "both").output.startswith("both.en: Memorandum of Understanding")
    shown = run("show", "both.ko", "--counterparts").output
    assert f"c4\t1. {KOREAN[6].removeprefix('1. ')}\nc4\t(a) {ENGLISH[6].removeprefix('(a) ')}\n" in shown
    assert "stand side by side in a table" in shown


def test_a_file_whose_language_is_stated_stays_whole(run: Callable[..., Result]) -> None:
    said = run("ingest", "both.md", "--language", "ko").output
    assert said.startswith("both: read, ko,")
    assert "language version" in run("show", "both", "--counterparts").output


def test_one_text_after_its_translation_is_linked_by_number_and_meaning(tmp_path: Path) -> None:
    path = tmp_path / "after.md"
    path.write_text(halves(KOREAN, ENGLISH), "utf8")
    analyses, (found,) = pipeline.read_out(pipeline.read(path))
    assert [one.document.id for one in analyses] == ["after.ko", "after.en"]
    assert found.basis == "successive"
    assert found.pairs == tuple(((f"c{n}",), (f"c{n}",)) for n in range(1, 7))
    assert found.alone == ((), ())


def test_an_annex_that_exists_in_english_only_leaves_the_document_whole(tmp_path: Path) -> None:
    annex = (
        "ANNEX",
        "The reactor pressure vessel is to be inspected by ultrasonic testing every eighteen months.",
        "Spent fuel assemblies are to be stored under water at a temperature below forty degrees.",
        "The operator keeps records of every shipment of uranium hexafluoride for a period of ten years.",
    )
    path = tmp_path / "annexed.md"
    path.write_text("\n\n".join((*KOREAN, *annex)), "utf8")
    (analysis,), found = pipeline.read_out(pipeline.read(path))
    assert analysis.document.id == "annexed"
    assert found == ()
    assert "reactor" in analysis.document.text


def test_links_are_kept_where_a_version_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = workspace.make(tmp_path)
    stored(home, tmp_path / "both.md")
    monkeypatch.setattr(reading, "fingerprint", lambda: "newer")
    assert pipeline.load("both.ko", home) is not None
    ((first, second, found),) = pipeline.counterparts("both", home)
    assert (first.document.id, second.document.id) == ("both.ko", "both.en")
    assert len(found.pairs) == 6


def stored(home: Workspace, path: Path) -> None:
    """A file of paragraphs that take turns, ingested."""
    path.write_text(turns(KOREAN, ENGLISH), "utf8")
    outcomes = list(batch.ingest(batch.plan([str(path)], home), home))
    assert [one.document.id for one in outcomes[0].analyses] == ["both.ko", "both.en"]
