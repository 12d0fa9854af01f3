"""What documents are called in column heads: short, and never alike."""

import pytest

from policynlp.records import Comparison
from policynlp.report.lookup import Name, document_names, short_names, unique
from policynlp.report.messages import say
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


def test_a_document_is_called_as_the_sentences_of_the_comparison_call_it():
    documents = tuple(examples.analysis(id, id, [], {}, "en") for id in ("mou.en", "moc.en"))
    names = ({"en": "the MOU", "ko": "양해각서"}, {"en": "the first text", "ko": "첫째 문서"})
    assert document_names(Comparison(documents, (), (), names=names)) == (
        Name("MOU", "양해각서"),
        Name("First text", "첫째 문서"),
    )
    assert document_names(Comparison(documents, (), ())) == (Name("MOU", "MOU"), Name("MOC", "MOC"))


def test_a_message_takes_the_name_in_its_own_language():
    name = Name("MOU", "양해각서")
    assert name.ko in say("filter.only", "ko", name)
    assert name.en in say("filter.only", "en", name)
