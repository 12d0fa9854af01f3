"""Fit the weights of shared/parity.toml: what makes a suspect passage a fault of the translation.

python bench/fit_parity.py DATA                 on the built-in agreements
python bench/fit_parity.py DATA --gold A.jsonl,B.jsonl   on texts already linked, too (see bench/parity.py),
                                                of those with :first behind on the first half of their links
python bench/fit_parity.py DATA --seeds 1,2     with other errors planted

A logistic regression of suspect passages: those at a planted error (another term, another name, an omission,
an addition) or, of an omission, those new on the other side, against those of the clean texts. Prints the
weights as they stand in the table, and how well they part the two.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from parity import FAMILIES, Case, builtin, gold, planted, vectors
from parity_scoring import Planted
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from policynlp.comparison.parity.checking import Found, Task, begun, weighed

FITTED = ("mistranslation", "proper_noun", "omission", "addition")
"""Kinds of errors that are found as passages."""
STRENGTH = 3.0
"""Inverse of the penalty on large weights: of 0.3, 1, 3, 10 all rank held-out errors alike within .01."""

Row = tuple[bool, Mapping[str, float]]


@dataclass(frozen=True)
class Suspected:
    """The texts of a link, and what is suspect in them."""

    texts: tuple[str, str]
    found: Found


def everything(task: Task) -> Iterator[Suspected]:
    """The suspect passages of all links."""
    for made, found in zip(task.made, weighed(task), strict=True):
        yield Suspected((made.sides[0].text, made.sides[1].text), found)


def clean_rows(links: Sequence[Suspected]) -> Iterator[Row]:
    """Passages of right translations."""
    for one in links:
        yield from ((False, weighed) for weighed in one.found.features.values())


def planted_rows(one: Suspected, error: Planted, side: int, clean: Sequence[Suspected]) -> Iterator[Row]:
    """The passages that a planted error made suspect."""
    low, high = changed(error.before, error.after)
    start = one.texts[side].index(error.after)
    before = [right for right in clean if right.texts[1 - side] == one.texts[1 - side]]
    seen = {word for right in before for p in right.found.passages[1 - side] for word in p.keys}
    for passage in one.found.passages[side]:
        if passage.chars[0] < start + high and passage.chars[1] > start + low:
            yield True, one.found.features[passage]
    for passage in one.found.passages[1 - side]:
        if set(passage.keys) - seen:
            yield True, one.found.features[passage]


def changed(before: str, after: str) -> tuple[int, int]:
    """The characters of the second text that the first does not share at its ends."""
    most = min(len(before), len(after))
    first = next((n for n in range(most) if before[n] != after[n]), most)
    last = next((n for n in range(most - first) if before[-1 - n] != after[-1 - n]), most - first)
    return first, len(after) - last


def rows(case: Case, data: Path, seeds: Sequence[int]) -> Iterator[Row]:
    """All passages of a pair, clean and with errors in either version."""
    clean = list(everything(begun(case.pair, case.link(*case.pair), vectors=vectors)))
    yield from clean_rows(clean)
    for seed in seeds:
        for side in (0, 1):
            errors = planted(case.pair[side], data, seed)
            wrong = case.damage(case.pair[side], errors)
            both = (wrong, case.pair[1]) if side == 0 else (case.pair[0], wrong)
            for found in everything(begun(both, case.link(*both), vectors=vectors)):
                own = [error for error in errors if error.after in found.texts[side]]
                if len(own) == 1 and own[0].kind in FITTED:
                    yield from planted_rows(found, own[0], side, clean)


def fitted(found: Sequence[Row]) -> tuple[dict[str, float], float]:
    """Weights by name, and the area under the curve of what they were fitted on."""
    names = [name for name in found[0][1] if name != "bias"]
    x = np.array([[row[name] for name in names] for _, row in found])
    y = np.array([label for label, _ in found])
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(x, y)
    weights = dict(zip(names, model.coef_[0], strict=True)) | {"bias": model.intercept_[0]}
    return {name: round(float(value), 2) for name, value in weights.items()}, float(
        roc_auc_score(y, model.decision_function(x))
    )


def main() -> None:
    """Plant, fit, print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("data", type=Path)
    options.add_argument("--seeds", default="1")
    options.add_argument("--gold", default="")
    given = options.parse_args()
    seeds = [int(seed) for seed in given.seeds.split(",")]
    files = [name.partition(":") for name in given.gold.split(",") if name]
    cases = [*builtin(FAMILIES), *(case for name, _, half in files for case in gold(Path(name), half))]
    found = [row for case in cases for row in rows(case, given.data, seeds)]
    weights, area = fitted(found)
    print(f"# {sum(label for label, _ in found)} passages at errors, {len(found)} in all; area {area:.3f}")
    print("[passage]", *(f"{name} = {value}" for name, value in weights.items()), sep="\n")


if __name__ == "__main__":
    main()
