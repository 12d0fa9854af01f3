"""Decisions of people on links and differences: keyed by content, kept in files, replayed, counted.

A decision outlives renumbering, because it is about texts and not about ids (docs/review.md).
"""

from policynlp.decisions.files import SCHEMA, as_json, as_object, documented, read
from policynlp.decisions.links import Relinked, relinked
from policynlp.decisions.replay import replayed
from policynlp.decisions.scores import Judged, judged
from policynlp.decisions.sheet import as_sheet, as_workbook, subject

__all__ = [
    "SCHEMA",
    "Judged",
    "Relinked",
    "as_json",
    "as_object",
    "as_sheet",
    "as_workbook",
    "documented",
    "judged",
    "read",
    "relinked",
    "replayed",
    "subject",
]
