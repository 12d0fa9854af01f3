"""Worker processes: each reads one task at a time, within a limit of time and of memory.

A worker that dies or takes too long costs its task, which is named, and is replaced. ProcessPoolExecutor
gives up as a whole where one process dies, and cannot stop a task; hence these.
"""

import copyreg
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing import connection, get_all_start_methods, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import MappingProxyType, ModuleType
from typing import Any, TypeVar

from policynlp.batch.reading import Guard, Reading, Scratch, Task, read
from policynlp.errors import UnreadableError

WINDOW = 32
"""Tasks that may be done while an earlier one is not: what is finished waits for its turn in memory."""
THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""One thread a worker: with more, matrix threads of several workers wait for each other in a loop."""
Other = TypeVar("Other")
"""What needs no worker and only waits for its turn."""
Work = Callable[[Task, Scratch], Reading]
"""What a worker does with a task; a function of a module, since it is sent by its name."""
LEAVING = 2.0
"""Seconds that a worker has to end by itself."""
OUT_OF_MEMORY = "read-memory"
"""Code of the error after which a worker ends: a process that ran out of memory is not to be trusted."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost."""

    seconds: float = 300.0
    """Wall time; a treaty of 600 KB takes 20 s on a slow laptop, a worker's first task loads models too."""
    memory: int = 4 << 30
    """Bytes of address space of a worker; models and libraries take 1 GB of it."""


class Worker:
    """One process and what it is at."""

    def __init__(self, limits: Limits, work: Work) -> None:
        method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
        context = get_context(method)
        ours, theirs = context.Pipe()
        self.connection: Connection = ours
        self.task: Task | None = None
        self._limits = limits
        self._due = 0.0
        process = context.Process(target=_serve, args=(theirs, limits.memory, work), daemon=True)  # type: ignore[attr-defined]
        self._process: BaseProcess = process
        with bare_main():
            process.start()
        theirs.close()

    def give(self, task: Task) -> None:
        """Start a task."""
        self.task, self._due = task, time.monotonic() + self._limits.seconds
        with suppress(OSError):  # it died meanwhile: its pipe's end tells, in ``outcome``
            self.connection.send(task)

    @property
    def left(self) -> float:
        """Seconds until its task has taken too long."""
        return max(0.0, self._due - time.monotonic())

    def outcome(self) -> Reading | None:
        """The reading of its task, if it is done, died or took too long; the worker is then free or ended."""
        assert self.task is not None
        try:
            if self.connection.poll():
                reading: Reading = self.connection.recv()
                if reading.error is not None and reading.error.code == OUT_OF_MEMORY:
                    self.end()  # it is leaving: a task given meanwhile would be lost with it
                return reading
        except (EOFError, OSError):
            return Reading(error=self._death(self.task.name))
        if self.left:
            return None
        self.end()
        seconds = f"{self._limits.seconds:g}"
        return Reading(error=UnreadableError(self.task.name, "read-too-long", seconds=seconds))

    def _death(self, name: str) -> UnreadableError:
        self._process.join(LEAVING)
        code = self._process.exitcode
        self.end()
        reason = signal.Signals(-code).name if code is not None and code < 0 else f"exit code {code}"
        return UnreadableError(name, "read-died", error=reason)

    @property
    def is_alive(self) -> bool:
        """Whether it can take a task."""
        return self._process.is_alive() and not self.connection.closed

    def end(self) -> None:
        """Stop it now."""
        self.connection.close()
        self._process.kill()
        self._process.join()


@contextmanager
def bare_main() -> Iterator[None]:
    """Hide the main module: a child would run it again, and a script without a guard would start a batch."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def run(
    items: Iterable[Task | Other], count: int, limits: Limits, work: Work = read
) -> Iterator[tuple[Task | Other, Reading | None]]:
    """Every item in order, a task with its reading; items are taken as workers come free."""
    waiting = iter(items)
    order: deque[Task | Other] = deque()
    done: dict[int, Reading] = {}
    workers: list[Worker] = []
    exhausted = False
    try:
        while order or not exhausted:
            while not exhausted and len(order) < WINDOW and _has_room(workers, count):
                item = next(waiting, None)
                exhausted = item is None
                if item is not None:
                    order.append(item)
                if isinstance(item, Task):
                    _free(workers, limits, work).give(item)
            done |= _finished(workers)
            while order and (id(order[0]) in done or not isinstance(order[0], Task)):
                item = order.popleft()
                yield item, done.pop(id(item), None)
    finally:
        for worker in workers:
            worker.end()


def _has_room(workers: list[Worker], count: int) -> bool:
    """Whether a task can be given; workers that ended are let go, once the end of their task is told."""
    workers[:] = [worker for worker in workers if worker.task is not None or worker.is_alive]
    return len(workers) < count or any(worker.task is None for worker in workers)


def _free(workers: list[Worker], limits: Limits, work: Work) -> Worker:
    """A worker without a task: one that is there, or a new one."""
    for worker in workers:
        if worker.task is None:
            return worker
    workers.append(Worker(limits, work))
    return workers[-1]


def _finished(workers: list[Worker]) -> dict[int, Reading]:
    """Readings that came in, after waiting for one, by their task."""
    busy = [worker for worker in workers if worker.task is not None]
    if not busy:
        return {}
    connection.wait([worker.connection for worker in busy], min(worker.left for worker in busy))
    found = {}
    for worker in busy:
        reading = worker.outcome()
        if reading is not None:
            found[id(worker.task)] = reading
            worker.task = None
    return found


def _serve(parent: Connection, memory: int, work: Work) -> None:
    """A worker's life: take a task, send its reading, until the parent's end of the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its workers itself
    os.environ |= dict.fromkeys(THREAD_VARIABLES, "1")  # before numpy is loaded
    _limit_memory(memory)
    _silence()
    # a record's empty default is one, and pickle knows none
    copyreg.pickle(MappingProxyType, _as_dict)
    scratch = Scratch()
    while True:
        try:
            task: Task = parent.recv()
        except EOFError:
            return
        try:
            reading = work(task, scratch)
        except MemoryError:
            size = f"{memory / 1e6:.0f}"
            parent.send(Reading(error=UnreadableError(task.name, OUT_OF_MEMORY, size=size)))
            return
        with Guard(task.name) as guard:
            parent.send(replace(reading, peak=_peak()))
        if guard.error is not None:
            parent.send(Reading(error=guard.error))


def _as_dict(mapping: MappingProxyType[str, str]) -> Any:
    """How a read-only mapping travels."""
    return dict, (dict(mapping),)


def _peak() -> int:
    """Most bytes of memory that this process has held; 0 where the system does not tell (Windows)."""
    if sys.platform == "win32":
        return 0
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def _limit_memory(memory: int) -> None:
    """Let allocations beyond a size fail, where the system can (not on Windows)."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _silence() -> None:
    """Libraries write warnings on damaged files to standard error; what counts comes back as a reading."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 2)
    os.close(nothing)
