"""``train`` and ``classify``: a user's own labels, read with the encoder and the extractor."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from policynlp import __version__, learning, pipeline
from policynlp.workspace import Workspace


def train(
    folder: Path,
    data: Path,
    *,
    text: str = "text",
    label: str = "label",
    encoder: str = pipeline.DEFAULT_ENCODER,
    language: str | None = None,
    home: Workspace | None = None,
) -> learning.Model:
    """Train a classifier on the rows of a JSONL or CSV file and store it in ``folder``.

    Raises UnreadableError or UsageError where the file or its columns are not fit for it.
    """
    table = learning.read_table(data, text, label)
    card = {
        "generator": f"policynlp {__version__}",
        "encoder": encoder,
        "language": language or "",
        "data": {"name": data.name, "sha256": hashlib.sha256(data.read_bytes()).hexdigest()},
        "columns": {"text": text, "label": label},
        "rows": len(table.rows),
    }
    model = learning.train(features(table.texts, encoder, language, home), table.labels, card)
    learning.save(model, folder)
    return model


def classify(
    folder: Path, data: Path, *, text: str | None = None, home: Workspace | None = None
) -> list[dict[str, Any]]:
    """The rows of a file with ``label`` and ``score`` (the probability of that label, 0 to 1) added.

    A rare label may be given with a score below one half: docs/classifiers.md, "Unequal labels".

    ``text`` names the column; without it, the one that the classifier was trained on.
    """
    model = learning.load(folder)
    table = learning.read_table(data, text or model.card["columns"]["text"])
    seen = features(table.texts, model.card["encoder"], model.card["language"] or None, home)
    answers = model.probabilities(seen)
    chosen = model.decide(answers)
    return [
        {**row, "label": model.classes[place], "score": round(float(answers[number, place]), 4)}
        for number, (row, place) in enumerate(zip(table.rows, chosen, strict=True))
    ]


def features(
    texts: Sequence[str], encoder: str, language: str | None, home: Workspace | None
) -> learning.Features:
    """What a classifier sees of texts."""
    return learning.measured(
        texts,
        vectors=lambda pieces: pipeline.vectors(pieces, encoder, home),
        read=lambda one: pipeline.commitments(one, language=language),
    )


def place(name: str, home: Workspace | None) -> Path:
    """The folder of a classifier: a path as given, a bare name under the workspace's models/."""
    bare = "/" not in name and "\\" not in name and not Path(name).exists()
    return home.root / "models" / name if home is not None and bare else Path(name)
