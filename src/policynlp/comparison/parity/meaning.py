"""How near words of two languages are in meaning, and what a text gains without some of its words."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Vectors = Callable[[Sequence[str]], "NDArray[np.float32]"]
"""Unit vectors of texts, float32 (texts, dimension)."""

FREE = 0.1
"""Cosine by which a rival may be nearer to a word and leave it to another: words with two translations."""


class Meaning:
    """Vectors of texts, each made once."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors
        self._known: dict[str, NDArray[np.float32]] = {}

    def know(self, groups: Iterable[Sequence[str]]) -> None:
        """Encode what is not known yet in one batch: the encoder fills up many small ones."""
        new = [text for text in dict.fromkeys(chain.from_iterable(groups)) if text not in self._known]
        if new:
            self._known.update(zip(new, self._vectors(new), strict=True))

    def of(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Unit vectors of at least one text, (texts, dimension)."""
        import numpy as np

        self.know([texts])
        return np.stack([self._known[text] for text in texts])

    def nearest(self, texts: Sequence[str], others: Sequence[str], rivals: Sequence[str] = ()) -> list[float]:
        """Of each text the cosine to the nearest of the others; 0 where there are none.

        One of the others that a rival is nearer to by more than ``FREE`` counts so much less: hardware
        answers 하드웨어, which leaves it no answer to software.
        """
        import numpy as np

        if not texts or not others:
            return [0.0] * len(texts)
        against = self.of(others).T
        near = self.of(texts) @ against
        if rivals:
            best = (self.of(rivals) @ against).max(axis=0)
            near = near - np.maximum(best - near - FREE, 0)
        return [float(best) for best in near.max(axis=1)]

    def gains(self, text: str, cuts: Sequence[tuple[int, int]], other: str) -> list[float]:
        """By how much each cut of characters brings a text nearer to its counterpart, in cosine."""
        if not cuts:
            return []
        left = [" ".join((text[:low] + " " + text[high:]).split()) or "." for low, high in cuts]
        against = self.of([other])[0]
        whole = float(self.of([text])[0] @ against)
        return [float(near) - whole for near in self.of(left) @ against]
