"""What becomes of a damaged file: read, refused in a sentence, or failed."""

import resource
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from policynlp.errors import PolicyNLPError
from policynlp.ingest import read_file
from policynlp.segment import segment
from tests.ingest.mutations import Mutant


@dataclass(frozen=True, slots=True)
class Reading:
    """The fate of a file."""

    outcome: str
    """``read``, ``refused``, or empty where it failed."""
    detail: str
    """The sentence of the refusal, or what went wrong."""
    seconds: float = 0.0
    """Processor time that it took."""
    memory: int = 0
    """Most bytes that the process has held so far."""


def reading(mutant: Mutant) -> Reading:
    """Read a damaged file and cut it into clauses; any exception but the project's own is let through."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / mutant.name
        path.write_bytes(mutant.data)
        start = time.process_time()
        outcome, detail = _fate(path)
        seconds = time.process_time() - start
    return Reading(outcome, detail, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


def _fate(path: Path) -> tuple[str, str]:
    try:
        document = read_file(path)
        clauses = segment(document)
    except PolicyNLPError as error:
        sentence = str(error)
        whole = path.name in sentence and "\n" not in sentence and error.said("ko")
        return ("refused", sentence) if whole else ("", f"an error that is no sentence: {sentence!r}")
    if not document.text.strip():
        return "", "an empty document"
    words = any(clause.text.strip() for clause in clauses)
    return ("read", f"{len(clauses)} clauses") if words else ("", "no clause of a text")
