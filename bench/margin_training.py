"""Weights of groups, trained on the search itself: the gold path must beat every other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from alignment_gold import Case, Cases, Group
from sklearn.linear_model import LogisticRegression

from policynlp.alignment.beads import EQUAL_GAIN, bead_features
from policynlp.alignment.blocks import Block, blocks
from policynlp.alignment.cells import dense
from policynlp.alignment.engine import held
from policynlp.alignment.ground import Shape, survey
from policynlp.alignment.search import best_path
from policynlp.alignment.weights import Linear

MOST = 2_500
"""Largest rectangle, in cells, that is trained on: those of a few long chains would fill the memory."""
RIDGE = 1e-3
RATE = 0.05
WITHIN_PART = 0.6
"""How much less the part of a weight that counts within one language may grow than the weight itself: one
language is seen in fewer kinds of text, and must not forget what translations teach."""
GROUPS = 0.3
"""Gain that every group has more than the training gives, which asks for a margin both ways and left seven
units out of groups for each that it put in wrongly. Of halves fitted crosswise: unmatched news lines .825 to
.836, hard Korean clauses .697 to .702, hard Spanish .721 to .712, links the same or better."""
PARTS = 3
"""Of the blocks of each kind that one step looks at one of so many, in turn."""
OTHERS = 10
"""Wrong beads drawn for each gold bead, to start from."""


@dataclass
class Problem:
    """One block: feature rows of every bead, costs of wrong ones, the gold path, and units that are shut."""

    shapes: tuple[Shape, ...]
    features: np.ndarray
    costs: np.ndarray
    gold: set[Group]
    shut: tuple[np.ndarray, np.ndarray]
    sure: np.ndarray
    within: bool


def fit_beads(cases: Cases, odds: dict[str, list[np.ndarray]], steps: int) -> Linear:
    """Weights under which the gold path of every block beats all others by what they get wrong.

    From a logistic regression of gold beads, Adam on the subgradient of the structured hinge loss, features
    scaled to unit deviation; the mean of the last third of the steps.
    """
    names: list[str] = []
    problems = {
        kind: [p for one, table in zip(found, odds[kind], strict=True) for p in _problems(one, table, names)]
        for kind, found in cases.items()
        if not kind.endswith("_moved")  # the blocks of _order again
    }
    every = [p for found in problems.values() for p in found]
    scale = _deviations(every)
    point = _start(problems.values(), scale)
    first, second, total = np.zeros_like(point), np.zeros_like(point), np.zeros_like(point)
    for step in range(1, steps + 1):
        seen = [found[step % PARTS :: PARTS] or found for found in problems.values() if found]
        lost = np.mean([_descent(found, point, scale) for found in seen], axis=0)
        slope = RIDGE * point + lost
        first, second = 0.9 * first + 0.1 * slope, 0.98 * second + 0.02 * slope**2
        size = RATE * (1 - 0.8 * step / steps)
        point = point - size * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.98**step)) + 1e-6)
        total += point if step > steps * 2 // 3 else 0
    plain, within = np.split(total / (steps - steps * 2 // 3), 2)
    within = WITHIN_PART * within
    weights = dict(zip(names, map(float, plain[:-1] / scale), strict=True))
    return Linear(
        float(plain[-1]),
        weights | {"group": weights["group"] + GROUPS},
        float(within[-1]),
        dict(zip(names, map(float, within[:-1] / scale), strict=True)),
    )


def _problems(one: Case, odds: np.ndarray, names: list[str]) -> list[Problem]:
    """The blocks of a document as the engine cuts them; ``names`` gets the feature names."""
    found = blocks(one.pair.cells, odds)
    ground = survey(one.pair, odds, np.zeros_like(odds))
    owners = held(found, one.pair.cells.shape)
    out = []
    for number, block in enumerate(found):
        if np.prod(block.rectangle.size) > MOST:
            continue
        beads = bead_features(one.pair, ground, block.rectangle)
        names[:] = list(beads.features)
        features = np.nan_to_num(np.stack(list(beads.features.values()), axis=-1))
        shut = [(owner != number) & (owner >= 0) for owner in owners]
        out.append(_problem(one, block, beads.shapes, features, shut))
    return out


def _problem(
    one: Case, block: Block, shapes: tuple[Shape, ...], features: np.ndarray, shut: list[np.ndarray]
) -> Problem:
    """One block with its gold path and costs."""
    where = block.rectangle
    rows, columns = where.slices
    shut_here = shut[0][rows], shut[1][columns]
    gold = _gold_path(one.document["links"], where.top, where.left, where.size, set(shapes), shut_here)
    sure, right = one.sure[rows, columns], one.gold[rows, columns]
    costs = np.stack([_costs(right, sure, shape) for shape in shapes])
    equal = dense(one.pair.cells, one.pair.equal.astype(np.float32), rows, columns, 0)
    costs[0] += EQUAL_GAIN * equal
    return Problem(shapes, features, costs, gold, shut_here, sure, one.pair.shared == 1)


def _gold_path(
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


def _costs(gold: np.ndarray, sure: np.ndarray, shape: Shape) -> np.ndarray:
    """Wrong less right unit pairs of each bead, over the root of the larger side: a unit left out of a group
    must cost something, and a large group not as much as all its units. 0 where the gold is unsure."""
    down, right = shape
    sums = np.zeros((gold.shape[0] + 1, gold.shape[1] + 1))
    sums[1:, 1:] = gold.cumsum(axis=0).cumsum(axis=1)
    inside = sums[down:, right:] - sums[:-down, right:] - sums[down:, :-right] + sums[:-down, :-right]
    out = np.full(gold.shape, -np.inf, np.float32)
    cost = (down * right - 2 * inside) / max(shape) ** 0.5
    out[down - 1 :, right - 1 :] = np.where(sure[down - 1 :, right - 1 :], cost, 0)
    return out


def _deviations(problems: Sequence[Problem]) -> np.ndarray:
    """Standard deviation of every feature over a sample of beads."""
    chance = np.random.default_rng(0)
    sampled = [chance.choice(one.features.reshape(-1, one.features.shape[-1]), 100) for one in problems]
    return np.concatenate(sampled).std(axis=0) + 1e-3


def _row(one: Problem, bead: Group, scale: np.ndarray) -> np.ndarray:
    """Scaled features of a bead and 1, and the same times whether it is one language."""
    rows, columns = bead
    number = one.shapes.index((len(rows), len(columns)))
    values = np.append(one.features[number, rows[-1], columns[-1]] / scale, 1)
    return np.concatenate([values, WITHIN_PART * one.within * values])


def _start(kinds: Iterable[Sequence[Problem]], scale: np.ndarray) -> np.ndarray:
    """A logistic regression of gold beads against others drawn from the same blocks."""
    chance = np.random.default_rng(1)
    rows, right, weight = [], [], []
    for problems in kinds:
        before = len(rows)
        for one in problems:
            wrong = np.argwhere(np.isfinite(one.costs) & one.sure & (one.costs > 0))
            drawn = chance.choice(wrong, min(OTHERS * len(one.gold), len(wrong)), replace=False)
            others = [_group(one.shapes[s], (int(i), int(j))) for s, i, j in drawn]
            rows += [_row(one, bead, scale) for bead in (*sorted(one.gold), *others)]
            right += [True] * len(one.gold) + [False] * len(others)
        weight += [1 / max(sum(right[before:]), 1)] * (len(rows) - before)
    model = LogisticRegression(C=1.0, max_iter=2000, fit_intercept=False)
    model.fit(np.array(rows), right, np.array(weight) * len(weight) / sum(weight))
    return np.asarray(model.coef_[0])


def _descent(problems: Sequence[Problem], point: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """Mean subgradient over the gold beads of one kind of text."""
    out = np.zeros_like(point)
    for one in problems:
        here = np.split(point, 2)[0] + WITHIN_PART * one.within * np.split(point, 2)[1]
        slopes, bias = (here[:-1] / scale).astype(np.float32), np.float32(here[-1])
        path = best_path(one.shapes, one.features @ slopes + bias + one.costs, *one.shut)
        found = {_group(bead.shape, bead.last) for bead in path}
        judged = {bead for bead in found - one.gold if one.sure[bead[0][-1], bead[1][-1]]}
        for sign, beads in ((1, judged), (-1, one.gold - found)):
            for bead in sorted(beads):
                out += sign * _row(one, bead, scale)
    return out / max(sum(len(one.gold) for one in problems), 1)


def _group(shape: Shape, last: tuple[int, int]) -> Group:
    rows, columns = (tuple(range(end - size + 1, end + 1)) for end, size in zip(last, shape, strict=True))
    return rows, columns
