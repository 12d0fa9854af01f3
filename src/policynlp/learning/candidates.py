"""The classifiers that cross-validation chooses among. A new one is a new entry of ``CANDIDATES``."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from policynlp.learning.features import READING, Features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

GRAMS = 20_000
"""Most n-grams of characters: the commonest."""

WEIGHT = 3.0
"""Of a column of the reading beside one of the meaning, of which there are thirty times as many.

1 to 4 were tried on Korean and English company pages; 2 to 4 differ by less than .002 in log loss.
"""

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


def together() -> Any:
    """Logistic regression over reading and meaning at once, the few columns of the reading made heavier."""
    from sklearn.compose import ColumnTransformer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    parts = [
        ("reading", StandardScaler(), slice(0, READING)),
        ("meaning", StandardScaler(), slice(READING, None)),
    ]
    scaled = ColumnTransformer(parts, transformer_weights={"reading": WEIGHT})
    return make_pipeline(scaled, LogisticRegression(C=0.002, max_iter=2000))


def spelling() -> Any:
    """Logistic regression over n-grams of 2 to 4 characters inside words."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    grams = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, max_features=GRAMS)
    return make_pipeline(grams, LogisticRegression(C=20.0, max_iter=1000))


SINGLE: Mapping[str, tuple[Callable[[Features], Any], Build]] = {
    "meaning": (meaning, lambda: logistic(0.01)),
    "reading": (reading, lambda: logistic(0.1)),
    "together": (both, together),
    "letters": (letters, spelling),
}
"""What each looks at, and how it is built."""

CANDIDATES: Mapping[str, tuple[str, ...]] = {
    **{name: (name,) for name in SINGLE},
    "meaning + letters": ("meaning", "letters"),
    "reading + together": ("reading", "together"),
}
"""Single classifiers, and averages of the probabilities of several, by name.

Few, since log loss tells near ones apart by chance. Radial kernels, random trees, boosting and averages of
three were tried beside them: none adds .003 of weighted F1 on Korean and English company pages and on the
areas of short commitments alike.
"""
