"""Trains the area classifier of models/areas/ and writes its weights, its description and its scores.

    python bench/train_areas.py [--treaties FOLDER]

Texts: (1) the sentences of ``models/areas/examples.toml`` and the definitions of
``languages/shared/areas.toml``, written by the project in English and Korean; (2) sentences of Korean
treaties (official texts, free of copyright under article 7 of the Korean Copyright Act), labelled by
the rules of ``languages/ko/areas.toml``: weak supervision, in which a sentence without any word of the
tables counts as about nothing. Features: unit vectors of the bundled multilingual encoder. Model: one
logistic regression an area, its scores put on one scale by Platt's method (one slope and offset for all
areas, fitted to out-of-fold scores). Folds keep a treaty's sentences together.
"""

import argparse
import json
import random
import re
import tomllib
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from policynlp.extract.areas_model import AREAS, sigmoid
from policynlp.extract.components.areas import Areas
from policynlp.languages import table

ROOT = Path(__file__).parents[1]
HOME = ROOT / "models" / "areas"
TREATIES = ROOT.parent / "shared" / "data" / "treaties" / "kr"
STRENGTH = 10.0
"""Inverse regularisation; 3 and 30 gave F1 within .01."""
PRECISION = 0.85
"""Precision that the threshold must reach on the project's sentences and the silent ones together."""
FOLDS = 5
EVERY = 10
"""Each tenth treaty is read, which gives most areas their sentences and takes a minute."""
PER_AREA, SILENT = 40, 450
"""Treaty sentences taken for each area, and of those that no rule reads."""
OWN_WEIGHT = 3.0
"""How much a sentence of the project counts against one of a treaty: its label is sure."""

Matrix = NDArray[np.float64]
Row = tuple[str, frozenset[str], str]
"""Text, its areas, and the group whose texts stay in one fold."""


def own() -> list[Row]:
    """The project's sentences and definitions; ``none`` is no area."""
    examples = tomllib.loads((HOME / "examples.toml").read_text("utf8"))
    rows = [
        (text, frozenset((area,)) & frozenset(AREAS), f"own-{number % 50}")
        for by_area in examples.values()
        for area, texts in by_area.items()
        for number, text in enumerate(texts)
    ]
    for number, (area, row) in enumerate(table("shared", "areas")["area"].items()):
        rows += [(text, frozenset((area,)), f"definition-{number}") for text in row["definition"].values()]
    return rows


def treaty_sentences(folder: Path) -> list[Row]:
    """Sentences of the treaties with the areas that the rules read, a sample of each area and of the
    silent ones."""
    reader, by_area = Areas("ko"), defaultdict(list)
    for path in sorted(folder.glob("*.md"))[::EVERY]:
        for text in sorted(set(re.split(r"\n|(?<=다\.)", path.read_text("utf8")))):
            text = re.sub(r"\s+", " ", text).strip()
            if 25 <= len(text) <= 300 and len(re.findall("[가-힣]", text)) > len(text) / 2:
                areas = frozenset(hit.key for hit in reader.hits(text))
                row = (text, areas, path.stem)
                for area in areas or {"none"}:
                    by_area[area].append(row)
    dice = random.Random(0)
    chosen: dict[str, Row] = {}
    for area in sorted(by_area):
        size = SILENT if area == "none" else PER_AREA
        chosen.update({row[0]: row for row in dice.sample(by_area[area], min(size, len(by_area[area])))})
    return list(chosen.values())


def vectors(texts: list[str]) -> Matrix:
    """Unit vectors of the bundled encoder, one row a text."""
    from policynlp.embed import encoder

    model = encoder("use")
    return np.asarray(model.vectors(model.features(texts)), dtype=np.float64)


def fitted(features: Matrix, labels: Matrix, weight: Matrix) -> tuple[Matrix, Matrix]:
    """Weights (features x areas) and biases of one logistic regression an area."""
    weights, biases = np.zeros((features.shape[1], len(AREAS))), np.zeros(len(AREAS))
    for column in range(len(AREAS)):
        model = LogisticRegression(C=STRENGTH, max_iter=1000, random_state=0)
        model.fit(features, labels[:, column], sample_weight=weight)
        weights[:, column], biases[column] = model.coef_[0], model.intercept_[0]
    return weights, biases


def out_of_fold(features: Matrix, labels: Matrix, weight: Matrix, groups: list[str]) -> Matrix:
    """Logistic scores for each text from a model that saw nothing of its group."""
    found = np.zeros_like(labels)
    for train, test in GroupKFold(FOLDS).split(features, groups=groups):
        weights, biases = fitted(features[train], labels[train], weight[train])
        found[test] = features[test] @ weights + biases
    return found


def measured(found: Matrix, labels: Matrix, threshold: float) -> dict[str, float]:
    """Micro-averaged precision, recall and F1 of what reaches the threshold."""
    chosen = found >= threshold
    right = float((chosen & (labels > 0)).sum())
    precision = right / max(1.0, float(chosen.sum()))
    recall = right / float((labels > 0).sum())
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


def trained(rows: list[Row]) -> tuple[Matrix, Matrix, float, dict[str, object]]:
    """Weights, biases, threshold and the cross-validated scores."""
    features = vectors([text for text, _, _ in rows])
    labels = np.array([[float(name in areas) for name in AREAS] for _, areas, _ in rows])
    groups = [group for _, _, group in rows]
    ours = np.array([group.startswith(("own", "definition")) for group in groups])
    silent = labels.sum(axis=1) == 0
    weight = np.where(ours, OWN_WEIGHT, 1.0)
    raw = out_of_fold(features, labels, weight, groups)
    judged = ours | silent
    platt = LogisticRegression(C=1e6).fit(raw[judged].reshape(-1, 1), labels[judged].reshape(-1))
    slope, offset = float(platt.coef_[0][0]), float(platt.intercept_[0])
    found = sigmoid(raw * slope + offset)
    steps = [round(float(step), 2) for step in np.arange(0.05, 0.99, 0.01)]
    threshold = next(s for s in steps if measured(found[judged], labels[judged], s)["precision"] >= PRECISION)
    scores = {
        "project_sentences": measured(found[ours], labels[ours], threshold),
        "project_and_silent_treaty_sentences": measured(found[judged], labels[judged], threshold),
        "treaty_sentences_against_rules": measured(found[~ours], labels[~ours], threshold),
        "silent_treaty_sentences_kept_silent": round(
            float((found[silent & ~ours] < threshold).all(axis=1).mean()), 3
        ),
        "texts": {"project": int(ours.sum()), "treaties": int((~ours).sum())},
    }
    weights, biases = fitted(features, labels, weight)
    return weights * slope, biases * slope + offset, threshold, scores


def main() -> None:
    """Trains, measures and writes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--treaties", type=Path, default=TREATIES, help="folder of Korean treaty texts (*.md)"
    )
    rows = [*own(), *treaty_sentences(parser.parse_args().treaties)]
    weights, biases, threshold, scores = trained(rows)
    np.savez_compressed(
        HOME / "weights.npz", weights=weights.astype(np.float16), biases=biases.astype(np.float32)
    )
    card = {"areas": list(AREAS), "encoder": "use", "threshold": threshold, "cross_validation": scores}
    (HOME / "model.json").write_text(json.dumps(card, ensure_ascii=False, indent=2) + "\n", "utf8")
    print(json.dumps(card["cross_validation"], indent=2), threshold)


if __name__ == "__main__":
    main()
