"""A comparison with everything in reach by document and clause, and the names a reader sees."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from policynlp.records import Bilingual, Clause, Commitment, Comparison, Difference, Document, Mention
from policynlp.report.pieces import Evidence
from policynlp.report.rows import Place
from policynlp.tables.widths import width

Item = TypeVar("Item")

LONGEST_SHORT = 30
"""Room for a short name, in letters: it stands in column heads and in the headline."""


class Name(NamedTuple):
    """What a reader sees a document called, in each language of the interface."""

    en: str
    ko: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """Indexes over one comparison; each tuple has one member a document."""

    comparison: Comparison
    shorts: tuple[Name, ...]
    """Short names, all different: ``MOU``, ``MOC``; those of the comparison's sentences where it has some."""
    clauses: tuple[Mapping[str, Clause], ...]
    """Clauses by id."""
    targets: tuple[Mapping[str, str], ...]
    """Id of the page's element (and so the link to it) by clause id: ``mou.en/iii-a``."""
    commitments: tuple[Mapping[str, Sequence[Commitment]], ...]
    """Commitments by clause id, without those that only serve another."""
    mentions: tuple[Mapping[str, Sequence[Mention]], ...]
    """Mentions by clause id."""
    evidence: Mapping[Place, Sequence[Evidence]]
    """What findings rest on, by document and clause."""
    shared: frozenset[str]
    """Element ids of findings that are no difference of clauses: what is shared, how documents differ."""
    ids: Mapping[int, str]
    """Element id of each finding by its Python identity: its own id, made unique on the page."""


def look_up(comparison: Comparison) -> Lookup:
    """Every index of a comparison, made once a report."""
    documents = comparison.documents
    names = unique([analysis.document.id for analysis in documents])
    ids = _finding_ids(comparison)
    return Lookup(
        comparison=comparison,
        shorts=document_names(comparison),
        clauses=tuple({clause.id: clause for clause in analysis.clauses} for analysis in documents),
        targets=tuple(
            _targets(name, analysis.clauses) for name, analysis in zip(names, documents, strict=True)
        ),
        commitments=tuple(
            _grouped((each.clause, each) for each in analysis.commitments if not each.purpose)
            for analysis in documents
        ),
        mentions=tuple(
            _grouped((each.span.clause, each) for each in analysis.mentions) for analysis in documents
        ),
        evidence=_evidence(comparison, ids),
        shared=frozenset(ids[id(each)] for each in (*comparison.documents_differ, *comparison.common)),
        ids=ids,
    )


def located(clause: Clause) -> str:
    """Where a clause stands, for a reader: headings and numbers, else its label, else its count."""
    above = " › ".join(part for part in clause.path if part) or clause.label or clause.heading
    return above or f"¶ {clause.id.removeprefix('c')}"


def unique(names: Iterable[str]) -> list[str]:
    """The names, a repeated one with ``~2``, ``~3`` … after it."""
    seen: set[str] = set()
    out: list[str] = []
    for name in names:
        candidate, count = name, 1
        while candidate in seen:
            count += 1
            candidate = f"{name}~{count}"
        seen.add(candidate)
        out.append(candidate)
    return out


def document_names(comparison: Comparison) -> tuple[Name, ...]:
    """The names that the comparison's own sentences use, fit for a column head; else short names of titles
    and ids."""
    if len(comparison.names) == len(comparison.documents):
        return tuple(_headed(name) for name in comparison.names)
    return tuple(Name(name, name) for name in short_names([each.document for each in comparison.documents]))


def _headed(name: Bilingual) -> Name:
    """A name in a sentence (``the MOU``) as one that stands alone (``MOU``)."""
    plain = name["en"].removeprefix("the ")
    return Name(_fit(plain[:1].upper() + plain[1:]), _fit(name["ko"]))


def short_names(documents: Sequence[Document]) -> tuple[str, ...]:
    """What to call each document in a column head: the stem of its id where the id ends in the language
    (``mou.en``, ``moc.en`` are MOU and MOC), else its title if short, else its id; always all by one rule."""
    ids = [document.id for document in documents]
    stems = [document.id.removesuffix(f".{document.language}") for document in documents]
    titles = [document.metadata.get("short") or document.title for document in documents]
    if _differ(stems) and not set(stems) & set(ids):
        names = [stem.upper() if stem.isascii() and len(stem) <= 4 else stem for stem in stems]
    elif _differ(titles) and all(0 < width(title) <= LONGEST_SHORT for title in titles):
        names = titles
    else:
        names = ids
    return tuple(unique(_fit(name) for name in names))


def _fit(name: str) -> str:
    return name if width(name) <= LONGEST_SHORT else _cut(name)


def _cut(name: str) -> str:
    return name[: LONGEST_SHORT // 2 if width(name) > len(name) else LONGEST_SHORT - 1] + "…"


def _differ(names: Sequence[str]) -> bool:
    return len(set(names)) == len(names)


def _targets(name: str, clauses: Sequence[Clause]) -> dict[str, str]:
    anchors = unique(clause.anchor or clause.id for clause in clauses)
    return {clause.id: f"{name}/{anchor}" for clause, anchor in zip(clauses, anchors, strict=True)}


def _finding_ids(comparison: Comparison) -> dict[int, str]:
    told = (comparison.differences, comparison.documents_differ, comparison.common, comparison.rejected)
    findings: list[Difference] = [each for part in told for each in part]
    return {id(each): name for each, name in zip(findings, unique(each.id for each in findings), strict=True)}


def _grouped(pairs: Iterable[tuple[str, Item]]) -> Mapping[str, list[Item]]:
    groups: dict[str, list[Item]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return dict(groups)


def _evidence(comparison: Comparison, ids: Mapping[int, str]) -> Mapping[Place, list[Evidence]]:
    found: dict[Place, list[Evidence]] = defaultdict(list)
    for difference in (*comparison.differences, *comparison.documents_differ, *comparison.common):
        for side, spans in enumerate(difference.spans):
            for span in spans:
                found[side, span.clause].append((span.start, span.end, ids[id(difference)]))
    return dict(found)
