"""Everything measured once about two lists of units, before any decision."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from policynlp.alignment import lexical
from policynlp.records import Unit

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]

RIVALS = 4
"""Nearest units that a margin is taken against; 4 is the usual choice of margin scoring (Artetxe and Schwenk
2019), and 2 to 8 changed no figure by more than .003."""
MEANING_BACKGROUND = 0.35
"""Cosine of the nearest wrong units, where a list is too short to show it: news .27, treaties .48."""
LETTERS_BACKGROUND = 0.05
"""The same of character n-grams: .01 across scripts, .11 between related languages, .19 within one."""
LARGEST = 9
"""Most units of one side in a link: paragraphs left whole against their items ran to 9 in treaties."""


@dataclass(frozen=True, slots=True)
class Side:
    """One list of n units."""

    units: Sequence[Unit]
    windows: Floats
    """Vectors of 1 to k joined units ending at each index, shape (k, n, dimension)."""
    grams: Doubles
    """Length of the character n-gram row of the same passages, shape (k, n)."""
    lengths: Doubles
    """Running sum of characters, the average unit being 1; shape (n + 1,)."""

    def __len__(self) -> int:
        return len(self.units)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides and the similarities of their n x m unit pairs."""

    a: Side
    b: Side
    meaning: Floats
    """Cosine of the embeddings, shape (n, m)."""
    words: Floats
    """Cosine of rare-weighted words."""
    phrases: Floats
    """Cosine of rare-weighted runs of one to three words; 0 across languages."""
    letters: Floats
    """Cosine of rare-weighted character n-grams."""
    numbers: Floats
    """Cosine of rare-weighted words with a digit."""
    letter_sums: Doubles
    """Dot products of character n-gram rows, summed over both sides, shape (n + 1, m + 1): the corners of a
    rectangle give the product of two joined passages."""
    shared: float
    """How far letters can be trusted: 1 within one language; across two, how alike their n-gram profiles are,
    0 for two scripts and about .3 for English and Spanish."""
    equal: NDArray[np.bool_]
    """Pairs whose words are the same."""


ACROSS_CAP = 0.5
"""Most that two languages share: no two that the encoder knows came above .4."""
DETECTED = 2000
"""Characters of a side that its language is guessed from, where its units do not say."""


def _same(text: str) -> tuple[str, ...]:
    """What equal texts have in common: their words, or where there are none the text itself."""
    return tuple(lexical.words(text)) or (text.strip(),)


def measure(a: Sequence[Unit], b: Sequence[Unit], windows_a: Floats, windows_b: Floats) -> Pair:
    """All similarities of two lists; neither may be empty."""
    count = len(a)
    words = [lexical.words(unit.text) for unit in (*a, *b)]
    numbers = lexical.weighted([[word for word in row if any(map(str.isdigit, word))] for row in words])
    grams = lexical.gram_weighted(words)
    terms = lexical.weighted(words)
    letters = lexical.cosines(grams[:count], grams[count:])
    one_language = language(a) == language(b)
    sums = np.zeros((count + 1, len(b) + 1))
    sums[1:, 1:] = (grams[:count] @ grams[count:].T).toarray().cumsum(axis=0).cumsum(axis=1)
    return Pair(
        a=_side(a, windows_a, grams[:count]),
        b=_side(b, windows_b, grams[count:]),
        meaning=windows_a[0] @ windows_b[0].T,
        words=lexical.cosines(terms[:count], terms[count:]),
        phrases=_phrases(words, count) if one_language else np.zeros_like(letters),
        letters=letters,
        numbers=lexical.cosines(numbers[:count], numbers[count:]),
        letter_sums=sums,
        shared=1.0 if one_language else min(profile_cosine(words, count), ACROSS_CAP),
        equal=_equal([unit.text for unit in a], [unit.text for unit in b]),
    )


def _phrases(words: Sequence[Sequence[str]], count: int) -> Floats:
    rows = lexical.weighted([lexical.phrases(row) for row in words])
    return lexical.cosines(rows[:count], rows[count:])


def probability(odds: Floats) -> Floats:
    """Log-odds to 0..1."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))), np.float32)


def language(units: Sequence[Unit]) -> str:
    """The commonest language that the units state, else what their text looks like; ISO 639-1."""
    stated = Counter(unit.language for unit in units if unit.language)
    if stated:
        return max(sorted(stated), key=stated.__getitem__)
    import py3langid

    code, _ = py3langid.classify(" ".join(unit.text for unit in units)[:DETECTED])
    return str(code)


def profile_cosine(words: Sequence[Sequence[str]], count: int) -> float:
    """Cosine of the n-gram counts of the first ``count`` texts and of the rest, each side as a whole."""
    sides = [Counter(chain.from_iterable(side)) for side in (words[:count], words[count:])]
    profiles = [Counter[str]() for _ in sides]
    for side, profile in zip(sides, profiles, strict=True):
        for word, times in side.items():
            for gram in lexical.grams(word):
                profile[gram] += times
    product = sum(times * profiles[1][gram] for gram, times in profiles[0].items())
    lengths = [math.sqrt(sum(times * times for times in profile.values())) for profile in profiles]
    return product / max(math.prod(lengths), 1.0)


def margin(similarity: Floats, background: float) -> Floats:
    """How far each pair stands out: similarity minus the mean of its row's and its column's nearest."""
    rows = nearest_mean(similarity, background)
    columns = nearest_mean(np.ascontiguousarray(similarity.T), background)
    return np.asarray(similarity - (rows[:, None] + columns[None, :]) / 2, np.float32)


def nearest_mean(similarity: Floats, background: float) -> Floats:
    """Mean of the RIVALS largest values of each row; ``background`` stands for those that it lacks."""
    count = min(RIVALS, similarity.shape[1])
    nearest = np.full((len(similarity), RIVALS), background, np.float32)
    nearest[:, :count] = np.partition(similarity, -count, axis=1)[:, -count:]
    return np.asarray(nearest.mean(axis=1), np.float32)


def _side(units: Sequence[Unit], windows: Floats, grams: csr_matrix) -> Side:
    sizes = min(LARGEST, len(windows), len(units))
    lengths = np.array([len(unit.text) + 1 for unit in units], np.float64)
    running = np.concatenate([[0], (lengths / lengths.mean()).cumsum()])
    return Side(units, windows[:sizes], _joined_lengths(grams, sizes), running)


def _joined_lengths(rows: csr_matrix, sizes: int) -> Doubles:
    """Euclidean length of the sum of 1 to ``sizes`` rows that end at each index, shape (sizes, n)."""
    out = np.ones((sizes, rows.shape[0]))
    joined = rows
    for extra in range(sizes):
        if extra:
            joined = csr_matrix(joined[1:] + rows[:-extra])
        squares = np.asarray(joined.multiply(joined).sum(axis=1)).ravel()
        out[extra, extra:] = np.sqrt(np.maximum(squares, 1e-12))
    return out


def _equal(a: Sequence[str], b: Sequence[str]) -> NDArray[np.bool_]:
    known: dict[tuple[str, ...], int] = {}
    codes = [np.array([known.setdefault(_same(text), len(known)) for text in side], int) for side in (a, b)]
    out: NDArray[np.bool_] = codes[0][:, None] == codes[1][None, :]
    return out
