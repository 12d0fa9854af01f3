"""Decisions laid over a comparison and counted: nothing is lost without a word."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp import decisions
from policynlp.records import Decision
from tests.report import examples

VERDICTS = st.lists(st.sampled_from(["confirm", "reject", "correct", None]), min_size=14, max_size=14)


def taken(verdicts: Sequence[str | None]) -> list[Decision]:
    """Decisions on the memoranda's first differences."""
    comparison = examples.memoranda()
    return [
        Decision("difference", verdict, about["key"], about["kind"], texts=tuple(map(tuple, about["texts"])))
        for verdict, each in zip(verdicts, comparison.differences, strict=False)
        if verdict and (about := decisions.subject(comparison, each))
    ]


@given(VERDICTS)
def test_every_difference_stands_among_the_others_or_among_the_rejected(verdicts):
    comparison = examples.memoranda()
    made = decisions.replayed(comparison, taken(verdicts))
    assert sorted(each.id for each in (*made.differences, *made.rejected)) == sorted(
        each.id for each in comparison.differences
    )
    assert len(made.rejected) == verdicts.count("reject")
    assert len(made.decided) == len(verdicts) - verdicts.count(None)


def test_without_decisions_a_comparison_stays_as_it_is():
    comparison = examples.memoranda()
    assert decisions.replayed(comparison, []) == comparison


def test_what_is_common_and_what_tells_documents_apart_can_be_rejected_too():
    comparison = examples.memoranda()
    chosen = comparison.common[0], comparison.documents_differ[0]
    made = decisions.replayed(
        comparison,
        [Decision("difference", "reject", decisions.subject(comparison, each)["key"]) for each in chosen],
    )
    assert {each.id for each in made.rejected} == {each.id for each in chosen}
    assert len(made.common) == len(comparison.common) - 1


def test_a_decision_that_meets_nothing_is_stale_or_gone():
    comparison = examples.memoranda()
    known = decisions.subject(comparison, comparison.differences[0])["texts"]
    lost = [
        Decision("difference", "confirm", "k1", texts=(("0" * 16,), ())),
        Decision("difference", "confirm", "k2", texts=tuple(map(tuple, known))),
    ]
    made = decisions.replayed(comparison, lost)
    assert [(each.decision.key, each.outcome) for each in made.decided] == [("k1", "stale"), ("k2", "gone")]


def test_the_last_of_two_decisions_counts():
    made = decisions.replayed(examples.memoranda(), [*taken(["confirm"]), *taken(["reject"])])
    assert [(each.outcome, each.target) for each in made.decided] == [("rejected", "d1")]


def test_precision_is_told_by_kind_with_wilsons_interval():
    found = decisions.judged(taken(["confirm", "confirm", "reject", "correct", "confirm"]))
    rows = {each.kind: (each.confirmed, each.corrected, each.rejected) for each in found}
    assert rows["only_in"] == (1, 0, 1)
    assert list(rows)[-1] == "all"
    assert rows["all"] == (3, 1, 1)
    assert found[-1].precision == 0.6
    # by hand: (p + z²/2n ± z·√(p(1-p)/n + z²/4n²)) / (1 + z²/n) with p = .6, n = 5, z = 1.96
    assert (found[-1].low, found[-1].high) == pytest.approx((0.2307, 0.8824), abs=5e-4)


def test_links_are_counted_apart_and_those_people_added_were_missed():
    links = [Decision("link", "confirm", "a"), Decision("link", "reject", "b"), Decision("link", "confirm")]
    (row,) = decisions.judged(links)
    assert (row.kind, row.decided, row.precision, row.missed, row.recall) == ("link", 2, 0.5, 1, 0.5)


@pytest.mark.parametrize("count", [1, 10, 1000])
def test_an_interval_narrows_with_decisions_and_holds_the_precision(count):
    made = [Decision("difference", "confirm", str(n), "force") for n in range(count)]
    (row, _) = decisions.judged(made)
    assert row.low <= row.precision <= row.high
    assert 1 - row.low == pytest.approx(3.8415 / (count + 3.8415), abs=1e-3)
