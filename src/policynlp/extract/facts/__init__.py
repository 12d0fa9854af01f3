"""What a text says of itself as a whole: title, kind, parties, signature, languages, term, status words."""

from policynlp.extract.facts.readers import READERS, facts

__all__ = ["READERS", "facts"]
