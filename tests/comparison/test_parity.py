"""What a check of two language versions finds in single clauses, and where it must stay silent."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policynlp.comparison.parity import check
from policynlp.comparison.parity.numbers import numbers
from policynlp.comparison.parity.sound import likeness
from policynlp.errors import UsageError
from policynlp.pipeline.encoding import loaded_encoder
from policynlp.records import Analysis, Clause, Comparison, Document, Link, Source

CASES = tomllib.loads(Path(__file__).with_name("parity.toml").read_text("utf8"))["case"]


def analysis(language: str, *texts: str) -> Analysis:
    """A text of some clauses in which nothing was read."""
    whole, clauses = "\n".join(texts), []
    for number, text in enumerate(texts, 1):
        start = whole.index(text)
        clauses.append(Clause(f"c{number}", text, start, start + len(text), language))
    source = Source("made", "text", "0" * 64, len(whole))
    return Analysis(Document(f"x.{language}", "x", language, whole, source), tuple(clauses))


def checked(ko: list[str], en: list[str], **options: Any) -> Comparison:
    """Clauses linked one by one; the English text is the original."""
    model = loaded_encoder("use")
    links = [Link((n,), (n,), 1.0) for n in range(min(len(ko), len(en)))]
    return check(
        (analysis("ko", *ko), analysis("en", *en)),
        links,
        vectors=lambda texts: model.vectors(model.features(list(texts))),
        original=options.pop("original", 1),
        **options,
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_an_error_is_found_with_its_words_and_a_right_translation_is_silent(case: dict[str, Any]) -> None:
    found = checked([case["ko"]], [case["en"]]).differences
    assert [d.kind for d in found] == [kind for kind, _, _ in case["found"]]
    for difference, (_, ko, en) in zip(found, case["found"], strict=True):
        assert [ko in difference.values[0], en in difference.values[1]] == [True, True]


def test_evidence_is_the_words_of_the_clause() -> None:
    text = "당사국은 요청이 있는 경우 협의를 개최할 수 있다."
    (found,) = checked([text], ["The Parties shall hold consultations upon request."]).differences
    assert [text[span.start : span.end] for span in found.spans[0]] == ["할 수 있다"]


def test_what_only_the_original_says_was_omitted_and_what_only_the_translation_says_added() -> None:
    ko, en = ["하드웨어, 모델 및 표준"], ["hardware, models, software and standards"]
    kinds = [[d.kind for d in checked(ko, en, original=place).differences] for place in (1, 0)]
    assert kinds == [["omission"], ["addition"]]


def test_a_clause_without_a_counterpart_is_one_omission() -> None:
    ko = ["당사국은 정보를 교환한다."]
    en = [
        "The Parties shall exchange information.",
        "The Parties shall protect migratory birds and their eggs.",
    ]
    (found,) = checked(ko, en).differences
    assert (found.kind, found.link, found.clauses) == ("omission", None, ((), ("c2",)))


def test_messages_come_in_both_languages_with_fitting_particles() -> None:
    (found,) = checked(["칠레와 협력한다."], ["They shall cooperate with Peru."]).differences
    assert found.summary["ko"] == "이름이 다르다: 한국어본은 ‘칠레’, 영어본은 ‘Peru’."
    assert found.summary["en"] == "Another name: the Korean text has “칠레”, the English text “Peru”."


def test_two_texts_in_one_language_are_refused() -> None:
    with pytest.raises(UsageError) as refused:
        check((analysis("ko", "가"), analysis("ko", "나")), [], vectors=lambda texts: None)  # type: ignore[arg-type,return-value]
    assert "x.ko" in refused.value.said("en")


def test_a_higher_bar_finds_no_more() -> None:
    ko, en = ["하드웨어, 모델 및 표준"], ["hardware, models, software and standards"]
    few, many = (checked(ko, en, least=least).differences for least in (0.9, 0.2))
    assert {d.values for d in few} <= {d.values for d in many}


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [("경주", "Gyeongju"), ("막스플랑크", "Max Planck"), ("헬싱키", "Helsinki"), ("아르테미스", "Artemis")],
)
def test_names_sound_alike_in_two_scripts(hangul: str, latin: str) -> None:
    assert likeness(hangul, latin) >= 0.62


@pytest.mark.parametrize(
    ("hangul", "latin"), [("페루", "Mongolia"), ("헬싱키", "Artemis"), ("국립과학재단", "Vector Institute")]
)
def test_other_names_do_not(hangul: str, latin: str) -> None:
    assert likeness(hangul, latin) < 0.62


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 9999))
def test_a_number_is_read_alike_in_both_languages(value: int) -> None:
    own = [numbers(f"{value}일 이내", "ko"), numbers(f"within {value} days", "en")]
    assert [[(n.value, n.unit) for n in side] for side in own] == [[(value, "day")]] * 2
