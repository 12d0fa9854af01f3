"""Any sentence-transformers model, by name or folder, behind the Encoder protocol.

The library is imported only here and only when such a model is asked for: that takes seconds.
"""

import importlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from policynlp.embed.protocol import Floats
from policynlp.errors import UnknownNameError
from policynlp.messages import Phrase


class SentenceModel:
    """Features are the text's unit vector times its length in characters, and that length: a joined passage
    is the length-weighted mean of its parts, renormalised, as in mean pooling."""

    def __init__(self, name: str, model: Any) -> None:
        self.name = name
        self._model = model

    @cached_property
    def dimension(self) -> int:
        """Length of a vector, as the model states it."""
        return int(self._model.get_embedding_dimension())

    def features(self, texts: Sequence[str]) -> Floats:
        """Additive rows, shape (texts, dimension + 1), one at a time: batches would pad and change a row."""
        out = np.zeros((len(texts), self.dimension + 1), np.float32)
        for row, text in zip(out, texts, strict=True):
            weight = max(len(text), 1)
            vector = self._model.encode(text, show_progress_bar=False, normalize_embeddings=True)
            row[:-1] = vector * weight
            row[-1] = weight
        return out

    def vectors(self, features: Floats) -> Floats:
        """Unit vectors, shape (rows, dimension)."""
        sums = features[:, :-1]
        lengths = np.sqrt(np.einsum("ij,ij->i", sums, sums))
        out: Floats = sums / np.maximum(lengths, np.float32(1e-12))[:, None]
        return out


def load(name: str, known: Mapping[str, Mapping[str, str]]) -> SentenceModel:
    """The model of that name: packaged, a folder, or in the hub's local cache; nothing is downloaded.

    Raises UnknownNameError (a UsageError) where none of these has it.
    """
    place = _place(name, known)
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceModel(name, SentenceTransformer(place, device="cpu", local_files_only=True))
    except (OSError, ValueError) as error:
        remedy = Phrase("remedy-download", {"name": name})
        raise UnknownNameError("name-encoder", name, known, remedy) from error


def _place(name: str, known: Mapping[str, Mapping[str, str]]) -> str:
    """Folder of a packaged model, or the name itself."""
    package = known.get(name, {}).get("package", "")
    if not package:
        return name
    try:
        return str(importlib.import_module(package).get_model_path())
    except ImportError:
        remedy = Phrase("remedy-install", {"name": name})
        raise UnknownNameError("name-encoder", name, set(known) - {name}, remedy) from None
