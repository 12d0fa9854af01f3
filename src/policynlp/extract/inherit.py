"""Puts drafts together across clauses: list items take force, polarity and actor from their lead-in.

Language-independent: what is English or Korean has been said by then in Drafts and Mentions.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from policynlp.extract.axes import follow_up, precision
from policynlp.languages import LANGUAGES
from policynlp.languages.drafts import Chars, Draft
from policynlp.records import Clause, Commitment, Mention, Span

ROLES = ("marker", "action", "actor", "object", "attenuator", "negation")
PER_LEVEL = 0.95
"""Factor on the confidence for every lead-in between an item and the words that govern it."""
BARE = 0.7
"""Factor where nothing governs a verb and its own weight is taken."""
UNREAD_ITEM = 0.75
"""Confidence factor of an item in which no predicate was read and the lead-in's action is taken."""
FORBIDDEN = "refrain"
"""Action of a duty not to do something, whatever is not to be done: the words of it show what."""
TAIL = re.compile(r"[\s;.,:]*(?:[;,]\s*(?:and|or|및|또는))?[\s;.,:]*$")
"""What ends an item and is no part of its topic."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What a lead-in hands down to its items."""

    clause: Clause
    """Where its words stand."""
    draft: Draft
    depth: int
    """Lead-ins between it and the item, itself included."""
    who: Clause | None = None
    """Where it is said who acts: here, or in a lead-in over this one, whose own words then leave it out."""
    actor: Chars | None = None
    """Who acts, in the text of ``who``."""

    def text(self, span: Span) -> str:
        """The words of a span of it, or of the clause that says who acts."""
        clause = self.who if self.who is not None and span.clause == self.who.id else self.clause
        return clause.text[span.start : span.end]


def assemble(
    clauses: Sequence[Clause],
    drafts_by_clause: Mapping[str, Sequence[Draft]],
    mentions_by_clause: Mapping[str, Sequence[Mention]],
) -> tuple[Commitment, ...]:
    """The commitments of a document, in order of clause, then of place.

    An item (a clause with a ``parent``) whose draft has no force of its own takes force, polarity and actor
    of the nearest lead-in above it that has a force; without one it weighs its ``bare_force``, or is none.
    Nothing is made of an item in a language without tables.
    """
    by_id = {clause.id: clause for clause in clauses}
    parents = {clause.parent for clause in clauses if clause.parent}
    found: list[Commitment] = []
    for clause in clauses:
        lead = lead_of(clause, by_id, drafts_by_clause)
        mentions = mentions_by_clause.get(clause.id, ())
        own = acting(drafts_by_clause.get(clause.id, ()), lead)
        who = actor_over(clause, by_id, drafts_by_clause)
        kept = [
            named(made, *who) if draft.elided else made
            for draft in own
            if (made := commitment(clause, draft, lead, mentions)) is not None
        ]
        if not own and lead is not None and clause.kind != "lead_in" and clause.language in LANGUAGES:
            kept = [from_lead(clause, lead, mentions)]
        has_items = clause.id in parents
        found += [replace(c, lead_in=has_items and governs(own, n)) for n, c in enumerate(kept)]
    return tuple(found)


def acting(own: Sequence[Draft], lead: Lead | None) -> Sequence[Draft]:
    """The drafts of a clause; of an item that says when its lead-in holds, only those with a marker."""
    if lead is None or not lead.draft.conditional:
        return own
    return [draft for draft in own if draft.marker is not None]


def governs(drafts: Sequence[Draft], number: int) -> bool:
    """Whether the draft of that number is the one the list below hangs on."""
    chosen = governing(drafts)
    return chosen is not None and number < len(drafts) and drafts[number] is chosen


def governing(drafts: Sequence[Draft]) -> Draft | None:
    """The draft of a lead-in that its items hang on: the one said to govern, else the last with a force."""
    marked = [d for d in drafts if d.governs_list]
    chosen = marked or [d for d in drafts if d.force is not None]
    return chosen[-1] if chosen else None


def over(clause: Clause, by_id: Mapping[str, Clause]) -> Iterator[Clause]:
    """The lead-ins above a clause, nearest first."""
    above, seen = by_id.get(clause.parent or ""), {clause.id}
    while above is not None and above.id not in seen:
        seen.add(above.id)
        yield above
        above = by_id.get(above.parent or "")


def lead_of(
    clause: Clause, by_id: Mapping[str, Clause], drafts: Mapping[str, Sequence[Draft]]
) -> Lead | None:
    """The nearest lead-in above with a force; those without a marker are passed through, but for one that
    says nothing of its items either (a definition)."""
    for depth, above in enumerate(over(clause, by_id), start=1):
        draft = governing(drafts.get(above.id, ()))
        if draft is not None and draft.predicate is None and draft.actor is None and draft.force is None:
            return None
        if draft is not None and draft.force is not None:
            who, actor = actor_over(clause, by_id, drafts)
            return Lead(above, draft, depth, who, actor)
    return None


