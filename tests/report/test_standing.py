"""The report says what each text is to the agreement, and warns where one retells another."""

import json
from dataclasses import replace

import pytest

from policynlp.records import Comparison, Standing
from policynlp.report import FORMATS
from policynlp.report.standing import caution, sentence
from tests.report import examples

OFFICIAL = (
    "official",
    "domain | www.mofa.go.kr | Ministry of Foreign Affairs of the Republic of Korea | 대한민국 외교부",
)
PRESS = ("press", "text | 무단 전재 및 재배포 금지")


def standing(*sources: tuple[str, str]) -> Comparison:
    """The two memoranda, as if they came from there."""
    comparison = examples.memoranda()
    analyses = []
    for analysis, (found, basis) in zip(comparison.documents, sources, strict=True):
        source = replace(analysis.document.source, standing=found, basis=basis)
        analyses.append(replace(analysis, document=replace(analysis.document, source=source)))
    return replace(comparison, documents=tuple(analyses))


@pytest.mark.parametrize(
    ("found", "basis", "english", "korean"),
    [
        (
            *OFFICIAL,
            "Official text, from www.mofa.go.kr (Ministry of Foreign Affairs of the Republic of Korea)",
            "공식 문안, www.mofa.go.kr(대한민국 외교부)에서 받음",
        ),
        (
            *PRESS,
            "Press text: not the agreement's own words; it says “무단 전재 및 재배포 금지”",
            "언론 보도문: 합의문의 문안이 아님. 글에 “무단 전재 및 재배포 금지”라고 적혀 있음",
        ),
        (
            "restatement",
            "manifest",
            "Restatement: not the agreement's own words; its own entry says so",
            "재작성문: 합의문의 문안이 아님. 문서 정보에 그렇게 적혀 있음",
        ),
        (
            "reprint",
            "user",
            "Reprint by somebody else; stated by the user",
            "다른 곳에 실린 전재본. 사용자가 밝힘",
        ),
        ("unknown", "", "Nothing shows whose text it is", "누구의 문안인지 보여 주는 것이 없음"),
        ("press", "text | a | b", "Press text: not the agreement's own words; it says “a | b”", None),
    ],
)
def test_one_sentence_says_what_it_is_and_what_shows_it(
    found: Standing, basis: str, english: str, korean: str | None
) -> None:
    source = replace(examples.mou().document.source, standing=found, basis=basis)
    said = sentence(source)
    assert said["en"] == english
    assert korean in (None, said["ko"])


def test_the_page_says_it_and_warns_of_a_press_text_beside_an_official_one() -> None:
    page = FORMATS["html"].render(standing(OFFICIAL, PRESS)).decode()
    for words in (
        "Official text, from www.mofa.go.kr",
        "공식 문안, www.mofa.go.kr",
        "drop words of intent (“intend to”, “하고자 한다”)",
        "의향을 나타내는 말(“하고자 한다”, “intend to”)",
        "It is compared here with an official text.",
        "여기서는 공식 문안과 비교합니다.",
    ):
        assert words in page


def test_differences_of_force_stay_as_they_are() -> None:
    plain, warned = (
        json.loads(FORMATS["json"].render(one)) for one in (examples.memoranda(), standing(OFFICIAL, PRESS))
    )
    assert plain["differences"] == warned["differences"]


def test_texts_in_their_own_words_carry_no_warning() -> None:
    official = standing(OFFICIAL, ("reprint", "user"))
    assert [caution(official.documents, index) for index in (0, 1)] == [{}, {}]
    assert "drop words of intent" not in FORMATS["html"].render(official).decode()


def test_two_press_texts_are_not_said_to_stand_beside_an_official_one() -> None:
    both = standing(PRESS, PRESS)
    assert "official" not in caution(both.documents, 0)["en"]


def test_the_json_says_it_in_parts() -> None:
    first, second = json.loads(FORMATS["json"].render(standing(OFFICIAL, PRESS)))["documents"]
    assert first["provenance"]["standing"] == "official"
    assert first["provenance"]["basis"] == {
        "kind": "domain",
        "details": [
            "www.mofa.go.kr",
            "Ministry of Foreign Affairs of the Republic of Korea",
            "대한민국 외교부",
        ],
    }
    assert second["provenance"]["basis"]["details"] == ["무단 전재 및 재배포 금지"]
    assert second["provenance"]["says"]["ko"].startswith("언론 보도문")


def test_what_a_page_says_of_itself_cannot_break_out() -> None:
    page = FORMATS["html"].render(standing(OFFICIAL, ("press", "text | <script>alert(1)</script>"))).decode()
    assert "<script>alert(1)" not in page
