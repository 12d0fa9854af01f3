"""Trains every single classifier, chooses the best or the best average by cross-validation."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from policynlp.errors import UsageError
from policynlp.learning.candidates import CANDIDATES, SINGLE
from policynlp.learning.features import Features
from policynlp.learning.stored import Model, decided

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDS = 5
SEED = 0
"""Of the folds, the one thing drawn at random."""
LEAST = 2
"""Least labels, and least examples of each."""
LEANS = tuple(step / 20 for step in range(21))
"""How far a decision may lean towards rare labels, 0 to 1 (see ``decided``)."""


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
    prior = shares(gold)
    answers = {name: leaning(mixed(out, name), prior) for name in CANDIDATES}
    parts = {name: fitted(features, gold, name) for name in CANDIDATES[chosen]}
    made = {
        "classes": classes,
        "chosen": chosen,
        "examples": dict(sorted(Counter(labels).items())),
        "folds": len(folds),
        "lean": lean(mixed(out, chosen), prior),
        "candidates": {name: rounded(f1(answer, gold)) for name, answer in answers.items()},
        "cross_validated": rounded(f1(chosen_by_fold(out, gold, folds), gold)),
        "always_the_commonest": rounded(f1(np.full(len(gold), np.bincount(gold).argmax()), gold)),
        "by_label": by_label(answers[chosen], gold, classes),
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
    """What is predicted where each fold's candidate and its lean are chosen on the other folds."""
    import numpy as np

    found = np.zeros(len(gold), dtype=np.int64)
    for seen, unseen in folds:
        said, prior = mixed(out, best(out, gold, seen)), shares(gold[seen])
        found[unseen] = decided(said[unseen], prior, lean(said[seen], prior))
    return found


def shares(gold: "NDArray[np.int64]") -> "NDArray[np.float64]":
    """How much of the examples each label has, 0 to 1."""
    import numpy as np

    return np.bincount(gold) / len(gold)


def leaning(probabilities: "NDArray[np.float64]", prior: "NDArray[np.float64]") -> "NDArray[np.int64]":
    """What is decided with the lean that these probabilities ask for."""
    return decided(probabilities, prior, lean(probabilities, prior))


def lean(probabilities: "NDArray[np.float64]", prior: "NDArray[np.float64]") -> float:
    """The lean with the highest F1 that the probabilities themselves expect; the least of equals.

    Asking the probabilities and not the labels keeps a few hundred examples from deciding by chance
    (Lipton et al. 2014, Optimal Thresholding of Classifiers to Maximize F1).
    """
    return max(LEANS, key=lambda one: expected_f1(probabilities, decided(probabilities, prior, one)))


def expected_f1(probabilities: "NDArray[np.float64]", predicted: "NDArray[np.int64]") -> float:
    """F1 of each label, weighted by how often it is expected, were the probabilities true."""
    import numpy as np

    said = np.eye(probabilities.shape[1])[predicted]
    expected = probabilities.sum(0)
    return float((expected * 2 * (said * probabilities).sum(0) / (said.sum(0) + expected)).sum() / len(said))


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
