"""Two languages in one file: language versions, and which clauses of theirs stand for each other."""

from policynlp.ingest.bilingual.linking import counterparts, say_the_same
from policynlp.ingest.bilingual.versions import Versions, split

__all__ = ["Versions", "counterparts", "say_the_same", "split"]
