"""Everything measured once about two lists of units, before any decision."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from policynlp.alignment import lexical, sentences
from policynlp.alignment.cells import EVERY, Cells, cells, every
from policynlp.alignment.manner import pieces
from policynlp.alignment.signals import Nearest, Rows, Signal, at_cells, nearest
from policynlp.records import Unit

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Numbers = NDArray[np.int64]

BACKGROUNDS = {"meaning": 0.35, "letters": 0.05, "words": 0.0, "phrases": 0.0, "numbers": 0.0}
"""Cosine of the nearest wrong units, where a list is too short to show it. Meaning: news .27, treaties .48;
letters: .01 across scripts, .11 between related languages, .19 within one."""
LARGEST = 9
"""Most units of one side in a link: paragraphs left whole against their items ran to 9 in treaties."""
BESIDE = 2
"""How far around a pair of mutual nearest all pairs are looked at, in units: items of two words have no
likeness of their own, only neighbours."""
REPEATS = 8
"""How far apart the times may lie that both sides say the same words: the third "(a)" against the fifth."""


@dataclass(frozen=True, slots=True)
class Side:
    """One list of n units."""

    units: Sequence[Unit]
    windows: Floats
    """Vectors of 1 to k joined units ending at each index, shape (k, n, dimension)."""
    grams: csr_matrix
    """Weighted character n-grams of each unit; a joined passage has their sum."""
    gram_lengths: Doubles
    """Length of the n-gram row of the same passages as in windows, shape (k, n)."""
    word_lengths: Doubles
    """Length of the row of weighted words."""
    lengths: Doubles
    """Running sum of characters, the average unit being 1; shape (n + 1,)."""
    pieces: Floats
    """1 for each unit that is a piece of a sentence, -1 for a sentence, 0 where that is not known."""
    sentences: Doubles
    """Running sum of sentences; shape (n + 1,)."""

    def __len__(self) -> int:
        return len(self.units)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides and the likeness of their units."""

    a: Side
    b: Side
    cells: Cells
    """The pairs of units that are looked at."""
    signals: Mapping[str, Signal]
    """Cosines by signal: meaning (embeddings), words, phrases (runs of one to three words; nothing across
    languages), letters (character n-grams), numbers (words with a digit); weighted by rarity."""
    shared: float
    """How far letters can be trusted: 1 within one language; across two, how alike their n-gram profiles are,
    0 for two scripts and about .3 for English and Spanish."""
    equal: NDArray[np.bool_]
    """Cells whose words are the same."""


ACROSS_CAP = 0.5
"""Most that two languages share: no two that the encoder knows came above .4."""
DETECTED = 2000
"""Characters of a side that its language is guessed from, where its units do not say."""


def measure(a: Sequence[Unit], b: Sequence[Unit], windows_a: Floats, windows_b: Floats) -> Pair:
    """All that is asked of two lists; neither may be empty."""
    count = len(a)
    said = [lexical.words(unit.text) for unit in (*a, *b)]
    found = lexical.terms(said)
    gram_counts = lexical.gram_counts(found)
    one_language = language(a) == language(b)
    words, grams = lexical.weighted(lexical.counts(found)), lexical.weighted(gram_counts)
    rows: dict[str, csr_matrix] = {
        "words": words,
        "letters": grams,
        "numbers": lexical.weighted(lexical.counts(lexical.with_digits(found))),
    }
    if one_language:
        rows["phrases"] = lexical.weighted(lexical.counts(lexical.phrases(found)))
    vectors: dict[str, tuple[Rows, Rows]] = {"meaning": (windows_a[0], windows_b[0])}
    for name, row in rows.items():
        unit = lexical.unit(row)
        vectors[name] = unit[:count], unit[count:]
    same = _same_words([tuple(words) or (u.text.strip(),) for words, u in zip(said, (*a, *b), strict=True)])
    where, signals = _signals(vectors, (count, len(b)), (same[:count], same[count:]))
    return Pair(
        a=_side(a, windows_a, grams[:count], words[:count]),
        b=_side(b, windows_b, grams[count:], words[count:]),
        cells=where,
        signals=signals,
        shared=1.0 if one_language else min(_profile_cosine(gram_counts, count), ACROSS_CAP),
        equal=same[:count][where.rows] == same[count:][where.columns],
    )


