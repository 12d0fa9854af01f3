"""What a person decided on a link or a difference, and what became of it in a comparison."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Verdict = Literal["confirm", "reject", "correct", "add"]
"""``add``: a difference that the tool did not report."""
About = Literal["difference", "link"]
Outcome = Literal[
    "confirmed", "rejected", "corrected", "linked", "unlinked",
    "found", "missed", "stale", "gone", "overruled",
]  # fmt: skip
"""``linked`` and ``unlinked``: the alignment was changed. ``stale``: a text that it was made on has changed.
``gone``: the texts are as they were, but what was decided on is no longer reported. ``overruled``: a later
decision wants a clause of it in another link. ``found`` and ``missed``: an added difference that is
reported by now, or still is not."""

DECIDED = "decided"
"""Signal of a link that a person decided on."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on one link or difference."""

    about: About
    verdict: Verdict
    key: str = ""
    """What was decided on, by content (``policynlp.decisions.keys``); empty for what a person adds."""
    kind: str = ""
    """Kind of the difference as it was read; empty for a link."""
    clauses: tuple[tuple[str, ...], ...] = ()
    """Clause ids at the time, one tuple a document."""
    texts: tuple[tuple[str, ...], ...] = ()
    """Hashes of the clauses' texts, in the order of ``clauses``; empty where a person gave ids alone."""
    corrected_kind: str = ""
    """The right kind, where the one read is wrong."""
    corrected: str = ""
    """The right reading in words; of a link, the ids that belong together (``c4 = c6 c7``)."""
    corrected_texts: tuple[tuple[str, ...], ...] = ()
    """Hashes of the texts of those ids, once the decision was applied: they outlive renumbering."""
    note: str = ""
    reviewer: str = ""
    says: Mapping[str, str] = field(default_factory=dict)
    """The sentence that was decided on, by language."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision and what became of it."""

    decision: Decision
    outcome: Outcome
    target: str = ""
    """Id of the difference or link that it concerns in this comparison; empty where there is none."""
