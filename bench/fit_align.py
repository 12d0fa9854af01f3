"""Fit the aligner's weights on the development half of the gold alignments, and write them.

    python bench/fit_align.py OUTPUT.json [--shared ../shared] [--steps 360] [--half 0|1]

Cells and context: logistic regressions of gold pairs against the nearest of each row and column. Beads:
margin training of the search itself (gold path against the best other, by subgradient), started from a
logistic regression. Score: logistic regression of right links on what the signals said. Every weight has a
part that counts within one language only, learned from English articles, versions of development texts made
by known edits, and Korean treaties whose articles bear the same titles; not from the planted pairs, which
only measure. Every kind of text counts the same. The same data gives the same bytes; ``--half`` fits on every
second document only, to measure on the others.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from alignment_gold import SHARED, Case, Cases, gold, half, openings, short_pieces
from alignment_versions import sisters, versions
from margin_training import WITHIN_PART, fit_beads
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from policynlp.alignment.engine import group
from policynlp.alignment.evidence import evidence
from policynlp.alignment.odds import EQUAL, cell_features, cell_odds, context_features, lone_odds
from policynlp.alignment.weights import Linear, Weights

NEAREST = 8
"""Candidates of each row and column that a right pair must win against."""
OPENED = 15
"""Article pairs whose openings are fitted on."""
ROUNDS = 2
"""Rounds of context."""
SCORED = ("meaning", "letters", "words", "phrases", "length", "order", "capped_gain", "odds", "group")
"""What the score is fitted on."""
Tables = dict[str, list[np.ndarray]]


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("output", type=Path)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--steps", type=int, default=360)
    parser.add_argument("--half", type=int, choices=(0, 1))
    arguments = parser.parse_args()
    family = sisters(arguments.shared / "data" / "treaties" / "kr")
    found = half(gold(arguments.shared) | {"sisters": family}, arguments.half)
    family = found.pop("sisters")
    found["openings"] = openings(found["treaty_articles_en"][:OPENED])
    found["versions"] = versions(found)
    found["sisters"] = [*family[: len(family) // 3], *openings(family[len(family) // 3 :])]
    found["short"] = short_pieces(found)
    cases = {kind: [Case(document) for document in rows] for kind, rows in found.items()}
    with threadpool_limits(1):
        weights = fit(cases, arguments.steps)
    counts = {kind: len(rows) for kind, rows in found.items()}
    arguments.output.write_text(json.dumps(content(weights, counts), indent=1) + "\n", "utf8")


def fit(cases: Cases, steps: int) -> Weights:
    """All weights, each stage on what the stages before it give."""
    cells, context = fit_cells(cases)
    weights = Weights(cells, context, Linear(0, {}), Linear(0, {}))
    odds = {kind: [settled(one, weights) for one in found] for kind, found in cases.items()}
    weights = replace(weights, beads=fit_beads(cases, odds, steps))
    return replace(weights, score=fit_score(cases, odds, weights))


def settled(one: Case, weights: Weights) -> np.ndarray:
    """Log-odds of the cells of a case."""
    none = np.zeros(len(one.pair.cells), np.float32)
    return cell_odds(one.pair, none, weights, lone_odds(one.pair, none, weights))


def fit_cells(cases: Cases) -> tuple[Linear, tuple[Linear, ...]]:
    """Weights of single pairs, then of each round of context on what came before."""
    features = {kind: [cell_features(one.pair) for one in found] for kind, found in cases.items()}
    rough = {kind: [row["meaning"] + 2 * row["letters"] for row in rows] for kind, rows in features.items()}
    steps = [regression(cases, features, rough)]
    for _ in range(ROUNDS):
        odds = {
            kind: [
                steps[-1].at(one.pair.shared).total(row) + np.float32(EQUAL) * one.pair.equal
                for row, one in zip(rows, cases[kind], strict=True)
            ]
            for kind, rows in features.items()
        }
        features = {
            kind: [context_features(one.pair.cells, t) for t, one in zip(tables, cases[kind], strict=True)]
            for kind, tables in odds.items()
        }
        steps.append(regression(cases, features, odds))
    return steps[0], tuple(steps[1:])


def regression(
    cases: Cases, features: Mapping[str, Sequence[Mapping[str, np.ndarray]]], odds: Tables
) -> Linear:
    """Gold pairs against the NEAREST by ``odds``, over all kinds."""
    names = list(next(iter(features.values()))[0])
    rows, right, shared, kinds = [], [], [], []
    for kind, tables in features.items():
        for one, table, near in zip(cases[kind], tables, odds[kind], strict=True):
            of = one.pair.cells
            gold = one.gold[of.rows, of.columns]
            chosen = (gold | nearest(one, near)) & one.sure[of.rows, of.columns] & ~one.pair.equal
            rows.append(np.stack([table[name][chosen] for name in names], axis=-1))
            right.append(gold[chosen])
            shared += [one.pair.shared] * int(chosen.sum())
            kinds += [kind] * int(chosen.sum())
    return logistic(names, np.concatenate(rows), np.concatenate(right), np.array(shared), kinds, 10)


def nearest(one: Case, odds: np.ndarray) -> np.ndarray:
    """Whether a cell is among the NEAREST of its row or column."""
    of = one.pair.cells
    out = np.zeros(len(of), bool)
    for units in (of.rows, of.columns):
        order = np.lexsort((-odds, units))
        starts = np.searchsorted(units[order], np.arange(units.max() + 1))
        out[order[np.arange(len(of)) - starts[units[order]] < NEAREST]] = True
    return out


def logistic(
    names: Sequence[str],
    rows: np.ndarray,
    right: np.ndarray,
    shared: np.ndarray,
    kinds: Sequence[str],
    strength: float,
) -> Linear:
    """L2 logistic regression, every kind of text counting by its right rows alike."""
    known = sorted(set(kinds))
    numbers = np.array([known.index(kind) for kind in kinds])
    weight = 1 / np.maximum(np.bincount(numbers, right, len(known)), 1)[numbers]
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    scaled = (rows - mean) / scale
    part = WITHIN_PART * (shared == 1)[:, None]
    every = np.hstack([scaled, part * scaled, part])
    model = LogisticRegression(C=strength, max_iter=3000)
    model.fit(every, right, weight * len(weight) / weight.sum())
    plain, more = np.split(model.coef_[0][:-1], 2)
    more = WITHIN_PART * more
    return Linear(
        float(model.intercept_[0] - (plain / scale) @ mean),
        dict(zip(names, map(float, plain / scale), strict=True)),
        float(WITHIN_PART * model.coef_[0][-1] - (more / scale) @ mean),
        dict(zip(names, map(float, more / scale), strict=True)),
    )


def fit_score(cases: Cases, odds: Tables, weights: Weights) -> Linear:
    """Log-odds that a found link is right, that is, that the gold holds all its unit pairs."""
    rows, right, shared, kinds = [], [], [], []
    for kind, found in cases.items():
        for one, table in zip(found, odds[kind], strict=True):
            beads = group(one.pair, table, np.zeros_like(table), weights)
            boxes = [
                tuple(slice(e - s + 1, e + 1) for e, s in zip(b.last, b.shape, strict=True)) for b in beads
            ]
            same = [one.document["a"][box[0]] == one.document["b"][box[1]] for box in boxes]
            judged = [n for n, box in enumerate(boxes) if one.sure[box].any() and not same[n]]
            if judged:
                said = evidence(one.pair, table, [beads[n] for n in judged])
                rows.append(np.stack([said[name] for name in SCORED], axis=-1))
                right += [bool(one.gold[boxes[n]].all()) for n in judged]
                shared += [one.pair.shared] * len(judged)
                kinds += [kind] * len(judged)
    return logistic(SCORED, np.concatenate(rows), np.array(right), np.array(shared), kinds, 1)


def rounded(linear: Linear) -> Mapping[str, Any]:
    """A linear sum to four places."""
    return {
        "bias": round(linear.bias, 4),
        "weights": {name: round(value, 4) for name, value in linear.weights.items()},
        "within_bias": round(linear.within_bias, 4),
        "within": {name: round(value, 4) for name, value in linear.within.items()},
    }


def content(weights: Weights, counts: Mapping[str, int]) -> Mapping[str, Any]:
    """What weights.json holds, with how it was fitted."""
    how = " ".join((__doc__ or "").split("\n\n")[-1].split())
    return {
        "fitted": {"by": "bench/fit_align.py", "how": how, "documents": counts, "encoder": "use"},
        "cells": rounded(weights.cells),
        "context": [rounded(step) for step in weights.context],
        "beads": rounded(weights.beads),
        "score": rounded(weights.score),
    }


if __name__ == "__main__":
    main()
