"""A trained classifier as a folder: ``card.json`` and one ``.skops`` file a part, never pickle."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from policynlp.errors import PolicyNLPError
from policynlp.files import write_whole
from policynlp.learning.candidates import CANDIDATES, SINGLE
from policynlp.learning.features import Features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CARD = "card.json"
SCHEMA = "policynlp.classifier/2"
DAMAGE = (
    AttributeError,
    BadZipFile,
    EOFError,
    KeyError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    zlib.error,
)
"""What skops and zipfile raise on a file that is cut off, overwritten, locked or of another kind."""


@dataclass(frozen=True, slots=True)
class Model:
    """A classifier and what is known of it."""

    card: Mapping[str, Any]
    """What it was trained on, how it was chosen, how well it does; written as ``card.json``."""
    parts: Mapping[str, Any] = field(default_factory=dict)
    """Fitted scikit-learn estimators by name of SINGLE; their probabilities are averaged."""

    @property
    def classes(self) -> Sequence[str]:
        """The labels, sorted."""
        return tuple(self.card["classes"])

    def probabilities(self, features: Features) -> "NDArray[np.float64]":
        """(texts, classes), each row adding up to 1."""
        import numpy as np

        said = [part.predict_proba(SINGLE[name][0](features)) for name, part in self.parts.items()]
        return np.asarray(np.mean(said, axis=0))

    def decide(self, probabilities: "NDArray[np.float64]") -> "NDArray[np.int64]":
        """The place in ``classes`` of each row's label."""
        import numpy as np

        counts = np.array([self.card["examples"][name] for name in self.classes], dtype=np.float64)
        return decided(probabilities, counts / counts.sum(), self.card["lean"])


def decided(
    probabilities: "NDArray[np.float64]", prior: "NDArray[np.float64]", lean: float
) -> "NDArray[np.int64]":
    """The label with the highest probability / prior ** lean in each row.

    With 0 the likeliest label; with 1 the one whose probability stands highest over its share.
    """
    import numpy as np

    return np.asarray((probabilities / prior**lean).argmax(1))


def save(model: Model, folder: Path) -> None:
    """Write the card and the parts; each file appears whole or not at all."""
    import skops.io

    folder.mkdir(parents=True, exist_ok=True)
    for name, part in model.parts.items():
        write_whole(folder / f"{name}.skops", skops.io.dumps(part))
    card = {"schema": SCHEMA, **model.card}
    write_whole(folder / CARD, (json.dumps(card, ensure_ascii=False, indent=1) + "\n").encode("utf8"))


def load(folder: Path) -> Model:
    """The classifier in a folder.

    Raises PolicyNLPError where there is none, or where a part holds anything that scikit-learn itself
    does not need: such a file is not opened.
    """
    import skops.io
    from skops.io.exceptions import UntrustedTypesFoundException

    try:
        card = json.loads((folder / CARD).read_text("utf8"))
        if card["schema"] != SCHEMA:
            raise ValueError(f"{card['schema']}, not {SCHEMA}")
        names = CANDIDATES[card["chosen"]]  # names of ours only: a card cannot point at other files
        parts = {name: skops.io.load(folder / f"{name}.skops") for name in names}
        _check(card, parts)
    except UntrustedTypesFoundException as error:
        raise PolicyNLPError("classifier-untrusted", place=folder) from error
    except DAMAGE as error:
        raise PolicyNLPError("classifier-missing", place=folder, error=_first_line(error)) from error
    return Model(card, parts)


def _check(card: Mapping[str, Any], parts: Mapping[str, Any]) -> None:
    """Raises ValueError where the parts know other labels than the card, or the card cannot decide."""
    labels, counts = card["classes"], card["examples"]
    for name, part in parts.items():
        if list(part.classes_) != list(range(len(labels))) or not callable(part.predict_proba):
            raise ValueError(f"{name} and {CARD} have other labels")
    if not 0 <= card["lean"] <= 1 or any(counts.get(label, 0) < 1 for label in labels):
        raise ValueError(f"{CARD} has a label without examples, or a lean outside 0 to 1")


def _first_line(error: Exception) -> str:
    return str(error).split("\n")[0][:120]
