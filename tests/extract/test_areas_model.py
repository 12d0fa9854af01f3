"""The trained area classifier: its file, its arithmetic, and that it only speaks when it is sure."""

from pathlib import Path

import numpy as np
import pytest

from policynlp.errors import PolicyNLPError
from policynlp.extract.areas_model import AREAS, NONE, AreaModel, load, softmax

FOLDER = Path(__file__).parents[2] / "models" / "areas"


def tiny(threshold: float) -> AreaModel:
    """A model of two areas and none over two dimensions."""
    weights = np.array([[4.0, 0.0, 0.0], [0.0, 4.0, 0.0]], dtype=np.float32)
    return AreaModel(("quantum", "trade", NONE), weights, np.zeros(3, dtype=np.float32), threshold, "use")


def test_the_shipped_model_knows_every_area() -> None:
    model = load(FOLDER)
    assert set(model.classes) == {*AREAS, NONE}
    assert model.weights.shape == (512, len(model.classes))
    assert 0 < model.threshold < 1


def test_only_areas_that_reach_the_threshold_are_told() -> None:
    vectors = np.array([[1.0, 0.0], [0.5, 0.5], [0.0, 0.0]], dtype=np.float32)
    assert [sorted(found) for found in tiny(0.6).classify(vectors)] == [["quantum"], [], []]


def test_none_is_never_told_as_an_area() -> None:
    assert tiny(0.2).classify(np.zeros((1, 2), dtype=np.float32)) == [
        {"quantum": pytest.approx(1 / 3), "trade": pytest.approx(1 / 3)}
    ]


def test_probabilities_add_up_to_one_however_large_the_scores() -> None:
    assert softmax(np.array([[1000.0, 0.0, -1000.0]])).sum() == pytest.approx(1.0)


def test_the_classifier_reads_texts_through_the_vectors_it_is_given() -> None:
    classify = tiny(0.6).classifier(lambda texts: np.array([[1.0, 0.0]] * len(texts), dtype=np.float32))
    assert [sorted(found) for found in classify(["a", "b"])] == [["quantum"], ["quantum"]]
    assert list(classify([])) == []


def test_a_missing_model_is_named_with_the_way_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(PolicyNLPError, match=r"bench/train_areas\.py"):
        load(tmp_path)
