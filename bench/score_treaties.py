"""Score what is extracted from single clauses of real agreements against labels made by reading them.

python bench/score_treaties.py DATA            DATA: the folder of treaties that the labels name files of;
                                               exit code 1 if a score is below its floor
python bench/score_treaties.py DATA --pin      write the scores as floors (--allow-lower: if one falls too)
python bench/score_treaties.py DATA --show     say also where the reading differs from the labels
python bench/score_treaties.py DATA --half a   only one half of the labels (by file): a to work on, b to check
python bench/score_treaties.py --agreement     how far the two labellers agree, scored in the same way
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from policynlp import extract, pipeline, segment, workspace
from policynlp.evaluate.clauses import (
    LabelledClause,
    Reading,
    Scores,
    added,
    judged,
    load_clauses,
    of_program,
    settled_as,
)
from policynlp.evaluate.commitments import match
from policynlp.evaluate.gate import failures, fingerprint, load_floors, pinned, rendered
from policynlp.evaluate.reliability import brier, reliability
from policynlp.records import Clause, Document

GOLD = workspace.shipped("corpus") / "gold" / "treaties"
FLOORS = Path(__file__).parents[1] / "src" / "policynlp" / "evaluate" / "treaty_floors.toml"
LANGUAGES = ("en", "ko")
BINS = (0.0, 0.6, 0.75, 0.85, 0.93, 1.0)
"""Bounds of the reliability table."""
ORDER = ("found", "force", "force-near", "action", "actor", "polarity", "institution", "quantity")


def half(file: str) -> str:
    """``a`` or ``b``, by the hash of a file's name: all labels of one file fall in one half."""
    return "ab"[sha256(file.encode()).digest()[0] % 2]


def document(file: str, data: Path) -> Document:
    """A labelled file: of the built-in corpus, or below the folder of treaties."""
    if file.startswith("builtin:"):
        return pipeline.read_builtin(workspace.builtin()[file.removeprefix("builtin:")])
    return pipeline.read(data / file)


def wanted(clauses: Sequence[Clause], anchors: set[str]) -> list[Clause]:
    """The labelled clauses and the lead-ins that they hang under, in reading order."""
    by_id = {clause.id: clause for clause in clauses}
    keep: set[str] = set()
    for clause in clauses:
        above: Clause | None = clause if clause.anchor in anchors else None
        while above is not None and above.id not in keep:
            keep.add(above.id)
            above = by_id.get(above.parent or "")
    return [clause for clause in clauses if clause.id in keep]


def read(labels: Sequence[LabelledClause], data: Path) -> Iterator[tuple[LabelledClause, Clause, Reading]]:
    """What is extracted from each labelled clause; one whose words have changed is named and left out."""
    for file, group in groupby(sorted(labels, key=lambda one: one.file), key=lambda one: one.file):
        own = list(group)
        text = document(file, data)
        clauses = wanted(segment.segment(text), {one.anchor for one in own})
        analysis = extract.extract(text, clauses)
        by_anchor = {clause.anchor: clause for clause in clauses}
        for label in own:
            clause = by_anchor.get(label.anchor)
            if clause is None or sha256(clause.text.encode()).hexdigest()[:16] != label.sha256:
                print(f"{label.id}: the clause is cut otherwise now", file=sys.stderr)
                continue
            yield label, clause, of_program(clause.id, analysis.commitments, analysis.mentions)


def show(label: LabelledClause, clause: Clause, reading: Reading, scores: Scores) -> None:
    """Where a reading differs from the labels."""
    wrong = [name for name in ORDER if scores.counts[name].f1 < 1]
    if not wrong:
        return
    print(f"\n{label.id} [{', '.join(wrong)}] {clause.text}")
    pairs = match(label.commitments, reading.commitments)
    for want, have in pairs:
        print(
            f"   {want.force}/{have.force} {want.action}/{have.action} {want.polarity}/{have.polarity} "
            f"{want.actor!r}/{have.actor!r}"
        )
    for lost in label.commitments:
        if all(lost is not want for want, _ in pairs):
            print(f"   missed: {lost.force} {lost.action} {lost.actor!r}")
    for more in reading.commitments:
        if all(more is not have for _, have in pairs):
            print(f"   too many: {more.force} {more.action} {more.actor!r} | {more.object[:60]!r}")
    if {"institution", "quantity"} & set(wrong):
        print(f"   {label.institutions} {label.quantities} / {reading.institutions} {reading.quantities}")


