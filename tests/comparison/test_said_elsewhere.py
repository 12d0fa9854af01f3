"""What one text seems to lack and says after all: in a phrase, a definition, a set provision."""

from dataclasses import replace

import pytest

from policynlp.comparison import compare
from policynlp.comparison.drafting import ragged
from policynlp.comparison.pairs import reading
from policynlp.comparison.passages import passages
from policynlp.comparison.topics import forms, subjects, topics
from policynlp.languages import table
from policynlp.records import Clause, Comparison, Difference
from tests.comparison.making import document

FILLING = {
    "ko": [
        "수산물은 하역하는 항구에서 먼저 검사한다.",
        "선박은 밤에 등대의 빛을 따른다.",
        "철도는 정해진 때에 국경을 지난다.",
        "우편은 매일 아침 배로 보낸다.",
        "교량은 강의 양쪽에서 나누어 짓는다.",
    ],
    "en": [
        "Fish is inspected in the first port.",
        "Vessels follow the beacon when night falls.",
        "Trains cross borders at the set hours.",
        "Mail leaves by boat on each morning.",
        "Bridges are built from both river banks.",
    ],
}
"""Clauses of both texts, which no link joins: they count as drafted apart."""


def told(language: str, lone: str, other: str, *, kind: str = "paragraph") -> Difference:
    """What is said of a clause that the second text does not answer; ``other`` is one of its clauses."""
    filling = FILLING[language]
    first, second = [*filling, lone], [*(f"{text[:-1]}!" for text in filling[::-1]), other]
    sides = []
    for texts in (first, second):
        made = document(texts, language)
        clauses = [replace(c, kind=kind) if c.text == lone else c for c in made.clauses]
        sides.append(document(texts, language, clauses=clauses))
    comparison: Comparison = compare(sides, [], nearest=[{5: [(5, 0.3)]}, {}])
    return next(d for d in comparison.differences if d.kind == "only_in" and d.clauses == (("c6",), ()))


@pytest.mark.parametrize(
    ("language", "lone", "other"),
    [
        (
            "ko",
            "해양 미생물 표본의 공동 채집",
            "협력에는 기상 자료의 정리, 해양 미생물 표본의 채집, 관측선의 공동 운항이 포함된다.",
        ),
        (
            "en",
            "joint collection of deep-sea samples",
            "Cooperation covers weather records, collection of deep-sea samples, and joint cruises.",
        ),
        (
            "ko",
            '"지정기관"이라 함은 제2조에 따라 허가를 받은 상점을 말한다.',
            '이 협정에서 "지정 기관"은 각국이 고른 항만 사업자를 뜻한다.',
        ),
        (
            "en",
            '"Carrier" means a shop licensed under Article 2.',
            'In this Agreement, "carrier" is whoever a port has chosen.',
        ),
        (
            "ko",
            "이 협정은 양국의 서면 합의로 개정할 수 있다.",
            "어느 조항이든 상호 동의가 있으면 수정될 수 있다.",
        ),
    ],
)
def test_what_another_passage_says_is_shown_and_not_material(language: str, lone: str, other: str) -> None:
    difference = told(language, lone, other)
    assert not difference.material


@pytest.mark.parametrize(
    ("language", "lone", "other"),
    [
        (
            "ko",
            "화산 관측소는 두 나라가 함께 운영한다.",
            "협력에는 기상 자료의 정리, 해양 미생물 표본의 채집, 관측선의 공동 운항이 포함된다.",
        ),
        (
            "en",
            "Volcano stations are run by both countries.",
            "Cooperation covers weather records, collection of deep-sea samples, and joint cruises.",
        ),
        (
            "ko",
            '"지정기관"이라 함은 제2조에 따라 허가를 받은 상점을 말한다.',
            '이 협정에서 "항만"은 각국이 고른 부두를 뜻한다.',
        ),
        ("ko", "각국은 상대국 대학의 학위와 졸업증서를 인정하는 조건을 찾는다.", "양국은 장학금을 준다."),
        ("en", "Each Party bears the expenses of its own delegation.", "Scholarships are granted to divers."),
    ],
)
def test_a_true_omission_stays_material(language: str, lone: str, other: str) -> None:
    assert told(language, lone, other).material


