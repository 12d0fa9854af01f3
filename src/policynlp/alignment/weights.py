"""The fitted weights of every signal, from weights.json beside this file, which says how they were fitted."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Linear:
    """A weighted sum of named signals, some of which count otherwise within one language."""

    bias: float
    weights: Mapping[str, float]
    """What a signal counts between two languages."""
    within_bias: float = 0.0
    """What is added to the bias within one language."""
    within: Mapping[str, float] = field(default_factory=dict)
    """The same of each weight."""

    def at(self, shared: float) -> "Linear":
        """The sum for two texts that share so much: 1 is one language."""
        if shared < 1:
            return Linear(self.bias, self.weights)
        weights = {name: value + self.within.get(name, 0.0) for name, value in self.weights.items()}
        return Linear(self.bias + self.within_bias, weights)

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
