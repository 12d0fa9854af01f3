"""Tests of the built-in corpus, its labels and what measures against them."""

from pathlib import Path

CORPUS = Path(__file__).parents[2] / "corpus"
