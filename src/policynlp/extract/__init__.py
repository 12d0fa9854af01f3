"""Reads commitments, mentions and glossary pairs out of the clauses of a document."""

from policynlp.extract.pipeline import AreaClassifier, extract

__all__ = ["AreaClassifier", "extract"]
