"""Links as people decided: broken, kept, joined; no clause in two, and every decision accounted for."""

from hypothesis import given
from hypothesis import strategies as st

from policynlp.comparison import compare
from policynlp.decisions import relinked
from policynlp.decisions.keys import link_key, text_key
from policynlp.decisions.links import Pair
from policynlp.records import Analysis, Decision, Link, Verdict
from tests.comparison.making import document

FIRST = ("Data are to be shared.", "Energy is to be saved.", "Courts are to be open.")
SECOND = ("The sharing of data is wanted.", "Saving of energy is wanted.", "Open courts are wanted.")
SIDES = document(FIRST, id="a"), document(SECOND, id="b")
STRAIGHT = [Link((n,), (n,), 0.9) for n in range(3)]


def decision(
    verdict: Verdict, first: str, second: str, corrected: str = "", sides: tuple[Analysis, ...] = SIDES
) -> Decision:
    """A decision on the link between two clauses, with the hashes of their texts."""
    ids = (tuple(first.split()), tuple(second.split()))
    texts = tuple(
        tuple(text_key(side.clause(id).text) for id in own) for side, own in zip(sides, ids, strict=True)
    )
    return Decision("link", verdict, link_key(texts), "", ids, texts, corrected=corrected)


def pairs(links: tuple[Link, ...]) -> list[Pair]:
    return [(link.a, link.b) for link in links]


def test_a_rejected_link_is_broken():
    made = relinked(SIDES, STRAIGHT, [decision("reject", "c2", "c2")])
    assert pairs(made.links) == [((0,), (0,)), ((2,), (2,))]
    assert [each.outcome for each, _ in made.decided] == ["unlinked"]


def test_a_corrected_link_goes_to_the_clauses_that_a_person_names():
    made = relinked(SIDES, STRAIGHT, [decision("correct", "c2", "c2", "c2 = c2 c3")])
    assert pairs(made.links) == [((0,), (0,)), ((1,), (1, 2))]
    assert [each.outcome for each, _ in made.decided] == ["linked"]


def test_a_link_that_a_person_adds_by_ids_alone_is_kept():
    made = relinked(SIDES, STRAIGHT[:1], [Decision("link", "confirm", clauses=(("c3",), ("c2",)))])
    assert pairs(made.links) == [((0,), (0,)), ((2,), (1,))]


def test_what_a_person_gives_by_ids_outlives_renumbering_once_it_was_applied():
    wanted = [
        decision("correct", "c2", "c2", "c2 = c3"),
        Decision("link", "confirm", clauses=(("c3",), ("c2",))),
    ]
    fixed = [each.decision for each, _ in relinked(SIDES, STRAIGHT, wanted).decided]
    later = document(["A new beginning.", *FIRST], id="a")
    made = relinked((later, SIDES[1]), [Link((n + 1,), (n,), 0.9) for n in range(3)], fixed)
    assert pairs(made.links) == [((1,), (0,)), ((2,), (2,)), ((3,), (1,))]


def test_a_confirmed_link_is_kept_where_the_aligner_lost_it():
    made = relinked(SIDES, STRAIGHT[:1], [decision("confirm", "c2", "c2")])
    assert pairs(made.links) == [((0,), (0,)), ((1,), (1,))]
    assert made.links[1].signals == {"decided": 1.0}
    assert [each.outcome for each, _ in made.decided] == ["linked"]


def test_a_link_that_leaves_the_order_is_moved():
    made = relinked(SIDES, STRAIGHT[:2], [Decision("link", "confirm", clauses=(("c3",), ("c1",)))])
    assert [(link.a, link.b, link.moved) for link in made.links] == [((1,), (1,), False), ((2,), (0,), True)]


def test_decisions_follow_texts_that_have_moved_and_hold_from_the_other_side():
    later = document(["A new beginning.", *FIRST], id="a")
    links = [Link((n + 1,), (n,), 0.9) for n in range(3)]
    assert pairs(relinked((later, SIDES[1]), links, [decision("reject", "c2", "c2")]).links) == [
        ((1,), (0,)), ((3,), (2,)),
    ]  # fmt: skip
    turned = relinked(SIDES[::-1], STRAIGHT, [decision("reject", "c2", "c2")])
    assert pairs(turned.links) == [((0,), (0,)), ((2,), (2,))]


def test_a_decision_on_a_text_that_has_changed_is_stale_and_one_on_a_link_that_is_not_there_is_gone():
    changed = document([FIRST[0], "Energy is to be spared.", FIRST[2]], id="a")
    made = relinked(
        (changed, SIDES[1]), STRAIGHT, [decision("reject", "c2", "c2"), decision("confirm", "c2", "c2")]
    )
    assert pairs(made.links) == pairs(tuple(STRAIGHT))
    assert [each.outcome for each, _ in made.decided] == ["stale"]  # the last of two on one link counts
    made = relinked(SIDES, STRAIGHT, [decision("reject", "c1", "c3")])
    assert [each.outcome for each, _ in made.decided] == ["gone"]


def test_ids_that_no_document_has_are_stale():
    made = relinked(SIDES, STRAIGHT, [Decision("link", "confirm", clauses=(("c9",), ("c1",)))])
    assert pairs(made.links) == pairs(tuple(STRAIGHT))
    assert [each.outcome for each, _ in made.decided] == ["stale"]


def test_what_was_decided_has_the_last_word_over_the_review_of_links():
    comparison = compare(
        SIDES,
        STRAIGHT,
        nearest=[{}, {}],
        decisions=[decision("correct", "c1", "c1", "c1 = c3"), decision("reject", "c3", "c3")],
    )
    assert [link.clauses for link in comparison.links] == [(("c1",), ("c3",)), (("c2",), ("c2",))]
    assert {each.clauses for each in comparison.differences if each.kind == "only_in"} == {
        (("c3",), ()), ((), ("c1",)),
    }  # fmt: skip
    assert [(each.outcome, each.target) for each in comparison.decided] == [
        ("linked", "l1"),
        ("unlinked", ""),
    ]


def test_of_two_decisions_that_want_one_clause_the_later_counts():
    made = relinked(SIDES, [], [decision("confirm", "c1", "c1"), decision("confirm", "c1", "c2")])
    assert pairs(made.links) == [((0,), (1,))]
    assert [each.outcome for each, _ in made.decided] == ["overruled", "linked"]


@given(st.data())
def test_no_clause_is_ever_in_two_links(data):
    ids = st.sampled_from(["c1", "c2", "c3", "c1 c2", "c2 c3"])
    verdicts = st.sampled_from(["confirm", "reject", "correct"])
    made = data.draw(
        st.lists(st.builds(decision, verdicts, ids, ids, st.sampled_from(["", "c1 = c3", "c2 c3 = c1"])))
    )
    found = relinked(SIDES, STRAIGHT, made)
    for side in (0, 1):
        places = [place for pair in pairs(found.links) for place in pair[side]]
        assert len(places) == len(set(places))
    assert len(found.decided) == len({each.key for each in made})