def _signals(
    vectors: Mapping[str, tuple[Rows, Rows]], shape: tuple[int, int], same: tuple[Numbers, Numbers]
) -> tuple[Cells, Mapping[str, Signal]]:
    """The cells, and each signal there; phrases are nothing where there are no rows for them."""
    found = {name: nearest(*sides, BACKGROUNDS[name]) for name, sides in vectors.items()}
    if shape[0] * shape[1] <= EVERY:
        where = every(shape)
    else:
        where = _promising([(rows, columns) for rows, columns, _ in found.values()], shape, same)
    signals = {
        name: Signal(at_cells(*vectors[name], where, held), rows, columns)
        for name, (rows, columns, held) in found.items()
    }
    if "phrases" not in signals:
        none = [Nearest(np.full((n, 6), -1), np.zeros((n, 6), np.float32)) for n in shape]
        signals["phrases"] = Signal(np.zeros(len(where), np.float32), none[0], none[1])
    return where, signals


def _promising(
    found: Sequence[tuple[Nearest, Nearest]], shape: tuple[int, int], same: tuple[Numbers, Numbers]
) -> Cells:
    """Pairs that are among the nearest of their row or column, those around mutual nearest, and repeats."""
    pairs = [_repeats(*same)]
    for rows, columns in found:
        here = np.repeat(np.arange(shape[0]), rows.places.shape[1]), rows.places.ravel()
        there = columns.places.ravel(), np.repeat(np.arange(shape[1]), columns.places.shape[1])
        pairs += [here, there]
        first = rows.places[:, 0]
        mutual = np.flatnonzero((first >= 0) & (columns.places[first, 0] == np.arange(shape[0])))
        pairs += [
            (mutual + down, first[mutual] + right)
            for down in range(-BESIDE, BESIDE + 1)
            for right in range(-BESIDE, BESIDE + 1)
        ]
    return cells(np.concatenate([rows for rows, _ in pairs]), np.concatenate([c for _, c in pairs]), shape)


def _repeats(a: Numbers, b: Numbers) -> tuple[Numbers, Numbers]:
    """Pairs of units in the same words, at most REPEATS times apart."""
    times = [_times(side) for side in (a, b)]
    known = {(int(what), int(time)): n for n, (what, time) in enumerate(zip(b, times[1], strict=True))}
    found = [
        (row, known[int(what), time + apart])
        for row, (what, time) in enumerate(zip(a, times[0].tolist(), strict=True))
        for apart in range(-REPEATS, REPEATS + 1)
        if (int(what), time + apart) in known
    ]
    rows = np.array(found, np.int64).reshape(-1, 2)
    return rows[:, 0], rows[:, 1]


def _times(side: Numbers) -> Numbers:
    """How often each has come before."""
    seen: Counter[int] = Counter()
    out = np.zeros(len(side), np.int64)
    for at, what in enumerate(side.tolist()):
        out[at] = seen[what]
        seen[what] += 1
    return out


def _same_words(texts: Sequence[tuple[str, ...]]) -> Numbers:
    """A number for each text, the same for texts in the same words."""
    known: dict[tuple[str, ...], int] = {}
    return np.array([known.setdefault(text, len(known)) for text in texts], np.int64)


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


def _profile_cosine(gram_counts: csr_matrix, count: int) -> float:
    """Cosine of the n-gram counts of the first ``count`` texts and of the rest, each side as a whole."""
    a, b = (np.asarray(side.sum(axis=0)).ravel() for side in (gram_counts[:count], gram_counts[count:]))
    return float(a @ b) / max(math.sqrt(float(a @ a) * float(b @ b)), 1.0)


def _side(units: Sequence[Unit], windows: Floats, grams: csr_matrix, words: csr_matrix) -> Side:
    sizes = min(LARGEST, len(windows), len(units))
    lengths = np.array([len(unit.text) + 1 for unit in units], np.float64)
    running = np.concatenate([[0], (lengths / lengths.mean()).cumsum()])
    joined = _joined_lengths(grams, sizes)
    told = np.concatenate([[0], sentences.counts(units).cumsum()])
    return Side(units, windows[:sizes], grams, joined, lexical.lengths(words), running, pieces(units), told)


def _joined_lengths(rows: csr_matrix, sizes: int) -> Doubles:
    """Euclidean length of the sum of 1 to ``sizes`` rows that end at each index, shape (sizes, n).

    From the products of rows at most ``sizes`` apart: a sum that grows by one row at its front grows by that
    row's square and twice its products with the others.
    """
    count = rows.shape[0]
    products = np.zeros((sizes, count))
    for apart in range(sizes):
        both = rows[: count - apart].multiply(rows[apart:])
        products[apart, : count - apart] = np.asarray(both.sum(axis=1)).ravel()
    squares = np.ones((sizes, count))
    squares[0] = products[0]
    for size in range(1, sizes):
        added = products[0, : count - size] + 2 * products[1 : size + 1, : count - size].sum(axis=0)
        squares[size, size:] = squares[size - 1, size:] + added
    return np.sqrt(np.maximum(squares, 1e-12))