def test_the_passage_that_says_it_is_the_first_one_shown() -> None:
    lone, other = (
        "해양 미생물 표본의 공동 채집",
        "협력에는 기상 자료의 정리, 해양 미생물 표본의 채집, 관측선의 공동 운항이 포함된다.",
    )
    assert told("ko", lone, other).searched[0].clause == "c6"


def test_a_list_of_which_the_other_says_some_is_told_in_parts() -> None:
    lead, items = "양국은 다음에서 협력한다.", ["해양 미생물 표본의 공동 채집", "화산 분출 시기의 예보"]
    texts = [*FILLING["ko"], lead, *items]
    made = document(texts, "ko")
    kinds = {"c6": ("lead_in", None), "c7": ("item", "c6"), "c8": ("item", "c6")}
    clauses = [
        replace(c, kind=kinds[c.id][0], parent=kinds[c.id][1]) if c.id in kinds else c for c in made.clauses
    ]  # type: ignore[arg-type]
    other = [
        *(f"{t[:-1]}!" for t in FILLING["ko"][::-1]),
        "협력에는 기상 자료의 정리, 해양 미생물 표본의 채집, 관측선의 공동 운항이 포함된다.",
    ]
    sides = document(texts, "ko", clauses=clauses), document(other, "ko")
    found = compare(sides, [], nearest=[{}, {}]).differences
    lone = {
        d.clauses[0]: d.material for d in found if d.kind == "only_in" and set(d.clauses[0]) & kinds.keys()
    }
    assert lone == {("c6", "c8"): True, ("c7",): False}


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "ko",
            "각국은 상대국 대학의 학위와 졸업증서를 인정하는 조건을 찾는다.",
            "양국은 자격증 및 학위의 상호 인증에서 협력한다.",
        ),
        (
            "en",
            "Each Party bears the expenses of its own delegation.",
            "The costs of each visit are borne by the sending side.",
        ),
    ],
)
def test_two_left_over_clauses_that_alone_treat_of_a_subject_are_linked(
    language: str, one: str, other: str
) -> None:
    filling = FILLING[language]
    sides = document([*filling, one], language), document([*filling[::-1], other], language)
    links = compare(sides, [], nearest=[{}, {}]).links
    assert (("c6",), ("c6",)) in [link.clauses for link in links]


def test_a_text_cut_at_its_lines_is_known_by_the_ends_of_its_paragraphs() -> None:
    lines = [
        "이 조 제2항에 규정된 조세의",
        "경감은 다음의 경우에는",
        "적용하지 아니한다.",
        "영국의 거주자가 지급받는",
        "배당은 그러하지 아니하다.",
        "다만 다른",
        "규정이 있는 때에는 그에 따른다.",
    ]
    assert ragged(reading(document(lines, "ko"))) == {f"c{n}" for n in range(1, 8)}
    assert ragged(reading(document([f"{text}다." for text in lines], "ko"))) == frozenset()


def test_the_passages_of_an_enumeration_are_its_phrases_too() -> None:
    text = "협력에는 기상 자료의 정리, 해양 미생물 표본의 채집, 관측선의 공동 운항이 포함된다."
    whole, *parts = passages(Clause("c1", text, 0, len(text), "ko"))
    assert len(parts) >= 3
    assert all(part <= whole for part in parts)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_set_provision_is_a_pattern_that_says_nothing_of_an_empty_text(language: str) -> None:
    made = table(language, "provisions")
    assert {"final", "forms", "subjects", "short", "sources"} == set(made)
    assert topics("", language) == forms("", language) == subjects("", language) == frozenset()
