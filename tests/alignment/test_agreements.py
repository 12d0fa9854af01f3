"""Cases a policy analyst can read."""

import pytest

from policynlp.records import Link

from .cases import ENGLISH, KOREAN, OTHERS
from .conftest import Align


def groups(links: list[Link]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(link.a, link.b) for link in links}


def diagonal(count: int) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {((n,), (n,)) for n in range(count)}


def test_a_translation_is_aligned_clause_by_clause(align: Align) -> None:
    assert groups(align(KOREAN, ENGLISH)) == diagonal(len(ENGLISH))


def test_an_edited_word_keeps_the_link_and_says_why(align: Align) -> None:
    edited = [text.replace("intend to", "shall") for text in ENGLISH]
    found = align(ENGLISH, edited)
    assert groups(found) == diagonal(len(ENGLISH))
    assert all(link.score > 0.9 for link in found)
    assert found[1].signals["letters"] < 1
    assert found[0].signals["letters"] == pytest.approx(1)


@pytest.mark.parametrize("b", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_a_dropped_clause_stays_alone(align: Align, b: list[str]) -> None:
    found = groups(align(ENGLISH, b[:3] + b[4:]))
    assert found == {((n,), (n if n < 3 else n - 1,)) for n in range(len(ENGLISH)) if n != 3}


@pytest.mark.parametrize("b", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_a_moved_clause_is_found_and_is_the_only_one_called_moved(align: Align, b: list[str]) -> None:
    found = align(ENGLISH, [b[8], *b[:8], b[9]])
    assert {link.a: link.b for link in found if link.moved} == {(8,): (0,)}
    assert len(found) == len(ENGLISH)


def test_a_split_clause_is_one_link_of_one_to_two(align: Align) -> None:
    halves = ["This memorandum does not commit funds.", "Activities depend on available resources."]
    found = groups(align(ENGLISH, [*ENGLISH[:8], *halves, ENGLISH[9]]))
    assert ((8,), (8, 9)) in found
    assert len(found) == len(ENGLISH)


def test_merged_clauses_are_one_link_of_two_to_one(align: Align) -> None:
    found = groups(align(KOREAN, [*ENGLISH[:4], f"{ENGLISH[4]} {ENGLISH[5]}", *ENGLISH[6:]]))
    assert ((4, 5), (4,)) in found


def test_clauses_without_a_partner_are_not_forced_together(align: Align) -> None:
    assert align(ENGLISH[6:8], OTHERS) == []


def test_look_alikes_go_to_their_own_partners(align: Align) -> None:
    closing = [
        "This agreement enters into force on the date of the last notification, for five years.",
        "This agreement enters into force on the date of its signature, for ten years.",
        "This annex enters into force on the date of the last notification, for two years.",
    ]
    found = groups(align(closing, [closing[2], closing[0].replace("last", "later"), closing[1]]))
    assert found == {((0,), (1,)), ((1,), (2,)), ((2,), (0,))}


def test_one_unit_against_one(align: Align) -> None:
    assert groups(align(["The Parties shall consult."], ["The Parties will consult."])) == diagonal(1)