def actor_over(
    clause: Clause, by_id: Mapping[str, Clause], drafts: Mapping[str, Sequence[Draft]]
) -> tuple[Clause | None, Chars | None]:
    """Who acts by the nearest lead-in above that says so ("The Government shall:", "정부는,"), and where.

    A lead-in whose own sentence has a subject that does not act ends the way up.
    """
    for above in over(clause, by_id):
        draft = governing(drafts.get(above.id, ()))
        if draft is not None and draft.actor is not None:
            return above, draft.actor
        if draft is not None and not draft.elided:
            break
    return None, None


def commitment(
    clause: Clause, draft: Draft, lead: Lead | None, mentions: Sequence[Mention]
) -> Commitment | None:
    """The commitment that a draft makes under its lead-in; None where it amounts to none."""
    if draft.force is not None:
        return build(clause, draft, draft.force, draft.confidence, None, mentions)
    if draft.predicate is None:
        return None
    if lead is not None and lead.draft.force is not None:
        return build(
            clause, draft, lead.draft.force, draft.confidence * PER_LEVEL**lead.depth, lead, mentions
        )
    if draft.bare_force is not None:
        return build(clause, draft, draft.bare_force, draft.confidence * BARE, None, mentions)
    return None


def named(made: Commitment, who: Clause | None, place: Chars | None) -> Commitment:
    """A commitment whose sentence leaves out who acts, with the actor of a lead-in above it."""
    if who is None or place is None or made.actor:
        return made
    above = {"actor": Span(who.id, *place)}
    merged = {role: {**above, **made.spans}[role] for role in ROLES if role in made.spans or role in above}
    return replace(made, actor=who.text[slice(*place)], spans=merged)


def from_lead(clause: Clause, lead: Lead, mentions: Sequence[Mention]) -> Commitment:
    """An item that only names a topic ("quantum;"): the lead-in's action on that topic."""
    text = TAIL.sub("", clause.text)
    topic = replace(lead.draft, object=(0, len(text)), predicate=None, force=None, governs_list=False)
    bare = replace(topic, marker=None, attenuator=None, negation=None, actor=None)
    confidence = lead.draft.confidence * UNREAD_ITEM * PER_LEVEL**lead.depth
    return build(clause, bare, lead.draft.force or 0, confidence, lead, mentions)


def build(
    clause: Clause,
    draft: Draft,
    force: int,
    confidence: float,
    lead: Lead | None,
    mentions: Sequence[Mention],
) -> Commitment:
    """The record, with the spans of clause and lead-in."""
    own = spans(clause.id, draft)
    above = {} if lead is None else inherited(lead, draft)
    merged = {role: {**above, **own}[role] for role in ROLES if role in own or role in above}
    actor = words(clause, lead, merged.get("actor"))
    negative = lead is not None and draft.polarity == "positive"
    polarity = lead.draft.polarity if lead is not None and negative else draft.polarity
    forbidden = polarity == "negative"
    return Commitment(
        clause=clause.id,
        force=force,
        action=FORBIDDEN if forbidden else draft.action,
        phase="" if forbidden else draft.phase,
        polarity=polarity,
        actor=actor,
        object=words(clause, lead, own.get("object")),
        precision=precision(clause, draft, actor, mentions),
        follow_up=follow_up(clause, draft, mentions),
        spans=merged,
        inherited_from=None if lead is None else lead.clause.id,
        aspect="continuing" if lead is not None and lead.draft.aspect == "continuing" else draft.aspect,
        reported=draft.reported or (lead is not None and lead.draft.reported),
        purpose=draft.purpose,
        confidence=round(min(1.0, confidence), 3),
    )


def spans(clause: str, draft: Draft) -> dict[str, Span]:
    """Evidence of a draft by role."""
    places: dict[str, Chars | None] = {
        "marker": draft.marker,
        "action": draft.predicate,
        "actor": draft.actor,
        "object": draft.object,
        "attenuator": draft.attenuator,
        "negation": draft.negation,
    }
    return {role: Span(clause, *place) for role, place in places.items() if place is not None}


def inherited(lead: Lead, draft: Draft) -> dict[str, Span]:
    """Evidence that stands in the lead-in: its marker, and its verb where the item has none."""
    own = spans(lead.clause.id, lead.draft)
    if lead.who is not None and lead.actor is not None:
        own["actor"] = Span(lead.who.id, *lead.actor)
    roles = {"marker", "attenuator", "negation", "actor"} | ({"action"} if draft.predicate is None else set())
    return {role: span for role, span in own.items() if role in roles}


def words(clause: Clause, lead: Lead | None, span: Span | None) -> str:
    """The words of a span of the clause or of its lead-in."""
    if span is None:
        return ""
    return clause.text[span.start : span.end] if span.clause == clause.id or lead is None else lead.text(span)
