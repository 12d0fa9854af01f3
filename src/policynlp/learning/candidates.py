"""The classifiers that cross-validation chooses among. A new one is a new entry of ``CANDIDATES``."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from policynlp.learning.features import Features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SEED = 0
"""Of whatever draws at random."""
TREES = 200
GRAMS = 20_000
"""Most n-grams of characters: the commonest."""

Build = Callable[[], Any]
"""A new scikit-learn estimator with ``fit`` and ``predict_proba``."""


def meaning(features: Features) -> "NDArray[np.float64]":
    """The meaning alone."""
    return features.meaning


def letters(features: Features) -> tuple[str, ...]:
    """The texts themselves."""
    return features.letters


def reading(features: Features) -> "NDArray[np.float64]":
    """The commitments and the surface alone."""
    return features.reading


def both(features: Features) -> "NDArray[np.float64]":
    """Reading, then meaning."""
    import numpy as np

    return np.hstack([features.reading, features.meaning])


def logistic(strength: float) -> Any:
    """Logistic regression over scaled columns."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    return make_pipeline(StandardScaler(), LogisticRegression(C=strength, max_iter=2000))


def kernel() -> Any:
    """A support vector machine with a radial kernel over scaled columns, its margins calibrated (Platt)."""
    from sklearn.calibration import CalibratedClassifierCV
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler
    from sklearn.svm import SVC

    return CalibratedClassifierCV(make_pipeline(StandardScaler(), SVC(C=2.0)), ensemble=False, cv=3)


def trees() -> Any:
    """Extremely randomised trees."""
    from sklearn.ensemble import ExtraTreesClassifier

    return ExtraTreesClassifier(TREES, min_samples_leaf=2, max_features=0.1, random_state=SEED)


def spelling() -> Any:
    """Logistic regression over n-grams of 2 to 4 characters inside words."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    grams = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, max_features=GRAMS)
    return make_pipeline(grams, LogisticRegression(C=20.0, max_iter=1000))


SINGLE: Mapping[str, tuple[Callable[[Features], Any], Build]] = {
    "meaning": (meaning, lambda: logistic(0.01)),
    "meaning-kernel": (meaning, kernel),
    "reading": (reading, lambda: logistic(0.1)),
    "trees": (both, trees),
    "letters": (letters, spelling),
}
"""What each looks at, and how it is built."""

CANDIDATES: Mapping[str, tuple[str, ...]] = {
    **{name: (name,) for name in SINGLE},
    "meaning-kernel + letters": ("meaning-kernel", "letters"),
    "reading + trees": ("reading", "trees"),
    "meaning-kernel + reading + trees": ("meaning-kernel", "reading", "trees"),
    "meaning-kernel + reading + trees + letters": ("meaning-kernel", "reading", "trees", "letters"),
}
"""Single classifiers, and averages of the probabilities of several, by name."""
