"""Copies are found, sister agreements are not called copies, and a changed word is known for what it is."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policynlp.comparison.copies import CLASSES, Copy, copy_of
from policynlp.comparison.copies.matching import keys, matched
from policynlp.ingest import read_text
from policynlp.pipeline import analyse
from policynlp.records import Analysis, Clause
from policynlp.store.sketch import SIZE, sketch

ENGLISH = (
    "1. The Participants intend to share data on rivers and lakes with each other every month.",
    "2. The Participants will meet once a year in Seoul to review the work done under this Memorandum.",
    "3. The National Science Foundation shall lead the joint research programme on clean water.",
    "4. Either Participant may end this Memorandum by giving 180 days of written notice to the other.",
    "5. This Memorandum does not create any right or obligation under international law.",
    "6. Each Participant will bear its own costs, subject to the availability of funds.",
)
KOREAN = (
    "1. 당사자는 하천과 호수에 관한 자료를 매월 서로 공유하고자 한다.",
    "2. 당사자는 이 양해각서에 따른 사업을 검토하기 위하여 매년 한 차례 서울에서 회의를 개최한다.",
    "3. 과학기술정보통신부는 깨끗한 물에 관한 공동 연구 사업을 주관하여야 한다.",
    "4. 어느 한쪽 당사자는 180일 전에 서면으로 통보하여 이 양해각서를 종료할 수 있다.",
    "5. 이 양해각서는 국제법상 어떠한 권리나 의무도 창설하지 아니한다.",
    "6. 각 당사자는 가용한 재원의 범위에서 자신의 비용을 부담한다.",
)


def read(*clauses: str, id: str = "b", **metadata: str) -> Analysis:
    """An agreement of these numbered clauses, analysed."""
    return analyse(read_text("\n\n".join(clauses), id=id, metadata=metadata))


def changed(clauses: tuple[str, ...], before: str, after: str) -> Copy:
    """What a copy is found to do in which some words were put in others' place."""
    text = "\n\n".join(clauses)
    assert text.count(before) == 1, before
    found = copy_of(read(*clauses, id="a"), analyse(read_text(text.replace(before, after), id="b")))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("intend to share", "shall share", "verb"),
        ("will meet", "may meet", "verb"),
        ("shall lead", "shall support", "verb"),
        ("may end", "may not end", "negation"),
        ("does not create", "creates", "negation"),
        ("180 days", "90 days", "number"),
        ("National Science Foundation", "National Research Foundation of Korea", "name"),
        (", subject to the availability of funds", "", "condition"),
        ("in Seoul", "in Tokyo", "name"),
        ("clean water", "fresh water", "other"),
    ],
)
def test_an_english_copy_is_known_by_the_word_it_changes(before: str, after: str, kind: str) -> None:
    found = changed(ENGLISH, before, after)
    assert dict(found.counts) == {kind: 1}, found.changes
    assert not found.exact


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("공유하고자 한다", "공유하여야 한다", "verb"),
        ("주관하여야 한다", "주관할 수 있다", "verb"),
        ("부담한다", "부담하지 아니한다", "negation"),
        ("창설하지 아니한다", "창설한다", "negation"),
        ("180일", "90일", "number"),
        ("과학기술정보통신부는", "산업통상자원부는", "name"),
        ("가용한 재원의 범위에서 ", "", "condition"),
        ("깨끗한", "맑은", "other"),
        ("사업을 검토하기", "사업을 확대하기", "verb"),
    ],
)
def test_a_korean_copy_is_known_by_the_word_it_changes(before: str, after: str, kind: str) -> None:
    found = changed(KOREAN, before, after)
    assert dict(found.counts) == {kind: 1}, found.changes


def test_changed_words_stand_side_by_side_with_their_spans() -> None:
    found = changed(ENGLISH, "intend to share", "shall share")
    (change,) = found.changes
    assert change.words == ("intend to", "shall")
    assert change.clauses == ("c1", "c1")
    (span,) = change.spans[1]
    assert read(*ENGLISH[:1]).clause("c1").text[span.start :].startswith("intend to")
    assert span.end - span.start == len("shall")


@pytest.mark.parametrize("clauses", [ENGLISH, KOREAN])
def test_the_same_words_are_an_exact_copy_however_they_are_set(clauses: tuple[str, ...]) -> None:
    spaced = tuple(clause.replace(" ", "  ") for clause in clauses)
    found = copy_of(read(*clauses, id="a"), read(*spaced, id="b"))
    assert found is not None
    assert found.exact
    assert (found.of, found.share, dict(found.counts)) == ("a", 1.0, {})


def test_moved_dropped_and_added_clauses_are_no_changed_words() -> None:
    added = "7. The Participants will publish a joint report on what they found in the rivers."
    order = [ENGLISH[n] for n in (3, 0, 1, 2, 5)]
    found = copy_of(read(*ENGLISH, id="a"), read(*order, added, id="b"))
    assert found is not None
    assert dict(found.counts) == {}
    assert (len(found.dropped), len(found.added)) == (1, 1)
    assert found.moved


