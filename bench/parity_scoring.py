"""Which planted errors a check found, of which class, and what it found besides."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policynlp.comparison.parity import CLASSES
from policynlp.records import Clause, Comparison

CHOSEN = (
    "modality",
    "polarity",
    "mistranslation",
    "number",
    "proper_noun",
    "omission",
    "addition",
    "spelling",
)


@dataclass(frozen=True)
class Planted:
    """An error in a clause."""

    kind: str
    start: int
    """Of its clause, in the clean document."""
    before: str
    after: str


@dataclass
class Count:
    """What was planted and found."""

    planted: Counter[str]
    located: Counter[str]
    typed: Counter[str]
    right: Counter[str]
    found: Counter[str]
    links: int = 0
    """Linked clauses of clean pairs."""
    false: int = 0
    """Findings in those."""


def score(errors: Sequence[Planted], side: int, result: Comparison, count: Count, *, show: bool) -> None:
    """Add one planted document: an error is located by a finding of its clause, typed by one of its class."""
    clauses = {clause.id: clause for clause in result.documents[side].clauses}
    shift, places = 0, []
    for error in errors:
        places.append((error.start + shift, error.start + shift + len(error.after)))
        shift += len(error.after) - len(error.before)
    touched: dict[int, list[str]] = defaultdict(list)
    for found in result.differences:
        near = [n for id in found.clauses[side] for n, at in enumerate(places) if _meets(clauses[id], at)]
        count.found[CLASSES[found.kind]] += 1
        count.right[CLASSES[found.kind]] += bool(near)
        for n in near:
            touched[n].append(CLASSES[found.kind])
        if show and not near:
            print(f"  no error: {found.weight} {found.kind} {found.values} {found.clauses}")
    for n, error in enumerate(errors):
        kind = CLASSES[error.kind]
        count.planted[error.kind] += 1
        count.located[error.kind] += bool(touched[n])
        count.typed[error.kind] += kind in touched[n]
        if show and kind not in touched[n]:
            what = touched[n] or "missed"
            print(f"  {side} {what}: {error.kind}\n    {error.before}\n    {error.after}")


def _meets(clause: Clause, place: tuple[int, int]) -> bool:
    return clause.start < place[1] and clause.end > place[0]


def table(count: Count) -> Iterator[str]:
    """Figures by kind, then of all."""
    yield f"clean pairs: {count.false} findings in {count.links} linked clauses"
    yield f"{'kind':16}{'planted':>8}{'recall':>8}{'typed':>8}"
    for kind in CHOSEN:
        if count.planted[kind]:
            n = count.planted[kind]
            yield f"{kind:16}{n:8}{count.located[kind] / n:8.2f}{count.typed[kind] / n:8.2f}"
    n, f = count.planted.total(), count.found.total()
    yield f"{'all':16}{n:8}{count.located.total() / n:8.2f}{count.typed.total() / n:8.2f}"
    yield f"precision {count.right.total() / max(f, 1):.2f} of {f} findings"
    yield "  ".join(f"{kind} {count.right[kind]}/{count.found[kind]}" for kind in sorted(count.found))
