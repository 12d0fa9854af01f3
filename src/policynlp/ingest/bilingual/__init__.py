"""Two languages in one file: language versions, and which clauses of theirs stand for each other."""

from policynlp.ingest.bilingual.linking import counterparts
from policynlp.ingest.bilingual.versions import Versions, split

__all__ = ["Versions", "counterparts", "split"]
