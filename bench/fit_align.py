"""Fit the aligner's weights on the development half of the gold alignments, and write them.

    python bench/fit_align.py OUTPUT.json [--shared ../shared] [--steps 60] [--news 80] [--articles 30]
        [--keep]

Cells and context: logistic regressions of gold pairs against the nearest of each row and column. Beads:
margin training of the search itself (gold path against the best other, by subgradient). Score: logistic
regression of right links on what the signals said. Every kind of text counts the same.
"""

import argparse
import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from policynlp.alignment.beads import Shape, bead_features, survey
from policynlp.alignment.blocks import Block, blocks
from policynlp.alignment.cells import EQUAL, cell_features, cell_odds, context_features, lone_odds
from policynlp.alignment.engine import group
from policynlp.alignment.evidence import evidence
from policynlp.alignment.pair import LARGEST, Pair, measure
from policynlp.alignment.search import best_path
from policynlp.alignment.weights import Linear, Weights, fitted
from policynlp.embed import encoder, windows
from policynlp.records import Unit

NEAREST = 8
"""Candidates of each row and column that a right pair must win against."""
LARGE = 20
"""Most cases of a kind that groups within one language are fitted on."""
ROUNDS = 2
"""Rounds of context."""
SCORED = ("meaning", "letters", "length", "order", "gain", "odds", "group", "shared")
SCORED += ("shared_meaning", "shared_letters", "shared_odds")
"""What the score is fitted on."""
Group = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass
class Case:
    """One document pair with its gold."""

    document: Mapping[str, Any]
    pair: Pair
    gold: np.ndarray
    sure: np.ndarray
    odds: np.ndarray = field(default_factory=lambda: np.zeros((0, 0), np.float32))


@dataclass
class Problem:
    """One block: feature rows of every bead, costs of wrong ones, the gold path, and units that are shut."""

    features: dict[Shape, np.ndarray]
    costs: dict[Shape, np.ndarray]
    gold: set[Group]
    shut: tuple[np.ndarray, np.ndarray]
    sure: np.ndarray


Cases = Mapping[str, Sequence[Case]]


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("output", type=Path)
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--news", type=int, default=80)
    parser.add_argument("--articles", type=int, default=30)
    parser.add_argument("--keep", action="store_true", help="fit groups within one language only")
    arguments = parser.parse_args()
    cases = gather(arguments.shared / "data", arguments.news, arguments.articles)
    cells, context = fit_cells(cases)
    weights = Weights(cells, context, fitted().beads, fitted().score)
    settle(cases, weights)
    beads = fitted().beads if arguments.keep else fit_beads(cases, arguments.steps, fitted().beads)
    beads = fit_beads(one_language(cases), arguments.steps, beads, "within_", rate=0.05)
    weights = Weights(cells, context, beads, fitted().score)
    weights = Weights(cells, context, beads, fit_score(cases, weights))
    arguments.output.write_text(json.dumps(content(weights), indent=1) + "\n", "utf8")


def gather(data: Path, news: int, articles: int) -> Cases:
    """All development documents by kind, and short pieces of them."""
    limits = {"news_ko_en": news, "treaty_articles_en": articles}
    documents = {
        path.stem: [json.loads(line) for line in path.open(encoding="utf8")]
        for path in sorted((data / "gold").glob("*.jsonl"))
    }
    planted = sorted((data / "planted" / "pairs").glob("*/truth.json"))
    documents["planted"] = [json.loads(path.read_text("utf8")) for path in planted]
    kept = {kind: found[: limits.get(kind, len(found))] for kind, found in documents.items()}
    kept["short"] = short_pieces([found for kind, found in kept.items() if "certain" not in found[0]])
    return {kind: [case(document) for document in found] for kind, found in kept.items()}


def short_pieces(kinds: Sequence[Sequence[Mapping[str, Any]]]) -> list[Mapping[str, Any]]:
    """A hundred pieces of 1 to 6 units a side, half of them from places that do not correspond."""
    chance = random.Random(3)
    return [_piece(chance.choice(kinds[number % len(kinds)]), chance) for number in range(100)]


