"""Quality and speed of the alignment engine on gold alignments, beside the plain way with the same vectors.

    python bench/align.py [GOLD.jsonl …] [--limit 10] [--size 2000]

Without files: every ``*.jsonl`` of ``../shared/data/gold``. The plain way is margin scoring and an optimal
one-to-one assignment. Seconds depend on the machine; compare the ratios, which come from one run: the engine
against encoding the same texts, and against the bare assignment on one similarity matrix of the same size.
"""

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from policynlp.alignment import align_units
from policynlp.alignment.pair import LARGEST, MEANING_BACKGROUND, margin
from policynlp.embed import encoder, windows
from policynlp.records import Unit

SHARED = Path(os.environ.get("POLICYNLP_SHARED") or Path(__file__).parents[2] / "shared")
PLAIN_FLOOR = 0.05
"""Margin under which the plain way leaves a pair alone: the best of .0, .05 and .1 on the dev half."""
Group = tuple[tuple[int, ...], tuple[int, ...]]


def main() -> None:
    """Print the quality table, then the speed of one large pair."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--limit", type=int, default=10, help="documents of each file (0: all)")
    parser.add_argument("--size", type=int, default=2000, help="units a side of the speed measure (0: none)")
    arguments = parser.parse_args()
    print(f"{'':30} {'link F1':>7} {'bead':>5} {'null':>5}   {'plain':>5}   units/s  engine/encoding")
    for path in arguments.gold or sorted((SHARED / "data" / "gold").glob("*.jsonl")):
        print(quality(path, arguments.limit))
    if arguments.size:
        print(speed(arguments.size))


def documents(path: Path, limit: int) -> Iterator[dict[str, Any]]:
    """Document pairs of a gold file."""
    with path.open(encoding="utf8") as lines:
        for number, line in enumerate(lines):
            if limit and number == limit:
                return
            yield json.loads(line)


def quality(path: Path, limit: int) -> str:
    """One line of the table: micro-averages over the documents of a file."""
    use = encoder()
    counts: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    encoding = engine = units = 0.0
    for document in documents(path, limit):
        start = time.perf_counter()
        features = [use.features(document[side]) for side in "ab"]
        vectors = [windows(use, rows, min(LARGEST, len(rows))) for rows in features]
        encoding += time.perf_counter() - start
        sides = [[Unit(text=text) for text in document[side]] for side in "ab"]
        start = time.perf_counter()
        links = align_units(sides[0], sides[1], vectors[0], vectors[1])
        engine += time.perf_counter() - start
        units += len(sides[0]) + len(sides[1])
        counts += tally(document, [(link.a, link.b) for link in links])
        plain += tally(document, plainly(vectors[0][0], vectors[1][0]))
    scores = [f1(counts, kind) for kind in ("link", "bead", "null")]
    shown = f"{scores[0]:7.3f} {scores[1]:5.3f} {scores[2]:5.3f}   {f1(plain, 'link'):5.3f}"
    return f"{path.stem:30} {shown} {units / engine:9.0f} {engine / encoding:13.2f}"


def plainly(a: np.ndarray, b: np.ndarray) -> list[Group]:
    """Optimal one-to-one assignment on margin scores."""
    scores = margin(a @ b.T, MEANING_BACKGROUND)
    rows, columns = linear_sum_assignment(scores, maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return [((row,), (column,)) for row, column in pairs if scores[row, column] > PLAIN_FLOOR]


def tally(document: Mapping[str, Any], found: Sequence[Group]) -> Counter[str]:
    """Right, found and gold counts of unit pairs (link), whole groups (bead) and unmatched units (null)."""
    certain = document.get("certain") or {side: range(len(document[side])) for side in "ab"}
    sure = {side: set(certain[side]) for side in "ab"}
    gold = {(tuple(a), tuple(b)) for a, b in document["links"] if a and b}
    got = {(a, b) for a, b in found if sure["a"].intersection(a) or sure["b"].intersection(b)}
    pairs = [{(i, j) for a, b in groups for i in a for j in b} for groups in (got, gold)]
    nulls = [
        {("a", i) for i in sure["a"] - {i for i, _ in linked}}
        | {("b", j) for j in sure["b"] - {j for _, j in linked}}
        for linked in pairs
    ]
    out: Counter[str] = Counter()
    kinds: dict[str, Sequence[set[Any]]] = {"link": pairs, "bead": (got, gold), "null": nulls}
    for kind, (ours, theirs) in kinds.items():
        counted = {"right": len(ours & theirs), "found": len(ours), "gold": len(theirs)}
        out.update({f"{kind} {name}": number for name, number in counted.items()})
    return out


def f1(counts: Counter[str], kind: str) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * counts[f"{kind} right"] / max(counts[f"{kind} found"] + counts[f"{kind} gold"], 1)


def speed(size: int) -> str:
    """Seconds for one made-up pair of ``size`` units a side, as a ratio to the bare assignment too.

    The second side is the first in blocks of 40 that changed places, every vector a little turned, each tenth
    text gone.
    """
    generator = np.random.default_rng(1)
    order = np.concatenate(generator.permutation(np.arange(size).reshape(-1, 40)))
    order = order[generator.random(size) > 0.1]
    base = generator.normal(size=(size, 512)).astype(np.float32)
    turned = base[order] + 0.7 * generator.normal(size=(len(order), 512)).astype(np.float32)
    words = [f"w{number}" for number in range(3000)]
    texts = [" ".join(generator.choice(words, 20)) for _ in range(size)]
    sides = [[Unit(text=text, language="en") for text in texts]]
    sides.append([Unit(text=texts[index][:60], language="en") for index in order])
    vectors = [joined(rows) for rows in (base, turned)]
    start = time.perf_counter()
    links = align_units(sides[0], sides[1], vectors[0], vectors[1])
    engine = time.perf_counter() - start
    start = time.perf_counter()
    plainly(vectors[0][0], vectors[1][0])
    bare = time.perf_counter() - start
    right = sum(len(link.b) == 1 and link.a == (int(order[link.b[0]]),) for link in links)
    return (
        f"{size} x {len(order)}: {engine:.2f} s, {engine / bare:.1f} times the bare assignment; "
        f"{right} of {len(order)} right"
    )


def joined(rows: np.ndarray) -> np.ndarray:
    """Unit vectors of 1 to LARGEST neighbouring rows summed, as ``windows`` gives them."""
    out = np.zeros((LARGEST, *rows.shape), np.float32)
    running = np.concatenate([np.zeros((1, rows.shape[1]), np.float32), rows.cumsum(axis=0)])
    for extra in range(LARGEST):
        sums = running[extra + 1 :] - running[: len(rows) - extra]
        out[extra, extra:] = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    return out


if __name__ == "__main__":
    main()
