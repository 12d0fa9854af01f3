"""What an encoder is, and the vectors of joined texts that every encoder gives."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into additive features, and (sums of) features into unit vectors.

    A joined passage of several texts has the sum of their feature rows, so it needs no encoding of its own,
    and features are cached by single text.
    """

    @property
    def name(self) -> str:
        """Name it is asked for by; part of the cache key."""
        ...

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        ...

    def features(self, texts: Sequence[str]) -> Floats:
        """One additive row a text, shape (texts, width); a row depends on its own text alone."""
        ...

    def vectors(self, features: Floats) -> Floats:
        """Unit vectors, shape (rows, dimension), of feature rows or of sums of feature rows."""
        ...


def windows(encoder: Encoder, features: Floats, size: int) -> Floats:
    """Vectors of passages of 1 to ``size`` neighbouring texts, shape (size, n, dimension).

    ``windows(...)[k, i]`` is the passage of k + 1 texts that ends at text i; zeros where i < k.
    """
    count = len(features)
    out = np.zeros((size, count, encoder.dimension), np.float32)
    running = np.zeros((count + 1, features.shape[1]), np.float64)
    np.cumsum(features, axis=0, dtype=np.float64, out=running[1:])
    for extra in range(min(size, count)):
        if extra == 0:
            out[0] = encoder.vectors(features)
            continue
        sums = running[extra + 1 :] - running[: count - extra]
        out[extra, extra:] = encoder.vectors(sums.astype(np.float32))
    return out