def _piece(document: Mapping[str, Any], chance: random.Random) -> Mapping[str, Any]:
    rows = _stretch(chance.randrange(len(document["a"])), len(document["a"]), chance)
    answered = sorted(j for a, b in document["links"] if set(a) & set(rows) for j in b)
    first = answered[0] if answered and chance.random() < 0.5 else chance.randrange(len(document["b"]))
    columns = _stretch(first, len(document["b"]), chance)
    links = [
        [[rows.index(i) for i in a if i in rows], [columns.index(j) for j in b if j in columns]]
        for a, b in document["links"]
    ]
    return {
        **document,
        "a": [document["a"][i] for i in rows],
        "b": [document["b"][j] for j in columns],
        "links": [link for link in links if all(link)],
    }


def _stretch(first: int, count: int, chance: random.Random) -> list[int]:
    return list(range(first, min(count, first + chance.randint(1, 6))))


def case(document: Mapping[str, Any]) -> Case:
    """A document measured."""
    use = encoder()
    languages = document.get("langs") or [document["lang"]] * 2
    units = [
        [Unit(text, language) for text in document[s]] for s, language in zip("ab", languages, strict=True)
    ]
    vectors = [windows(use, use.features(document[s]), min(LARGEST, len(document[s]))) for s in "ab"]
    gold = np.zeros((len(units[0]), len(units[1])), bool)
    for a, b in document["links"]:
        gold[np.ix_(a, b)] = True
    certain = document.get("certain") or {s: range(len(document[s])) for s in "ab"}
    sure = [np.isin(np.arange(len(document[s])), list(certain[s])) for s in "ab"]
    pair = measure(units[0], units[1], vectors[0], vectors[1])
    return Case(document, pair, gold, sure[0][:, None] | sure[1][None, :])


def fit_cells(cases: Cases) -> tuple[Linear, tuple[Linear, ...]]:
    """Weights of single pairs, then of each round of context on what came before."""
    first = {kind: [cell_features(one.pair) for one in found] for kind, found in cases.items()}
    rough = {kind: [row["meaning"] + 2 * row["letters"] for row in rows] for kind, rows in first.items()}
    cells = regression(first, candidates(cases, rough))
    odds = {
        kind: [cells.total(row) + EQUAL * one.pair.equal for row, one in zip(rows, cases[kind], strict=True)]
        for kind, rows in first.items()
    }
    rounds: list[Linear] = []
    for _ in range(ROUNDS):
        features = {
            kind: [
                context_features(table, one.pair.shared)
                for table, one in zip(tables, cases[kind], strict=True)
            ]
            for kind, tables in odds.items()
        }
        step = regression(features, candidates(cases, odds))
        rounds.append(step)
        odds = {
            kind: [
                step.total(row) + EQUAL * one.pair.equal for row, one in zip(rows, cases[kind], strict=True)
            ]
            for kind, rows in features.items()
        }
    return cells, tuple(rounds)


Chosen = dict[str, list[tuple[np.ndarray, np.ndarray]]]


def candidates(cases: Cases, odds: Mapping[str, Sequence[np.ndarray]]) -> Chosen:
    """The cells that are learnt from (gold, the nearest of each row and column) and which are right."""
    out: Chosen = {}
    for kind, found in cases.items():
        out[kind] = []
        for one, table in zip(found, odds[kind], strict=True):
            mask = one.gold.copy()
            for axis in (0, 1):
                count = min(NEAREST, table.shape[axis])
                near = np.argpartition(-table, count - 1, axis=axis).take(range(count), axis=axis)
                np.put_along_axis(mask, near, True, axis=axis)
            mask &= one.sure & ~one.pair.equal
            out[kind].append((mask, one.gold[mask]))
    return out


def regression(
    features: Mapping[str, Sequence[Mapping[str, np.ndarray]]], chosen: Chosen, strength: float = 10
) -> Linear:
    """L2 logistic regression over the chosen cells, every kind of text counting by its right cells alike."""
    names = list(next(iter(features.values()))[0])
    rows, right, weight = [], [], []
    for kind, tables in features.items():
        stacked = [
            np.stack([table[name][mask] for name in names], axis=-1)
            for table, (mask, _) in zip(tables, chosen[kind], strict=True)
        ]
        answers = np.concatenate([answer for _, answer in chosen[kind]])
        rows += stacked
        right.append(answers)
        weight.append(np.full(len(answers), 1 / max(answers.sum(), 1)))
    return logistic(names, np.concatenate(rows), np.concatenate(right), np.concatenate(weight), strength)


