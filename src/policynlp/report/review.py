"""What a report and a sheet say of people's decisions."""

from collections.abc import Mapping
from dataclasses import dataclass

from policynlp import decisions
from policynlp.decisions.added import is_added
from policynlp.decisions.sheet import columns
from policynlp.records import Comparison, Decided
from policynlp.report.messages import INTERFACE, say
from policynlp.report.pieces import visible

KINDS = (
    "force", "polarity", "action", "actor", "institution", "scope", "region", "quantity", "condition", "area",
    "term", "only_in", "moved", "split", "merged", "wording", "status",
)  # fmt: skip
"""Kinds that a person can correct a difference to: those of the comparison format, for a workbook's list to
choose from holds 255 characters at most."""


@dataclass(frozen=True, slots=True)
class Unmet:
    """A decision that is no difference's: on a link, or one that applies to nothing here."""

    outcome: str
    what: str
    """The sentence that was decided on, or the clauses."""
    said: str
    """What became of it, by whom."""


def said(decided: Decided, language: str) -> str:
    """What a person decided and what became of it: ``Rejected on review by Kim. Both bind.``"""
    own = decided.decision
    by = say("review.by", language, own.reviewer) if own.reviewer else ""
    if decided.outcome == "corrected":
        kind = say(f"kind.{own.corrected_kind}", language) if own.corrected_kind else ""
        right = "; ".join(filter(None, (kind, own.corrected))) or "…"
        sentence = say("review.corrected_to", language, by, right)
    else:
        sentence = say(f"review.{decided.outcome}", language, by)
    return visible(" ".join(filter(None, (sentence, own.note))))


def by_difference(comparison: Comparison, language: str) -> Mapping[str, str]:
    """What was decided on each difference, by its id."""
    return {
        each.target: said(each, language)
        for each in comparison.decided
        if each.target and each.decision.about == "difference"
    }


def unmet(comparison: Comparison, language: str) -> tuple[Unmet, ...]:
    """Decisions on links, and those that apply to nothing here."""
    return tuple(
        Unmet(each.outcome, visible(what(each, language)), said(each, language))
        for each in comparison.decided
        if not each.target or each.decision.about == "link"
    )


def what(decided: Decided, language: str) -> str:
    """What a decision is about: the sentence that was decided on, a person's own words, or the clauses."""
    own = decided.decision
    clauses = " = ".join(" ".join(side) for side in own.clauses)
    if is_added(own):
        kind = say(f"kind.{own.corrected_kind}", language) if own.corrected_kind else ""
        return ": ".join(filter(None, (kind, f"{own.corrected} ({clauses})".strip())))
    return (
        own.says.get(language) or f"{say(f'review.{own.about}', language)} {own.corrected or clauses}".strip()
    )


def workbook(comparison: Comparison, language: str) -> bytes:
    """The sheet of a review with heads in both languages."""
    order = sorted(INTERFACE, key=lambda each: each != language)
    heads = {
        name: " · ".join(dict.fromkeys(say(f"review.{name}", each) for each in order))
        for name in dict.fromkeys(column.rstrip("0123456789").rstrip("_") for column in columns(comparison))
    }
    return decisions.as_workbook(
        comparison,
        heads,
        KINDS,
        title=say("review.sheet", language),
        cut=lambda shown, whole: say("sheet.cut", language, shown, whole),
    )