def agreement(labels: Sequence[LabelledClause]) -> Scores:
    """The first labeller against the second: the second's labels taken for settled."""
    return added(judged(settled_as(label, label.passes[1]), label.passes[0]) for label in labels)


def table(scores: Scores) -> str:
    """A line a score."""
    rows = [f"{'':12} {'F1':>6} {'prec.':>6} {'recall':>6} {'of':>5}"]
    for name in ORDER:
        score = scores.counts[name]
        rows.append(f"{name:12} {score.f1:6.3f} {score.precision:6.3f} {score.recall:6.3f} {score.gold:5}")
    return "\n".join(rows)


def confusion(scores: Scores) -> str:
    """Force labelled (rows) against force read (columns), then the classes of action confused, as tables."""
    head = "| force labelled, read: | " + " | ".join(str(n) for n in range(7)) + " |\n|" + "---|" * 8
    rows = [
        f"| {want} | "
        + " | ".join(f"{scores.confusion.get((want, have), 0) or ''}" for have in range(7))
        + " |"
        for want in range(7)
    ]
    wrong = Counter({pair: count for pair, count in scores.actions.items() if pair[0] != pair[1]})
    actions = [
        f"| {want} | {have} | {count} |"
        for (want, have), count in sorted(wrong.items(), key=lambda one: (-one[1], one[0]))
    ]
    right = sum(scores.actions.values()) - wrong.total()
    return "\n".join(
        [
            head,
            *rows,
            "",
            f"Actions: {right} right.",
            "",
            "| labelled | read | times |",
            "|---|---|---|",
            *actions,
        ]
    )


def calibration(scores: Scores) -> str:
    """Whether a confidence of .8 is right in 80 of 100 cases, as a table."""
    rows = [
        f"| {one.low} to {one.high} | {one.count} | {one.said:.2f} | {one.right:.2f} |"
        for one in reliability(scores.verdicts, BINS)
    ]
    last = f"Brier score {brier(scores.verdicts):.3f}."
    return "\n".join(["| confidence | commitments | said | right |", "|---|---|---|---|", *rows, "", last])


def hold(scores: dict[str, float], *, pin: bool, allow_lower: bool) -> int:
    """Pin the scores as floors, or say which floor does not hold; the exit code."""
    data = fingerprint(GOLD.iterdir())
    floors = load_floors(FLOORS) if FLOORS.exists() else ()
    if pin:
        FLOORS.write_text(rendered(pinned(scores, floors, data, allow_lower=allow_lower)), "utf8")
        return 0
    fallen = failures(scores, floors, data)
    print(*fallen, sep="\n")
    return int(bool(fallen))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", nargs="?", type=Path)
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--half", choices=("a", "b"))
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--agreement", action="store_true")
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--allow-lower", action="store_true")
    arguments = parser.parse_args()
    if arguments.data is None and not arguments.agreement:
        parser.error("give the folder of treaties, or --agreement")
    measured: dict[str, float] = {}
    for language in [arguments.language] if arguments.language else LANGUAGES:
        labels = load_clauses(GOLD / f"{language}.jsonl")
        labels = tuple(one for one in labels if arguments.half in (None, half(one.file)))
        print(f"## {language}: {len(labels)} clauses")
        if arguments.agreement:
            print(table(agreement(labels)))
            continue
        results = [
            (label, clause, reading, judged(label, reading))
            for label, clause, reading in read(labels, arguments.data)
        ]
        if arguments.show:
            for result in results:
                show(*result)
        scores = added(result[3] for result in results)
        print(table(scores), confusion(scores), calibration(scores), sep="\n\n", end="\n\n")
        measured |= {f"treaties.{name}.{language}": score.f1 for name, score in scores.counts.items()}
    if arguments.agreement or arguments.half or arguments.language:
        return 0
    return hold(measured, pin=arguments.pin, allow_lower=arguments.allow_lower)


if __name__ == "__main__":
    sys.exit(main())
