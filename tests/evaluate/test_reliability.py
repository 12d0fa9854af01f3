"""Whether probabilities mean what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.evaluate.reliability import brier, reliability

VERDICTS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=40)


def test_each_verdict_is_in_the_bin_of_its_probability() -> None:
    low, high = reliability([(0.2, False), (0.4, True), (0.5, True), (1.0, True)], (0.0, 0.5, 1.0))
    assert (low.count, low.said, low.right) == (2, pytest.approx(0.3), 0.5)
    assert (high.count, high.said, high.right) == (2, 0.75, 1.0)


def test_a_bin_without_verdicts_is_left_out() -> None:
    assert [one.low for one in reliability([(0.9, True)], (0.0, 0.5, 1.0))] == [0.5]


def test_certainty_costs_most_where_it_is_wrong() -> None:
    assert brier([(1.0, True)]) == 0
    assert brier([(1.0, False)]) == 1
    assert brier([(0.5, False), (0.5, True)]) == 0.25
    assert brier([]) == 0


@given(VERDICTS)
def test_no_verdict_is_lost_or_counted_twice(verdicts: list[tuple[float, bool]]) -> None:
    bins = reliability(verdicts, (0.0, 0.3, 0.6, 1.0))
    assert sum(one.count for one in bins) == len(verdicts)
    assert 0 <= brier(verdicts) <= 1
