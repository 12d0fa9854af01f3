"""Korean in spaCy: Docs that lose nothing, morphemes that share a syllable, sentences, batches."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policynlp.languages import build
from policynlp.languages.ko.morphemes import Morpheme, sentences, unbracketed


@cache
def korean() -> Any:
    return build("ko")


@pytest.fixture(scope="module")
def nlp() -> Any:
    return korean()


def together(doc: Any) -> list[Morpheme]:
    return [morpheme for row in sentences(doc) for morpheme in row]


def test_morphemes_that_share_a_syllable_share_a_token(nlp: Any) -> None:
    doc = nlp("협력을 강화했다.")
    assert [token.text for token in doc] == ["협력", "을", "강화", "했", "다", "."]
    assert (doc[3].tag_, doc[3].lemma_) == ("XSV+EP", "하+었")
    assert [(m.form, m.tag) for m in together(doc)][3:5] == [("하", "XSV"), ("었", "EP")]


def test_an_elided_copula_joins_the_ending_behind_it(nlp: Any) -> None:
    assert [(token.text, token.tag_) for token in nlp("정부다.")][1] == ("다", "VCP+EF")


def test_lemmas_are_dictionary_forms(nlp: Any) -> None:
    assert [token.lemma_ for token in nlp("정책을 만들고 힘쓰며")][2:5:2] == ["만들다", "힘쓰다"]


def test_a_sentence_end_is_not_the_third_bullet(nlp: Any) -> None:
    text = "4) 기관은 기능을 수행하여야 한다. 기능은 정보와 관련되어야 한다."
    assert [s.text for s in nlp(text).sents][-1] == "기능은 정보와 관련되어야 한다."


def test_no_sentence_starts_inside_brackets(nlp: Any) -> None:
    doc = nlp('이는 공동연구를 말한다(이하 "사업"이라 한다). 당사국은 협력한다.')
    assert [s.text for s in doc.sents][1:] == ["당사국은 협력한다."]


def test_newlines_neither_split_sentences_nor_get_lost(nlp: Any) -> None:
    doc = nlp("협력을\n\n강화하고\n있습니다.")
    assert doc.text == "협력을\n\n강화하고\n있습니다."
    assert len(list(doc.sents)) == 1


def test_brackets_are_left_out_of_what_is_read(nlp: Any) -> None:
    row = unbracketed(together(nlp("양해각서(MOU)를 맺는다. 가) 나")))
    assert "MOU" not in [m.form for m in row]
    assert row[-1].form == "나"


def test_batches_give_the_same_docs_in_order_with_their_contexts(nlp: Any) -> None:
    texts = ["당사국은 협력한다.", "", "정부는\n지원한다.", "교환할 수 있다."]
    single = [nlp(text).to_json() for text in texts]
    assert [doc.to_json() for doc in nlp.pipe(texts)] == single
    made = list(nlp.pipe([(text, n) for n, text in enumerate(texts)], as_tuples=True))
    assert [(doc.text, n) for doc, n in made] == [(text, n) for n, text in enumerate(texts)]
    assert [doc.text for doc in nlp.pipe([nlp(texts[0]), texts[2]])] == [texts[0], texts[2]]


def test_docs_and_pipeline_survive_bytes(nlp: Any) -> None:
    from spacy.tokens import Doc

    doc = nlp("양측은 협력하기로 했다.")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert sentences(again) == sentences(doc)
    assert build("ko").from_bytes(nlp.to_bytes())("정부다.").text == "정부다."


def test_one_analyser_serves_all_pipelines() -> None:
    from policynlp.languages.ko.tokenizer import kiwi

    build("ko")("협력")
    build("ko")("협력")
    assert kiwi.cache_info().currsize == 1


PIECES = st.sampled_from(
    ["협력", "했다. ", "하였", " ", "\n", "\t", "(", ")", "AI", "+", "·", "①", "다.", "ㅋ", "é", "1,000"]
)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=12).map("".join)))
def test_the_doc_is_the_text(text: str) -> None:
    doc = korean()(text)
    assert doc.text == text
    assert all(m.start < m.end for m in together(doc))


@pytest.mark.parametrize("text", ["", " \n", "∙", "- 12 -", "3/10", "___"])
def test_a_text_without_words_has_no_commitments(text: str) -> None:
    import policynlp

    assert policynlp.commitments(text, language="ko") == []


@pytest.mark.parametrize(
    "text",
    [
        "이 협정은 정부가 절차를 마치고, 기구가 통보를 접수한",
        "당사는 협력사가 절차를 이행하고, 기구가 통보를 접수하는",
    ],
)
def test_a_sentence_that_a_page_breaks_off_is_read_as_far_as_it_goes(text: str) -> None:
    from policynlp import pipeline

    assert [one.action for one in pipeline.commitments(text, language="ko") if one.force > 3] == []
