"""The fitted weights of every signal, from weights.json beside this file, which says how they were fitted."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from policynlp.alignment.pair import Floats


@dataclass(frozen=True, slots=True)
class Linear:
    """A weighted sum of named signals."""

    bias: float
    weights: Mapping[str, float]

    def total(self, features: Mapping[str, Floats]) -> Floats:
        """Bias plus the weighted features, in their shape; every weight must find its feature."""
        first = next(iter(self.weights))
        out: Floats = np.full_like(features[first], self.bias)
        for name, weight in self.weights.items():
            out += features[name] * np.float32(weight)
        return out


@dataclass(frozen=True, slots=True)
class Weights:
    """One set for all kinds of text and all languages."""

    cells: Linear
    """Log-odds of a pair of units from its own signals."""
    context: tuple[Linear, ...]
    """Rounds that add the neighbours, in order."""
    beads: Linear
    """Gain of a group of units for the search; 0 is what leaving them alone gives."""
    score: Linear
    """Log-odds that a found link is right."""


def parse(content: Mapping[str, Any]) -> Weights:
    """Weights from the content of a weights file."""

    return Weights(
        cells=Linear(**content["cells"]),
        context=tuple(Linear(**step) for step in content["context"]),
        beads=Linear(**content["beads"]),
        score=Linear(**content["score"]),
    )


@cache
def fitted() -> Weights:
    """The weights that ship."""
    return parse(json.loads(files("policynlp.alignment").joinpath("weights.json").read_text("utf8")))
