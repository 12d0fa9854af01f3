"""Clauses of real agreements, labelled twice by reading, against what is extracted (docs/labelling.md).

The texts are not in the repository: a label names its file, the clause's anchor and the hash of its words.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from policynlp.errors import UnreadableError
from policynlp.evaluate.commitments import Matched, match
from policynlp.evaluate.gold import GoldCommitment
from policynlp.evaluate.metrics import NONE, Score
from policynlp.evaluate.reliability import Verdict
from policynlp.records import Commitment, Mention

NEAR = 1
"""Levels of force that count as nearly right."""
_ARTICLE = re.compile(r"^(?:the|a|an|each|any|every|such|both|either)\s+", re.IGNORECASE)
_PARTICLE = re.compile(r"(?:에서는|에게|은|는|이|가|을|를|의|에|과|와|도)$")
_GAPS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader, person or program, found in a clause."""

    commitments: tuple[Commitment, ...]
    institutions: tuple[str, ...] = ()
    """The words that name each body."""
    quantities: tuple[str, ...] = ()
    """Normalised values."""


@dataclass(frozen=True, slots=True)
class LabelledClause:
    """A clause with its settled labels."""

    id: str
    file: str
    """Below the folder of treaties, or ``builtin:ID``."""
    anchor: str
    sha256: str
    """First 16 digits of the hash of the clause's text."""
    commitments: tuple[GoldCommitment, ...] = ()
    institutions: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    passes: tuple[Reading, ...] = ()
    """What each of the independent labellers wrote, before they were settled."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts over clauses; they add up."""

    counts: Mapping[str, Score] = field(default_factory=dict)
    """By name: found, force, force-near, action, actor, polarity, institution, quantity."""
    confusion: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """Matched commitments by force labelled and force read; of several labels the one nearest to the read."""
    actions: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """Matched commitments by class of action labelled and read."""
    verdicts: tuple[Verdict, ...] = ()
    """The confidence of each commitment read, and whether it is one of that force and polarity."""


def load_clauses(place: Path) -> tuple[LabelledClause, ...]:
    """The labels of a JSONL file; raises UnreadableError where it is missing or no JSON."""
    try:
        lines = place.read_text("utf8").splitlines()
    except OSError as error:
        raise UnreadableError(str(place), "gold-missing") from error
    try:
        return tuple(_clause(json.loads(line)) for line in lines if line.strip())
    except ValueError as error:
        raise UnreadableError(str(place), "not-json", error=error) from error


def of_label(label: Mapping[str, Any]) -> Reading:
    """A labeller's line as a reading, so that two labellers compare as a labeller and the program do."""
    return Reading(
        tuple(_commitment(one) for one in label["commitments"]),
        tuple(one["text"] for one in label["institutions"]),
        tuple(one["value"] for one in label["quantities"]),
    )


def of_program(clause: str, commitments: Iterable[Commitment], mentions: Iterable[Mention]) -> Reading:
    """What was extracted from one clause, without actions that only serve another."""
    here = [one for one in mentions if one.span.clause == clause]
    return Reading(
        tuple(one for one in commitments if one.clause == clause and not one.purpose),
        tuple(one.text for one in here if one.kind == "institution"),
        tuple(one.value for one in here if one.kind == "quantity"),
    )


def judged(gold: LabelledClause, read: Reading) -> Scores:
    """The scores of one clause.

    ``found``: is there a commitment. ``force``, ``force-near``, ``polarity``: of the matched. ``action``,
    ``actor``: right where the match has the right one, so that what was missed or made up counts against it.
    """
    pairs = match(gold.commitments, read.commitments)
    forces = [(_nearest(want.force, have.force), have.force) for want, have in pairs if want.force]
    actors = [same_words(want.actor, have.actor) for want, have in pairs if want.actor and have.actor]
    sizes = len(read.commitments), len(gold.commitments)
    return Scores(
        {
            "found": Score(len(pairs), *sizes),
            "force": _of([want == have for want, have in forces]),
            "force-near": _of([abs(want - have) <= NEAR for want, have in forces]),
            "polarity": _of([want.polarity == have.polarity for want, have in pairs]),
            "action": Score(sum(have.action in want.action for want, have in pairs), *sizes),
            "actor": Score(
                sum(actors),
                sum(bool(one.actor) for one in read.commitments),
                sum(bool(one.actor) for one in gold.commitments),
            ),
            "institution": _named(gold.institutions, read.institutions),
            "quantity": _counted(gold.quantities, read.quantities),
        },
        Counter(forces),
        Counter(
            (have.action if have.action in want.action else want.action[0], have.action)
            for want, have in pairs
        ),
        _verdicts(pairs, read.commitments),
    )


