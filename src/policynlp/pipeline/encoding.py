"""Vectors of texts, made once and kept, and the area classifier that needs them."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Protocol

from policynlp import workspace

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from policynlp.embed import Encoder
    from policynlp.extract import AreaClassifier
    from policynlp.extract.areas_model import AreaModel

DEFAULT_ENCODER = "use"

WINDOW = 9
"""Largest number of units joined on one side of a link: a lead-in left whole against its items."""


class Features(Protocol):
    """Where features of texts are kept: the store, or a process's memory."""

    def features(self, encoder: str, keys: Sequence[str]) -> dict[str, bytes]:
        """Those of ``keys`` (sha256 of the texts) that are there: float32, little endian."""
        ...

    def save_features(self, encoder: str, vectors: Mapping[str, bytes]) -> None:
        """Keep features by key."""
        ...


class Keeper(Protocol):
    """Whoever has such a place: a workspace, or a worker of a batch."""

    @property
    def store(self) -> Features:
        """The place."""
        ...


def vectors(texts: Sequence[str], encoder: str, home: Keeper | None = None) -> "NDArray[np.float32]":
    """Unit vectors of texts, float32 (texts, dimension)."""
    return loaded_encoder(encoder).vectors(encode(texts, encoder, home))


@cache
def loaded_encoder(name: str) -> "Encoder":
    """An encoder, loaded once a process."""
    from policynlp import embed

    return embed.encoder(name)


def encode(texts: Sequence[str], encoder: str, home: Keeper | None = None) -> "NDArray[np.float32]":
    """Additive features of texts, float32 (texts, features); those seen before come from the store.

    The encoder is loaded only where some text is new.
    """
    import numpy as np

    keys = list(map(text_key, texts))
    rows = {
        key: np.frombuffer(row, dtype="<f4")
        for key, row in (home.store.features(encoder, sorted(set(keys))) if home else {}).items()
    }
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in rows}
    if new:
        fresh = loaded_encoder(encoder).features(list(new.values()))
        rows |= dict(zip(new, fresh, strict=True))
        if home:
            home.store.save_features(encoder, {key: rows[key].astype("<f4").tobytes() for key in new})
    return np.stack([rows[key] for key in keys]) if keys else np.zeros((0, 0), np.float32)


def text_key(text: str) -> str:
    """What features of a text are kept under: its sha256."""
    return hashlib.sha256(text.encode()).hexdigest()


def joined(encoder: str, features: "NDArray[np.float32]", units: int) -> "NDArray[np.float32]":
    """Unit vectors of 1 to WINDOW joined units that end at each index, (sizes, units, dimension)."""
    from policynlp import embed

    return embed.windows(loaded_encoder(encoder), features, max(1, min(WINDOW, units)))


def area_classifier(home: Keeper | None) -> "AreaClassifier":
    """What names the area of a clause where no rule does."""
    model = area_model()
    return model.classifier(lambda texts: vectors(list(texts), model.encoder, home))


@cache
def area_model() -> "AreaModel":
    """The trained model of areas, loaded once a process."""
    from policynlp.extract import areas_model

    return areas_model.load(workspace.shipped("models") / "areas")
