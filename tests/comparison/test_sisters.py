"""What sister agreements showed to be no difference, or another one: short cases of general causes."""

from policynlp.comparison import compare
from policynlp.comparison.roles import parties, roles
from policynlp.records import Link
from tests.comparison.making import document, found, linked, mention


def test_a_denied_subject_denies_as_not_does() -> None:
    nothing, negated = "Nothing here shall prevent trade.", "This Agreement shall not prevent trade."
    assert found(linked([nothing], [negated]), "polarity") == []
    (turned,) = found(linked(["No Party shall disclose data."], ["A Party shall disclose data."]), "polarity")
    assert turned.values == ("No", "A")
    assert found(linked([nothing], [negated]), "force") == []
    late = "No later than 3 May, the Parties shall meet.", "By 3 May, the Parties shall meet."
    assert found(linked([late[0]], [late[1]]), "polarity") == []


def test_a_stem_that_qualifies_a_noun_is_no_action() -> None:
    assert found(linked(["시행약정에서 규정한다."], ["보조약정에서 규정한다."], "ko"), "action") == []
    (action,) = found(linked(["협력을 검토한다."], ["협력을 주재한다."], "ko"), "action")
    assert action.values == ("검토", "주재")


def test_the_number_of_an_item_inside_a_text_is_no_figure() -> None:
    a, b = "견본과 모형 2. 과학기술 협력에 따른 상품", "견본과 모형 및 과학기술 협력에 따른 상품"
    assert found(linked([a], [b], "ko"), "quantity") == []
    assert found(linked(["회합은 2회 연다."], ["회합은 연다."], "ko"), "quantity")


def test_a_place_with_the_word_of_a_body_in_its_name_is_no_body() -> None:
    a, b = "trade between Korea and the West Bank and Gaza Strip", "trade between Korea and Norway"
    strip = mention("place", "region.ps", "c1", a, "West Bank and Gaza Strip")
    comparison = compare((document([a], mentions=[strip]), document([b])), [Link((0,), (0,), 1.0)])
    assert found(comparison, "institution") == []
    assert found(comparison, "region")


def test_an_orbit_is_no_region() -> None:
    a, b = "commercial stations in low Earth orbit", "commercial stations"
    orbit = mention("place", "low-earth-orbit", "c1", a, "low Earth orbit")
    comparison = compare((document([a], mentions=[orbit]), document([b])), [Link((0,), (0,), 1.0)])
    assert found(comparison, "region") == []


def test_those_who_sign_are_the_parties_and_their_languages_are_not() -> None:
    closing = "동등하게 정본인 한국어 및 스페인어로 각 2부씩 작성하였다."
    signers = "대한민국 정부를 위하여 베네수엘라공화국 정부를 위하여"
    made = document(
        ["협력을 증진한다.", closing, signers],
        "ko",
        mentions=[
            mention("place", "country.es", "c2", closing, "스페인"),
            mention("place", "country.kr", "c3", signers, "대한민국"),
            mention("place", "country.ve", "c3", signers, "베네수엘라공화국"),
        ],
    )
    assert parties(made) == {"country.kr", "country.ve"}
    assert [roles(made)[id] for id in ("c2", "c3")] == ["signature", "signature"]


def test_a_single_party_that_was_read_says_nothing_of_the_parties() -> None:
    one = document(["a"], metadata={"parties": "country.kr, country.us"})
    other = document(["b"], metadata={"parties": "country.kr"})
    assert compare((one, other), []).documents_differ == ()


def test_an_area_found_inside_another_word_is_no_common_provision() -> None:
    a = "어느 당사자가 체결한 국제조약에 영향을 미치지 아니한다."
    b = "어느 당사자가 수입한 자동차에 영향을 미치지 아니한다."
    sides = (
        document([a], "ko", mentions=[mention("area", "manufacturing", "c1", a, "제조")]),
        document([b], "ko", mentions=[mention("area", "manufacturing", "c1", b, "자동차")]),
    )
    assert compare(sides, [Link((0,), (0,), 0.9)]).common == ()


def test_a_korean_list_is_quoted_without_the_particle_behind_it() -> None:
    a = "과학, 첨단제조, 바이오기술 및 그 밖의 관련 분야에서 인공지능의 활용을 앞당기는 연구개발의 추진"
    b = "과학, 산업 및 사회 분야의 인공지능 연구개발"
    (scope,) = found(linked([a], [b], "ko"), "scope")
    assert scope.values == ("첨단제조, 바이오기술 및 그 밖의 관련 분야", "산업 및 사회 분야")


def test_across_languages_what_both_cover_is_quoted_as_one_phrase() -> None:
    ko, en = "기술 스택 전 분야에 걸친 인공지능 수출 촉진", "exporting AI across the full technology stack"
    named = [
        [mention("area", "ai-exports", "c1", text, words) for words in listed]
        for text, listed in ((ko, ("기술 스택", "인공지능 수출")), (en, ("exporting AI", "technology stack")))
    ]
    sides = document([ko], "ko", mentions=named[0]), document([en], "en", mentions=named[1])
    (provision,) = compare(sides, [Link((0,), (0,), 0.9)]).common
    spans = [side[0] for side in provision.spans]
    quoted = [text[span.start : span.end] for text, span in zip((ko, en), spans, strict=True)]
    assert quoted == ["기술 스택 전 분야에 걸친 인공지능 수출", en]