def added(scores: Iterable[Scores]) -> Scores:
    """The sum of the counts of many clauses."""
    counts: dict[str, Score] = {}
    confusion: Counter[tuple[int, int]] = Counter()
    actions: Counter[tuple[str, str]] = Counter()
    verdicts: list[Verdict] = []
    for one in scores:
        counts = {name: counts.get(name, NONE) + score for name, score in one.counts.items()}
        confusion.update(one.confusion)
        actions.update(one.actions)
        verdicts += one.verdicts
    return Scores(counts, confusion, actions, tuple(verdicts))


def same_words(a: str, b: str) -> bool:
    """Whether two wordings name the same: equal, or one inside the other, but for articles and particles."""
    first, second = _bare(a), _bare(b)
    return bool(first and second) and (first in second or second in first)


def _bare(words: str) -> str:
    without = _PARTICLE.sub("", _ARTICLE.sub("", words.strip()))
    return _GAPS.sub(" ", without).strip().casefold()


def _nearest(levels: Sequence[int], read: int) -> int:
    return min(levels, key=lambda level: abs(level - read))


def _verdicts(pairs: Sequence[Matched], read: Sequence[Commitment]) -> tuple[Verdict, ...]:
    """What was read with which confidence, and whether that holds of its force and polarity."""
    right = {
        id(have)
        for want, have in pairs
        if want.polarity == have.polarity and (not want.force or have.force in want.force)
    }
    return tuple((one.confidence, id(one) in right) for one in read)


def _named(gold: Sequence[str], found: Sequence[str]) -> Score:
    """Bodies by their words, each label taken once."""
    left, right = list(gold), 0
    for words in found:
        hit = next((label for label in left if same_words(label, words)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    repeated = sum(
        any(same_words(words, other) for other in found[:place]) for place, words in enumerate(found)
    )
    surplus = max(0, min(repeated, len(found) - right))
    return Score(right, len(found) - surplus, len(gold))


def _counted(gold: Sequence[str], found: Sequence[str]) -> Score:
    """Values as multisets."""
    want, have = Counter(gold), Counter(found)
    return Score(sum((want & have).values()), sum(have.values()), sum(want.values()))


def _of(verdicts: Sequence[bool]) -> Score:
    return Score(sum(verdicts), len(verdicts), len(verdicts))


def _clause(row: Mapping[str, Any]) -> LabelledClause:
    settled = row["settled"]
    return LabelledClause(
        id=row["id"],
        file=row["file"],
        anchor=row["anchor"],
        sha256=row["sha256"],
        commitments=tuple(_gold(one) for one in settled["commitments"]),
        institutions=tuple(one["text"] for one in settled["institutions"]),
        quantities=tuple(one["value"] for one in settled["quantities"]),
        passes=tuple(of_label(label) for label in row["passes"]),
    )


def _gold(label: Mapping[str, Any]) -> GoldCommitment:
    force = label["force"]
    forces = () if force is None else tuple(force) if isinstance(force, list) else (force,)
    return GoldCommitment(
        force=forces,
        polarity=label["polarity"],
        action=_several(label["action"]),
        actor=label.get("actor", ""),
        lead_in=bool(label.get("lead_in")),
    )


def _commitment(label: Mapping[str, Any]) -> Commitment:
    return Commitment(
        clause="",
        force=_first(label["force"]) if label["force"] is not None else 0,
        action=_several(label["action"])[0],
        polarity=label["polarity"],
        actor=label.get("actor", ""),
        object=label.get("object", ""),
        lead_in=bool(label.get("lead_in")),
    )


def _several(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _first(value: int | Sequence[int]) -> int:
    return value if isinstance(value, int) else value[0]


def settled_as(label: LabelledClause, reading: Reading) -> LabelledClause:
    """The clause with one labeller's reading in place of the settled labels."""
    commitments = tuple(
        GoldCommitment(
            force=() if one.polarity == "denied" else (one.force,),
            polarity=one.polarity,
            action=(one.action,),
            actor=one.actor,
            lead_in=one.lead_in,
        )
        for one in reading.commitments
    )
    return replace(
        label, commitments=commitments, institutions=reading.institutions, quantities=reading.quantities
    )
