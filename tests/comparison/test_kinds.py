"""Every kind of difference inside a link: where it fires, on which words, and where it must not."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from policynlp.comparison import DIFFERENCE_KINDS
from policynlp.comparison.kinds import ORDER, ordered
from tests.comparison.making import found, linked, words

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text("utf8"))["case"]
OF_LINKS = frozenset(code for code, kind in DIFFERENCE_KINDS.items() if kind.within) - {
    "area",
    "moved",
    "split",
    "merged",
}


def name(case: dict[str, Any]) -> str:
    return (
        f"{case['kind']}-{case['language']}-{'fires' if 'words' in case else 'is silent'}: {case['a'][:40]}"
    )


@pytest.mark.parametrize("case", [c for c in CASES if "words" in c], ids=name)
def test_a_kind_fires_on_the_words_that_show_it(case: dict[str, Any]) -> None:
    comparison = linked([case["a"]], [case["b"]], case["language"])
    differences = found(comparison, case["kind"])
    assert [words(comparison, d) for d in differences] == [tuple(case["words"])]
    assert differences[0].direction == case.get("direction", differences[0].direction)
    assert differences[0].clauses == (("c1",), ("c1",))


@pytest.mark.parametrize("case", [c for c in CASES if "words" not in c], ids=name)
def test_a_kind_is_silent_where_nothing_of_it_differs(case: dict[str, Any]) -> None:
    assert found(linked([case["a"]], [case["b"]], case["language"]), case["kind"]) == []


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("kind", sorted(OF_LINKS))
def test_each_kind_has_a_case_for_and_a_case_against(kind: str, language: str) -> None:
    cases = [c for c in CASES if c["kind"] == kind and c["language"] == language]
    assert {"words" in c for c in cases} == {True, False}


def test_the_order_names_every_kind_once() -> None:
    assert sorted(ORDER) == sorted(DIFFERENCE_KINDS)
    assert ordered() == ORDER


@pytest.mark.parametrize("case", [c for c in CASES if "words" in c], ids=name)
def test_a_sentence_in_each_language_quotes_the_words(case: dict[str, Any]) -> None:
    comparison = linked([case["a"]], [case["b"]], case["language"])
    (difference,) = found(comparison, case["kind"])
    for language in ("en", "ko"):
        for quoted in (w for w in case["words"] if w):
            assert quoted in difference.summary[language]
        assert "{" not in difference.summary[language]
        assert "(는)" not in difference.summary[language]


def test_kinds_add_up_on_one_clause() -> None:
    comparison = linked(
        ["The Parties shall promote research through the National Science Foundation."],
        ["The Parties may explore research through the Japan Science and Technology Agency."],
    )
    kinds = {d.kind for d in comparison.differences if d.material}
    assert kinds == {"force", "action", "institution"}
    assert len({d.spans for d in comparison.differences}) == 3


def test_a_renamed_body_is_no_difference() -> None:
    from policynlp.comparison import compare
    from policynlp.records import Link
    from tests.comparison.making import document, mention

    texts = "Work is done with the Ministry of Science and ICT.", "Work is done with the MSIT."
    a = document(
        [texts[0]],
        mentions=[mention("institution", "kr.msit", "c1", texts[0], "Ministry of Science and ICT")],
    )
    b = document([texts[1]], mentions=[mention("institution", "kr.msit", "c1", texts[1], "MSIT")])
    assert found(compare((a, b), [Link((0,), (0,), 1.0)]), "institution") == []


def test_half_a_year_and_180_days_are_called_nearly_the_same() -> None:
    from policynlp.comparison import compare
    from policynlp.records import Link
    from tests.comparison.making import document, mention

    texts = "Either side may end it on 180 days notice.", "Either side may end it on six months notice."
    a = document(
        [texts[0]], mentions=[mention("quantity", "P180D", "c1", texts[0], "180 days", type="duration")]
    )
    b = document(
        [texts[1]], mentions=[mention("quantity", "P6M", "c1", texts[1], "six months", type="duration")]
    )
    (difference,) = found(compare((a, b), [Link((0,), (0,), 1.0)]), "quantity")
    assert "nearly the same" in difference.summary["en"]
    assert "거의 같다" in difference.summary["ko"]
    assert difference.weight < DIFFERENCE_KINDS["quantity"].weight
