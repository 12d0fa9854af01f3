"""What a batch costs: ``python bench/batch.py FILE|FOLDER …`` ingests into a new workspace and prints a table.

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


def measured(sources: list[batch.Source], home: workspace.Workspace) -> str:
    """Ingest and describe what it cost."""
    seconds: Counter[str] = Counter()
    count: Counter[str] = Counter()
    peak = characters = 0
    start = time.perf_counter()
    plan = batch.plan(sources, home)
    for outcome in batch.ingest(plan, home):
        seconds.update(outcome.seconds)
        peak = max(peak, outcome.peak)
        count.update(failed=outcome.error is not None, read=bool(outcome.analyses))
        count.update(documents=len(outcome.analyses))
        count.update(clauses=sum(len(one.clauses) for one in outcome.analyses))
        characters += sum(len(one.document.text) for one in outcome.analyses)
        if outcome.error is not None:
            print(f"  {outcome.error}", file=sys.stderr)
    passed = time.perf_counter() - start
    lines = [
        f"{count['read']} files read, {count['failed']} failed; {count['documents']} documents, "
        f"{characters:,} characters, {count['clauses']:,} clauses",
        f"{passed:.0f} s passed, {len(plan.origins) / passed:.2f} files/s, {characters / passed:,.0f} characters/s",
        "| stage | CPU s | ms a file | characters/s |",
        "|---|---|---|---|",
    ]
    for stage in (*STAGES, "all"):
        spent = seconds[stage] if stage != "all" else seconds.total()
        each, speed = 1000 * spent / max(len(plan.origins), 1), characters / max(spent, 0.001)
        lines.append(f"| {stage} | {spent:.1f} | {each:.1f} | {speed:,.0f} |")
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = home.store.path.stat().st_size / 1e6
    lines.append(
        f"peak memory: {own:.0f} MB here, {peak / 1e6:.0f} MB in the largest worker; store: {size:.0f} MB"
    )
    return "\n".join(lines)


def main() -> None:
    """Print the table, then the time of a second run, which has nothing to read."""
    sources: list[batch.Source] = [*(sys.argv[1:] or workspace.builtin().values())]
    with tempfile.TemporaryDirectory() as folder:
        home = workspace.make(Path(folder))
        print(measured(sources, home))
        start = time.perf_counter()
        outcomes = list(batch.ingest(batch.plan(sources, home), home))
        unchanged = sum(bool(outcome.unchanged) for outcome in outcomes)
        print(f"again: {unchanged} unchanged in {time.perf_counter() - start:.1f} s ({os.cpu_count()} cores)")


if __name__ == "__main__":
    main()
