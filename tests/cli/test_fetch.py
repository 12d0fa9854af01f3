"""``policynlp ingest URL`` and ``policynlp fetch``, from the command line to the store."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from policynlp.errors import PolicyNLPError
from policynlp.ingest.web import official_texts
from policynlp.workspace import Workspace, builtin
from tests.ingest.server import serving

from .test_start import run


@pytest.fixture
def site() -> Iterator[str]:
    """A server on this machine."""
    with serving() as address:
        yield address


def listed(folder: Path, *entries: str) -> Path:
    """A workspace whose own list has these entries."""
    for name in ("corpus", "models", "reports"):
        (folder / name).mkdir()
    text = "".join(f"[[sources]]\n{entry}\n" for entry in entries)
    (folder / "corpus" / "sources.toml").write_text(text, "utf8")
    return folder


def fetched(folder: Path, *words: str, language: str = "en") -> subprocess.CompletedProcess[str]:
    """``policynlp fetch`` from this machine's server."""
    return run("fetch", "--allow-private", *words, cwd=folder, language=language)


def test_a_page_is_ingested_by_its_address_and_again_unchanged(site: str, tmp_path: Path) -> None:
    first = run("ingest", f"{site}/page", "--allow-private", cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    assert "page: read, en, 2 clauses" in first.stdout
    again = run("ingest", f"{site}/page", "--allow-private", cwd=tmp_path)
    assert "page: unchanged" in again.stdout
    assert len(list((tmp_path / "corpus" / "fetched").iterdir())) == 1


def test_without_the_flag_nothing_inside_is_asked(site: str, tmp_path: Path) -> None:
    done = run("ingest", "http://127.0.0.1/page", "http://localhost/", f"{site}/page", cwd=tmp_path)
    assert done.returncode == 3
    assert done.stderr.count("not on the public internet") == 2
    assert "port" in done.stderr
    assert "Traceback" not in done.stderr


def test_one_failing_address_does_not_stop_the_others(site: str, tmp_path: Path) -> None:
    done = run("ingest", f"{site}/gone", f"{site}/page", "--allow-private", cwd=tmp_path, language="ko")
    assert done.returncode == 3
    assert "이 주소에는 아무것도 없습니다(상태 404)" in done.stderr
    assert "page: 읽음" in done.stdout


def test_a_page_where_a_pdf_was_named_is_pointed_out(site: str, tmp_path: Path) -> None:
    done = run("ingest", f"{site}/mou.pdf", "--allow-private", cwd=tmp_path)
    assert done.returncode == 0
    assert "a web page came where the address names a PDF file" in done.stderr


def test_fetch_brings_what_is_listed_and_one_failure_does_not_stop_it(site: str, tmp_path: Path) -> None:
    home = listed(
        tmp_path,
        f'id = "gone.en"\ntitle = "Gone"\naddress = "{site}/gone"',
        f'id = "rivers.en"\ntitle = "Rivers"\nlanguage = "en"\naddress = "{site}/page"\nissuer = "Ministry"',
    )
    done = fetched(home, "gone.en", "rivers.en")
    assert done.returncode == 3
    assert "rivers.en: read, en, 2 clauses" in done.stdout
    assert "status 404" in done.stderr
    assert "1 failed" in done.stdout
    assert "rivers.en: unchanged" in fetched(home, "rivers.en").stdout
    shown = run("show", "rivers.en", cwd=home).stdout
    assert shown.startswith("rivers.en: Rivers (en, html)")


@pytest.mark.parametrize(("language", "unknown"), [("en", "no address known"), ("ko", "주소를 알지 못함")])
def test_the_list_says_where_each_text_is(tmp_path: Path, language: str, unknown: str) -> None:
    done = run("fetch", "--list", cwd=tmp_path, language=language)
    lines = {line.split("\t")[0]: line for line in done.stdout.splitlines()}
    assert set(lines) == set(official_texts(None))
    assert "https://www.apec.org/" in lines["apec-official.en"]
    assert unknown in lines["mou-official.ko"]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "no official text named 'nowhere'"),
        (["mou-official.ko"], "no address is known for mou-official.ko; search www.msit.go.kr"),
    ],
)
def test_a_text_that_cannot_be_fetched_by_name_says_what_to_do(
    tmp_path: Path, words: list[str], said: str
) -> None:
    done = run("fetch", *words, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[sources]", "not TOML"),
        pytest.param("a = " + "[" * 50_000, "not TOML", id="nested"),
        ('sources = "x"', "entry 1"),
        ('sources = ["x"]', "entry 1"),
        ('[[sources]]\nid = "a"\ntitle = "A"', "entry 1"),
        ('[[sources]]\nid = "a"\ntitle = "A"\naddress = 3', "entry 1"),
        ('[[sources]]\nid = "a"\ntitle = "A"\naddress = "https://x"\n[sources.issuer]\nen = 1', "entry 1"),
    ],
)
def test_a_broken_list_is_named(tmp_path: Path, text: str, said: str) -> None:
    home = listed(tmp_path)
    (home / "corpus" / "sources.toml").write_text(text, "utf8")
    with pytest.raises(PolicyNLPError, match=re.escape(said)):
        official_texts(Workspace(home))


def test_every_restated_agreement_has_its_official_text_listed() -> None:
    texts = official_texts(None).values()
    assert {one.id.partition("-official")[0] for one in texts} >= {one.family for one in builtin().values()}
    for text in texts:
        assert text.language in text.id
        assert set(text.issuer) == {"en", "ko"}
        assert text.address.startswith("https://") or (text.where and not text.address)
