"""Copies: texts that are nearly the same, and the words in which they differ."""

from policynlp.comparison.copies.finding import CLASSES, Changed, Copy, copy_of

__all__ = ["CLASSES", "Changed", "Copy", "copy_of"]
