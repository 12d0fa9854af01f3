"""What a classifier sees of a text: its meaning, its letters, and what it commits to."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

from policynlp.records import Commitment

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Vectors = Callable[[Sequence[str]], "NDArray[np.float32]"]
"""Unit vectors of texts, float32 (texts, dimension)."""
Read = Callable[[str], Sequence[Commitment]]
"""The commitments of a text."""

PIECE = 200
"""Most characters of a piece that is embedded as one: an encoder drowns a promise in a page.

Of 200 and 400, and of single sentences, the one with the least log loss on Korean and English company pages.
"""
PIECES = 60
"""Most pieces of a text that are embedded: pages repeat themselves."""
LETTERS = 6_000
"""Characters of a text that its letters are counted in."""
LEVELS = 7
"""Levels of force, 0 to 6."""
READING = 3 * LEVELS + 1 + 13
"""Columns of ``Features.reading``: counts, presence and shares by level, all commitments, the surface."""
_AFTER_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=다\.)\s*")
_WE = re.compile(r"\b(?:we|our|us)\b|우리|당사|저희", re.IGNORECASE)
_PAST = re.compile(r"\w{2}ed\b|[했었였]")
_BULLET = re.compile(r"[•·▶■▪]|^\s*-", re.MULTILINE)
_YEAR = re.compile(r"\b20\d\d\b")
_SENTENCE = re.compile(r"[.!?](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Features:
    """Rows of texts, in their order."""

    letters: tuple[str, ...]
    """The texts themselves, cut at LETTERS."""
    meaning: "NDArray[np.float64]"
    """(texts, 2 x dimension): mean and maximum of the vectors of their pieces."""
    reading: "NDArray[np.float64]"
    """(texts, READING): commitments by level, and counts of the surface (lengths, figures, years, lists)."""

    def __len__(self) -> int:
        return len(self.letters)

    def rows(self, places: Sequence[int]) -> "Features":
        """The rows at ``places``."""
        index = list(places)
        letters = tuple(self.letters[place] for place in index)
        return Features(letters, self.meaning[index], self.reading[index])


def measured(texts: Sequence[str], *, vectors: Vectors, read: Read) -> Features:
    """The features of texts, with an encoder and a reader of commitments."""
    import numpy as np

    reading = [[*_committed(read(text)), *_surface(text)] for text in texts]
    return Features(
        tuple(text[:LETTERS] for text in texts),
        np.array([_meaning(text, vectors) for text in texts], dtype=np.float64),
        np.array(reading, dtype=np.float64),
    )


def pieces(text: str) -> list[str]:
    """A text in pieces of whole sentences, PIECE characters or fewer; a dash for one without any.

    Line breaks count as spaces: pages out of a PDF break lines inside sentences, some after every word.
    """
    found: list[str] = []
    for sentence in _AFTER_SENTENCE.split(" ".join(text.split())):
        for part in _parts(sentence):
            if found and len(found[-1]) + 1 + len(part) <= PIECE:
                found[-1] += f" {part}"
            else:
                found.append(part)
    return found[:PIECES] or ["-"]


def _parts(sentence: str) -> list[str]:
    """A sentence cut between words at PIECE characters; inside a word only where it alone is longer."""
    return wrap(sentence, PIECE, break_on_hyphens=False)


def _meaning(text: str, vectors: Vectors) -> "NDArray[np.float64]":
    import numpy as np

    found = vectors(pieces(text))
    return np.concatenate([found.mean(0), found.max(0)]).astype(np.float64)


def _committed(found: Sequence[Commitment]) -> list[float]:
    """By level: the logarithm of the count, whether any, the share; then the logarithm of all."""
    from math import log1p

    counts = [sum(one.force == level for one in found) for level in range(LEVELS)]
    shares = [count / max(1, len(found)) for count in counts]
    return [*map(log1p, counts), *(float(count > 0) for count in counts), *shares, log1p(len(found))]


def _surface(text: str) -> list[float]:
    """Lengths as logarithms, and how much of the text is figures, capitals, Hangul, lists, first person."""
    from math import log1p

    words = text.split()
    letters, count = max(1, len(text)), max(1, len(words))
    return [
        *(log1p(len(text)), log1p(len(words)), log1p(text.count("\n")), log1p(len(_SENTENCE.findall(text)))),
        sum(map(str.isdigit, text)) / letters,
        sum(map(str.isupper, text)) / letters,
        sum("가" <= character <= "힣" for character in text) / letters,
        text.count("%") / count,
        len(_BULLET.findall(text)) / count,
        len(_WE.findall(text)) / count,
        len(_PAST.findall(text)) / count,
        log1p(len(_YEAR.findall(text))),
        sum(map(len, words)) / count,
    ]
