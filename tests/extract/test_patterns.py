"""The machinery under the tables: anchors, numbers, names, and what every table entry must be."""

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.extract.anchors import required
from policynlp.extract.grammar import Grammar
from policynlp.extract.loanwords import spelled_alike
from policynlp.extract.names import Names, english
from policynlp.extract.numbers import parse, plain
from policynlp.extract.patterns import Phrases, fragment, grouped, lowered
from policynlp.languages import LANGUAGES, table

grammar = cache(Grammar)
"""The grammar of a language, compiled once: it keeps nothing of the texts that it read."""
TABLES = [(code, name) for code in LANGUAGES for name in ("areas", "conditions", "places", "status")]


@pytest.mark.parametrize(
    ("source", "anchors"),
    [
        ("supply chains?", {"supply"}),
        ("(?:공급망|가치 ?사슬)", {"공급망", "가치"}),
        ("(?:very )?long words?", {"long", "word"} - {"word"}),
        ("[ab]|de", None),
        ("(?P<day>[1-9])(?: ?days|일)(?i:Notice)?", {"days", "일"}),
        ("ab{0,2}cd", {"cd"}),
        ("(?<!no )energy(?! agency)", {"energy"}),
        ("x(?:ab|cd)+", {"ab", "cd"}),
    ],
)
def test_anchors_are_letters_that_every_match_contains(source: str, anchors: set[str] | None) -> None:
    found = required(source)
    assert (set(found) if found is not None else None) == anchors or (
        found is not None and anchors is not None and found <= {"long", "word"}
    )


def test_an_unbalanced_expression_is_refused() -> None:
    with pytest.raises(ValueError, match="unbalanced"):
        required("a)b")


@pytest.mark.parametrize(("code", "name"), TABLES)
def test_table_entries_compile_and_capture_nothing(code: str, name: str) -> None:
    for value, sources in table(code, name)["phrases"].items():
        for source in sources:
            assert re.compile(fragment(source, code)).groups == 0, f"{code}/{name}: {value}"


@pytest.mark.parametrize("name", ["areas", "conditions", "places", "status"])
def test_both_languages_have_the_same_main_values(name: str) -> None:
    english_values, korean_values = (set(table(code, name)["phrases"]) for code in ("en", "ko"))
    assert english_values ^ korean_values <= {
        *("americas", "caribbean", "euro-mediterranean", "gulf", "global-south"),
        *("nonbinding:signed-at", "treaty:shall"),
    }


def test_every_area_has_names_definitions_and_words_in_both_languages() -> None:
    areas = table("shared", "areas")["area"]
    assert all(row[code] and row["definition"][code] for row in areas.values() for code in LANGUAGES)
    assert all(set(table(code, "areas")["phrases"]) == set(areas) for code in LANGUAGES)


@given(st.integers(min_value=1, max_value=10**15))
def test_korean_figures_with_units_read_as_the_number_they_write(number: int) -> None:
    written, rest = "", number
    for unit, size in (("조", 10**12), ("억", 10**8), ("만", 10**4)):
        if rest >= size:
            written, rest = f"{written}{rest // size}{unit} ", rest % size
    written = f"{written}{rest}" if rest else written.strip()
    assert parse(written, table("ko", "quantities")) == number


@pytest.mark.parametrize(
    ("words", "code", "value"),
    [
        ("one hundred and eighty", "en", 180), ("twenty-five", "en", 25), ("3,700", "en", 3700), ("1.5",
        "en", "1.5"), ("삼십", "ko", 30),
        ("일백이십만", "ko", 1200000), ("1조 2000억", "ko", 1200000000000),
        ("세", "ko", 3),
    ],
)  # fmt: skip
def test_numbers_in_words_and_figures(words: str, code: str, value: object) -> None:
    assert parse(words, table(code, "quantities")) == Decimal(str(value))


def test_a_word_that_is_no_number_is_not_read_as_one() -> None:
    assert parse("many", table("en", "quantities")) is None


@given(st.decimals(min_value=0, max_value=10**12, places=3))
def test_plain_numbers_have_no_exponent_and_keep_their_value(number: Decimal) -> None:
    assert "E" not in plain(number)
    assert Decimal(plain(number)) == number


@given(st.text(max_size=80))
def test_small_letters_keep_every_character_at_its_place(text: str) -> None:
    assert len(lowered(text)) == len(text)


@given(
    st.text(
        alphabet="0123456789조억만천백십년월일개월이내까지 달러유로원엔%~.,()가나다the of days by USD€$",
        max_size=60,
    )
)
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_grammar_never_fails_and_never_reads_a_character_twice(code: str, text: str) -> None:
    found = grammar(code).read(text)
    assert all(one.start < one.end for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("korean", "foreign", "alike"),
    [
        ("프레임워크", "framework", True), ("인프라", "infrastructure", True), ("플랫폼", "platform", True),
        ("파이프라인", "pipeline", True), ("컴퓨팅", "compute", True), ("공급망", "chain", False),
        ("주권", "sovereignty", False), ("인재", "talent", False),
    ],
)  # fmt: skip
def test_loanwords_are_told_from_translations_by_sound(korean: str, foreign: str, alike: bool) -> None:
    assert spelled_alike(korean, foreign) is alike


def test_of_overlapping_names_the_longest_counts() -> None:
    names = Names(
        [
            (name, name, english(name, exact=False))
            for name in ("Science Foundation", "National Science Foundation")
        ]
    )
    assert [hit.key for hit in names.find("the NATIONAL SCIENCE FOUNDATION and a science foundation")] == [
        "National Science Foundation",
        "Science Foundation",
    ]


def test_phrases_take_hyphens_and_line_breaks_for_spaces() -> None:
    phrases = Phrases(grouped({"supply-chains": ["supply chains?"]}, "en"))
    assert [hit.start for hit in phrases.find("supply-chain, supply\nchains, supplychain")] == [0, 14]
