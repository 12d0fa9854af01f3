"""Links as people decided: rejected ones broken, confirmed and added ones kept."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from policynlp.decisions.keys import text_key
from policynlp.records import DECIDED, Analysis, Decided, Decision, Link, Outcome

Pair = tuple[tuple[int, ...], tuple[int, ...]]
"""Indexes of the clauses of a link in both documents."""


@dataclass(frozen=True, slots=True)
class Relinked:
    """Links after decisions."""

    links: tuple[Link, ...]
    decided: tuple[tuple[Decided, Pair | None], ...]
    """Decisions on links with their outcome, and the clauses that they join; ``target`` is not known yet."""


def relinked(analyses: Sequence[Analysis], links: Sequence[Link], decisions: Iterable[Decision]) -> Relinked:
    """The links of two documents as people decided. The last of two decisions on one link counts."""
    wanted = list({_identity(each): each for each in decisions if each.about == "link"}.values())
    if not wanted:
        return Relinked(tuple(links), ())
    places = [_by_text(analysis) for analysis in analyses]
    pairs = {(link.a, link.b) for link in links}
    broken: set[Pair] = set()
    decided: list[tuple[Decided, Pair | None]] = []
    for each in wanted:
        found = _pair(each.texts, each.clauses, analyses, places)
        right = _pair(each.corrected_texts, _ids(each.corrected), analyses, places)
        joined = {"reject": None, "correct": right}.get(each.verdict, found)
        if each.verdict in ("reject", "correct") and found is not None:
            broken.add(found)
        fixed = _fixed(each, found, right, analyses)
        decided.append((Decided(fixed, _outcome(each, found, joined, pairs, places)), joined))
    settled = _settled(decided)
    kept = list(dict.fromkeys(joined for _, joined in settled if joined is not None))
    return Relinked(tuple(_joined(links, broken, kept)), tuple(settled))


def _settled(decided: Sequence[tuple[Decided, Pair | None]]) -> list[tuple[Decided, Pair | None]]:
    """The decisions, where of two that want one clause in two links the later counts."""
    found: list[tuple[Decided, Pair | None]] = []
    chosen: set[Pair] = set()
    for each, joined in reversed(decided):
        clash = joined not in chosen and any(_share(joined, other) for other in chosen) if joined else False
        found.append((replace(each, outcome="overruled"), None) if clash else (each, joined))
        if joined is not None and not clash:
            chosen.add(joined)
    return found[::-1]


def _share(one: Pair, other: Pair) -> bool:
    return any(set(one[side]) & set(other[side]) for side in (0, 1))


def _identity(decision: Decision) -> tuple[str, str]:
    return decision.key, decision.corrected or str(decision.clauses) if not decision.key else ""


def _by_text(analysis: Analysis) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, clause in enumerate(analysis.clauses):
        found.setdefault(text_key(clause.text), []).append(place)
    return found


def _pair(
    texts: Sequence[Sequence[str]],
    ids: Sequence[Sequence[str]],
    analyses: Sequence[Analysis],
    places: Sequence[Mapping[str, list[int]]],
) -> Pair | None:
    """The clauses that a decision names: by their texts, in whichever document, else by their ids."""
    if not texts:
        return _by_ids(ids, analyses)
    for order in (texts, texts[::-1]):
        if len(order) == 2 and all(key in places[side] for side in (0, 1) for key in order[side]):
            return _nearest(order, places, _by_ids(ids, analyses))
    return None


def _nearest(
    texts: Sequence[Sequence[str]], places: Sequence[Mapping[str, list[int]]], named: Pair | None
) -> Pair:
    """Clauses by text; of several with one text, those that the ids name, else the first."""
    first, second = (
        tuple(
            sorted(
                next((n for n in places[side][key] if named and n in named[side]), places[side][key][0])
                for key in texts[side]
            )
        )
        for side in (0, 1)
    )
    return first, second


def _by_ids(clauses: Sequence[Sequence[str]], analyses: Sequence[Analysis]) -> Pair | None:
    """Indexes of clauses by id; None where one is unknown or a side is empty."""
    if len(clauses) != 2 or not all(clauses):
        return None
    known = [{clause.id: n for n, clause in enumerate(analysis.clauses)} for analysis in analyses]
    if not all(id in known[side] for side in (0, 1) for id in clauses[side]):
        return None
    first, second = (tuple(sorted(known[side][id] for id in clauses[side])) for side in (0, 1))
    return first, second


def _ids(written: str) -> list[list[str]]:
    """Clause ids as a person wrote them: ``c4 = c6 c7``."""
    return [re.findall(r"[^\s,;]+", side) for side in written.split("=")]


def _fixed(
    decision: Decision, found: Pair | None, right: Pair | None, analyses: Sequence[Analysis]
) -> Decision:
    """A decision with the hashes of the clauses that it gives by id alone."""

    def texts(pair: Pair | None) -> tuple[tuple[str, ...], ...]:
        return (
            tuple(
                tuple(text_key(analyses[side].clauses[place].text) for place in pair[side]) for side in (0, 1)
            )
            if pair
            else ()
        )

    return replace(
        decision,
        texts=decision.texts or texts(found),
        corrected_texts=decision.corrected_texts or texts(right),
    )


def _outcome(
    decision: Decision,
    found: Pair | None,
    joined: Pair | None,
    pairs: Collection[Pair],
    places: Sequence[Mapping[str, list[int]]],
) -> Outcome:
    if decision.verdict == "reject" and found in pairs:
        return "unlinked"
    if joined is None:
        return unmatched(decision, places)
    return "confirmed" if joined in pairs and decision.verdict != "correct" else "linked"


def unmatched(decision: Decision, places: Sequence[Mapping[str, object]]) -> Literal["stale", "gone"]:
    """Why a decision met nothing: a text of it is there no more, or the texts are and the reading is not."""
    texts = {key for side in decision.texts for key in side}
    known = {key for each in places for key in each}
    return "gone" if texts and texts <= known else "stale"


def _joined(links: Sequence[Link], broken: set[Pair], kept: Sequence[Pair]) -> list[Link]:
    """Links without the broken ones, with those kept; no clause is in two."""
    taken = [{place for pair in kept for place in pair[side]} for side in (0, 1)]
    whole = {(link.a, link.b): link for link in links}
    rest = []
    for pair, link in whole.items():
        a = tuple(place for place in pair[0] if place not in taken[0])
        b = tuple(place for place in pair[1] if place not in taken[1])
        if a and b and pair not in broken:
            rest.append(Link(a, b, link.score, link.moved, link.signals))
    added = [_added(pair, whole.get(pair), rest) for pair in kept]
    return sorted([*rest, *added], key=lambda link: (link.a, link.b))


def _added(pair: Pair, known: Link | None, others: Sequence[Link]) -> Link:
    """A link that a person wants: moved where it crosses links that keep their order."""
    if known is not None:
        return Link(known.a, known.b, known.score, known.moved, {**known.signals, DECIDED: 1.0})
    crossing = any((each.a < pair[0]) != (each.b < pair[1]) for each in others if not each.moved)
    return Link(*pair, 1.0, crossing, {DECIDED: 1.0})