def logistic(
    names: Sequence[str], rows: np.ndarray, right: np.ndarray, weight: np.ndarray, strength: float
) -> Linear:
    """Weights on the features' own scales."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=strength, max_iter=3000)
    model.fit((rows - mean) / scale, right, weight * len(weight) / weight.sum())
    slopes = model.coef_[0] / scale
    return Linear(
        float(model.intercept_[0] - slopes @ mean), dict(zip(names, map(float, slopes), strict=True))
    )


def settle(cases: Cases, weights: Weights) -> None:
    """Log-odds of every case by the fitted cells and context."""
    for found in cases.values():
        for one in found:
            none = np.zeros_like(one.pair.meaning)
            one.odds = cell_odds(one.pair, none, weights, lone_odds(one.pair, none, weights))


def one_language(cases: Cases) -> Cases:
    """The cases in one language, of the articles the LARGE smallest: groups of large ones fill the memory."""
    kinds = {kind: [one for one in found if one.pair.shared == 1] for kind, found in cases.items()}
    return {
        kind: sorted(found, key=lambda one: one.gold.size)[:LARGE] for kind, found in kinds.items() if found
    }


def fit_beads(
    cases: Cases, steps: int, start: Linear, free: str = "", rate: float = 0.03, ridge: float = 1e-3
) -> Linear:
    """Weights under which the gold path of every block beats all others by what they get wrong.

    Adam on the subgradient of the structured hinge loss, features scaled to unit deviation, the mean of the
    last third of the steps. Only weights whose names begin with ``free`` leave ``start``.
    """
    names: list[str] = []
    problems = {
        kind: [p for one in found for p in block_problems(one, names)] for kind, found in cases.items()
    }
    scale = deviations(p for found in problems.values() for p in found)
    point = np.array([start.weights.get(name, 0.0) for name in names] + [start.bias]) * np.append(scale, 1)
    moving = np.array([name.startswith(free) for name in names] + [not free])
    first, second, total = np.zeros_like(point), np.zeros_like(point), np.zeros_like(point)
    for step in range(1, steps + 1):
        lost = np.mean([descent(found, point, scale) for found in problems.values()], axis=0)
        slope = moving * (ridge * point + lost)
        first, second = 0.9 * first + 0.1 * slope, 0.98 * second + 0.02 * slope**2
        size = rate * (1 - 0.8 * step / steps)
        point = point - size * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.98**step)) + 1e-6)
        total += point if step > steps * 2 // 3 else 0
    mean = total / (steps - steps * 2 // 3)
    return Linear(float(mean[-1]), dict(zip(names, map(float, mean[:-1] / scale), strict=True)))


def block_problems(one: Case, names: list[str]) -> list[Problem]:
    """The blocks of a document as the engine cuts them; ``names`` gets the feature names."""
    found = blocks(one.odds)
    ground = survey(one.pair, one.odds, np.zeros_like(one.odds))
    owners = [np.full(size, -1) for size in one.odds.shape]
    for number, block in enumerate(found):
        for row, column in block.anchors if block.firm else ():
            owners[0][row] = owners[1][column] = number
    out = []
    for number, block in enumerate(found):
        features = {}
        for shape, values in bead_features(one.pair, ground, block.rectangle):
            names[:] = list(values)
            features[shape] = np.stack(list(values.values()), axis=-1)
        shut = [(owner != number) & (owner >= 0) for owner in owners]
        out.append(problem(one, block, features, shut))
    return out


def problem(one: Case, block: Block, features: dict[Shape, np.ndarray], shut: list[np.ndarray]) -> Problem:
    """One block with its gold path and costs."""
    where = block.rectangle
    rows, columns = slice(where.top, where.bottom), slice(where.left, where.right)
    sure = one.sure[rows, columns]
    shut_here = shut[0][rows], shut[1][columns]
    gold = gold_path(one.document["links"], where.top, where.left, where.size, set(features), shut_here)
    costs = {shape: bead_costs(one.gold[rows, columns], sure, shape) for shape in features}
    costs[1, 1] = costs[1, 1] + 50 * one.pair.equal[rows, columns]
    return Problem(features, costs, gold, shut_here, sure)


def gold_path(
    links: Iterable[Any], top: int, left: int, size: Shape, shapes: set[Shape], shut: tuple[np.ndarray, ...]
) -> set[Group]:
    """Gold links that lie in a block, by its own indexes, as far as they run in order."""
    out: list[Group] = []
    for a, b in sorted(links):
        rows, columns = tuple(i - top for i in a), tuple(j - left for j in b)
        inside = rows[0] >= 0 and columns[0] >= 0 and rows[-1] < size[0] and columns[-1] < size[1]
        joined = rows[-1] - rows[0] == len(a) - 1 and columns[-1] - columns[0] == len(b) - 1
        if not (inside and joined and (len(a), len(b)) in shapes):
            continue
        free = not (shut[0][list(rows)].any() or shut[1][list(columns)].any())
        if free and (not out or columns[0] > out[-1][1][-1]):
            out.append((rows, columns))
    return set(out)


def bead_costs(gold: np.ndarray, sure: np.ndarray, shape: Shape) -> np.ndarray:
    """Wrong less right unit pairs of each bead, over the larger side; 0 where the gold is unsure."""
    down, right = shape
    sums = np.zeros((gold.shape[0] + 1, gold.shape[1] + 1))
    sums[1:, 1:] = gold.cumsum(axis=0).cumsum(axis=1)
    held = sums[down:, right:] - sums[:-down, right:] - sums[down:, :-right] + sums[:-down, :-right]
    out = np.full(gold.shape, -np.inf, np.float32)
    cost = (down * right - 2 * held) / max(shape)
    out[down - 1 :, right - 1 :] = np.where(sure[down - 1 :, right - 1 :], cost, 0)
    return out


def deviations(problems: Iterable[Problem]) -> np.ndarray:
    """Standard deviation of every feature over a sample of beads."""
    chance = np.random.default_rng(0)
    sampled = [
        chance.choice(values.reshape(-1, values.shape[-1]), 20)
        for one in problems
        for values in one.features.values()
    ]
    return np.concatenate(sampled).std(axis=0) + 1e-3


def descent(problems: Sequence[Problem], point: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """Mean subgradient over the gold beads of one kind of text."""
    out = np.zeros_like(point)
    slopes, bias = (point[:-1] / scale).astype(np.float32), np.float32(point[-1])
    for one in problems:
        gains = {shape: rows @ slopes + bias + one.costs[shape] for shape, rows in one.features.items()}
        path = best_path(gains, *one.shut)
        found = {(_run(bead.last[0], bead.shape[0]), _run(bead.last[1], bead.shape[1])) for bead in path}
        judged = {bead for bead in found - one.gold if one.sure[bead[0][-1], bead[1][-1]]}
        for sign, beads in ((1, judged), (-1, one.gold - found)):
            for rows, columns in beads:
                values = one.features[len(rows), len(columns)][rows[-1], columns[-1]]
                out += sign * np.append(values / scale, 1)
    return out / max(sum(len(one.gold) for one in problems), 1)


def fit_score(cases: Cases, weights: Weights) -> Linear:
    """Log-odds that a found link is right, that is, that the gold holds all its unit pairs."""
    rows, right, weight = [], [], []
    for found in cases.values():
        answers = []
        for one in found:
            beads = group(one.pair, one.odds, np.zeros_like(one.odds), weights)
            boxes = [np.ix_(_run(b.last[0], b.shape[0]), _run(b.last[1], b.shape[1])) for b in beads]
            judged = [
                n for n, box in enumerate(boxes) if one.sure[box].any() and not one.pair.equal[box].all()
            ]
            if judged:
                said = evidence(one.pair, one.odds, [beads[n] for n in judged])
                rows.append(np.stack([np.clip(said[name], -10, 15) for name in SCORED], axis=-1))
                answers += [bool(one.gold[boxes[n]].all()) for n in judged]
        right.append(np.array(answers))
        weight.append(np.full(len(answers), 1 / max(sum(answers), 1)))
    return logistic(SCORED, np.concatenate(rows), np.concatenate(right), np.concatenate(weight), 1.0)


def _run(last: int, size: int) -> tuple[int, ...]:
    return tuple(range(last - size + 1, last + 1))


def rounded(linear: Linear) -> Mapping[str, Any]:
    """A linear sum to four places."""
    slopes = {name: round(value, 4) for name, value in linear.weights.items()}
    return {"bias": round(linear.bias, 4), "weights": slopes}


def content(weights: Weights) -> Mapping[str, Any]:
    """What weights.json holds, with how it was fitted."""
    return {
        "fitted": {"by": "bench/fit_align.py", "how": " ".join((__doc__ or "").split("\n\n")[-1].split())},
        "cells": rounded(weights.cells),
        "context": [rounded(step) for step in weights.context],
        "beads": rounded(weights.beads),
        "score": rounded(weights.score),
    }


if __name__ == "__main__":
    main()
