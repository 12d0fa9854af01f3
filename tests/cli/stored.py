"""A workspace that holds the example agreement in both languages, and commands run in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policynlp.cli import cli
from policynlp.pipeline.reading import fingerprint
from policynlp.store import Entry
from policynlp.workspace import make
from tests.tables import examples

Run = Callable[..., Result]


def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """``run("show", "river.ko", language="ko")``."""
    entries = [Entry(one, fingerprint()) for one in (examples.korean(), examples.english())]
    make(tmp_path).store.save_all(entries, counterparts=[examples.counterparts()])
    monkeypatch.chdir(tmp_path)

    def run(*words: str, language: str = "en") -> Result:
        monkeypatch.setenv("POLICYNLP_LANGUAGE", language)
        return CliRunner().invoke(cli, list(words))

    return run
