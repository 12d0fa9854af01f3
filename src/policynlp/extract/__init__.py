"""Reads commitments, mentions and glossary pairs out of the clauses of a document."""

from policynlp.extract.pipeline import extract

__all__ = ["extract"]
