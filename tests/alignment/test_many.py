"""Families over more than two agreements: science and technology agreements in our own words."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policynlp
from policynlp.alignment.many import families
from policynlp.records import FamilyGroup, Link

PURPOSE = {
    "a": "양 당사자는 평등과 호혜의 원칙에 따라 과학기술 협력을 장려하고 발전시킨다.",
    "b": "체약당사자는 평화적 목적을 위하여 과학과 기술 분야에서의 협력을 호혜를 기초로 증진한다.",
    "c": "양국 정부는 과학 및 기술 협력을 평등과 상호 이익을 바탕으로 촉진하기로 한다.",
}
FORMS = {
    "a": "협력은 과학자와 전문가의 교류, 정보의 교환, 공동 연구사업의 형태로 이루어진다.",
    "b": "이 협정에 따른 협력에는 과학자·기술자의 교환, 과학기술 정보의 교환, 공동 연구가 포함된다.",
    "c": "협력의 형태는 전문가의 파견과 초청, 문헌과 자료의 교환, 공동 연구의 수행으로 한다.",
}
COMMITTEE = {
    "a": "양 당사자는 이 협정의 이행을 위하여 과학기술공동위원회를 설치하며, 2년마다 번갈아 회합한다.",
    "b": "과학기술협력 공동위원회를 설치하여 이행을 검토하고 매 2년 교대로 연다.",
    "c": "이 협정의 시행을 위한 공동위원회를 두며 서울과 상대국 수도에서 번갈아 연다.",
}
PROPERTY = {
    "a": "공동 연구에서 생긴 지식재산권의 귀속과 보호는 별도의 약정으로 정한다.",
    "b": "협력활동에서 생기는 지식재산권은 당사국의 법령에 따라 보호하며 귀속은 개별 약정에서 정한다.",
}
COSTS = {
    "a": "전문가 교류의 항공료는 보내는 쪽이, 체재 비용은 받아들이는 쪽이 부담한다.",
    "c": "전문가의 항공료는 보내는 나라가 부담하고 체류 비용은 받아들이는 나라가 부담한다.",
}
FORCE = {
    "a": "이 협정은 서명일에 발효하여 5년간 유효하며, 6개월 전에 종료를 통고하지 않는 한 연장된다.",
    "b": "이 협정은 서명한 날 효력을 발생하고 5년간 유효하며, 종료 의사의 통고가 없으면 자동 연장된다.",
    "c": "이 협정은 서명과 동시에 발효하고 5년 동안 효력을 가지며 종료 통고가 없는 한 다시 5년씩 연장된다.",
}
ARTICLES = [PURPOSE, FORMS, COMMITTEE, PROPERTY, COSTS, FORCE]
TEXTS = {name: [article[name] for article in ARTICLES if name in article] for name in "abc"}
TABLE = {
    tuple((TEXTS[name].index(article[name]),) if name in article else () for name in "abc")
    for article in ARTICLES
}
WEEKEND = "축제 기간에는 시장의 영업시간을 자정까지 늘린다."


def rows(groups: list[FamilyGroup]) -> set[tuple[tuple[int, ...], ...]]:
    return {group.members for group in groups}


def test_three_sister_agreements_make_one_table() -> None:
    found = policynlp.align_many([TEXTS[name] for name in "abc"])
    assert rows(found) == TABLE
    assert all(0.5 < group.score <= 1 for group in found)


def test_five_agreements_keep_what_has_no_partner_alone() -> None:
    later = [FORCE["a"].replace("5년", "3년"), COMMITTEE["b"], PURPOSE["c"]]
    other = [WEEKEND, PURPOSE["b"].replace("체약당사자는", "양측은"), FORMS["c"]]
    found = policynlp.align_many([TEXTS["a"], TEXTS["b"], TEXTS["c"], later, other])
    table = {group.members[0]: group.members for group in found}
    assert table[(0,)] == ((0,), (0,), (0,), (2,), (1,))
    assert table[(2,)] == ((2,), (2,), (2,), (1,), ())
    assert table[(5,)] == ((5,), (4,), (4,), (0,), ())
    assert all(group.members[4] != (0,) for group in found)


def test_the_order_of_the_agreements_changes_nothing_but_the_columns() -> None:
    first = {(group.members, group.score) for group in policynlp.align_many([TEXTS[n] for n in "abc"])}
    for order in permutations("abc"):
        found = policynlp.align_many([TEXTS[name] for name in order])
        back = [order.index(name) for name in "abc"]
        assert {(tuple(g.members[at] for at in back), g.score) for g in found} == first


def test_two_agreements_make_the_links_of_align() -> None:
    found = policynlp.align_many([TEXTS["a"], TEXTS["c"]])
    links = policynlp.align(TEXTS["a"], TEXTS["c"])
    assert [(group.members, group.score) for group in found] == [((x.a, x.b), x.score) for x in links]


def test_languages_may_be_mixed() -> None:
    english = ["The Joint Committee on science and technology meets every two years, alternately."]
    found = policynlp.align_many([TEXTS["a"], TEXTS["b"], english])
    assert ((2,), (2,), (0,)) in rows(found)


def test_a_link_that_the_others_contradict_gives_way() -> None:
    right = [Link((n,), (n,), 0.9) for n in range(2)]
    crossed = [Link((0,), (1,), 0.6), Link((1,), (0,), 0.6)]
    found = families([2, 2, 2], {(0, 1): right, (1, 2): right, (0, 2): crossed})
    assert rows(found) == {((0,), (0,), (0,)), ((1,), (1,), (1,))}


def test_a_missing_link_between_two_that_a_third_confirms_is_filled() -> None:
    sure = [Link((0,), (0,), 0.95)]
    found = families([1, 1, 1], {(0, 1): sure, (1, 2): sure, (0, 2): []})
    assert rows(found) == {((0,), (0,), (0,))}
    assert found[0].score == pytest.approx(1.9 / 3, abs=1e-3)


def test_two_weak_links_make_no_family_of_three() -> None:
    weak = [Link((0,), (0,), 0.5)]
    found = families([1, 1, 1], {(0, 1): weak, (1, 2): weak, (0, 2): []})
    assert [sum(map(bool, group.members)) for group in found] == [2]


def test_a_clause_that_one_agreement_splits_is_one_row() -> None:
    split = [Link((0,), (0, 1), 0.9)]
    whole, merged = [Link((0,), (0,), 0.9)], [Link((0, 1), (0,), 0.9)]
    found = families([1, 2, 1], {(0, 1): split, (1, 2): merged, (0, 2): whole})
    assert rows(found) == {((0,), (0, 1), (0,))}


PAIRS = [(0, 1), (0, 2), (1, 2)]
PLACES = st.lists(st.integers(0, 3), max_size=4, unique=True)
SCORES = st.floats(0.46, 1)


@st.composite
def some_links(draw: st.DrawFn) -> list[Link]:
    a, b = sorted(draw(PLACES)), draw(PLACES)
    return [Link((x,), (y,), draw(SCORES)) for x, y in zip(a, b, strict=False)]


@settings(max_examples=60, deadline=None)
@given(st.tuples(*[some_links()] * 3))
def test_every_unit_is_in_one_group_or_none_and_groups_hold_neighbours(links: tuple[list[Link], ...]) -> None:
    found = families([4, 4, 4], dict(zip(PAIRS, links, strict=True)))
    for text in range(3):
        used = [unit for group in found for unit in group.members[text]]
        assert len(used) == len(set(used))
    for group in found:
        assert sum(map(bool, group.members)) > 1
        assert all(list(run) == list(range(run[0], run[-1] + 1)) for run in group.members if run)
        assert 0 <= group.score <= 1


@settings(max_examples=60, deadline=None)
@given(some_links())
def test_with_two_texts_the_groups_are_the_links(links: list[Link]) -> None:
    found = families([4, 4], {(0, 1): links})
    assert rows(found) == {(link.a, link.b) for link in links}
