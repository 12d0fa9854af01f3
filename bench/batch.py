"""What a batch costs: ``python bench/batch.py FILE|FOLDER …`` ingests into a new workspace, prints a table.

Stages are counted in seconds of processor time, summed over the workers, so that other work on the machine
does not count; the time that passes is given for the whole. Without sources it reads the built-in corpus.
"""

import os
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from policynlp import batch, workspace

STAGES = ("read", "split", "segment", "encode", "extract", "link", "store")
"""In the order they run: split is by language, encode includes the areas' vectors, link is between language
versions of one file."""


class Costs:
    """What is counted while a batch runs."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.count: Counter[str] = Counter()
        self.peak = 0

    def add(self, outcome: batch.Ingested) -> None:
        """Count one outcome; say what failed."""
        self.seconds.update(outcome.seconds)
        self.peak = max(self.peak, outcome.peak)
        self.count.update(
            read=bool(outcome.analyses),
            failed=outcome.error is not None,
            documents=len(outcome.analyses),
            clauses=sum(len(one.clauses) for one in outcome.analyses),
            characters=sum(len(one.document.text) for one in outcome.analyses),
        )
        if outcome.error is not None:
            print(f"  {outcome.error}", file=sys.stderr)

    def table(self, passed: float) -> list[str]:
        """Lines about the whole and each stage."""
        count, files = self.count, max(self.count["read"], 1)
        letters = count["characters"]
        lines = [
            f"{count['read']} files read, {count['failed']} failed; {count['documents']} documents, "
            f"{letters:,} characters, {count['clauses']:,} clauses",
            f"{passed:.0f} s passed: {files / passed:.2f} files/s, {letters / passed:,.0f} characters/s",
            "| stage | CPU s | ms a file | characters/CPU s |",
            "|---|---|---|---|",
        ]
        for stage in (*STAGES, "all"):
            spent = self.seconds.total() if stage == "all" else self.seconds[stage]
            rate = letters / max(spent, 0.001)
            lines.append(f"| {stage} | {spent:.1f} | {1000 * spent / files:.1f} | {rate:,.0f} |")
        return lines


def measured(sources: list[batch.Source], home: workspace.Workspace) -> list[str]:
    """Ingest and describe what it cost; after Ctrl-C what was done until then."""
    costs, start = Costs(), time.perf_counter()
    try:
        for outcome in batch.ingest(batch.plan(sources, home), home):
            costs.add(outcome)
    except KeyboardInterrupt:
        print("stopped before the end", file=sys.stderr)
    passed = time.perf_counter() - start
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = home.store.path.stat().st_size / 1e6
    memory = f"peak memory: {own:.0f} MB here, {costs.peak / 1e6:.0f} MB in the largest worker"
    return [*costs.table(passed), f"{memory}; store: {size:.0f} MB"]


def main() -> None:
    """Print the table, then the time of a second run, which has nothing to read."""
    sources: list[batch.Source] = [*(sys.argv[1:] or workspace.builtin().values())]
    with tempfile.TemporaryDirectory() as folder:
        home = workspace.make(Path(folder))
        print("\n".join(measured(sources, home)), flush=True)
        start = time.perf_counter()
        outcomes = list(batch.ingest(batch.plan(sources, home), home))
        unchanged = sum(bool(outcome.unchanged) for outcome in outcomes)
        print(f"again: {unchanged} unchanged in {time.perf_counter() - start:.1f} s ({os.cpu_count()} cores)")


if __name__ == "__main__":
    main()
