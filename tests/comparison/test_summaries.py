"""Whatever differs, the sentence about it quotes words: no empty quotation marks, no unfilled place."""

import re

from hypothesis import given
from hypothesis import strategies as st

from policynlp.comparison import compare
from policynlp.comparison.kinds import DIFFERENCE_KINDS
from policynlp.records import Link
from tests.comparison.making import document

WORDS = {
    "en": "the Parties shall not may endeavour to develop promote fund AI data, energy; and through Asia "
    "within 30 days including refrain from no measure unless agreed NRF Council exclude",
    "ko": "당사자는 인공지능, 데이터 및 협력을 개발 지원 촉진한다. 하여야 한다 할 수 있다 아니한다 "
    "아시아에서 30일 이내에 한국연구재단을 통하여 필요한 경우 포함 제외 검토한다",
}
EMPTY = re.compile(r"“\s*”|‘\s*’|\(\s*\)|\{|\}")


def texts(language: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS[language].split()), min_size=1, max_size=12).map(" ".join)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[tuple[str, str], tuple[str, str]]:
    """Two texts of one clause each; often the second is the first with some words dropped or put in."""
    languages = draw(st.sampled_from([("en", "en"), ("ko", "ko"), ("ko", "en")]))
    first = draw(texts(languages[0]))
    if languages[0] == languages[1] and draw(st.booleans()):
        words = first.split(" ")
        low = draw(st.integers(0, len(words)))
        high = draw(st.integers(low, len(words)))
        put = draw(st.lists(st.sampled_from(WORDS[languages[0]].split()), max_size=3))
        second = " ".join([*words[:low], *put, *words[high:]])
        return languages, (first, second or first)
    return languages, (first, draw(texts(languages[1])))


@given(pairs(), st.booleans())
def test_no_sentence_has_empty_quotation_marks(made, linked: bool) -> None:
    languages, (first, second) = made
    sides = document([first], languages[0], id="a"), document([second], languages[1], id="b")
    comparison = compare(sides, [Link((0,), (0,), 1.0)] if linked else [])
    for entry in (*comparison.differences, *comparison.documents_differ, *comparison.common):
        assert entry.kind in [*DIFFERENCE_KINDS, "provision"]
        for sentence in entry.summary.values():
            assert not EMPTY.search(sentence), sentence
