"""Damaged files, each read in a process with limits: ``python bench/fuzz.py [--count 2000] [--seed 0]``.

A file is damaged by a seeded choice of the ways in tests/ingest/mutations.py, read and cut into clauses. It
passes where it gives a document with text or an error made for the reader of one sentence. It fails with any
other exception, an empty document, more than SECONDS, more than MEMORY, or the process's death. Sources are
all files of samples/ and hwp/ in the development data. Exit code 1 where one fails; ``--keep`` saves those.
"""

import argparse
import multiprocessing
import resource
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.ingest.mutations import Mutant, mutants  # noqa: E402
from tests.ingest.readings import Reading, reading  # noqa: E402

SECONDS = 10.0
"""Most processor time for one file: the largest sample, 201 pages, takes about two, undamaged."""
HANGS = 60.0
"""Seconds without an answer after which a process is stopped, however busy the machine is."""
MEMORY = 1_500 << 20
"""Most bytes that a process may hold, the libraries and Kiwi's model (about 400 MB) included."""
ADDRESSES = 6 << 30
"""Bytes of address space at which a process is stopped; libraries map more than they hold."""
WORKERS = 2
_WRAPPED = "양측은 반도체와 인공지능 분야의 연구를 위하여 서로 협력하고 그 결과를 공유하며 인력을 교\n" * 12
"""Lines that break inside words: reading them loads Kiwi."""


def sources(shared: Path) -> list[Path]:
    """Every sample that is not empty, damaged ones too, and the real HWP files."""
    found = sorted((shared / "data" / "samples" / "out").iterdir()) + sorted(
        (shared / "data" / "hwp").iterdir()
    )
    return [path for path in found if path.stat().st_size]


def _serve(connection: Connection) -> None:
    """A worker: reads what it is sent until there is no more."""
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    _warm()
    connection.send(None)
    while (mutant := connection.recv()) is not None:
        connection.send(reading(mutant))


def _within_limits(found: Reading) -> Reading:
    if found.memory > MEMORY:
        return replace(found, outcome="", detail=f"held {found.memory / 1e6:,.0f} MB")
    return (
        found
        if found.seconds <= SECONDS
        else replace(found, outcome="", detail=f"took {found.seconds:.1f} s")
    )


def _warm() -> None:
    """Load what the first file would otherwise wait for: language models and parsers."""
    for name, text in (("a.html", "<html><p>The Parties cooperate.</p></html>"), ("a.txt", _WRAPPED)):
        reading(Mutant(name, "none", -1, text.encode()))


class Worker:
    """A process that reads files, begun again where one kills or hangs it."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, other = context.Pipe()
        self.process = context.Process(target=_serve, args=(other,), daemon=True)
        self.process.start()
        other.close()
        self.connection.recv()

    def read(self, mutant: Mutant) -> Reading:
        """What becomes of a file, the time and the death of the process included."""
        self.connection.send(mutant)
        try:
            if self.connection.poll(HANGS):
                return _within_limits(self.connection.recv())
            fate = f"no answer within {HANGS:.0f} s"
        except EOFError:
            self.process.join()
            fate = f"the process died (code {self.process.exitcode}); its last words stand above"
        self.process.kill()
        self._begin()
        return Reading("", fate)

    def end(self) -> None:
        """Let the process go."""
        self.connection.send(None)
        self.process.join()


def read_all(waiting: "Queue[Mutant]") -> list[tuple[Mutant, Reading]]:
    """Every file read by WORKERS processes."""
    done: list[tuple[Mutant, Reading]] = []

    def work() -> None:
        worker = Worker()
        try:
            while True:
                mutant = waiting.get_nowait()
                done.append((mutant, worker.read(mutant)))
        except Empty:
            worker.end()

    threads = [Thread(target=work) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(done, key=lambda one: one[0].seed)


def summary(done: list[tuple[Mutant, Reading]]) -> Iterator[str]:
    """Counts by kind of file, then what failed."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mutant, found in done:
        counts[Path(mutant.name).suffix][found.outcome or "failed"] += 1
    yield f"{'':8}{'read':>7}{'refused':>9}{'failed':>8}"
    for kind, row in sorted(counts.items()):
        yield f"{kind:8}{row['read']:7}{row['refused']:9}{row['failed']:8}"
    whole = sum(counts.values(), Counter())
    yield f"{'all':8}{whole['read']:7}{whole['refused']:9}{whole['failed']:8}"
    slowest, longest = max(done, key=lambda one: one[1].seconds)
    yield f"slowest: {longest.seconds:.1f} s ({slowest.name}, {slowest.damage}, seed {slowest.seed})"
    yield f"peak memory of a process: {max(found.memory for _, found in done) / 1e6:,.0f} MB"
    for mutant, found in done:
        if not found.outcome:
            yield f"FAILED {mutant.name} {mutant.damage} seed {mutant.seed}: {found.detail}"


def main() -> int:
    """Read the damaged files and say what became of them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", default="", help="only sources whose name holds this")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--keep", type=Path, help="folder for the files that fail")
    chosen = parser.parse_args()
    files = [path for path in sources(chosen.shared) if chosen.only in path.name]
    waiting: Queue[Mutant] = Queue()
    for mutant in mutants(files, chosen.count, chosen.seed):
        waiting.put(mutant)
    done = read_all(waiting)
    print(*summary(done), sep="\n")
    for mutant, found in done if chosen.keep else ():
        if not found.outcome:
            chosen.keep.mkdir(parents=True, exist_ok=True)
            (chosen.keep / f"{mutant.seed}-{mutant.damage}-{mutant.name}").write_bytes(mutant.data)
    return int(any(not found.outcome for _, found in done))


if __name__ == "__main__":
    sys.exit(main())
