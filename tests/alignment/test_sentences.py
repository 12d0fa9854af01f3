"""How many sentences a unit holds, and what that says of joined lines."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from policynlp.alignment.sentences import agreement, counts
from policynlp.records import Unit


def count(text: str) -> int:
    return int(counts([Unit(text)])[0])


def test_sentences_are_counted_alike_in_both_languages() -> None:
    assert count("The Committee meets yearly. It reports to the Ministers.") == 2
    assert count("위원회는 매년 회의를 연다. 위원회는 장관에게 보고한다.") == 2
    assert count("委员会每年开会。委员会向部长报告。") == 2


def test_no_sentence_ends_after_initials_numbers_or_inside_quotations_that_go_on() -> None:
    assert count("The U.S. Department of Energy spends $2.5 billion with J. Smith.") == 1
    assert count("그는 “시도해 왔다.”며 우려를 표했다.") == 1
    assert count('"It is done." He left.') == 2


def test_a_list_in_one_unit_counts_as_its_lines_would() -> None:
    lines = ["The Parties cooperate on:", "(a) open data;", "(b) quantum research; and", "(c) trusted chips."]
    assert count(" ".join(lines)) == sum(map(count, lines)) == 4


def test_agreement_is_the_share_of_equal_counts_less_where_few_are_known() -> None:
    assert agreement(np.array([1.0, 2.0, 1.0]), np.array([1.0, 2.0, 2.0])) == 0.5
    assert agreement(np.array([]), np.array([])) == 0


@given(st.text())
def test_every_unit_holds_at_least_one_sentence(text: str) -> None:
    assert count(text) >= 1
