"""Trains the area classifier of models/areas/ and writes its weights, its description and its scores.

    python bench/train_areas.py [--treaties FOLDER]

Texts: (1) the sentences of ``models/areas/examples.toml`` and the definitions of
``languages/shared/areas.toml``, written by the project in English and Korean; (2) sentences of Korean
treaties (official texts, free of copyright under article 7 of the Korean Copyright Act), labelled by
the rules of ``languages/ko/areas.toml``: weak supervision, in which a sentence without any word of the
tables counts as about nothing. Features: unit vectors of the bundled multilingual encoder. Model: a
multinomial logistic regression whose classes are the areas and ``none``; its probabilities are used as
they are. Folds keep a treaty's sentences together, and a sentence of the project with its translation.
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

from policynlp.extract.areas_model import AREAS, NONE, softmax
from policynlp.extract.components.areas import Areas
from policynlp.languages import table

ROOT = Path(__file__).parents[1]
HOME = ROOT / "models" / "areas"
TREATIES = ROOT.parent / "shared" / "data" / "treaties" / "kr"
STRENGTH = 30.0
"""Inverse regularisation: 30 and 100 were tried; 100 found more and was wrong more often."""
THRESHOLD = 0.5
"""Probability from which an area is reported: .86 of what the project's own sentences then get is right."""
FOLDS = 5
EVERY = 10
"""Each tenth treaty is read, which gives most areas their sentences and takes a minute."""
PER_AREA, SILENT = 40, 450
"""Treaty sentences taken for each area, and of those that no rule reads."""
WEIGHTS = {"own": 1.0, "treaty": 0.5, "silent": 0.3}
"""How much a sentence counts: a label of the project is sure, one of a rule less, and silence least."""

CLASSES = (*AREAS, NONE)
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


def named(areas: frozenset[str]) -> str:
    """The class of a text."""
    return next(iter(areas), NONE)


def fitted(features: Matrix, labels: NDArray[np.str_], weight: Matrix) -> tuple[Matrix, Matrix]:
    """Weights (features x classes) and biases, classes in the order of ``CLASSES``."""
    model = LogisticRegression(C=STRENGTH, max_iter=400, random_state=0)
    model.fit(features, labels, sample_weight=weight)
    order = [list(model.classes_).index(name) for name in CLASSES]
    return model.coef_[order].T, model.intercept_[order]


def out_of_fold(features: Matrix, labels: NDArray[np.str_], weight: Matrix, groups: list[str]) -> Matrix:
    """Probabilities for each text from a model that saw nothing of its group."""
    found = np.zeros((len(labels), len(CLASSES)))
    for train, test in GroupKFold(FOLDS).split(features, groups=groups):
        weights, biases = fitted(features[train], labels[train], weight[train])
        found[test] = softmax(features[test] @ weights + biases)
    return found


def measured(found: Matrix, labels: NDArray[np.str_]) -> dict[str, float]:
    """Precision and recall of what reaches the threshold, and how often the likeliest class is right."""
    best = np.array(CLASSES)[found.argmax(axis=1)]
    told = (found.max(axis=1) >= THRESHOLD) & (best != NONE)
    right = float((told & (best == labels)).sum())
    return {
        "precision": round(right / max(1.0, float(told.sum())), 3),
        "recall": round(right / max(1.0, float((labels != NONE).sum())), 3),
        "likeliest_right": round(float((best == labels).mean()), 3),
        "told": round(float(told.mean()), 3),
        "texts": len(labels),
    }


def trained(rows: list[Row]) -> tuple[Matrix, Matrix, dict[str, dict[str, float]]]:
    """Weights, biases and the cross-validated scores by kind of text."""
    features = vectors([text for text, _, _ in rows])
    labels = np.array([named(areas) for _, areas, _ in rows])
    kinds = np.array([kind(row) for row in rows])
    weight = np.array([WEIGHTS[name] for name in kinds])
    found = out_of_fold(features, labels, weight, [group for _, _, group in rows])
    scores = {name: measured(found[kinds == name], labels[kinds == name]) for name in WEIGHTS}
    return *fitted(features, labels, weight), scores


def kind(row: Row) -> str:
    """Whose label a text carries."""
    if row[2].startswith(("own", "definition")):
        return "own"
    return "treaty" if row[1] else "silent"


def main() -> None:
    """Trains, measures and writes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--treaties", type=Path, default=TREATIES, help="folder of Korean treaty texts")
    treaties = treaty_sentences(parser.parse_args().treaties)
    rows = [*own(), *(row for row in treaties if len(row[1]) < 2)]
    weights, biases, scores = trained(rows)
    np.savez_compressed(
        HOME / "weights.npz", weights=weights.astype(np.float16), biases=biases.astype(np.float32)
    )
    card = {"classes": list(CLASSES), "encoder": "use", "threshold": THRESHOLD, "cross_validation": scores}
    (HOME / "model.json").write_text(json.dumps(card, ensure_ascii=False, indent=2) + "\n", "utf8")
    print(json.dumps(scores, indent=2))


if __name__ == "__main__":
    main()
