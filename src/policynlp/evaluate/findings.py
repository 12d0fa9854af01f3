"""Which of an analyst's findings a comparison reports, and at which rank."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policynlp.evaluate.gold import Finding, Gold
from policynlp.evaluate.keys import Resolution, resolve
from policynlp.records import Analysis, Comparison, Difference


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one finding."""

    id: int
    """Of the finding."""
    found: bool
    """True where the reporting entries together show every word asked for."""
    rank: int
    """1 for the first entry of its part of the comparison; 0 where no entry reports it."""
    entries: tuple[str, ...]
    """Ids of the entries that report it, by rank."""
    missing: tuple[str, ...]
    """Words asked for that no entry shows."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One document of the comparison as a finding sees it."""

    analysis: Analysis
    judged: bool
    wanted: frozenset[str]
    words: tuple[str, ...]


def check(comparison: Comparison, gold: Gold) -> tuple[Verdict, ...]:
    """A verdict for each finding, in the order of the gold.

    The documents may come in either order and language: a side is known by the family in its document's id
    (``mou`` of ``mou.ko``).
    """
    where = {a.document.id: resolve(gold.clauses[a.document.id], a.clauses) for a in comparison.documents}
    return tuple(_verdict(finding, comparison, where) for finding in gold.findings)


def _verdict(finding: Finding, comparison: Comparison, where: Mapping[str, Resolution]) -> Verdict:
    sides = [_side(finding, analysis, where[analysis.document.id]) for analysis in comparison.documents]
    entries = [
        (rank, entry)
        for part in finding.where
        for rank, entry in enumerate(getattr(comparison, part), start=1)
        if _reports(entry, finding, sides)
    ]
    missing = _missing([entry for _, entry in entries], sides)
    return Verdict(
        id=finding.id,
        found=bool(entries) and not missing,
        rank=min((rank for rank, _ in entries), default=0),
        entries=tuple(entry.id for _, entry in entries),
        missing=missing,
    )


def _side(finding: Finding, analysis: Analysis, resolution: Resolution) -> _Side:
    family = analysis.document.id.split(".")[0]
    ids = (resolution.clauses.get(key) for key in finding.keys[family])
    return _Side(
        analysis=analysis,
        judged=bool(finding.keys[family]),
        wanted=frozenset(id for id in ids if id is not None),
        words=finding.words[analysis.document.language][family],
    )


def _reports(entry: Difference, finding: Finding, sides: Sequence[_Side]) -> bool:
    """Whether the entry is of a kind that counts, lies on the clauses and shows a word on each side."""
    if finding.kinds and entry.kind not in finding.kinds:
        return False
    return all(_touches(entry, i, side) for i, side in enumerate(sides))


def _touches(entry: Difference, index: int, side: _Side) -> bool:
    if side.judged and not side.wanted & set(entry.clauses[index]):
        return False
    text = evidence(entry, index, side.analysis)
    return not side.words or any(_shows(text, word) for word in side.words)


def _missing(entries: Sequence[Difference], sides: Sequence[_Side]) -> tuple[str, ...]:
    shown = [" ".join(evidence(e, i, side.analysis) for e in entries) for i, side in enumerate(sides)]
    return tuple(
        word for text, side in zip(shown, sides, strict=True) for word in side.words if not _shows(text, word)
    )


def _shows(text: str, word: str) -> bool:
    return any(one.casefold() in text for one in word.split("|"))


def evidence(entry: Difference, index: int, analysis: Analysis) -> str:
    """What an entry shows of one document, in lower case.

    The words of its spans; the whole clauses where it has no spans; for an entry without clauses (the
    documents as wholes differ) its value too.
    """
    clauses = {clause.id: clause.text for clause in analysis.clauses}
    shown = [clauses[s.clause][s.start : s.end] for s in entry.spans[index]]
    shown = shown or [clauses[id] for id in entry.clauses[index]]
    if not entry.clauses[index] and index < len(entry.values):
        shown.append(entry.values[index])
    return " ".join(shown).casefold()
