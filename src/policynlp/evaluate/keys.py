"""From gold keys to the clauses that the segmenter made: by first words, in reading order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policynlp.evaluate.gold import GoldClause
from policynlp.evaluate.metrics import Score
from policynlp.records import Clause


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where the gold keys of one document lie."""

    clauses: Mapping[str, str]
    """Clause id by key."""
    missing: tuple[str, ...]
    """Keys that no clause starts like."""
    extra: tuple[str, ...]
    """Ids of clauses that no key names."""

    @property
    def keys(self) -> dict[str, str]:
        """Key by clause id."""
        return {clause: key for key, clause in self.clauses.items()}

    @property
    def score(self) -> Score:
        """How well the clauses are those of the gold: found keys against all keys and all clauses."""
        right = len(self.clauses)
        return Score(right=right, found=right + len(self.extra), gold=right + len(self.missing))


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def resolve(gold: Sequence[GoldClause], clauses: Sequence[Clause]) -> Resolution:
    """The clause of each key: the next one, in reading order, that begins with the key's first words.

    Order decides between clauses that begin alike (a lead-in that two sections repeat). A key that finds no
    clause leaves the place where the search goes on.
    """
    texts = [_squeezed(clause.text) for clause in clauses]
    found: dict[str, str] = {}
    place = 0
    for label in gold:
        starts = _squeezed(label.starts)
        at = next((i for i in range(place, len(texts)) if texts[i].startswith(starts)), None)
        if at is not None:
            found[label.key] = clauses[at].id
            place = at + 1
    named = set(found.values())
    return Resolution(
        clauses=found,
        missing=tuple(label.key for label in gold if label.key not in found),
        extra=tuple(clause.id for clause in clauses if clause.id not in named),
    )
