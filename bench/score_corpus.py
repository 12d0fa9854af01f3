"""Run every stage over the built-in memoranda, score the result against the hand labels, hold the floors.

python bench/score_corpus.py                      print the scores; exit code 1 if one is below its floor
python bench/score_corpus.py --show               say also which labels were missed, and the findings' ranks
python bench/score_corpus.py --pin                write the scores as the new floors
python bench/score_corpus.py --pin --allow-lower  even where a floor falls
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from policynlp import pipeline, workspace
from policynlp.errors import PolicyNLPError
from policynlp.evaluate import Gold, check, load_gold, scores
from policynlp.evaluate.commitments import AXES, by_clause, judge, matched
from policynlp.evaluate.gate import failures, fingerprint, load_floors, pinned, rendered
from policynlp.evaluate.keys import resolve
from policynlp.evaluate.links import pairs
from policynlp.evaluate.mentions import COUNTRY, KINDS
from policynlp.records import Analysis, Comparison

CORPUS = workspace.shipped("corpus")
FLOORS = Path(__file__).parents[1] / "src" / "policynlp" / "evaluate" / "floors.toml"


def data() -> list[Path]:
    """The files that the scores are measured on: labels and texts."""
    labels = [*(CORPUS / "gold" / "clauses").iterdir(), *(CORPUS / "gold").glob("*.toml")]
    return [*labels, *(CORPUS / "documents").iterdir()]


def measured(gold: Gold) -> list[Comparison]:
    """A comparison for each pair of documents that the gold links, and of each agreement's two languages."""
    families = sorted({entry.family for entry in workspace.builtin().values()})
    ids = [pair for links in gold.links for pair in links.documents]
    ids += [(f"{family}.ko", f"{family}.en") for family in families]
    analyses = {id: pipeline.resolve([id])[0] for pair in ids for id in pair}
    return [pipeline.compare(analyses[a], analyses[b]) for a, b in ids]


def show_document(analysis: Analysis, gold: Gold) -> None:
    """What was read otherwise than labelled in one document."""
    labels = gold.clauses[analysis.document.id]
    where = resolve(labels, analysis.clauses)
    print(f"\n## {analysis.document.id}: missing {where.missing}, extra {where.extra}")
    texts = {clause.id: clause.text for clause in analysis.clauses}
    read = by_clause(analysis.commitments)
    found = matched(labels, analysis.commitments, where)
    for label in labels:
        clause = where.clauses.get(label.key, "")
        for want, have in found[label.key]:
            wrong = [a for a in AXES if not want.optional and judge(a, want, have) is False]
            for axis in wrong:
                print(f"{label.key} {axis}: {getattr(have, axis)!r}, labelled {getattr(want, axis)!r}")
        lost = sum(not c.optional for c in label.commitments) - len(found[label.key])
        more = len(read.get(clause, [])) - len(found[label.key])
        if lost > 0 or more > 0:
            print(f"{label.key}: {max(lost, 0)} commitments missed, {more} too many: {texts.get(clause)!r}")
        for name, kind in KINDS.items():
            must, may = set(label.mentions.get(name, ())), set(label.also.get(name, ()))
            values = {m.value for m in analysis.mentions if m.kind == kind and m.span.clause == clause}
            missed = must - values
            wrongly = {value for value in values - must - may if not value.startswith(COUNTRY)}
            if missed or wrongly:
                print(f"{label.key} {name}: missed {sorted(missed)}, wrongly {sorted(wrongly)}")


def show_comparison(comparison: Comparison, gold: Gold) -> None:
    """Links that differ from the gold and what became of each finding; of parallel texts the alarms."""
    ids = tuple(a.document.id for a in comparison.documents)
    print(f"\n## {ids[0]} - {ids[1]}")
    if not any(ids in links.documents for links in gold.links):
        print(*(f"{d.kind} {d.clauses} {d.values}" for d in comparison.differences if d.material), sep="\n")
        return
    names = [resolve(gold.clauses[a.document.id], a.clauses).keys for a in comparison.documents]
    linked = next(links for links in gold.links if ids in links.documents)
    want, also = pairs(linked.links), pairs(linked.acceptable)
    have = {
        (names[0].get(a, a), names[1].get(b, b))
        for link in comparison.links
        for a in link.clauses[0]
        for b in link.clauses[1]
    }
    print("links missed:", sorted(want - have), "\nlinks wrong:", sorted(have - want - also))
    for verdict in check(comparison, gold):
        print(f"finding {verdict.id}: {'found' if verdict.found else 'NOT FOUND'}, {verdict}")


def main(arguments: Sequence[str]) -> int:
    """Measure, show, pin or hold; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for option in ("--show", "--pin", "--allow-lower"):
        parser.add_argument(option, action="store_true")
    options = parser.parse_args(arguments)
    gold = load_gold(CORPUS / "gold")
    comparisons = measured(gold)
    values = scores(comparisons, gold)
    if options.show:
        analyses = {a.document.id: a for c in comparisons for a in c.documents}
        for id in gold.clauses:
            show_document(analyses[id], gold)
        for comparison in comparisons:
            show_comparison(comparison, gold)
        print()
    for name, value in values.items():
        print(f"{value:.3f}  {name}")
    sha256 = fingerprint(data())
    floors = () if options.pin and not FLOORS.exists() else load_floors(FLOORS)
    if options.pin:
        FLOORS.write_text(
            rendered(pinned(values, floors, sha256, allow_lower=options.allow_lower)), encoding="utf8"
        )
        return 0
    sentences = failures(values, floors, sha256)
    print(*sentences, sep="\n", file=sys.stderr)
    return 1 if sentences else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except PolicyNLPError as error:
        sys.exit(str(error))
