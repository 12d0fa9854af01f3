"""Findings of texts drafted apart that no reader would name, beside those that one would: own wording, both
languages."""

from dataclasses import fields, replace

import pytest

from policynlp.comparison.freedom import free, one_model
from policynlp.comparison.freedom_words import Freedom, Shapes, free_words, shapes
from policynlp.comparison.kinds import DIFFERENCE_KINDS
from policynlp.comparison.pairs import Pair, pair, reading
from policynlp.languages import table
from policynlp.records import Clause, Link, Mention
from tests.comparison.making import document, mention


def linked(
    a: str, b: str, language: str = "ko", *, mentions: tuple[list[Mention], list[Mention]] = ([], [])
) -> Pair:
    """Two clauses of texts drafted apart, as one link."""
    sides = document([a], language, mentions=mentions[0]), document([b], language, mentions=mentions[1])
    return pair(Link((0,), (0,), 0.9), (reading(sides[0]), reading(sides[1])), apart=True)


def named(made: Pair, kind: str) -> list[tuple[str, str]]:
    """The values of what a kind finds and a reader would name."""
    finders = {code: each.within for code, each in DIFFERENCE_KINDS.items() if each.within}
    return [f.values for f in finders[kind](made, frozenset()) if f.material and not free(made, kind, f)]


@pytest.mark.parametrize(
    ("kind", "language", "a", "b"),
    [
        ("force", "ko", "양국은 판정에 복종하기로 약속한다.", "양국은 판정에 복종한다."),
        ("force", "en", "The Parties undertake to publish tariffs.", "The Parties will publish tariffs."),
        ("action", "ko", "위원을 지명한다.", "위원을 임명한다."),
        (
            "institution",
            "ko",
            "요금은 국제운임결정기구를 통하여 정한다.",
            "요금은 국제 운임 결정기구를 통하여 정한다.",
        ),
        ("institution", "ko", "양국은 문화센터를 설치한다.", "양국은 도서를 설치한다."),
        ("region", "ko", "그 지역내에서 운항한다.", "그 노선에서 운항한다."),
        ("quantity", "ko", "6개월 이내에 해결한다.", "6월 이내에 해결한다."),
        ("quantity", "ko", "1개의 항공사를 지정한다.", "항공사를 지정한다."),
        ("condition", "ko", "이 경우 당사자는 협의한다.", "당사자는 협의한다."),
        ("condition", "ko", "용어는 달리 해석되지 아니하는 한 같은 뜻이다.", "용어는 같은 뜻이다."),
        ("scope", "ko", "이윤, 사용료 또는 요금을 말한다.", "이윤, 사용료 또는 수수료를 포함한다."),
        ("scope", "en", "The committee shall, as the case may be, meet.", "The committee shall meet."),
        ("actor", "ko", "동 개인은 거주자로 본다.", "그는 거주자로 본다."),
        ("actor", "en", "The Joint Committee shall decide.", "The Joint Commission shall decide."),
        ("polarity", "ko", "불리한 대우를 부여하지 아니한다.", "불리하지 아니한 대우를 부여한다."),
        ("wording", "ko", "매각이나 청산으로 인한 수익금", "판매 또는 정리에 의한 대금"),
    ],
)
def test_a_turn_of_phrase_is_nothing_to_name(kind: str, language: str, a: str, b: str) -> None:
    assert named(linked(a, b, language), kind) == []


@pytest.mark.parametrize(
    ("kind", "language", "a", "b", "values"),
    [
        (
            "force",
            "ko",
            "당사자는 결과를 공개한다.",
            "당사자는 결과를 공개할 수 있다.",
            ("공개한다", "공개할 수 있다"),
        ),
        (
            "force",
            "en",
            "The Parties shall publish tariffs.",
            "The Parties may publish tariffs.",
            ("shall", "may"),
        ),
        ("action", "ko", "당사자는 조약을 검토한다.", "당사자는 조약을 이행한다.", ("검토", "이행")),
        ("quantity", "ko", "3개월 전에 통보한다.", "6개월 전에 통보한다.", None),
        ("polarity", "ko", "이 조는 기존 투자에 적용된다.", "이 조는 기존 투자에 적용되지 아니한다.", None),
        ("actor", "ko", "대한민국은 비용을 부담한다.", "공동위원회는 비용을 부담한다.", None),
    ],
)
def test_what_a_lawyer_would_name_stays(
    kind: str, language: str, a: str, b: str, values: tuple[str, str] | None
) -> None:
    told = named(linked(a, b, language), kind)
    assert told if values is None else [tuple(v.strip() for v in one) for one in told] == [values]


def test_a_country_among_the_places_of_a_clause_is_named_and_delivery_is_no_country() -> None:
    india = "양국은 인도에서 회합한다."
    made = linked(
        india,
        "양국은 서울에서 회합한다.",
        mentions=([mention("place", "country.in", "c1", india, "인도")], []),
    )
    assert [values[0] for values in named(made, "region")] == ["인도"]
    goods = "상품의 보관 또는 인도"
    stored = linked(
        goods, "상품의 보관", mentions=([mention("place", "country.in", "c1", goods, "인도")], [])
    )
    assert named(stored, "region") == []


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_expression_of_a_language_is_one_that_is_read(language: str) -> None:
    written = table(language, "freedom")
    assert set(written) <= {field.name for field in fields(Shapes)} | {"free", "sources"}
    assert set(written["free"]) <= {field.name for field in fields(Freedom)}


def test_of_a_language_without_tables_no_expression_is_known() -> None:
    assert not any(getattr(free_words("es"), field.name).search("no") for field in fields(Freedom))
    assert shapes("es").sentences.split("Uno. Dos; tres") == ["Uno. Dos; tres"]


def test_two_figures_of_one_role_are_an_exchange_wherever_they_stand() -> None:
    a, b = "분쟁은 6월이내에 해결한다.", "분쟁은 협의하여 3월이내에 먼저 해결한다."
    marks = [mention("quantity", value, "c1", text, words, type="duration")
             for value, text, words in (("P6M", a, "6월이내에"), ("P3M", b, "3월이내에"))]  # fmt: skip
    assert named(linked(a, b, mentions=(marks[:1], marks[1:])), "quantity") == [("6월이내에", "3월이내에")]


def test_agreements_of_other_countries_are_sisters() -> None:
    sides = [
        document(["a"], metadata={"parties": f"country.kr, country.{code}"}) for code in ("kw", "lu", "kw")
    ]
    first, second, third = (reading(side) for side in sides)
    assert one_model((first, second))
    assert not one_model((first, third))


def test_an_item_whose_action_stands_in_the_other_lead_in_differs_in_nothing() -> None:
    lead = Clause("c0", "당사자는 다음을 장려한다.", 0, 14, "ko", kind="lead_in")
    items = [
        Clause("c1", text, 15, 15 + len(text), "ko", kind="item", parent="c0")
        for text in ("예술행사의 장려", "예술행사의 개최")
    ]
    sides = [document(["x"], "ko", clauses=[lead, item]) for item in items]
    made = pair(Link((1,), (1,), 0.9), (reading(sides[0]), reading(sides[1])), apart=True)
    assert named(made, "action") == []
    alone = pair(
        Link((0,), (0,), 0.9),
        tuple(reading(document(["x"], "ko", clauses=[replace(item, parent=None)])) for item in items),  # type: ignore[arg-type]
        apart=True,
    )
    assert named(alone, "action") == [("장려", "개최")]
