"""From a plan to tasks: what has to be read, in order, among what is settled already."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from policynlp import pipeline
from policynlp.batch.origins import Contents, Origin
from policynlp.batch.reading import Guard, Task
from policynlp.batch.storing import Ingested
from policynlp.errors import UsageError
from policynlp.store import Listed
from policynlp.workspace import Workspace

if TYPE_CHECKING:
    from policynlp.batch import Plan
    from policynlp.records import Standing


class Tasks:
    """Goes through a plan: a Task for what has to be read, an Ingested for what is unchanged or failed."""

    def __init__(self, plan: "Plan", home: Workspace, private: bool) -> None:
        self._plan, self._home, self._private = plan, home, private
        self._contents = Contents()
        self.places = {origin.name: origin.place for origin in plan.origins}
        """Place by name."""

    def __iter__(self) -> Iterator[Task | Ingested]:
        for origin, id in zip(self._plan.origins, self._plan.ids, strict=True):
            with Guard(origin.name) as guard:
                item = self._item(origin, id)
            yield Ingested(origin.name, error=guard.error) if guard.error is not None else item

    def close(self) -> None:
        """Close what is open."""
        self._contents.close()

    def _item(self, origin: Origin, id: str | None) -> Task | Ingested:
        """The task of an origin, unless it is unchanged. Raises PolicyNLPError."""
        data, sha256 = self._content(origin)
        stored = [one for one in self._plan.known.get(origin.place, ()) if id in (None, one.family or one.id)]
        told = self._plan.told(stored)
        asked = json.dumps(told, sort_keys=True) if told else ""
        current = self._current(stored, asked)
        if sha256 and sha256 == current:
            return Ingested(origin.name, unchanged=tuple(stored))
        if id is not None and not self._plan.named and len(self._plan.origins) == 1:
            self._unclaimed(origin, id, sha256)
        return Task(
            name=origin.name,
            path=origin.path,
            id=id,
            data=data,
            language=told.get("language") or (origin.official.language if origin.official else None) or None,
            standing=cast("Standing | None", told.get("standing")),
            asked=asked,
            builtin=origin.builtin,
            official=origin.official,
            address=origin.kind == "address",
            private=self._private,
            home=self._home,
            current="" if sha256 else current,
        )

    def _content(self, origin: Origin) -> tuple[bytes, str]:
        """Bytes of a file or member, and their hash; nothing of an address."""
        if origin.builtin is not None:
            return b"", origin.builtin.sha256
        if origin.kind == "address":
            return b"", ""
        data = self._contents.read(origin)
        return data, hashlib.sha256(data).hexdigest()

    def _current(self, stored: Sequence[Listed], asked: str) -> str:
        """Hash of what is stored of a source and need not be read again; empty where it must be."""
        hashes = {one.sha256 for one in stored}
        same = all(one.analysed_by == pipeline.fingerprint() and one.asked == asked for one in stored)
        return hashes.pop() if len(hashes) == 1 and same else ""

    def _unclaimed(self, origin: Origin, id: str, sha256: str) -> None:
        """Raise UsageError where another file's document, with other content, has the id."""
        owner = self._plan.taken.get(id)
        if owner and (owner.place or owner.location) != origin.place and owner.sha256 != sha256:
            raise UsageError("id-taken", place=origin.name, id=id, by=owner.location)
