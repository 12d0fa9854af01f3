"""The parts of the engine against plain oracles."""

from itertools import combinations, pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from policynlp.alignment import nearest
from policynlp.alignment.blocks import blocks, chains, cut
from policynlp.alignment.cells import every
from policynlp.alignment.hints import heading_hints, list_hints, own_hints
from policynlp.alignment.lexical import counts, gram_counts, phrases, terms, unit, weighted, words
from policynlp.alignment.odds import lead
from policynlp.alignment.order import out_of_order
from policynlp.alignment.search import best_path
from policynlp.alignment.signals import Signal
from policynlp.alignment.signals import nearest as nearest_of
from policynlp.records import Unit

SHAPES = [(1, 1), (1, 2), (2, 1)]


def brute_force(gains: dict[tuple[int, int], np.ndarray], row: int, column: int) -> float:
    """Best sum by trying every way."""
    if not row or not column:
        return 0.0
    ways = [brute_force(gains, row - 1, column), brute_force(gains, row, column - 1)]
    for down, right in gains:
        if row >= down and column >= right:
            gain = float(gains[down, right][row - 1, column - 1])
            ways.append(gain + brute_force(gains, row - down, column - right))
    return max(ways)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 4), st.integers(1, 4), st.data())
def test_the_search_finds_the_best_path(height: int, width: int, data: st.DataObject) -> None:
    values = st.floats(-2, 2, width=32)
    gains = data.draw(arrays(np.float32, (len(SHAPES), height, width), elements=values))
    for number, (down, right) in enumerate(SHAPES):
        gains[number, : down - 1] = gains[number, :, : right - 1] = -np.inf
    beads = best_path(SHAPES, gains, np.zeros(height, bool), np.zeros(width, bool))
    best = brute_force(dict(zip(SHAPES, gains, strict=True)), height, width)
    assert sum(bead.gain for bead in beads) == pytest.approx(best, abs=1e-4)


def test_the_search_leaves_taken_units_alone() -> None:
    gains = np.stack([np.ones((3, 3), np.float32), np.full((3, 3), 5, np.float32)])
    beads = best_path([(1, 1), (2, 1)], gains, np.array([False, True, False]), np.zeros(3, bool))
    assert [bead.last[0] for bead in beads] == [0, 2]


@given(st.permutations(range(6)))
def test_the_moved_links_are_the_fewest_whose_removal_leaves_order(order: list[int]) -> None:
    places = list(enumerate(order))
    moved = out_of_order(places, [1] * len(places))
    kept = [second for number, (_, second) in enumerate(places) if number not in moved]
    assert kept == sorted(kept)
    in_order = (
        size
        for size in range(len(order), 0, -1)
        for chosen in combinations(order, size)
        if list(chosen) == sorted(chosen)
    )
    assert len(kept) == next(in_order)


def test_a_heavy_link_is_not_called_moved_for_a_light_one() -> None:
    assert out_of_order([(0, 4), (2, 0)], [2, 5]) == {0}


def test_chains_go_down_and_right_and_hold_every_anchor_once() -> None:
    found = [(0, 5), (1, 6), (2, 7), (5, 0), (6, 1), (9, 9)]
    got = chains(found, dict.fromkeys(found, 1.0))
    assert sorted(cell for chain in got for cell in chain) == found
    for chain in got:
        assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(chain))
    assert [(5, 0), (6, 1), (9, 9)] in got or [(0, 5), (1, 6), (2, 7), (9, 9)] in got


def test_a_long_chain_is_cut_only_between_sure_neighbours() -> None:
    chain = [(n, n) for n in range(200)]
    weights = {cell: 0.99 if cell[0] > 100 else 0.5 for cell in chain}
    pieces = cut(chain, weights)
    assert [cell for piece in pieces for cell in piece] == chain
    assert pieces[1][0] == (102, 102)


def test_a_sure_anchor_is_its_own_even_where_its_chain_is_weak() -> None:
    table = np.full((8, 8), -9, np.float32)
    weighty = [(1, 0), (2, 1), (3, 2), (6, 4), (7, 5)]
    for row, column in (*weighty, (4, 6)):
        table[row, column] = 9
    table[5, 7] = 0  # faint, after the sure one that stands among the rows of the weightier chain
    found = blocks(every((8, 8)), table.ravel())
    assert [block.anchors for block in found] == [weighty, [(4, 6), (5, 7)]]
    assert [block.own for block in found] == [weighty, [(4, 6)]]
    assert found[0].rectangle.right == 6  # up to the sure one


def test_texts_in_the_same_words_have_cosine_one_in_both_languages() -> None:
    texts = [words("제3조 협력한다"), words("shall cooperate (3)"), words("!"), words("제3조  협력한다.")]
    for count in (counts(terms(texts)), gram_counts(terms(texts))):
        rows = unit(weighted(count))
        similarity = (rows @ rows.T).toarray()
        assert similarity[0, 3] == pytest.approx(1, abs=1e-6)
        assert similarity[0, 1] < 0.5
        assert not similarity[2].any()


def phrases_of(*texts: list[str]) -> list[int]:
    """How many phrases each text has."""
    found = phrases(terms(texts))
    return np.bincount(found.texts, minlength=len(texts)).tolist()


