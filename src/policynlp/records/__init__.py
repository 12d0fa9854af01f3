"""The records that travel between the stages: frozen, slotted, typed.

Two kinds of offsets exist and are never mixed. ``Document`` level: ``Clause.start`` and ``Clause.end`` count
characters of ``Document.text``, and ``Clause.text == Document.text[start:end]``. Clause level: a ``Span``
counts characters of its clause's ``text``; a clause is what gets aligned, cached and quoted, so its evidence
travels with it. ``clause.start + span.start`` is the place in the document, and ``Document.source_offset``
leads on to the character of the decoded source.
"""

from policynlp.records.comparisons import (
    Bilingual,
    ClauseLink,
    Comparison,
    Difference,
    FamilyGroup,
    Link,
    Passage,
    Relation,
    Unit,
)
from policynlp.records.decisions import DECIDED, About, Decided, Decision, Outcome, Verdict
from policynlp.records.readings import (
    Analysis,
    Commitment,
    Counterparts,
    Fact,
    FactKind,
    GlossaryPair,
    Mention,
    MentionKind,
)
from policynlp.records.texts import (
    NOTHING,
    Aside,
    AsideKind,
    Block,
    BlockKind,
    Clause,
    ClauseKind,
    Document,
    Source,
    Span,
    Standing,
)

__all__ = [
    "DECIDED",
    "NOTHING",
    "About",
    "Analysis",
    "Aside",
    "AsideKind",
    "Bilingual",
    "Block",
    "BlockKind",
    "Clause",
    "ClauseKind",
    "ClauseLink",
    "Commitment",
    "Comparison",
    "Counterparts",
    "Decided",
    "Decision",
    "Difference",
    "Document",
    "Fact",
    "FactKind",
    "FamilyGroup",
    "GlossaryPair",
    "Link",
    "Mention",
    "MentionKind",
    "Outcome",
    "Passage",
    "Relation",
    "Source",
    "Span",
    "Standing",
    "Unit",
    "Verdict",
]