def test_the_same_clauses_in_another_order_are_no_exact_copy() -> None:
    found = copy_of(read(*KOREAN, id="a"), read(*KOREAN[3:], *KOREAN[:3], id="b"))
    assert found is not None
    assert (found.moved, found.exact, dict(found.counts)) == (True, False, {})


def test_a_clause_cut_in_two_is_still_the_same_clause() -> None:
    halves = ("2. The Participants will meet once a year in Seoul.", "3. They review the work done under it.")
    copy = read(ENGLISH[0], *halves, *ENGLISH[2:], id="b")
    found = copy_of(read(*ENGLISH, id="a"), copy)
    assert found is not None
    assert not found.dropped


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"date": "2024-05-01"}, {"date": "2025-06-02"}),
        ({"서명일자": "1997-10-08"}, {"서명일자": "2001-04-10"}),
        ({"조약번호": "1426"}, {"조약번호": "1557"}),
    ],
)
def test_agreements_of_another_day_or_number_are_no_copies(
    first: dict[str, str], second: dict[str, str]
) -> None:
    assert copy_of(read(*KOREAN, id="a", **first), read(*KOREAN, id="b", **second)) is None
    assert copy_of(read(*KOREAN, id="a", **first), read(*KOREAN, id="b", **first)) is not None
    assert copy_of(read(*KOREAN, id="a", **first), read(*KOREAN, id="b")) is not None


@pytest.mark.parametrize(
    ("clauses", "one", "other"),
    [
        (
            (
                *ENGLISH,
                "7. The ministry of Kenya will name a contact point in Kenya.",
                "8. Kenya may end it on notice.",
            ),
            "Kenya",
            "Mongolia",
        ),
        (
            (
                *KOREAN,
                "7. 케냐는 연락처를 지정하며 케냐 정부가 이를 통보한다.",
                "8. 케냐는 통보로 이를 끝낼 수 있다.",
            ),
            "케냐",
            "몽골",
        ),
    ],
)
def test_sister_agreements_with_other_parties_are_no_copies(
    clauses: tuple[str, ...], one: str, other: str
) -> None:
    sister = tuple(clause.replace(one, other) for clause in clauses)
    assert copy_of(read(*clauses, id="a"), read(*clauses, id="b")) is not None
    assert copy_of(read(*clauses, id="a"), read(*sister, id="b")) is None


def test_texts_of_other_words_or_another_language_or_a_few_words_are_no_copies() -> None:
    other = tuple(
        f"{n}. {text}"
        for n, text in enumerate(
            ("The Parties shall protect patents.", "Customs duties are abolished.", "Goods move freely."), 1
        )
    )
    assert copy_of(read(*ENGLISH, id="a"), read(*ENGLISH[:2], *other, id="b")) is None
    assert copy_of(read(*ENGLISH, id="a"), read(*KOREAN, id="b")) is None
    assert copy_of(read(*ENGLISH[:2], id="a"), read(*ENGLISH[:2], id="b")) is None


def clauses_of(texts: list[str]) -> list[Clause]:
    """Clauses of bare texts."""
    return [Clause(f"c{n}", text, 0, len(text), "en") for n, text in enumerate(texts)]


WORDS = st.lists(st.sampled_from(["data", "shall", "meet", "share", "not", "rivers"]), min_size=1, max_size=8)


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=7), st.lists(WORDS, max_size=7))
def test_every_clause_is_in_one_match_or_alone(first: list[list[str]], second: list[list[str]]) -> None:
    sides = clauses_of([" ".join(one) for one in first]), clauses_of([" ".join(one) for one in second])
    matches, dropped, added = matched(*sides)
    for n, alone in enumerate((dropped, added)):
        placed = [clause.id for match in matches for clause in match.sides[n].clauses]
        assert sorted([*placed, *(clause.id for clause in alone)]) == sorted(one.id for one in sides[n])


@given(st.lists(WORDS, min_size=1, max_size=7))
def test_a_text_matches_itself_clause_by_clause(texts: list[list[str]]) -> None:
    side = clauses_of([" ".join(one) for one in texts])
    matches, dropped, added = matched(side, side)
    assert not dropped
    assert not added
    assert all(keys(match.sides[0]) == keys(match.sides[1]) for match in matches)


def test_the_classes_count_in_their_order() -> None:
    found = changed(ENGLISH, "intend to share", "shall share")
    both = replace(found, changes=(replace(found.changes[0], kind="other"), *found.changes))
    assert list(both.counts) == ["verb", "other"]
    assert set(both.counts) <= set(CLASSES)


@given(st.lists(st.text(max_size=40), max_size=10))
def test_a_sketch_is_sorted_distinct_and_no_longer_than_it_may_be(texts: list[str]) -> None:
    found = sketch(texts)
    assert found == sorted(set(found))
    assert 1 <= len(found) <= SIZE
    assert all(0 <= one < 2**32 for one in found)


def test_sketches_share_as_much_as_the_texts_do() -> None:
    words = [f"word{n}" for n in range(3000)]
    most_words = [*words[:2700], *(f"x{n}" for n in range(300))]
    whole, same, most, none = (
        set(sketch([" ".join(one)])) for one in (words, words, most_words, words[::-1])
    )
    assert whole == same
    assert 0.75 < len(whole & most) / SIZE < 1
    assert not whole & none
