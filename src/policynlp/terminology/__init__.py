"""Terms and their translations over many documents: from brackets, and from linked language versions.

``gather(["mou"])`` gives ``Term``s with the clauses that show each and how sure it is (docs/commitments.md).
"""

from policynlp.terminology.gathering import gather
from policynlp.terminology.merging import COLUMNS, rows
from policynlp.terminology.records import Shown, Term

__all__ = ["COLUMNS", "Shown", "Term", "gather", "rows"]
