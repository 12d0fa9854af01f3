"""A user's own labels: trained, stored without pickle, read again, and bad tables named in a sentence."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from policynlp import learning
from policynlp.errors import PolicyNLPError, UnreadableError, UsageError
from policynlp.learning import Features
from policynlp.records import Commitment

TEXTS = {
    "duty": ["The Parties shall exchange data every year", "당사자는 매년 자료를 교환하여야 한다"],
    "permission": ["The Parties may consult each other", "당사자는 서로 협의할 수 있다"],
}


def vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """Vectors of letter counts: enough meaning for the test."""
    rows = np.array([[text.count(letter) for letter in "aeiosm다수여"] for text in texts], np.float32)
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1)


def read(text: str) -> list[Commitment]:
    """A duty or a permission, by its words."""
    duty = "shall" in text or "하여야" in text
    return [Commitment("c1", 6 if duty else 1, "exchange")]


def examples() -> tuple[Features, list[str]]:
    """Twenty texts of each label."""
    texts = [f"{text} {number}." for number in range(10) for two in TEXTS.values() for text in two]
    labels = [label for _ in range(10) for label, two in TEXTS.items() for _ in two]
    return learning.measured(texts, vectors=vectors, read=read), labels


def test_labels_that_the_texts_show_are_learnt_and_the_card_says_how_well(tmp_path: Path) -> None:
    features, labels = examples()
    model = learning.train(features, labels, {"encoder": "test"})
    assert model.card["cross_validated"] > 0.95 > model.card["always_the_commonest"]
    assert model.card["examples"] == {"duty": 20, "permission": 20}
    learning.save(model, tmp_path / "mine")
    again = learning.load(tmp_path / "mine")
    assert again.classes == ("duty", "permission")
    assert np.array_equal(again.probabilities(features), model.probabilities(features))
    said = again.probabilities(learning.measured(["Each Party shall report"], vectors=vectors, read=read))
    assert said.shape == (1, 2)
    assert said.sum() == pytest.approx(1)
    assert said[0].argmax() == 0


def test_training_twice_gives_the_same_files(tmp_path: Path) -> None:
    features, labels = examples()
    for name in ("one", "two"):
        learning.save(learning.train(features, labels, {}), tmp_path / name)
    cards = [(tmp_path / name / "card.json").read_bytes() for name in ("one", "two")]
    assert cards[0] == cards[1]


def test_a_stored_part_with_code_of_its_own_is_not_opened(tmp_path: Path) -> None:
    import skops.io

    features, labels = examples()
    model = learning.train(features, labels, {})
    learning.save(model, tmp_path)
    name = next(iter(model.parts))
    (tmp_path / f"{name}.skops").write_bytes(skops.io.dumps(Path("/etc")))
    with pytest.raises(PolicyNLPError, match="holds code that none made by policynlp holds"):
        learning.load(tmp_path)


def test_too_few_labels_are_named() -> None:
    features, labels = examples()
    with pytest.raises(UsageError, match=r"at least two labels .* duty \(40\)"):
        learning.train(features, ["duty"] * len(labels), {})


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_rows_come_back_as_they_were_and_formulas_stay_text(tmp_path: Path, suffix: str) -> None:
    rows = [{"text": "협력한다", "label": "ko"}, {"text": "=1+1", "label": "en"}]
    learning.write_table(tmp_path / f"rows{suffix}", rows)
    table = learning.read_table(tmp_path / f"rows{suffix}", "text", "label")
    assert table.labels == ("ko", "en")
    assert table.texts == ("협력한다", "'=1+1" if suffix == ".csv" else "=1+1")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "no row in it"),
        ("{not json", "not JSON"),
        ('["a"]', "not JSON"),
        ('{"other": 1}', "no column 'text'"),
    ],
)
def test_a_bad_table_gets_a_sentence(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(content, "utf8")
    with pytest.raises((UnreadableError, UsageError), match=said):
        learning.read_table(path, "text")


def test_train_and_classify_from_the_command_line(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from policynlp.cli import cli

    rows = [
        {"text": text.replace("data", f"data of type {n}"), "kind": label}
        for n in range(3)
        for label, two in TEXTS.items()
        for text in two
    ]
    data, out = tmp_path / "rows.jsonl", tmp_path / "out.jsonl"
    learning.write_table(data, rows)
    run = CliRunner().invoke
    model = str(tmp_path / "model")
    trained = run(cli, ["train", model, "--data", str(data), "--label", "kind"], catch_exceptions=False)
    assert "trained on 12 rows (duty, permission)" in trained.output
    done = run(cli, ["classify", model, "--data", str(data), "--output", str(out)], catch_exceptions=False)
    assert "12 rows labelled" in done.output
    answers = [json.loads(line) for line in out.read_text("utf8").splitlines()]
    assert [row["label"] for row in answers] == [row["kind"] for row in rows]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A classifier that a test copies before it spoils it."""
    folder = tmp_path_factory.mktemp("trained")
    learning.save(learning.train(*examples(), {}), folder)
    return folder


def copied(trained: Path, folder: Path, **changes: object) -> Path:
    """A copy of the classifier, its card changed."""
    copy = Path(shutil.copytree(trained, folder / "copy"))
    card = json.loads((copy / "card.json").read_text("utf8"))
    (copy / "card.json").write_text(json.dumps(card | changes), "utf8")
    return copy


@pytest.mark.parametrize("place", range(0, 100, 7))
def test_a_damaged_part_is_named_in_a_sentence(trained: Path, tmp_path: Path, place: int) -> None:
    folder = copied(trained, tmp_path)
    part = next(folder.glob("*.skops"))
    data = bytearray(part.read_bytes())
    start = len(data) * place // 100
    data[start : start + 40] = bytes(byte ^ 0xFF for byte in data[start : start + 40])
    part.write_bytes(data)
    with pytest.raises(PolicyNLPError) as caught:
        learning.load(folder)
    assert str(folder) in caught.value.said("en")


@pytest.mark.parametrize("chosen", ["../../secret", "meaning + ../x", ["meaning"], None, 7])
def test_a_card_cannot_point_at_other_files(trained: Path, tmp_path: Path, chosen: object) -> None:
    with pytest.raises(PolicyNLPError) as caught:
        learning.load(copied(trained, tmp_path, chosen=chosen))
    assert caught.value.code == "classifier-missing"


def test_a_part_of_another_classifier_is_refused(trained: Path, tmp_path: Path) -> None:
    with pytest.raises(PolicyNLPError) as caught:
        learning.load(copied(trained, tmp_path, classes=["a", "b", "c"]))
    assert "other labels" in caught.value.said("en")
