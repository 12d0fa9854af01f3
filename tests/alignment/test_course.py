"""What the sure pairs tell of the units between them: their places, and whether manner is kept."""

import numpy as np
import pytest

from policynlp.alignment.cells import every
from policynlp.alignment.course import course
from policynlp.alignment.manner import agreement, pieces
from policynlp.records import Unit

UNSURE = 0.3


def table(shape: tuple[int, int], sure: list[tuple[int, int]]) -> np.ndarray:
    likely = np.full(shape, UNSURE, np.float32)
    for place in sure:
        likely[place] = 0.9
    return likely.ravel()


def test_in_an_even_gap_every_unit_has_its_place() -> None:
    found = course(every((5, 5)), table((5, 5), [(0, 0), (3, 3)]))
    assert found.places.tolist() == [0, 1, 2, 3, 4]
    assert found.told[1] == pytest.approx(0.9 * 0.8)
    assert found.told[4] > found.told[1]


def test_where_one_side_has_more_no_place_is_told() -> None:
    found = course(every((4, 5)), table((4, 5), [(0, 0), (3, 4)]))
    assert found.places[1:3].tolist() == [-1, -1]
    assert not found.told[1:3].any()


def test_a_pair_of_another_chapter_inside_the_gap_makes_it_no_even_gap() -> None:
    found = course(every((6, 6)), table((6, 6), [(0, 0), (3, 3), (5, 1)]))
    assert found.places[2] == -1


def test_the_fewer_units_are_left_out_the_more_even_the_course() -> None:
    even = [(n, n) for n in range(9)]
    uneven = [(n, n + n // 2) for n in range(9)]
    assert course(every((9, 14)), table((9, 14), even)).even > 2
    assert course(every((9, 14)), table((9, 14), uneven)).even < 1


def test_items_are_pieces_in_both_languages_and_sentences_are_not() -> None:
    english = [Unit("The Parties shall cooperate on:"), Unit("(a) developing standards;"), Unit("3.")]
    korean = [
        Unit("당사국은 다음에 협력한다."),
        Unit("가. 표준의 개발,"),
        Unit("정보를 교환한다", kind="item"),
    ]
    assert pieces(english).tolist() == [-1, 1, 0]
    assert pieces(korean).tolist() == [-1, 1, 1]


def test_manner_counts_only_where_texts_keep_it_and_it_varies() -> None:
    mixed = np.array([-1, 1, 1, -1, 1, -1, -1, 1], np.float32)
    assert agreement(mixed, mixed) > 0.8
    assert agreement(mixed, -mixed) == 0
    assert agreement(np.full(8, -1, np.float32), np.full(8, -1, np.float32)) == 0
