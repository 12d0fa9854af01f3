"""What each signal is worth: the alignment measured again without it.

    python bench/align_ablation.py [--step 3]

Signals are taken away from the fitted engine, which is not fitted again without them: what is lost is the
most that they can be worth. The hints of structure and findings are measured on the built-in agreements and
the planted pairs, whose gold links are of clauses as the pipeline reads them; the rest on every ``step``-th
document.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from unittest.mock import patch

import numpy as np
from alignment_gold import SHARED, Document, documents, f1, tally, vectors
from score_corpus import CORPUS

from policynlp import pipeline
from policynlp.alignment import align_units, hints
from policynlp.alignment.weights import Linear, Weights, fitted
from policynlp.evaluate import load_gold
from policynlp.evaluate.keys import resolve
from policynlp.evaluate.links import pairs
from policynlp.pipeline.links import measured
from policynlp.records import Unit

SIGNALS: Mapping[str, Sequence[str]] = {
    "nothing": (),
    "words and phrases": ("words", "phrases", "contained"),
    "character n-grams": ("letters", "shared_letters", "group_letters", "group_answered"),
    "numbers": ("numbers",),
    "lengths": ("length",),
    "neighbours": ("after", "before", "both", "enclosed", "region"),
    "places in even gaps": ("course", "even_course", "enclosed_even", "group_even", "even"),
    "numbers of sentences": ("sentences",),
    "manner (sentence or piece)": ("begin_alike", "end_alike", "further_pieces"),
}
"""Names that the features of each signal begin with."""
HINTS: Mapping[str, Sequence[str]] = {
    "nothing": (),
    "names, places, quantities, areas": ("KEYS", "NO_KEYS", "NO_AREAS"),
    "lead-ins": ("LEAD_IN",),
    "actions": ("ACTIONS",),
    "headings": ("HEADINGS",),
    "lists": ("LISTS",),
    "all of them": ("KEYS", "NO_KEYS", "NO_AREAS", "LEAD_IN", "ACTIONS", "HEADINGS", "LISTS"),
}
"""The constants of ``hints`` that weigh each hint."""


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--step", type=int, default=3)
    step = parser.parse_args().step
    kinds = {kind: rows[::step] for kind, rows in documents().items()}
    print(f"| without | {' | '.join(kinds)} |")
    for name, prefixes in SIGNALS.items():
        found = [link_f1(rows, without(fitted(), tuple(prefixes))) for rows in kinds.values()]
        print(f"| {name} | {' | '.join(f'{value:.3f}' for value in found)} |", flush=True)
    print("\n| without | links of the built-in agreements | of the planted pairs |")
    read = list(agreements()), list(planted())
    for name, constants in HINTS.items():
        with weightless(constants):
            print(f"| {name} | {corpus_f1(read[0]):.3f} | {corpus_f1(read[1]):.3f} |", flush=True)


def without(weights: Weights, prefixes: tuple[str, ...]) -> Weights:
    """Weights that no feature of those names has a part in."""

    def blank(linear: Linear) -> Linear:
        parts = (linear.weights, linear.within)
        kept = [{n: 0.0 if prefixes and n.startswith(prefixes) else v for n, v in p.items()} for p in parts]
        return replace(linear, weights=kept[0], within=kept[1])

    context = tuple(map(blank, weights.context))
    return Weights(blank(weights.cells), context, blank(weights.beads), weights.score)


def link_f1(rows: Sequence[Document], weights: Weights) -> float:
    """Link F1 over documents."""
    counts: Counter[str] = Counter()
    for document in rows:
        sides = [[Unit(text=text) for text in document[side]] for side in "ab"]
        links = align_units(*sides, *(vectors(document[side]) for side in "ab"), weights=weights)
        counts.update(tally(document, [(link.a, link.b) for link in links]))
    return f1(counts, "link")


Read = tuple[list[list[Unit]], list[np.ndarray], list[list[str]], set[tuple[str, str]], set[tuple[str, str]]]
"""Units and vectors of two agreements, the gold keys of their clauses, the pairs wanted and those allowed."""


def agreements() -> Iterator[Read]:
    """The pairs of built-in agreements that the gold links."""
    gold = load_gold(CORPUS / "gold")
    for gold_links, ids in [(one, ids) for one in gold.links for ids in one.documents]:
        analyses = pipeline.resolve(ids)
        units, windows = measured(analyses, "use", None)
        keys = [resolve(gold.clauses[one.document.id], one.clauses).keys for one in analyses]
        names = [
            [known.get(clause.id, clause.id) for clause in one.clauses]
            for known, one in zip(keys, analyses, strict=True)
        ]
        yield units, windows, names, pairs(gold_links.links), pairs(gold_links.acceptable)


def planted() -> Iterator[Read]:
    """The planted pairs as the pipeline reads them; a clause is named by the planted one that it covers or
    lies in."""
    for path in sorted((SHARED / "data" / "planted" / "pairs").glob("*/truth.json")):
        truth = json.loads(path.read_text("utf8"))
        analyses = [pipeline.resolve([str(path.with_name(f"{side}.txt"))])[0] for side in "ab"]
        units, windows = measured(analyses, "use", None)
        names = [
            [covered(clause.text, truth[side]) or clause.id for clause in one.clauses]
            for side, one in zip("ab", analyses, strict=True)
        ]
        wanted = {(str(i), str(j)) for a, b in truth["links"] for i in a for j in b}
        yield units, windows, names, wanted, set()


def covered(text: str, planted: Sequence[str]) -> str:
    """The index of the first planted clause whose letters hold those of a text or lie in them; empty where
    there is none."""
    plain, *known = (re.sub(r"^\d+|\W+", "", one) for one in (text, *planted))
    return next((str(n) for n, one in enumerate(known) if plain and (plain in one or one in plain)), "")


@contextmanager
def weightless(constants: Sequence[str]) -> Iterator[None]:
    """The hints of those names weigh nothing meanwhile."""
    with ExitStack() as stack:
        for name in constants:
            stack.enter_context(patch.object(hints, name, 0.0))
        yield


def corpus_f1(read: Sequence[Read]) -> float:
    """Link F1 over pairs of agreements; allowed pairs count neither way."""
    right = wrong = missed = 0
    for units, windows, names, wanted, allowed in read:
        links = align_units(*units, *windows)
        found = {(names[0][i], names[1][j]) for link in links for i in link.a for j in link.b}
        right += len(found & wanted)
        wrong += len(found - wanted - allowed)
        missed += len(wanted - found)
    return 2 * right / (2 * right + wrong + missed)


if __name__ == "__main__":
    main()
