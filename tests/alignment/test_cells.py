"""The sparse table of pairs against plain tables, and long texts against short ones."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from policynlp.alignment import align_units, pair
from policynlp.alignment.cells import FADE, REACH, best_two, cells, dense, every, find, neighbours, rival
from policynlp.alignment.signals import nearest
from policynlp.embed import encoder, windows
from policynlp.records import Unit

from .cases import ENGLISH, KOREAN, OTHERS

TABLES = st.integers(1, 6).flatmap(
    lambda rows: st.integers(1, 6).flatmap(
        lambda columns: arrays(np.float32, (rows, columns), elements=st.floats(0, 1, width=32))
    )
)
QUICK = settings(max_examples=40, deadline=None)


@QUICK
@given(TABLES)
def test_support_is_the_likeliest_pair_that_follows_or_comes_before(table: np.ndarray) -> None:
    after, before = (side.reshape(table.shape) for side in neighbours(every(table.shape), table.ravel()))
    for (row, column), _ in np.ndenumerate(table):
        for found, sign in ((after, 1), (before, -1)):
            near = [
                table[row + sign * down, column + sign * right] * FADE ** (down + right - 2)
                for down in range(1, REACH + 1)
                for right in range(1, REACH + 1)
                if 0 <= row + sign * down < table.shape[0] and 0 <= column + sign * right < table.shape[1]
            ]
            assert found[row, column] == pytest.approx(max([0, *near]), abs=1e-6)


@QUICK
@given(TABLES)
def test_a_rival_is_the_strongest_other_of_the_row_or_column(table: np.ndarray) -> None:
    of = every(table.shape)
    rows, columns = best_two(of, table.ravel(), -1)
    found = rival(table.ravel(), rows, of.rows), rival(table.ravel(), columns, of.columns)
    for number, (row, column) in enumerate(np.ndindex(table.shape)):
        assert found[0][number] == max([-1, *np.delete(table[row], column)])
        assert found[1][number] == max([-1, *np.delete(table[:, column], row)])


def test_pairs_are_found_again_and_the_rest_is_filled() -> None:
    of = cells(np.array([0, 2, 2, 0, 9]), np.array([1, 0, 3, 1, 0]), (3, 4))
    values = np.array([5, 6, 7], np.float32)
    assert find(of, np.array([2, 2, 1]), np.array([3, 1, 0])).tolist() == [2, -1, -1]
    assert dense(of, values, slice(1, 3), slice(0, 4), -1).tolist() == [[-1] * 4, [6, -1, -1, 7]]


def test_the_nearest_are_the_same_in_one_stretch_and_in_many(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = np.random.default_rng(2)
    a, b = (generator.normal(size=(size, 8)).astype(np.float32) for size in (31, 23))
    whole = nearest(a, b, 0)
    monkeypatch.setattr("policynlp.alignment.signals.STRETCH", 50)
    pieces = nearest(a, b, 0)
    for one, two in zip(whole[:2], pieces[:2], strict=True):
        assert one.places.tolist() == two.places.tolist()
        assert one.values == pytest.approx(two.values, abs=1e-5)


@pytest.mark.parametrize("b", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_looking_at_promising_pairs_alone_changes_no_link(
    b: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    use = encoder("use")
    sides = [[*ENGLISH, *OTHERS], [*b[5:], "", *b[:5]]]
    units = [[Unit(text) for text in side] for side in sides]
    vectors = [windows(use, use.features(side), 4) for side in sides]
    whole = [(link.a, link.b) for link in align_units(*units, *vectors)]
    monkeypatch.setattr("policynlp.alignment.pair.EVERY", 0)
    assert [(link.a, link.b) for link in align_units(*units, *vectors)] == whole


def test_the_pairs_looked_at_grow_with_the_units_not_with_their_product() -> None:
    looked_at = []
    for size in (300, 600):
        generator = np.random.default_rng(size)
        vectors = generator.normal(size=(1, size, 64)).astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=2, keepdims=True)
        words = [f"w{at} w{at * 7 % size} w{at * 11 % size}" for at in range(size)]
        units = [Unit(text, "en") for text in words]
        looked_at.append(len(pair.measure(units, units[::-1], vectors, vectors[:, ::-1]).cells))
    assert looked_at[1] < 2.5 * looked_at[0]


def test_a_long_text_with_repeated_lines_against_itself_is_the_diagonal() -> None:
    texts = [line for number in range(60) for line in (f"Article {number}", ENGLISH[number % 10], "1.")]
    use = encoder("use")
    units, vectors = [Unit(text) for text in texts], windows(use, use.features(texts), 2)
    assert len(texts) ** 2 > pair.EVERY
    found = align_units(units, units, vectors, vectors)
    assert [(link.a, link.b) for link in found] == [((n,), (n,)) for n in range(len(texts))]