def test_phrases_are_the_runs_of_up_to_three_words() -> None:
    assert phrases_of(["shall", "not", "be"], ["협력"], []) == [6, 1, 0]
    same = phrases(terms([["shall", "not", "be"], ["not", "be", "shall", "not"]]))
    shared = set(same.numbers[same.texts == 0]) & set(same.numbers[same.texts == 1])
    assert len(shared) == 5  # shall, not, be, "shall not", "not be"


def test_a_lead_is_kept_over_the_strongest_rival_of_row_and_column() -> None:
    likeness = np.array([[0.9, 0.4], [0.6, 0.1]], np.float32)
    rows, columns, _ = nearest_of(likeness, np.eye(2, dtype=np.float32), 0)
    signal = Signal(likeness.ravel(), rows, columns)
    assert lead(every((2, 2)), signal) == pytest.approx(np.array([0.3, -0.5, -0.3, -0.5]), abs=1e-6)


def test_nearest_gives_each_unit_its_nearest_first() -> None:
    a, b = np.eye(2, 3, dtype=np.float32), np.eye(3, dtype=np.float32)[::-1]
    found = nearest([Unit("x"), Unit("y")], [Unit("p"), Unit("q"), Unit("r")], a, b, count=2)
    assert found[0][0][0] == (2, 1.0)
    assert found[1][0] == [(0, 0.0), (1, 0.0)]
    assert len(found[0]) == 2
    assert len(found[1]) == 3


def test_nearest_of_nothing_is_nothing() -> None:
    empty = np.zeros((0, 3), np.float32)
    assert nearest([], [Unit("p")], empty, np.eye(1, 3, dtype=np.float32)) == ({}, {0: []})


def test_shapes_do_not_repeat() -> None:
    from policynlp.alignment.ground import SHAPES as all_shapes

    assert len(set(all_shapes)) == len(all_shapes)
    assert set(product((1,), range(1, 10))) <= set(all_shapes)


def table(values: np.ndarray, rows: int) -> np.ndarray:
    """Values of all pairs, as a table."""
    return values.reshape(rows, -1)


def test_what_was_read_out_of_the_clauses_speaks_for_and_against_a_pair() -> None:
    a = [Unit("x", keys=("institution:us.nsf",), actions=("fund",)), Unit("y", kind="lead_in")]
    b = [
        Unit("연구", keys=("institution:us.nsf",), actions=("fund",)),
        Unit("협력", keys=("institution:kr.nrf",)),
    ]
    hints = table(own_hints(a, b, every((2, 2))), 2)
    assert hints[0, 0] > 1 > 0 > hints[0, 1]
    assert hints[1, 0] < 0


def test_a_lead_in_prefers_a_lead_in() -> None:
    item, lead_in = Unit("on AI", kind="item"), Unit("다음에 협력한다:", kind="lead_in")
    hints = table(own_hints([lead_in], [item, lead_in], every((1, 2))), 1)
    assert hints[0, 1] > 0 > hints[0, 0]


def test_units_under_corresponding_headings_support_each_other() -> None:
    a = [Unit("x", heading="Quantum"), Unit("y", heading="Quantum"), Unit("z", heading="Space")]
    b = [Unit("양자", heading="양자"), Unit("큐비트", heading="양자"), Unit("달", heading="우주")]
    odds = np.full((3, 3), -4, np.float32)
    odds[0, 0] = odds[2, 2] = 6
    hints = table(heading_hints(a, b, every((3, 3)), odds.ravel()), 3)
    assert hints[1, 1] > 1
    assert hints[1, 2] < 0


def listed(*sizes: int) -> list[Unit]:
    """Lead-ins, each before as many items."""
    out: list[Unit] = []
    for size in sizes:
        lead_in = len(out)
        out += [Unit("on:", kind="lead_in"), *[Unit("x", kind="item", parent=lead_in) for _ in range(size)]]
    return out


def test_of_two_lists_that_answer_the_same_items_the_fuller_wins() -> None:
    odds = np.full((7, 4), -6, np.float32)
    odds[1, 1] = odds[4, 1] = odds[5, 2] = odds[6, 3] = 5
    hints = table(list_hints(listed(2, 3), listed(3), every((7, 4)), odds.ravel()), 7)
    assert hints[1, 1] < -3
    assert not hints[4:].any()


def test_two_halves_of_a_list_are_no_rivals() -> None:
    odds = np.full((6, 5), -10, np.float32)
    odds[1, 1] = odds[2, 2] = odds[3, 3] = odds[5, 4] = 5
    hints = table(list_hints(listed(3, 1), listed(4), every((6, 5)), odds.ravel()), 6)
    assert hints[5, 4] == pytest.approx(0, abs=0.1)


def test_different_areas_speak_against_a_pair_and_an_unspecific_action_does_not() -> None:
    a = [Unit("x", keys=("area:data",)), Unit("y", keys=("place:asia",)), Unit("z", actions=("coordinate",))]
    b = [Unit("p", keys=("area:compute",)), Unit("q", keys=("place:europe",)), Unit("r", actions=("fund",))]
    hints = table(own_hints(a, b, every((3, 3))), 3)
    assert hints[0, 0] < hints[1, 1] < 0
    assert hints[2, 2] == 0


def test_bare_texts_get_no_hints() -> None:
    bare = [Unit("x"), Unit("y")]
    odds, pairs = np.zeros(4, np.float32), every((2, 2))
    assert not own_hints(bare, bare, pairs).any()
    assert not list_hints(bare, bare, pairs, odds).any()
    assert not heading_hints(bare, bare, pairs, odds).any()
