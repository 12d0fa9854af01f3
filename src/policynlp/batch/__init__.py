"""Ingest of many: what sources hold is read by worker processes and stored in groups, each whole or not.

``plan`` finds what there is to read and gives it ids; ``ingest`` reads what is new and stores it. A source is
unchanged, and not read again, where the store has the same bytes under the same place, read by the same code
and told the same: the bytes are hashed each time, because size and time of change can lie.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policynlp.batch import workers
from policynlp.batch.ids import assign, plain
from policynlp.batch.origins import Origin, Source, find
from policynlp.batch.reading import Reading, Scratch, Task, read
from policynlp.batch.storing import Ingested, Storing
from policynlp.batch.tasks import Tasks
from policynlp.batch.workers import Limits
from policynlp.errors import UsageError
from policynlp.records import Standing
from policynlp.store import Listed
from policynlp.workspace import Workspace

__all__ = ["Ingested", "Limits", "Plan", "Source", "ingest", "plan"]

ALONE = 3
"""Most origins that are read in this process: starting others takes longer."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be read, and under which ids."""

    origins: tuple[Origin, ...]
    ids: tuple[str | None, ...]
    """One an origin; None where an address gives it."""
    passed_over: Mapping[str, int]
    """Files in folders and archives that are no documents, by extension."""
    language: str | None
    standing: Standing | None
    """What a person says the texts are to their agreements."""
    known: Mapping[str, tuple[Listed, ...]]
    """What the store has, by place."""
    taken: Mapping[str, Listed]
    """What the store has, by id."""
    named: bool
    """Whether a person gave the id."""

    def told(self, stored: Sequence[Listed]) -> dict[str, str]:
        """What a person says of a source, now or when it was last ingested: ``language`` (``auto`` takes an
        earlier word back), ``standing``."""
        told: dict[str, str] = json.loads(stored[0].asked) if stored and stored[0].asked else {}
        now = {"language": self.language, "standing": self.standing}
        told |= {name: value for name, value in now.items() if value}
        return {name: value for name, value in told.items() if value != "auto"}


def plan(
    sources: Sequence[Source],
    home: Workspace,
    *,
    id: str | None = None,
    language: str | None = None,
    standing: Standing | None = None,
) -> Plan:
    """Find what sources hold and give it ids.

    Raises UsageError where ``id`` cannot be one or is given for more than one document.
    """
    found = find(sources, home)
    listed = home.store.listing()
    known: dict[str, tuple[Listed, ...]] = {}
    for one in listed:
        known[one.place or one.location] = (*known.get(one.place or one.location, ()), one)
    if id is not None and len(found.origins) != 1:
        raise UsageError("one-id", id=id, count=len(found.origins))
    if id is not None and plain(id) != id:
        raise UsageError("bad-id", id=id, better=plain(id))
    taken = {one.family: one for one in listed if one.family} | {one.id: one for one in listed}
    origins = tuple(found.origins)
    ids = (id,) if id is not None else _ids(origins, known, taken)
    return Plan(origins, ids, dict(found.passed_over), language, standing, known, taken, id is not None)


def _ids(
    origins: Sequence[Origin], known: Mapping[str, Sequence[Listed]], taken: Mapping[str, Listed]
) -> tuple[str | None, ...]:
    """An id for each origin. One file alone takes the id of its name; Tasks says where that is taken."""
    stored = {place: rows[0].family or rows[0].id for place, rows in known.items()}
    if len(origins) == 1 and origins[0].kind == "file":
        return (stored.get(origins[0].place) or plain(origins[0].path.stem),)
    files = [origin for origin in origins if origin.kind in ("file", "member")]
    places = {id: one.place or one.location for id, one in taken.items()}
    given = dict(zip((origin.place for origin in files), assign(files, stored, places), strict=True))
    return tuple(given.get(origin.place) or _fixed(origin) for origin in origins)


def _fixed(origin: Origin) -> str | None:
    """The id that a listed text has; None where an address gives it."""
    listed = origin.builtin or origin.official
    return listed.id if listed else None


def ingest(
    plan: Plan,
    home: Workspace,
    *,
    private: bool = False,
    count: int | None = None,
    limits: Limits | None = None,
) -> Iterator[Ingested]:
    """Read, analyse and store everything planned, in order; what fails is reported and the rest goes on.

    ``private`` allows addresses that are not on the public internet; ``count`` is the number of worker
    processes, 0 for none. Raises StoreError where nothing can be stored; what was given back is stored then.
    """
    if count is None:
        count = 0 if len(plan.origins) <= ALONE else (os.cpu_count() or 1)
    tasks = Tasks(plan, home, private)
    storing = Storing(home, tasks.places, plan.taken)
    try:
        outcomes = workers.run(iter(tasks), count, limits or Limits()) if count else _here(iter(tasks))
        for item, reading in outcomes:
            yield from storing.take(item, reading)
        yield from storing.flush()
    finally:
        tasks.close()


def _here(items: Iterator[Task | Ingested]) -> Iterator[tuple[Task | Ingested, Reading | None]]:
    """The same in this process, without limits."""
    scratch = Scratch()
    for item in items:
        yield item, read(item, scratch) if isinstance(item, Task) else None
