"""What a text says of itself as a whole: golden cases, and that every fact stands where it says."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policynlp.extract.facts import facts
from policynlp.extract.facts.days import day_in
from policynlp.extract.facts.words import KINDS
from policynlp.ingest import read_text
from policynlp.records import Clause, Document, Fact, Mention, Source, Span

CASES = tomllib.loads((Path(__file__).parent / "cases" / "facts.toml").read_text("utf8"))["case"]


def document(text: str) -> Document:
    return read_text(text, id="case")


def said(found: tuple[Fact, ...]) -> dict[str, set[str]]:
    """Values by kind, the detail after the value, status words left out."""
    kinds: dict[str, set[str]] = {}
    for fact in found:
        if fact.kind not in KINDS.values():
            kinds.setdefault(fact.kind, set()).add(f"{fact.value} {fact.detail}".strip())
    return kinds


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_text_says_of_itself_what_an_analyst_reads(case) -> None:
    assert said(facts(document(case["text"]))) == {kind: set(v) for kind, v in case["facts"].items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_fact_quotes_the_words_at_its_place(case) -> None:
    read = document(case["text"])
    found = facts(read)
    assert all(read.text[fact.start : fact.end] == fact.text and fact.text for fact in found)
    assert all(0 < fact.confidence <= 1 for fact in found)


@pytest.mark.parametrize(
    ("words", "code", "day"),
    [
        ("this eighth day of December one thousand nine hundred and ninety five", "en", "1995-12-08"),
        ("the twenty-ninth day of April in the year two thousand and eight", "en", "2008-04-29"),
        ("on 24th November, 2006", "en", "2006-11-24"),
        ("this … day of November 1997", "en", "1997-11"),
        ("2013년 10월 12일에 자카르타에서", "ko", "2013-10-12"),
        ("일천구백칠십육년 유월 이십일", "ko", "1976-06-20"),
        ("一九六五年 六月 二十二日", "ko", "1965-06-22"),
        ("단기 4282년(1949년) 6월 29일", "ko", "1949-06-29"),
    ],
)
def test_a_date_is_read_in_figures_and_in_words(words: str, code: str, day: str) -> None:
    found = day_in(words, code)
    assert found is not None
    assert found[0] == day


@pytest.mark.parametrize(
    "words", ["the thirty-ninth day of the month", "2013년 15월 40일", "in the year nine"]
)
def test_what_is_no_date_is_none(words: str) -> None:
    assert day_in(words, "en") is None
    assert day_in(words, "ko") is None


def test_a_status_word_stands_once_with_how_often_it_is_said() -> None:
    text = "The Participants meet. The Participants part."
    clause = Clause("c1", text, 0, len(text), "en")
    mentions = [
        Mention("status", "nonbinding:participants", "The Participants", Span("c1", at, at + 16))
        for at in (0, 23)
    ]
    source = Source("made", "text", "", 0)
    (fact,) = facts(Document("d", "d", "en", text, source), [clause], mentions)
    assert (fact.kind, fact.value, fact.text, fact.start, fact.detail) == (
        "nonbinding_word",
        "participants",
        "The Participants",
        0,
        "2",
    )


@given(
    st.text(alphabet=st.sampled_from("이협정은5년간.\n 유효Done at대한민국정부와 ,()2020월일"), max_size=300)
)
@settings(max_examples=150, deadline=None)
def test_no_text_makes_a_fact_that_it_does_not_hold(text: str) -> None:
    made = Document("d", "d", "ko", text, Source("made", "text", "", 0))
    for fact in facts(made):
        assert text[fact.start : fact.end] == fact.text
        assert fact.text.strip()
