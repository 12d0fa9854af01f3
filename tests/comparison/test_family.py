"""Three and more agreements at once: short families that a policy analyst can read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from policynlp.comparison import compare_family
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
