"""The sample in reports/ is what the code writes today."""

import re
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "reports"
MEASURED = re.compile(r"\b[01]\.\d+\b")
"""A similarity or weight: its last digit may differ from processor to processor."""


@pytest.mark.parametrize("name", ["html", "json"])
def test_the_sample_is_what_make_demo_writes(name: str) -> None:
    from policynlp import pipeline
    from policynlp.report import FORMATS

    written = FORMATS[name].render(pipeline.diff("mou", "moc")).decode("utf8")
    kept = (SAMPLE / f"mou.en--moc.en.{name}").read_text("utf8")
    assert MEASURED.sub("#", kept) == MEASURED.sub("#", written), "run make demo and commit reports/"


def test_stored_documents_give_the_same_bytes_as_those_just_read(tmp_path: Path) -> None:
    from policynlp import pipeline
    from policynlp.pipeline.reading import fingerprint
    from policynlp.report import FORMATS
    from policynlp.store import Entry
    from policynlp.workspace import make

    read = pipeline.diff("mou", "moc")
    home = make(tmp_path)
    home.store.save_all([Entry(one, fingerprint()) for one in read.documents])
    stored = pipeline.diff("mou", "moc", home=home)
    for name in ("html", "json", "csv", "md"):
        assert FORMATS[name].render(stored) == FORMATS[name].render(read), name
