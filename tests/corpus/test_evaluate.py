"""The measurements themselves, on records small enough to count by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.evaluate.commitments import match, score_commitments
from policynlp.evaluate.gold import GoldClause, GoldCommitment, GoldLinks
from policynlp.evaluate.keys import Resolution, resolve
from policynlp.evaluate.links import score_links
from policynlp.evaluate.mentions import score_mentions
from policynlp.evaluate.metrics import Score, of_sets, total
from policynlp.evaluate.parallel import score_parallel
from policynlp.records import Commitment, Comparison

from .records import analysis, clause, difference, link, mention

LABELS = (
    GoldClause(key="I.0", starts="The Participants intend"),
    GoldClause(key="I.a", starts="developing frameworks"),
    GoldClause(key="II.0", starts="The Participants intend"),
    GoldClause(key="II.a", starts="space"),
)


def test_f1_of_one_right_one_wrong_one_missed_is_a_half() -> None:
    assert of_sets({"a", "b"}, {"a", "c"}) == Score(right=1, found=2, gold=2)
    assert of_sets({"a", "b"}, {"a", "c"}).f1 == 0.5


def test_what_may_be_found_is_neither_asked_for_nor_counted_against() -> None:
    assert of_sets({"a", "maybe"}, {"a"}, {"maybe"}).f1 == 1.0
    assert of_sets({"a"}, {"a"}, {"maybe"}).f1 == 1.0


def test_nothing_to_find_and_nothing_found_is_perfect() -> None:
    assert of_sets(set(), set()) == Score(0, 0, 0)
    assert (Score(0, 0, 0).precision, Score(0, 0, 0).recall, Score(0, 0, 0).f1) == (1.0, 1.0, 1.0)


@given(st.lists(st.tuples(*[st.sets(st.integers(0, 9))] * 2), max_size=5))
def test_counts_add_up_and_ratios_stay_between_0_and_1(sets: list[tuple[set[int], set[int]]]) -> None:
    scores = [of_sets(found, gold) for found, gold in sets]
    whole = total(scores)
    assert whole.right == sum(score.right for score in scores)
    assert all(0 <= value <= 1 for value in (whole.precision, whole.recall, whole.f1))


@given(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_swapping_found_and_gold_swaps_precision_and_recall(a: set[int], b: set[int]) -> None:
    one, other = of_sets(a, b), of_sets(b, a)
    assert (one.precision, one.recall, one.f1) == (other.recall, other.precision, other.f1)


def test_order_tells_apart_clauses_that_begin_alike() -> None:
    texts = ("The Participants intend to", "developing frameworks;", "The participants intend  to", "space")
    found = resolve(LABELS, [clause(f"c{n}", text) for n, text in enumerate(texts)])
    assert found.clauses == {"I.0": "c0", "I.a": "c1", "II.0": "c2", "II.a": "c3"}
    assert found.score.f1 == 1.0


def test_a_clause_that_was_cut_wrong_is_missing_and_the_rest_is_found() -> None:
    texts = ("The Participants intend to", "(a) developing frameworks", "The Participants intend", "space")
    found = resolve(LABELS, [clause(f"c{n}", text) for n, text in enumerate(texts)])
    assert found.missing == ("I.a",)
    assert found.extra == ("c1",)
    assert found.score == Score(right=3, found=4, gold=4)


def sides(*keys: str) -> Resolution:
    return Resolution(clauses={key: f"c{key}" for key in keys}, missing=(), extra=())


def test_a_two_to_one_link_is_two_pairs() -> None:
    gold = GoldLinks(documents=(), links=((("a", "b"), ("x",)),))
    whole, half = link(("ca", "cb"), ("cx",)), link(("ca",), ("cx",))
    both = (sides("a", "b"), sides("x"))
    assert score_links([whole], gold, both).f1 == 1.0
    assert score_links([half], gold, both) == Score(right=1, found=1, gold=2)


def test_a_link_on_a_clause_without_a_key_is_wrong() -> None:
    gold = GoldLinks(documents=(), links=((("a",), ("x",)),))
    found = score_links([link(("ca",), ("cx",)), link(("c99",), ("cx",))], gold, (sides("a"), sides("x")))
    assert found == Score(right=1, found=2, gold=1)


def test_an_acceptable_link_changes_no_score() -> None:
    gold = GoldLinks(documents=(), links=((("a",), ("x",)),), acceptable=((("b",), ("y",)),))
    both = (sides("a", "b"), sides("x", "y"))
    assert score_links([link(("ca",), ("cx",)), link(("cb",), ("cy",))], gold, both).f1 == 1.0


CHAMPION = GoldCommitment(force=(4,), action=("advocate",), phase=("promote",), object=("frameworks",))
SUPPORT = GoldCommitment(force=(4,), action=("support",), phase=("promote", ""), object=("adoption",))


def test_two_commitments_of_a_clause_are_matched_by_what_they_say_not_by_order() -> None:
    support = Commitment(clause="ca", force=4, action="support", object="the adoption of AI")
    champion = Commitment(clause="ca", force=4, action="advocate", phase="promote", object="AI frameworks")
    assert match((CHAMPION, SUPPORT), (support, champion)) == ((CHAMPION, champion), (SUPPORT, support))


def test_an_axis_is_right_where_the_value_is_one_of_the_accepted() -> None:
    labels = [GoldClause(key="a", starts="", commitments=(CHAMPION, SUPPORT))]
    found = [
        Commitment(clause="ca", force=3, action="advocate", phase="promote", object="frameworks"),
        Commitment(clause="ca", force=4, action="support", phase="promote", object="AI"),
    ]
    scores = score_commitments(labels, found, sides("a"))
    assert scores["found"].f1 == 1.0
    assert scores["force"] == Score(right=1, found=2, gold=2)
    assert scores["action"].f1 == scores["phase"].f1 == 1.0
    assert scores["object"] == Score(right=1, found=2, gold=2)
    assert scores["actor"] == Score(0, 0, 0)


def test_a_missed_commitment_is_lost_on_every_axis_and_an_invented_one_lowers_precision() -> None:
    labels = [
        GoldClause(key="a", starts="", commitments=(CHAMPION,)),
        GoldClause(key="b", starts=""),
    ]
    found = [Commitment(clause="cb", force=6, action="fund")]
    scores = score_commitments(labels, found, sides("a", "b"))
    assert scores["found"] == Score(right=0, found=1, gold=1)
    assert scores["force"] == Score(right=0, found=0, gold=1)


@pytest.mark.parametrize("second", [True, False])
def test_an_optional_second_reading_neither_helps_nor_harms(second: bool) -> None:
    denied = GoldCommitment(polarity="denied")
    optional = GoldCommitment(polarity="denied", object=("right",), optional=True)
    labels = [GoldClause(key="a", starts="", commitments=(denied, optional))]
    one = Commitment(clause="ca", force=0, action="other", polarity="denied")
    two = Commitment(clause="ca", force=0, action="other", polarity="denied", object="any right")
    scores = score_commitments(labels, [one, two] if second else [two], sides("a"))
    assert scores["found"].f1 == scores["polarity"].f1 == 1.0
    assert scores["object"] == Score(0, 0, 0)


def test_an_action_that_only_serves_another_is_not_counted() -> None:
    labels = [GoldClause(key="a", starts="", commitments=(CHAMPION,))]
    main = Commitment(clause="ca", force=4, action="advocate", phase="promote", object="frameworks")
    aim = Commitment(clause="ca", force=4, action="support", object="growth", purpose=True)
    assert score_commitments(labels, [aim, main], sides("a"))["found"].f1 == 1.0


def test_mentions_count_once_a_clause_and_only_where_labelled() -> None:
    labels = [GoldClause(key="a", starts="", mentions={"areas": ("quantum",)}, also={"areas": ("research",)})]
    found = [
        mention("area", "quantum", "ca"),
        mention("area", "quantum", "ca"),
        mention("area", "research", "ca"),
        mention("area", "space", "ca"),
        mention("institution", "us.nsf", "ca"),
        mention("area", "space", "c99"),
        mention("place", "country.kr", "ca"),
        mention("place", "asia", "ca"),
    ]
    assert score_mentions("places", labels, found, sides("a")) == Score(right=0, found=1, gold=0)
    assert score_mentions("areas", labels, found, sides("a")) == Score(right=1, found=2, gold=1)
    assert score_mentions("institutions", labels, found, sides("a")) == Score(right=0, found=1, gold=0)


def test_two_languages_of_one_text_lose_a_clause_for_each_wrong_link_and_false_alarm() -> None:
    korean = analysis("mou.ko", "가", "나", "다", "라")
    english = analysis("mou.en", "a", "b", "c", "d")
    links = (link(("c1",), ("c1",)), link(("c2",), ("c2",)), link(("c3",), ("c4",)), link(("c4",), ("c3",)))
    alarm = difference("d1", "action", (("c2",), ("c2",)))
    found = Comparison(documents=(korean, english), links=links, differences=(alarm,))
    assert score_parallel(found) == Score(right=1, found=4, gold=4)
