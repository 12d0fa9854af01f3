"""Documents as wholes by their facts: how long they last, how they begin and end, who concludes them."""

from dataclasses import replace

import pytest

from policynlp.comparison import compare
from policynlp.comparison.roles import parties
from policynlp.comparison.stated import spans_of
from policynlp.records import Analysis, Comparison, Difference, Fact, Link
from tests.comparison.making import document

SHORT = "This Agreement shall remain in force for five years. Done on 3 May 2021."
LONG = "이 협정은 10년간 유효하다. 2023년 7월 1일 작성하였다."


def fact(kind: str, value: str, text: str, words: str, confidence: float = 1.0) -> Fact:
    start = text.index(words)
    return Fact(kind, value, words, start, start + len(words), confidence)  # type: ignore[arg-type]


def sides(**changed: float) -> tuple[Analysis, Analysis]:
    """An English and a Korean agreement with their facts; ``date`` is how sure the second date is."""
    first = [
        fact("party", "country.kr", SHORT, "This"),
        fact("date", "2021-05-03", SHORT, "3 May 2021"),
        fact("duration", "P5Y", SHORT, "five years"),
    ]
    second = [
        fact("party", "country.jp", LONG, "이"),
        fact("date", "2023-07-01", LONG, "2023년 7월 1일", changed.get("date", 1.0)),
        fact("duration", "P10Y", LONG, "10년"),
    ]
    return (
        replace(document([SHORT], id="a"), facts=tuple(first)),
        replace(document([LONG], "ko", id="b"), facts=tuple(second)),
    )


def compared(*given: Analysis) -> Comparison:
    return compare(given, [Link((0,), (0,), 1.0)], nearest=[{}, {}], generator={})


def about(comparison: Comparison, words: str) -> list[Difference]:
    return [each for each in comparison.documents_differ if words in each.summary["en"]]


def test_durations_that_differ_are_told_with_their_words_in_both_languages() -> None:
    (difference,) = about(compared(*sides()), "lasts for")
    assert difference.values == ("P5Y", "P10Y")
    assert difference.summary == {
        "en": "The English text lasts for “five years”, the Korean text for “10년”.",
        "ko": "유효기간은 영어본이 ‘five years’, 한국어본이 ‘10년’이다.",
    }
    assert [[(s.clause, s.start, s.end) for s in spans] for spans in difference.spans] == [
        [("c1", 41, 51)],
        [("c1", 6, 9)],
    ]


def test_equal_durations_in_two_languages_are_no_difference() -> None:
    first, second = sides()
    same = tuple(replace(f, value="P5Y") if f.kind == "duration" else f for f in second.facts)
    assert not about(compared(first, replace(second, facts=same)), "lasts for")


def test_a_duration_that_one_text_lacks_is_not_compared() -> None:
    first, second = sides()
    without = tuple(f for f in second.facts if f.kind != "duration")
    assert not about(compared(first, replace(second, facts=without)), "lasts for")


@pytest.mark.parametrize(("confidence", "told"), [(1.0, 1), (0.6, 0)])
def test_a_date_stands_for_a_document_only_where_it_is_sure(confidence: float, told: int) -> None:
    assert len(about(compared(*sides(date=confidence)), "1 July 2023")) == told


def test_parties_come_from_the_facts_unless_the_metadata_state_them() -> None:
    first, _ = sides()
    assert parties(first) == {"country.kr"}
    stated = replace(first.document, metadata={"parties": "country.us, country.uk"})
    assert parties(replace(first, document=stated)) == {"country.us", "country.uk"}


def test_words_that_stand_in_no_clause_have_no_span() -> None:
    first, _ = sides()
    assert spans_of(first, [Fact("title", "T", "T", 5000, 5001)]) == ()
