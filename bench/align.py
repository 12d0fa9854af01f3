"""Quality, trust and speed of the alignment engine on gold alignments, beside other ways.

    python bench/align.py [GOLD.jsonl …] [--limit 0] [--size 2000] [--weights FILE …] [--others NAME …]

Without files: every kind of development data. Link F1 (and whole groups, and unmatched units) of the engine;
link F1 of Gale and Church's lengths, of margin scores with an assignment, and of the published algorithms of
vecalign and bertalign, all on the same vectors; then how long each took. ``--weights`` with two files that
were fitted on one half each (``fit_align.py --half 0`` and ``1``) measures each half with what the other
taught; ``--others`` without names leaves the other ways out. Seconds depend on the machine; compare the
ratios, which come from one run.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from align_baselines import assignment, gale_church
from align_published import bertalign, vecalign
from alignment_gold import Document, Group, documents, f1, in_half, tally, vectors

from policynlp.alignment import align_units
from policynlp.alignment.weights import Weights, fitted, parse
from policynlp.records import Link, Unit

BINS = (0.45, 0.6, 0.75, 0.9, 0.97, 1.0)
"""Bounds of the reliability table; links of equal texts, which score 1, are left out."""
Way = Callable[[Document, np.ndarray, np.ndarray], list[Group]]
OTHERS: Mapping[str, Way] = {
    "lengths": lambda document, a, b: gale_church(document["a"], document["b"]),
    "assignment": lambda document, a, b: assignment(a, b),
    "vecalign": lambda document, a, b: vecalign(a, b),
    "bertalign": lambda document, a, b: bertalign(a, b, [[len(t) for t in document[side]] for side in "ab"]),
}
"""Other ways, by name."""
Judged = list[tuple[float, bool]]
"""Score and rightness of links."""


def main() -> None:
    """Print the quality table, how far scores can be trusted, and the speed of one large pair."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--limit", type=int, default=0, help="documents of each kind (0: all)")
    parser.add_argument("--size", type=int, default=2000, help="units a side of the speed measure (0: none)")
    parser.add_argument("--weights", type=Path, nargs="+", help="one file, or one for each half")
    parser.add_argument("--others", nargs="*", choices=list(OTHERS), default=list(OTHERS))
    arguments = parser.parse_args()
    weights = [parse(json.loads(path.read_text("utf8"))) for path in arguments.weights or ()] or [fitted()]
    kinds = {path.stem: read(path) for path in arguments.gold} or documents()
    judged: dict[str, Judged] = {}
    seconds: Counter[str] = Counter()
    print(f"| {' | '.join(['', 'link', 'group', 'null', *arguments.others])} |")
    print("|---" * (4 + len(arguments.others)) + "|")
    for kind, found in kinds.items():
        line, judged[kind] = quality(
            kind, found[: arguments.limit or None], weights, arguments.others, seconds
        )
        print(line, flush=True)
    ratios = (f"{name} {seconds[name] / seconds['engine']:.2f}" for name in arguments.others)
    print(f"\nSeconds of the engine {seconds['engine']:.0f}; over those: {', '.join(ratios)}")
    print("\n".join(reliability(judged)))
    if arguments.size:
        print(speed(arguments.size))


def read(path: Path) -> list[Document]:
    """The documents of a gold file."""
    return [json.loads(line) for line in path.open(encoding="utf8")]


def quality(
    kind: str,
    found: Sequence[Document],
    weights: Sequence[Weights],
    others: Sequence[str],
    seconds: Counter[str],
) -> tuple[str, Judged]:
    """One line of the table, sums over the documents of a kind, and the links judged; ``seconds`` (of one
    core) are added to. ``others``: names of OTHERS."""
    counts: dict[str, Counter[str]] = {}
    judged: Judged = []
    for number, document in enumerate(found):
        sides = [[Unit(text=text) for text in document[side]] for side in "ab"]
        a, b = (vectors(document[side]) for side in "ab")
        start = time.process_time()
        links = align_units(*sides, a, b, weights=weights[(in_half(number, len(found)) + 1) % len(weights)])
        seconds["engine"] += time.process_time() - start
        ways = {"engine": [(link.a, link.b) for link in links]}
        for name in others:
            start = time.process_time()
            ways[name] = OTHERS[name](document, a, b)
            seconds[name] += time.process_time() - start
        for name, groups in ways.items():
            counts.setdefault(name, Counter()).update(tally(document, groups))
        judged += judge(document, links)
    shown = [f1(counts["engine"], measure) for measure in ("link", "bead", "null")]
    shown += [f1(counts[name], "link") for name in others]
    cells = " | ".join(f"{value:.3f}".lstrip("0") for value in shown)
    return f"| {kind} | {cells} |", judged


def judge(document: Document, links: Sequence[Link]) -> Judged:
    """Each link that the gold judges: its score, and whether the gold holds all its pairs."""
    gold = {(i, j) for a, b in document["links"] for i in a for j in b}
    certain = document.get("certain") or {side: range(len(document[side])) for side in "ab"}
    sure = {side: set(certain[side]) for side in "ab"}
    return [
        (link.score, all((i, j) in gold for i in link.a for j in link.b))
        for link in links
        if link.score < 1 and (sure["a"].intersection(link.a) or sure["b"].intersection(link.b))
    ]


def reliability(judged: Mapping[str, Judged]) -> list[str]:
    """Whether links that say 80 % are right in 80 of 100 cases; every kind of text on its own and all."""
    every = [one for found in judged.values() for one in found]
    out = ["", "| score | links | said | right |", "|---|---|---|---|"]
    for low, high in pairwise(BINS):
        inside = [(score, right) for score, right in every if low <= score < high]
        if inside:
            said, right = np.mean(inside, axis=0)
            out.append(f"| {low} to {high} | {len(inside)} | {said:.3f} | {right:.3f} |")
    brier = {kind: np.mean([(s - r) ** 2 for s, r in found]) for kind, found in judged.items() if found}
    overall = np.mean([(score - right) ** 2 for score, right in every])
    out += [
        "",
        f"Brier score {overall:.3f}: " + ", ".join(f"{kind} {value:.3f}" for kind, value in brier.items()),
    ]
    return out


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
    windows = [joined(rows) for rows in (base, turned)]
    start, used = time.perf_counter(), time.process_time()
    links = align_units(sides[0], sides[1], windows[0], windows[1])
    engine, used = time.perf_counter() - start, time.process_time() - used
    start = time.perf_counter()
    assignment(windows[0], windows[1])
    bare = time.perf_counter() - start
    right = sum(len(link.b) == 1 and link.a == (int(order[link.b[0]]),) for link in links)
    return (
        f"\n{size} x {len(order)}: {engine:.2f} s ({used:.2f} s of one core), {engine / bare:.1f} times the "
        f"bare assignment; {right} of {len(order)} right"
    )


def joined(rows: np.ndarray) -> np.ndarray:
    """Unit vectors of 1 to 9 neighbouring rows summed, as ``windows`` gives them."""
    out = np.zeros((9, *rows.shape), np.float32)
    running = np.concatenate([np.zeros((1, rows.shape[1]), np.float32), rows.cumsum(axis=0)])
    for extra in range(9):
        sums = running[extra + 1 :] - running[: len(rows) - extra]
        out[extra, extra:] = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    return out


if __name__ == "__main__":
    main()
