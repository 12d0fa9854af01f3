"""What was read goes into the store in groups, and is given back once it is there."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from policynlp import pipeline
from policynlp.batch.reading import Reading, Task
from policynlp.errors import PolicyNLPError, UsageError
from policynlp.records import Analysis, Counterparts
from policynlp.store import Entry, Listed
from policynlp.workspace import Workspace

GROUP = 32
"""Most sources stored in one transaction: opening and closing the file takes .1 s."""
GROUP_SECONDS = 5.0
"""Longest time that something read waits to be stored, while more is coming in."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one origin."""

    source: str
    """Path, ``archive.zip!/member``, address or built-in id."""
    analyses: tuple[Analysis, ...] = ()
    """What was read and stored; several where a file holds several language versions."""
    unchanged: tuple[Listed, ...] = ()
    """What the store already had, read from the same bytes by the same code."""
    error: PolicyNLPError | None = None
    """Why it failed."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """Processor time by stage; ``store`` is its share of the group's."""
    peak: int = 0
    """Most bytes of memory that its worker had held by then."""
    counterparts: tuple[Counterparts, ...] = ()
    """Of a file that holds several languages: which clauses of its versions stand for each other."""


class Storing:
    """Collects readings, stores them a group at a time, and gives outcomes back in order."""

    def __init__(self, home: Workspace, places: Mapping[str, str], taken: Mapping[str, Listed]) -> None:
        self._home, self._places, self._taken = home, places, dict(taken)
        self._outcomes: list[Ingested] = []
        self._readings: list[tuple[str, Task, Reading]] = []
        self._since = time.monotonic()

    def take(self, item: Task | Ingested, reading: Reading | None) -> Iterator[Ingested]:
        """Add what came in; gives outcomes back where a group is full or has waited long enough."""
        if isinstance(item, Task) and reading is not None:
            ids = {analysis.document.id for analysis in reading.analyses}
            if ids & {one.document.id for _, _, kept in self._readings for one in kept.analyses}:
                yield from self.flush()
            self._add(item, reading)
        elif isinstance(item, Ingested):
            self._outcomes.append(item)
        if len(self._readings) >= GROUP or time.monotonic() - self._since > GROUP_SECONDS:
            yield from self.flush()

    def _add(self, task: Task, reading: Reading) -> None:
        """Put a reading in the group, unless it failed or its address chose an id that is taken."""
        place = self._places[task.name]
        error = reading.error or (self._clash(task, place, reading) if task.id is None else None)
        stored = tuple(one for one in self._taken.values() if reading.unchanged and one.place == place)
        if error is None and reading.analyses:
            self._readings.append((place, task, reading))
        analyses = () if error else reading.analyses
        links = () if error else reading.counterparts
        self._outcomes.append(
            Ingested(task.name, analyses, stored, error, reading.seconds, reading.peak, links)
        )

    def _clash(self, task: Task, place: str, reading: Reading) -> UsageError | None:
        """What to say where an address's document has the id of another source's."""
        for analysis in reading.analyses:
            owner = self._taken.get(analysis.document.id)
            if owner and (owner.place or owner.location) != place:
                return UsageError("id-taken", place=task.name, id=owner.id, by=owner.location)
        return None

    def flush(self) -> Iterator[Ingested]:
        """Store the group in one transaction, then give back all outcomes so far. Raises StoreError."""
        start = time.process_time()
        if self._readings:
            self._save()
        share = (time.process_time() - start) / max(len(self._readings), 1)
        for outcome in self._outcomes:
            seconds = {**outcome.seconds, "store": share} if outcome.analyses else outcome.seconds
            yield replace(outcome, seconds=seconds)
        self._outcomes, self._readings, self._since = [], [], time.monotonic()

    def _save(self) -> None:
        entries = [
            Entry(analysis, pipeline.fingerprint(), place, task.id or analysis.document.id, task.asked)
            for place, task, reading in self._readings
            for analysis in reading.analyses
        ]
        features = {key: row for _, _, reading in self._readings for key, row in reading.features.items()}
        links = [one for _, _, reading in self._readings for one in reading.counterparts]
        self._home.store.save_all(entries, features={pipeline.DEFAULT_ENCODER: features}, counterparts=links)
