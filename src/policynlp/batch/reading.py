"""What is done with one origin: read, cut, extracted, encoded. Runs in a worker process or in this one."""

import time
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePath
from types import TracebackType

from policynlp import pipeline
from policynlp.errors import PolicyNLPError, UnreadableError
from policynlp.ingest.web.sources import OfficialText
from policynlp.records import Analysis, Counterparts, Document, Standing
from policynlp.workspace import BuiltIn, Workspace

REMEMBERED = 8192
"""Texts whose features a worker keeps (4 KB each): formulas come again from treaty to treaty."""


@dataclass(frozen=True, slots=True)
class Task:
    """An origin with all that a worker needs to read it."""

    name: str
    path: PurePath
    """Says what the bytes may be."""
    id: str | None
    """None where the reader chooses it (an address)."""
    data: bytes = b""
    """Content of a file or member."""
    language: str | None = None
    standing: Standing | None = None
    """What a person says the text is to its agreement."""
    asked: str = ""
    """What a person says of it, as the store keeps it."""
    builtin: BuiltIn | None = None
    official: OfficialText | None = None
    address: bool = False
    private: bool = False
    home: Workspace | None = None
    """Where what an address sent is kept."""
    current: str = ""
    """sha256 of what is stored and need not be read again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a task."""

    analyses: tuple[Analysis, ...] = ()
    """Empty where it failed or is unchanged."""
    counterparts: tuple[Counterparts, ...] = ()
    features: Mapping[str, bytes] = field(default_factory=dict)
    """Of every clause, by the text's sha256."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """Processor time by stage."""
    peak: int = 0
    """Most bytes of memory that the worker has held so far."""
    unchanged: bool = False
    """True where an address sent what is stored."""
    error: PolicyNLPError | None = None


class Scratch:
    """Features that this process made lately: what ``pipeline.encode`` takes for a workspace's store."""

    def __init__(self) -> None:
        self._rows: OrderedDict[tuple[str, str], bytes] = OrderedDict()

    @property
    def store(self) -> "Scratch":
        """Itself: it stands for a workspace."""
        return self

    def features(self, encoder: str, keys: Sequence[str]) -> dict[str, bytes]:
        """Features by text hash, for those of ``keys`` that are there."""
        found = {key: self._rows[encoder, key] for key in keys if (encoder, key) in self._rows}
        for key in found:
            self._rows.move_to_end((encoder, key))
        return found

    def save_features(self, encoder: str, vectors: Mapping[str, bytes]) -> None:
        """Keep features; the ones used longest ago go."""
        self._rows |= {(encoder, key): row for key, row in vectors.items()}
        while len(self._rows) > max(REMEMBERED, len(vectors)):
            self._rows.popitem(last=False)


class Clock:
    """Seconds of processor time by stage: on a busy machine the time that passes says nothing."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Count the time of a stage."""
        start = time.process_time()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - start


class Guard:
    """Turns what a reader did not foresee into one sentence about the file, and keeps it as ``error``.

    This is the border of a task: nothing that a file does may end the batch. Memory that ran out is left to
    the caller, since the process is not to be trusted after it.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self.error: PolicyNLPError | None = None

    def __enter__(self) -> "Guard":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if isinstance(error, PolicyNLPError):
            self.error = error
        elif isinstance(error, Exception) and not isinstance(error, MemoryError):
            self.error = UnreadableError(self._name, "read-failed", error=described(error))
        return self.error is not None


def described(error: BaseException) -> str:
    """What went wrong and where in the code, for a report."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code if trace is not None else None
    place = f" at {PurePath(code.co_filename).name}:{trace.tb_lineno}" if code and trace else ""
    return f"{type(error).__name__}: {str(error).splitlines()[0][:100] if str(error) else ''}{place}"


def read(task: Task, scratch: Scratch) -> Reading:
    """Carry out a task; whatever goes wrong is the reading's error. Raises MemoryError only."""
    clock = Clock()
    with Guard(task.name) as guard:
        with clock("read"):
            document = pipeline.stand(_document(task), task.home, stated=task.standing)
        if task.current and document.source.sha256 == task.current:
            return Reading(unchanged=True, seconds=clock.seconds)
        analyses, links = pipeline.read_out(document, scratch, clock=clock, whole=task.language is not None)
        with clock("encode"):
            features = _features(analyses, scratch)
        return Reading(analyses, links, features, clock.seconds)
    return Reading(error=guard.error, seconds=clock.seconds)


def _document(task: Task) -> Document:
    """The document of an origin."""
    if task.builtin is not None:
        return pipeline.read_builtin(task.builtin)
    if not task.address:
        return pipeline.read_content(task.data, task.path, task.name, id=task.id, language=task.language)
    text = task.official
    return pipeline.read_address(
        task.name,
        task.home,
        id=task.id,
        title=text.title if text else None,
        language=task.language,
        metadata=text.metadata if text else None,
        private=task.private,
    )


def _features(analyses: Sequence[Analysis], scratch: Scratch) -> dict[str, bytes]:
    """Features of every clause by the text's hash."""
    texts = [clause.text for analysis in analyses for clause in analysis.clauses]
    rows = pipeline.encode(texts, pipeline.DEFAULT_ENCODER, scratch)
    return {
        pipeline.text_key(text): row.astype("<f4").tobytes() for text, row in zip(texts, rows, strict=True)
    }
