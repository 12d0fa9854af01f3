"""Measurement against hand labels: pure functions from records to scores, and the gate that holds them."""

from policynlp.evaluate.corpus import scores
from policynlp.evaluate.findings import Verdict, check
from policynlp.evaluate.gold import Gold, load_gold
from policynlp.evaluate.metrics import Score

__all__ = ["Gold", "Score", "Verdict", "check", "load_gold", "scores"]
