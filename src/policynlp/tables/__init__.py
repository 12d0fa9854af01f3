"""What was read, as flat rows with fixed columns: the ground of ``policynlp.frames``, ``show`` and CSV files.

A row is a dict in the order of its table's columns. Lists of values are tuples; offsets count characters.
"""

from policynlp.tables.columns import TABLES, Row
from policynlp.tables.commitments import commitments
from policynlp.tables.rows import clauses, documents, facts, glossary, mentions
from policynlp.tables.writing import as_csv, as_json, cell

__all__ = [
    "TABLES",
    "Row",
    "as_csv",
    "as_json",
    "cell",
    "clauses",
    "commitments",
    "documents",
    "facts",
    "glossary",
    "mentions",
]
