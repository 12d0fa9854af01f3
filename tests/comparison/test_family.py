"""Three and more agreements at once: short families that a policy analyst can read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import permutations

import pytest

from policynlp.comparison import compare_family
from policynlp.comparison.family.naming import listed
from policynlp.comparison.family.order import consensus
from policynlp.records import Comparison, Difference, FamilyGroup
from tests.comparison.making import document, mention


def nothing_near(one: int, other: int) -> Mapping[int, Sequence[tuple[int, float]]]:
    return {}


def family(texts: Sequence[Sequence[str]], language: str = "en") -> Comparison:
    """Documents A, B, C … whose clauses stand in one row each, in order; an empty text is a silence."""
    made = [
        document([text for text in own if text], language, id=name, title=name)
        for name, own in zip("ABCDEFGH", texts, strict=False)
    ]
    return compare_family(made, rows(texts), nearest=nothing_near)


def rows(texts: Sequence[Sequence[str]]) -> list[FamilyGroup]:
    """Groups of the texts at each place that more than one document has."""
    seen = [0] * len(texts)
    groups = []
    for row in zip(*texts, strict=True):
        members = tuple((seen[n],) if text else () for n, text in enumerate(row))
        seen = [count + bool(text) for count, text in zip(seen, row, strict=True)]
        if sum(map(bool, members)) > 1:
            groups.append(FamilyGroup(members, 0.9))
    return groups


def told(comparison: Comparison, kind: str) -> list[str]:
    return [d.summary["en"] for d in comparison.differences if d.kind == kind and d.material]


def one(comparison: Comparison, kind: str) -> Difference:
    (found,) = [d for d in comparison.differences if d.kind == kind]
    return found


def test_two_say_developing_and_one_says_advancing() -> None:
    made = family(
        [
            ["The Parties shall work on developing joint standards."],
            ["The Parties shall work on advancing joint standards."],
            ["The Parties shall work on developing joint standards."],
        ]
    )
    found = one(made, "action")
    assert found.summary["en"] == (
        "The phase of action differs: “developing” (initiate) in A and C; “advancing” (advance) in B."
    )
    assert found.summary["ko"] == "행위의 단계가 다르다: A·C는 ‘developing’ (착수), B는 ‘advancing’ (심화)."
    assert found.values == ("developing", "advancing", "developing")
    assert found.stands == (0, 1, 0)
    assert [len(spans) for spans in found.spans] == [1, 1, 1]


def test_the_firmest_is_named_first() -> None:
    made = family(
        [
            ["The Parties may exchange data."],
            ["The Parties shall exchange data."],
            ["The Parties may exchange data."],
        ]
    )
    found = one(made, "force")
    assert found.summary["en"] == (
        "Firmest first: an obligation (“shall”) in B; a permission (“may”) in A and C."
    )
    assert found.leads == (1,)
    korean = family(
        [["자료를 교환할 수 있다."], ["자료를 교환하여야 한다."], ["자료를 교환할 수 있다."]], "ko"
    )
    assert one(korean, "force").summary["ko"].startswith("강한 쪽부터: B는 의무")


def test_another_body_in_each() -> None:
    texts = [
        f"The Parties shall work through the {body}."
        for body in ("Seoul Institute", "Tokyo Agency", "Seoul Institute")
    ]
    found = one(family([[text] for text in texts]), "institution")
    assert found.stands == (0, 1, 0)
    assert "“Tokyo Agency” in B" in found.summary["en"]


def test_a_condition_that_one_makes() -> None:
    made = family(
        [
            ["The Parties shall exchange data."],
            ["The Parties shall, subject to available funds, exchange data."],
            ["The Parties shall exchange data."],
        ]
    )
    found = one(made, "condition")
    assert found.stands == (None, 0, None)
    assert found.summary["en"] == "A condition made in B only: “subject to available funds”."
    assert found.clauses == (("c1",), ("c1",), ("c1",))


def test_silence_and_standing_alone() -> None:
    shared = "The Parties shall exchange data."
    made = family(
        [
            [shared, "Each Party shall protect children.", ""],
            [shared, "Each Party shall protect children.", ""],
            [shared, "", "Each Party shall license reactors."],
        ]
    )
    assert sorted(told(made, "only_in")) == [
        "A and B say “Each Party shall protect children”; C does not.",
        "Only C says “Each Party shall license reactors”.",
    ]
    assert sorted(map(str, (d.stands for d in made.differences))) == ["(0, 0, None)", "(None, None, 0)"]
    assert made.links[0].relation == "same"


def test_what_all_share_is_common() -> None:
    text = "The Parties shall work together on quantum technology."
    read = [mention("area", "quantum", "c1", text, "quantum technology")]
    made = compare_family(
        [document([text], id=name, title=name, mentions=read) for name in "ABC"],
        [FamilyGroup(((0,), (0,), (0,)), 1.0)],
        nearest=nothing_near,
    )
    (found,) = made.common
    assert found.summary["en"] == f"All 3 cover quantum: “{text.rstrip('.')}”."
    assert found.summary["ko"].startswith("3건 모두 양자를 다룬다")
    assert made.differences == ()


def test_an_order_of_the_arguments_permutes_the_columns_and_nothing_else() -> None:
    texts = [
        ["The Parties may exchange data.", "Each Party shall protect children.", "They meet every year."],
        ["The Parties shall exchange data.", "", "They meet every two years."],
        ["The Parties may exchange data.", "Each Party shall guard children.", "They meet every year."],
    ]
    first = family(texts)
    analyses = first.documents
    groups = rows(texts)
    for order in permutations(range(3)):
        turned = [FamilyGroup(tuple(group.members[n] for n in order), group.score) for group in groups]
        again = compare_family([analyses[n] for n in order], turned, nearest=nothing_near)
        assert back(again, order) == first


def back(made: Comparison, order: Sequence[int]) -> Comparison:
    """A comparison with the columns of permuted documents put back."""
    place = [list(order).index(n) for n in range(len(order))]

    def columns(values: Sequence[object]) -> tuple[object, ...]:
        return tuple(values[n] for n in place) if values else ()

    def turned(found: Difference) -> Difference:
        return replace(
            found,
            clauses=columns(found.clauses),
            spans=columns(found.spans),
            values=columns(found.values),
            stands=columns(found.stands),
            leads=tuple(sorted(order[n] for n in found.leads)),
        )

    return replace(
        made,
        documents=columns(made.documents),
        links=tuple(replace(link, clauses=columns(link.clauses)) for link in made.links),
        differences=tuple(map(turned, made.differences)),
        documents_differ=tuple(map(turned, made.documents_differ)),
        common=tuple(map(turned, made.common)),
        names=columns(made.names),
    )


def alone(
    texts: Sequence[Sequence[str]], language: str, groups: Sequence[FamilyGroup] = (), items: str = ""
) -> Comparison:
    """Documents with clauses that the aligner put in these groups only; those of ``items`` are list items.
    Every clause is near the first two of every other document."""

    def near(one: int, other: int) -> Mapping[int, Sequence[tuple[int, float]]]:
        return {index: [(0, 0.7), (1, 0.6)][: len(texts[other])] for index in range(len(texts[one]))}

    made = [document(own, language, id=n, title=n) for n, own in zip("ABCD", texts, strict=False)]
    listed = [
        replace(one, clauses=tuple(replace(c, kind="item") for c in one.clauses))
        if one.document.id in items
        else one
        for one in made
    ]
    return compare_family(listed, groups, nearest=near)


def test_what_a_document_lists_in_a_row_is_no_silence_of_it() -> None:
    listed = "협력에는 과학 및 기술정보의 교환·과학자 및 기술전문가의 교류를 포함한다."
    items = ["과학기술정보의 교환", "과학자 및 기술전문가의 교류"]
    groups = [FamilyGroup(((), (n,), (n,)), 0.9) for n in (0, 1)]
    made = alone([[listed], items, items], "ko", groups, items="BC")
    assert [d for d in made.differences if d.kind == "only_in" and d.material] == []
    apart = alone([["분쟁은 협의로 해결한다."], items, items], "ko", groups, items="BC")
    assert len([d for d in apart.differences if d.material]) == 3


def test_a_bare_area_that_another_document_regulates_is_no_silence() -> None:
    bare, whole = (
        "quantum technology;",
        "The Parties shall work together on quantum technology by sharing devices.",
    )
    texts = [[bare], [bare], [whole, "They meet."]]
    made = [
        document(
            own, id=n, title=n, mentions=[mention("area", "quantum", "c1", own[0], "quantum technology")]
        )
        for n, own in zip("ABC", texts, strict=True)
    ]
    found = compare_family(made, [FamilyGroup(((0,), (0,), ()), 0.9)], nearest=nothing_near)
    assert [d.summary["en"] for d in found.differences if d.material] == [
        f"Only C says “{whole.rstrip('.')}”.",
        "Only C says “They meet”.",
    ]


def test_a_stranger_in_a_doubtful_group_stands_alone() -> None:
    rest = ["자료를 교환한다.", "전문가를 파견한다.", "회의를 연다.", "비용을 나눈다.", "서명한 날 발효한다."]
    texts = [
        ["체약당사자는 지식재산의 처리를 시행약정에서 규정한다.", *rest],
        ["지식재산의 처리는 시행약정에서 규정한다.", *rest],
        ["러시아산 핵연료로부터의 독립을 달성한다.", *rest],
    ]
    made = alone(texts, "ko", [FamilyGroup(((0,), (0,), (0,)), 0.55)])
    assert made.links[0].clauses == (("c1",), ("c1",), ())
    sure = alone(texts, "ko", [FamilyGroup(((0,), (0,), (0,)), 0.9)])
    assert sure.links[0].clauses == (("c1",), ("c1",), ("c1",))


def test_left_over_sisters_come_together() -> None:
    meeting = "공동위원회는 외교경로를 통하여 합의된 날짜에 양국에서 교대로 회합한다."
    texts = [
        ["서명한 날에 발효한다.", "공동위원회는 외교경로를 통하여 양국에서 교대로 회합한다."],
        ["서명한 날에 발효한다.", meeting],
        ["서명한 날에 발효한다.", "분쟁은 협의로 해결한다."],
    ]
    made = alone(texts, "ko", [FamilyGroup(((0,),) * 3, 0.9)])
    assert (("c2",), ("c2",), ()) in [link.clauses for link in made.links]


def test_what_two_of_five_differ_in_is_no_difference_of_the_family() -> None:
    same = "The Parties shall exchange data."
    texts = [
        [same],
        [same],
        [same],
        ["They promote the exchange of data."],
        ["They evaluate an exchange of data."],
    ]
    assert [d for d in family(texts).differences if d.kind == "action"] == []


def test_sorts_of_bodies_name_none() -> None:
    texts = [[f"{body}와 협력한다."] for body in ("비영리기구", "국제기구", "비영리기구")]
    assert [d for d in family(texts, "ko").differences if d.kind == "institution"] == []


@pytest.mark.parametrize(
    ("chosen", "english", "korean"),
    [
        ([0, 1], "the agreements with Chile and Japan", "칠레·일본 협정"),
        ([0, 1, 2, 3, 4], "all 5", "5건 모두"),
        ([0, 1, 2], "the agreements with Chile, Japan and the Czech Republic", "칠레·일본·체코 협정"),
    ],
)
def test_documents_of_one_kind_are_listed_together(chosen: list[int], english: str, korean: str) -> None:
    called = [
        {"en": f"the agreement with {en}", "ko": f"{ko} 협정"}
        for en, ko in (
            ("Chile", "칠레"),
            ("Japan", "일본"),
            ("the Czech Republic", "체코"),
            ("China", "중국"),
            ("Rwanda", "르완다"),
        )
    ]
    assert listed(chosen, called) == {"en": english, "ko": korean}


def test_all_but_a_few_are_told_by_those_left_out() -> None:
    called = [{"en": name, "ko": name} for name in "ABCDEFGH"]
    assert listed(range(6), called) == {"en": "all but G and H", "ko": "G·H를 뺀 6건"}
    assert listed([0, 1, 2, 3], called)["en"] == "A, B, C and D"
    nine = [*called, {"en": "I", "ko": "I"}, {"en": "J", "ko": "J"}]
    assert listed(range(5), nine) == {"en": "A, B, C and 2 more", "ko": "A·B·C 등 5건"}


def test_sister_agreements_are_named_by_country_and_year() -> None:
    made = [
        document(
            ["협력한다."],
            "ko",
            id=f"{code}-{year}",
            metadata={
                "instrument": "협정",
                "parties": f"country.kr, country.{code}",
                "date": f"{year}-05-01",
            },
        )
        for code, year in (("jp", 1985), ("jp", 1999), ("cz", 1995))
    ]
    found = compare_family(made, [], nearest=nothing_near).names
    assert [name["en"] for name in found] == [
        "the agreement with Japan (1985)",
        "the agreement with Japan (1999)",
        "the agreement with the Czech Republic",
    ]
    assert [name["ko"] for name in found][:2] == ["일본국 협정 (1985)", "일본국 협정 (1999)"]


def test_the_order_of_the_groups_is_that_of_most_documents() -> None:
    first, second, third = ((0,), (1,), (2,))
    groups = [
        FamilyGroup((first, second, first), 0.9),
        FamilyGroup((second, first, second), 0.9),
        FamilyGroup((third, third, ()), 0.9),
    ]
    assert consensus(list(reversed(groups)), [3, 3, 2]) == groups


def test_the_enacting_words_are_no_provision() -> None:
    texts = [["다음과 같이 합의하였다."], ["다음과 같이 합의하였다."], ["자료를 교환한다."]]
    made = family([[*texts[0], ""], [*texts[1], ""], ["", *texts[2]]], "ko")
    assert [d.summary["ko"] for d in made.differences if d.material] == ["‘자료를 교환한다’는 C에만 있다."]


def test_one_exchange_that_stands_twice_in_a_clause_is_told_once() -> None:
    texts = [
        [f"The Seoul {body} shall report. The Seoul {body} shall meet."] for body in ("Agency", "Institute")
    ]
    made = family([texts[0], texts[1], texts[0]])
    assert len([d for d in made.differences if d.kind == "institution"]) == 1


def test_documents_as_wholes_are_told_by_topic() -> None:
    kinds = ("memorandum of understanding", "memorandum of cooperation", "memorandum of understanding")
    dates = ("2025-10-29", "2025-10-28", "2025-09-18")
    made = [
        document(["They meet."], id=name, title=name, metadata={"instrument": kind, "date": date})
        for name, kind, date in zip("ABC", kinds, dates, strict=True)
    ]
    found = {d.topic: d for d in compare_family(made, [], nearest=nothing_near).documents_differ}
    assert found["date"].values == dates
    assert found["kind"].stands == (0, 1, 0)
    assert found["kind"].summary["ko"] == "문서의 종류가 다르다."
