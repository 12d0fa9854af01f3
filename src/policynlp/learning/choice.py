"""Trains every single classifier, chooses the best or the best average by cross-validation."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from policynlp.errors import UsageError
from policynlp.learning.candidates import CANDIDATES, SEED, SINGLE
from policynlp.learning.features import Features
from policynlp.learning.stored import Model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDS = 5
LEAST = 2
"""Least labels, and least examples of each."""


def train(features: Features, labels: Sequence[str], card: Mapping[str, Any]) -> Model:
    """The classifier with the least log loss in cross-validation, fitted on every example.

    The log loss moves less by chance than F1 does where examples are few.

    The card's ``cross_validated`` scores the *choice*: in each fold the best candidate is chosen on the other
    folds alone, so that trying many does not flatter the figure. Raises UsageError for fewer than two labels
    or for a label that stands on one row only.
    """
    import numpy as np

    classes = sorted(set(labels))
    rare = [name for name, count in Counter(labels).items() if count < LEAST]
    if len(classes) < LEAST or rare:
        raise UsageError("labels-few", labels=", ".join(f"{k} ({v})" for k, v in Counter(labels).items()))
    gold = np.array([classes.index(label) for label in labels])
    folds = folded(gold)
    out = {name: out_of_fold(features, gold, folds, name, len(classes)) for name in SINGLE}
    everything = list(range(len(gold)))
    chosen = best(out, gold, everything)
    parts = {name: fitted(features, gold, name) for name in CANDIDATES[chosen]}
    made = {
        "classes": classes,
        "chosen": chosen,
        "examples": dict(sorted(Counter(labels).items())),
        "folds": len(folds),
        "candidates": {name: rounded(f1(mixed(out, name).argmax(1), gold)) for name in CANDIDATES},
        "cross_validated": rounded(f1(chosen_by_fold(out, gold, folds), gold)),
        "always_the_commonest": rounded(f1(np.full(len(gold), np.bincount(gold).argmax()), gold)),
        "by_label": by_label(mixed(out, chosen).argmax(1), gold, classes),
    }
    return Model({**card, **made}, parts)


def folded(gold: "NDArray[np.int64]") -> list[tuple["NDArray[np.int64]", "NDArray[np.int64]"]]:
    """Pairs of training and test rows; as many folds as the rarest label allows, at most FOLDS."""
    import numpy as np
    from sklearn.model_selection import StratifiedKFold

    count = min(FOLDS, int(np.bincount(gold).min()))
    splitter = StratifiedKFold(count, shuffle=True, random_state=SEED)
    return list(splitter.split(np.zeros(len(gold)), gold))


def out_of_fold(
    features: Features, gold: "NDArray[np.int64]", folds: Sequence[tuple[Any, Any]], name: str, classes: int
) -> "NDArray[np.float64]":
    """(rows, classes): what a single classifier says of each row that it did not see."""
    import numpy as np

    look, build = SINGLE[name]
    found = np.zeros((len(gold), classes))
    for seen, unseen in folds:
        model = build().fit(look(features.rows(seen)), gold[seen])
        found[unseen] = model.predict_proba(look(features.rows(unseen)))
    return found


def fitted(features: Features, gold: "NDArray[np.int64]", name: str) -> Any:
    """A single classifier that has seen every row."""
    look, build = SINGLE[name]
    return build().fit(look(features), gold)


def mixed(out: Mapping[str, "NDArray[np.float64]"], candidate: str) -> "NDArray[np.float64]":
    """The mean of the probabilities of a candidate's parts."""
    import numpy as np

    return np.asarray(np.mean([out[name] for name in CANDIDATES[candidate]], axis=0))


def best(out: Mapping[str, "NDArray[np.float64]"], gold: "NDArray[np.int64]", rows: Sequence[int]) -> str:
    """The candidate with the least log loss on ``rows``; the first named of equals."""
    index = list(rows)
    return min(CANDIDATES, key=lambda name: log_loss(mixed(out, name)[index], gold[index]))


def chosen_by_fold(
    out: Mapping[str, "NDArray[np.float64]"], gold: "NDArray[np.int64]", folds: Sequence[tuple[Any, Any]]
) -> "NDArray[np.int64]":
    """What is predicted where each fold's candidate is chosen on the other folds."""
    import numpy as np

    found = np.zeros(len(gold), dtype=np.int64)
    for seen, unseen in folds:
        found[unseen] = mixed(out, best(out, gold, seen))[unseen].argmax(1)
    return found


def log_loss(probabilities: "NDArray[np.float64]", gold: "NDArray[np.int64]") -> float:
    """Mean negative logarithm of the probability of the right label, in nats."""
    import numpy as np

    right = probabilities[np.arange(len(gold)), gold]
    return float(-np.log(np.maximum(right, 1e-9)).mean())


def f1(predicted: "NDArray[np.int64]", gold: "NDArray[np.int64]") -> float:
    """F1 of each label, weighted by how often it stands in the gold."""
    from sklearn.metrics import f1_score

    return float(f1_score(gold, predicted, average="weighted", zero_division=0.0))


def by_label(
    predicted: "NDArray[np.int64]", gold: "NDArray[np.int64]", classes: Sequence[str]
) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each label in cross-validation."""
    from sklearn.metrics import precision_recall_fscore_support

    every = range(len(classes))
    scores = precision_recall_fscore_support(gold, predicted, labels=list(every), zero_division=0.0)
    names = ("precision", "recall", "f1")
    return {classes[n]: {name: rounded(float(scores[k][n])) for k, name in enumerate(names)} for n in every}


def rounded(score: float) -> float:
    """Four digits: what a card shows."""
    return round(score, 4)
