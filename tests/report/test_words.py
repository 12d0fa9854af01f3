"""Which words get marked: the ones that differ, whole in English, from the changed syllable in Korean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.report.words import changed, tokens

CASES = [
    ("The Parties shall consult.", "The Parties will consult.", ["shall"], ["will"]),
    (
        "advancing pro-innovation frameworks",
        "developing pro-innovation frameworks",
        ["advancing"],
        ["developing"],
    ),
    ("They intend to collaborate closely on AI.", "They intend to collaborate on AI.", ["closely"], []),
    (
        "science, advanced manufacturing and biotechnology",
        "science, industry and society",
        ["advanced manufacturing", "biotechnology"],
        ["industry", "society"],
    ),
    ("양측은 정보를 교환하여야 한다.", "양측은 정보를 교환하기로 한다.", ["여야"], ["기로"]),
    ("당사자는 자료를 제공한다.", "당사자가 자료를 제공한다.", ["는"], ["가"]),
    ("180일 전에 통보한다.", "6개월 전에 통보한다.", ["180일"], ["6개월"]),
    ("180 days' written notice", "written notice of 6 months", ["180 days'"], ["of 6 months"]),
]


@pytest.mark.parametrize(("a", "b", "ours", "theirs"), CASES, ids=[case[0][:24] for case in CASES])
def test_the_words_that_differ_are_marked_and_no_other(a, b, ours, theirs):
    first, second = changed(a, b)
    assert [a[start:end] for start, end in first] == ours
    assert [b[start:end] for start, end in second] == theirs


def test_equal_texts_have_no_mark():
    assert changed("The Parties shall consult.", "The Parties shall consult.") == ([], [])


def test_texts_with_hardly_a_word_in_common_are_not_painted_over():
    assert changed("removing barriers to trade in services", "deepening cooperation on fusion") == ([], [])


TEXT = st.text(alphabet="ab 가나다 ,.-1", max_size=40)


@given(TEXT, TEXT)
def test_marks_lie_in_order_inside_the_text_and_start_and_end_on_words(a, b):
    for text, ranges in zip((a, b), changed(a, b), strict=True):
        edges = [edge for span in ranges for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= start < end <= len(text) for start, end in ranges)
        assert all(text[start:end] == text[start:end].strip() for start, end in ranges)


@given(TEXT, TEXT)
def test_what_is_not_marked_reads_the_same_on_both_sides(a, b):
    ours, theirs = changed(a, b)
    if ours or theirs:
        assert unmarked(a, ours) == unmarked(b, theirs)


def unmarked(text: str, ranges: list[tuple[int, int]]) -> str:
    """The characters of words outside the marks, without blanks."""
    hidden = {place for start, end in ranges for place in range(start, end)}
    words = {place for start, end, _ in tokens(text) for place in range(start, end)}
    return "".join(text[place] for place in sorted(words - hidden))
