"""What a link amounts to, and that nothing cosmetic is ever material."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.comparison.variants import word_key
from tests.comparison.making import found, linked

TEXTS = {
    "en": "The Parties shall strengthen co-operation, as agreed in the programme, on energy, trade and data.",
    "ko": "당사자는 계획에서 합의한 바에 따라 에너지, 무역 및 데이터에 관한 협력을 강화하여야 한다.",
}


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        (
            "en",
            "The organisation shall endeavour to cooperate.",
            "The organization shall endeavor to co-operate.",
        ),
        ("en", "Each Party’s “programme” applies.", 'Each Party\'s "program" applies.'),
        ("en", "The Parties  shall meet;", "The parties shall meet."),
        (
            "en",
            "Data on science, energy and trade are shared.",
            "Data on trade, science and energy are shared.",
        ),
        ("ko", "당사자는 협력 한다.", "당사자는 협력한다."),
        ("ko", "위원회를 설치하여야 한다.", "위원회를 설치해야 한다."),
        ("ko", "과학·기술·산업 분야", "과학ㆍ기술ㆍ산업 분야"),
        ("ko", "에너지, 무역, 과학 협력", "과학, 에너지, 무역 협력"),
        ("en", "Under this Memorandum of Understanding, they meet.", "Under this Agreement, they meet."),
        ("ko", "이 양해각서는 서명일에 시행된다.", "이 협정은 서명일에 시행된다."),
        ("ko", "이 협력각서를 이행한다.", "이 약정을 이행한다."),
    ],
)
def test_spelling_punctuation_and_order_of_equal_items_are_cosmetic(language: str, a: str, b: str) -> None:
    comparison = linked([a], [b], language)
    assert comparison.links[0].relation == "cosmetic"
    assert [d.kind for d in comparison.differences] == ["wording"]
    assert not comparison.differences[0].material


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Parties shall meet.", "The Parties shall not meet."),
        ("Science, energy and trade.", "Science, energy or trade."),
        ("A advises B on data, trade and energy.", "B advises A on data, trade and energy."),
        ("within 30 days", "within 3 days"),
        ("the science Agreement", "the science Memorandum"),
    ],
)
def test_a_text_in_which_a_word_differs_is_neither_same_nor_cosmetic(a: str, b: str) -> None:
    assert linked([a], [b]).links[0].relation == "changed"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_equal_texts_are_the_same_and_differ_in_nothing(language: str) -> None:
    comparison = linked([TEXTS[language]], [TEXTS[language]], language)
    assert comparison.links[0].relation == "same"
    assert comparison.differences == ()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_clause_cut_in_two_is_a_split_and_nothing_else(language: str) -> None:
    english, korean = (
        ["The Parties shall meet.", "They shall report."],
        ["당사자는 회합한다.", "당사자는 보고한다."],
    )
    halves = english if language == "en" else korean
    comparison = linked([" ".join(halves)], halves, language)
    assert comparison.links[0].relation == "split"
    assert [d.kind for d in comparison.differences if d.material] == ["split"]
    mirrored = linked(halves, [" ".join(halves)], language)
    assert mirrored.links[0].relation == "merged"
    assert [d.kind for d in mirrored.differences if d.material] == ["merged"]


def test_a_split_clause_that_also_changed_says_both() -> None:
    comparison = linked(
        ["The Parties shall meet. They shall report."], ["The Parties shall meet.", "They may report."]
    )
    assert {d.kind for d in comparison.differences if d.material} == {"split", "force"}
    (force,) = found(comparison, "force")
    assert force.spans[1][0].clause == "c2"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_moved_clause_is_moved_and_not_missing(language: str) -> None:
    comparison = linked([TEXTS[language]], [TEXTS[language]], language, moved=True)
    assert comparison.links[0].relation == "moved"
    assert [d.kind for d in comparison.differences] == ["moved"]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("endeavour", "endeavor"),
        ("organisation", "organization"),
        ("harmonise", "harmonize"),
        ("labour", "labor"),
        ("centre", "center"),
        ("programmes", "programs"),
        ("defence", "defense"),
        ("travelling", "traveling"),
        ("co-ordinate", "coordinate"),
        ("analyse", "analyze"),
        ("judgement", "judgment"),
        ("fulfil", "fulfill"),
    ],
)
def test_british_and_american_spellings_are_one_word(british: str, american: str) -> None:
    assert word_key(british, "en") == word_key(american, "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [("four", "for"), ("premise", "premises"), ("advise", "advice"), ("rise", "rize"), ("our", "or")],
)
def test_other_words_keep_apart(one: str, other: str) -> None:
    assert word_key(one, "en") != word_key(other, "en")


TEXT = (
    "The Parties shall may not exchange develop data energy within 30 90 days of Korea Japan , and through "
    "in the inthe"
)
WORDS = st.sampled_from(TEXT.split())
SENTENCES = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)


@given(SENTENCES, SENTENCES)
def test_spans_lie_in_their_clauses_and_sides_mirror(a: str, b: str) -> None:
    one, other = linked([a], [b]), linked([b], [a])
    for comparison in (one, other):
        for difference in comparison.differences:
            for side, spans in zip(comparison.documents, difference.spans, strict=True):
                assert all(0 <= s.start < s.end <= len(side.clause(s.clause).text) for s in spans)
            assert 0 <= difference.weight <= 1
    assert one.links[0].relation == other.links[0].relation
    assert (a == b) == (one.links[0].relation == "same")
