"""Texts drafted apart: what links by rare words, and what freedom of drafting no longer makes material."""

from dataclasses import replace

import pytest

from policynlp.comparison import compare
from policynlp.comparison.drafting import drafted_apart, torn
from policynlp.comparison.kinship import kinship
from policynlp.comparison.leftovers import taken_in
from policynlp.comparison.pairs import reading
from policynlp.records import Analysis, Clause, Comparison, Link
from tests.comparison.making import document, found

TEXTS = {
    "en": (
        [
            "The Parties shall promote cooperation in science.",
            "Each Party bears the travel costs of its own experts.",
            "A joint committee shall meet once a year in turn.",
            "Results that can be patented are shared by both institutions.",
            "Visas for visiting scientists are issued free of charge.",
            "The Agreement remains valid for five years.",
        ],
        [
            "Cooperation in science is encouraged by the Parties.",
            "Disputes are settled through negotiation.",
            "The committee that both sides form holds a yearly meeting.",
            "Laboratory equipment may be imported without duty.",
            "Fisheries research takes place on the high seas.",
            "Five years is how long the Agreement is valid.",
        ],
    ),
    "ko": (
        [
            "당사자는 과학 협력을 증진한다.",
            "각 당사자는 자국 전문가의 여행 경비를 부담한다.",
            "공동위원회는 매년 한 번 교대로 개최된다.",
            "특허를 받을 수 있는 성과는 양 기관이 공유한다.",
            "방문 과학자의 사증은 무료로 발급한다.",
            "이 협정은 5년간 유효하다.",
        ],
        [
            "과학 협력은 당사자가 장려한다.",
            "분쟁은 교섭으로 해결한다.",
            "양측이 구성하는 위원회는 해마다 회의를 연다.",
            "실험실 장비는 관세 없이 수입할 수 있다.",
            "수산 연구는 공해에서 수행한다.",
            "이 협정은 발효일부터 5년간 유효하다.",
        ],
    ),
}


def sides(language: str) -> tuple[Analysis, Analysis]:
    first, second = TEXTS[language]
    return document(first, language, id="a"), document(second, language, id="b")


def of(language: str, links: list[Link]) -> Comparison:
    return compare(sides(language), links, nearest=[{}, {}])


@pytest.mark.parametrize("language", ["en", "ko"])
def test_texts_without_a_common_sentence_were_drafted_apart_and_copies_were_not(language: str) -> None:
    first, second = (reading(side) for side in sides(language))
    links = [Link((i,), (i,), 0.9) for i in range(6)]
    assert drafted_apart((first, second), links)
    assert not drafted_apart((first, first), links)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_move_between_texts_drafted_apart_is_shown_and_not_material(language: str) -> None:
    comparison = of(language, [Link((0,), (5,), 0.9, moved=True), Link((5,), (0,), 0.9)])
    moves = [d for d in comparison.differences if d.kind == "moved"]
    assert [d.material for d in moves] == [False] * len(moves)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_link_of_clauses_without_a_rare_word_in_common_falls(language: str) -> None:
    comparison = of(language, [Link((1,), (4,), 0.8), Link((0,), (0,), 0.9)])
    assert [link.clauses for link in comparison.links] == [(("c1",), ("c1",))]
    assert ((), ("c5",)) in [d.clauses for d in found(comparison, "only_in")]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_two_left_over_clauses_that_say_much_the_same_are_linked(language: str) -> None:
    first, second = sides(language)
    kin = kinship((reading(first), reading(second)))
    near = [{5: [(5, 0.8)]}, {5: [(5, 0.8)]}]
    assert taken_in([], near, kin) == [Link((5,), (5,), 0.8)]
    assert taken_in([], [{5: [(5, 0.2)]}, {}], kin) == []


def test_a_whole_list_that_the_other_lacks_is_one_difference() -> None:
    texts = ["The Parties shall cooperate on:", "deep-sea mining;", "volcano research.", "They shall meet."]
    starts = [sum(len(text) + 1 for text in texts[:number]) for number in range(len(texts))]
    made = [
        Clause(f"c{n}", text, at, at + len(text), "en")
        for n, (text, at) in enumerate(zip(texts, starts, strict=True), 1)
    ]
    items = [replace(clause, kind="item", parent="c1") for clause in made[1:3]]
    clauses = [replace(made[0], kind="lead_in"), *items, made[3]]
    first, second = document(texts, clauses=clauses), document(["They shall meet."], id="b")
    comparison = compare((first, second), [Link((3,), (0,), 1.0)])
    assert [d.clauses for d in found(comparison, "only_in")] == [(("c1", "c2", "c3"), ())]


def test_a_name_exchanged_throughout_is_told_once() -> None:
    first = [f"The Joint Commission shall review {what}." for what in ("reports", "plans", "budgets")]
    second = [text.replace("Commission", "Committee") for text in first]
    links = [Link((i,), (i,), 1.0) for i in range(3)]
    comparison = compare((document(first), document(second, id="b")), links)
    told = [d for d in comparison.differences if d.kind in ("actor", "institution")]
    assert [d.material for d in told].count(True) == 1
    assert len(told) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("which the Joint Committee may adopt in order to remedy the difficulties in question.", True),
        ("ThePartiesshallrefrainfromanymeasure of a fiscal nature.", True),
        ("The Parties shall meet.", False),
    ],
)
def test_a_torn_clause_is_known(text: str, expected: bool) -> None:
    assert torn(Clause("c1", text, 0, len(text), "en")) is expected
