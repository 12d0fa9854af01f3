"""The card of a document: what its text says of itself, each fact one click from its words."""

from dataclasses import replace

from policynlp.records import Clause, Fact
from policynlp.report.stated import clause_at, lines
from tests.report import examples

TEXT = "Memorandum on AI\nThe Parties agree.\nSigned at Seoul on 3 May 2021 for five years."
CLAUSES = (Clause("c1", TEXT[17:35], 17, 35, "en"), Clause("c2", TEXT[36:], 36, len(TEXT), "en"))
TARGETS = {"c1": "mou/1", "c2": "mou/2"}


def made(*facts: Fact):
    analysis = examples.analysis("mou", "Memorandum on AI", [], {}, "en")
    document = replace(analysis.document, text=TEXT, blocks=())
    return replace(analysis, document=document, clauses=CLAUSES, facts=facts)


def fact(kind: str, value: str, words: str, detail: str = "") -> Fact:
    start = TEXT.index(words)
    return Fact(kind, value, words, start, start + len(words), 1.0, detail)  # type: ignore[arg-type]


def test_a_fact_links_to_the_clause_that_holds_its_words_and_a_title_to_the_heading() -> None:
    read = lines(
        made(fact("title", "Memorandum on AI", "Memorandum on AI"), fact("place", "Seoul", "Seoul")),
        TARGETS,
        "head-0",
    )
    assert [(line.key, line.read[0].target) for line in read] == [
        ("fact.title", "head-0"),
        ("fact.place", "mou/2"),
    ]


def test_codes_are_told_in_words_of_both_languages() -> None:
    (duration,) = lines(made(fact("duration", "P5Y", "five years", "renewal")), TARGETS, "head-0")
    assert duration.read[0].value == {"en": "5 years, renewal", "ko": "5년, 연장"}
    (entry,) = lines(made(fact("entry_into_effect", "signature+P30D", "Signed")), TARGETS, "head-0")
    assert entry.read[0].value == {"en": "on signature, 30 days", "ko": "서명으로, 30일"}
    (place,) = lines(made(fact("place", "Seoul", "Seoul")), TARGETS, "head-0")
    assert place.read[0].value == {"en": "Seoul", "ko": "서울"}


def test_facts_of_a_kind_stand_in_one_line() -> None:
    words = [fact("treaty_word", "parties", "The Parties", "4"), fact("treaty_word", "agree", "agree", "1")]
    (line,) = lines(made(*words), TARGETS, "head-0")
    assert [(read.words, read.value.get("en")) for read in line.read] == [
        ("The Parties", "×4"),
        ("agree", None),
    ]


def test_words_after_the_last_clause_lead_to_it() -> None:
    assert clause_at(Fact("date", "2021", "x", 500, 501), CLAUSES) is CLAUSES[-1]
    assert clause_at(Fact("title", "x", "x", 0, 1), CLAUSES) is None
