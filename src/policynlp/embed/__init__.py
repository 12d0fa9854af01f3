"""Texts to vectors: ``encoder(name)`` gives an Encoder, ``windows`` the vectors of joined neighbours."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from policynlp.embed.protocol import Encoder, windows
from policynlp.registry import Registry

__all__ = ["DEFAULT", "ENCODERS", "Encoder", "encoder", "known_encoders", "windows"]

DEFAULT = "use"
ENCODERS: Registry[Encoder] = Registry("name-encoder", "policynlp.embed.encoders", "ENCODER")
"""Encoders with a module of their own; every other name is a sentence-transformers model."""


@cache
def known_encoders() -> Mapping[str, Mapping[str, str]]:
    """Name to ``description``, ``languages`` and, for packaged models, ``package`` (models/encoders.toml)."""
    packaged = files("policynlp").joinpath("data", "models", "encoders.toml")
    if packaged.is_file():
        return tomllib.loads(packaged.read_text("utf8"))
    return tomllib.loads(Path(__file__).parents[3].joinpath("models", "encoders.toml").read_text("utf8"))


@cache
def encoder(name: str = DEFAULT) -> Encoder:
    """The encoder of that name: bundled, listed in models/encoders.toml, or any sentence-transformers model
    by name or folder. Loads its weights on first use of the encoder, or here for sentence-transformers.

    Raises UsageError in one sentence where no such model is on this machine and none can be fetched.
    """
    if name in ENCODERS:
        return ENCODERS[name]
    from policynlp.embed.sentence_model import load

    return load(name, known_encoders())
