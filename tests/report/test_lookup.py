"""What documents are called in column heads: short, and never alike."""

import pytest

from policynlp.report.lookup import short_names, unique
from tests.report import examples

CASES = [
    ([("mou.en", "A very long title of a memorandum of understanding", "en"),
      ("moc.en", "A very long title of a memorandum of cooperation", "en")], ("MOU", "MOC")),
    ([("mou.ko", "대한민국과 미합중국 간의 기술번영 협정에 관한 양해각서 전문", "ko"),
      ("mou.en", "A very long title of a memorandum of understanding", "en")], ("mou.ko", "mou.en")),
    ([("pta_1", "Norway - Faroe Islands", "en"), ("pta_2", "Canada - Chile", "en")],
     ("Norway - Faroe Islands", "Canada - Chile")),
    ([("a", "Treaty", "en"), ("b", "Treaty", "en")], ("a", "b")),
    ([("same", "same", "en"), ("same", "same", "en")], ("same", "same~2")),
]  # fmt: skip


@pytest.mark.parametrize(("given", "names"), CASES, ids=[str(names) for _, names in CASES])
def test_documents_are_told_apart_by_short_names(given, names):
    documents = [examples.analysis(id, title, [], {}, language).document for id, title, language in given]
    assert short_names(documents) == names


def test_repeated_names_are_numbered():
    assert unique(["a", "a", "a~2", "b"]) == ["a", "a~2", "a~2~2", "b"]
