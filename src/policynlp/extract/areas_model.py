"""The trained area classifier: loaded from npz and JSON (loading runs no code), applied with numpy."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from policynlp.errors import PolicyNLPError
from policynlp.languages import table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

AREAS: tuple[str, ...] = tuple(table("shared", "areas")["area"])
"""Codes of all areas, in the order of the table."""

Vectors = Callable[[Sequence[str]], "NDArray[np.float32]"]
"""Gives unit vectors (n x dimensions) of texts, of the encoder that the model was trained with."""


NONE = "none"
"""The class of texts that are about no area."""


def softmax(scores: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """Probabilities (n x classes, rows adding up to 1) of scores of the same shape."""
    import numpy as np

    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class AreaModel:
    """A multinomial logistic regression over sentence vectors: one class an area, and one for none."""

    classes: tuple[str, ...]
    """Area codes and ``none``."""
    weights: "NDArray[np.float32]"
    """Dimensions x classes."""
    biases: "NDArray[np.float32]"
    """One a class."""
    threshold: float
    """Probability from which an area is reported; see the model card for how it was chosen."""
    encoder: str
    """Name of the encoder whose vectors it reads."""

    def classify(self, vectors: "NDArray[np.float32]") -> list[dict[str, float]]:
        """For each row (a text) the areas at or above the threshold with their probability."""
        import numpy as np

        scores = np.asarray(vectors, dtype=np.float64) @ self.weights.astype(np.float64) + self.biases
        return [
            {
                name: float(p)
                for name, p in zip(self.classes, row, strict=True)
                if p >= self.threshold and name != NONE
            }
            for row in softmax(scores)
        ]

    def classifier(self, vectors: Vectors) -> Callable[[Sequence[str]], Sequence[Mapping[str, float]]]:
        """What ``extract(area_classifier=…)`` takes, reading texts through ``vectors``."""
        return lambda texts: self.classify(vectors(texts)) if texts else []


def load(folder: Path) -> AreaModel:
    """The model in a folder with ``weights.npz`` and ``model.json``; raises PolicyNLPError where one is
    missing."""
    import numpy as np

    try:
        card = json.loads((folder / "model.json").read_text("utf8"))
        with np.load(folder / "weights.npz", allow_pickle=False) as arrays:
            weights, biases = arrays["weights"], arrays["biases"]
    except (OSError, ValueError, KeyError) as error:
        raise PolicyNLPError("area-model", folder=folder, error=error) from error
    return AreaModel(tuple(card["classes"]), weights, biases, float(card["threshold"]), str(card["encoder"]))
