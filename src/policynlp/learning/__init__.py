"""Classifiers that users train on their own labels: chosen by cross-validation, stored without pickle."""

from policynlp.learning.choice import train
from policynlp.learning.features import Features, measured
from policynlp.learning.stored import Model, load, save
from policynlp.learning.tables import Labelled, read_table, write_table

__all__ = ["Features", "Labelled", "Model", "load", "measured", "read_table", "save", "train", "write_table"]
