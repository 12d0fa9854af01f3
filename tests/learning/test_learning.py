"""A user's own labels: trained, stored without pickle, read again, and bad tables named in a sentence."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from policynlp import learning
from policynlp.errors import PolicyNLPError, UnreadableError, UsageError
from policynlp.learning import Features
from policynlp.learning.choice import expected_f1, lean
from policynlp.learning.features import PIECE, READING, pieces
from policynlp.learning.stored import decided
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


def test_lines_that_break_inside_sentences_are_joined_into_pieces_of_whole_sentences() -> None:
    page = "온실가스를\n\n줄일\n\n계획입니다.\n매년 " + "점검한다. " * 60
    found = pieces(page)
    assert found[0].startswith("온실가스를 줄일 계획입니다. 매년 점검한다.")
    assert all(piece.endswith("점검한다.") for piece in found)
    assert pieces("The Parties shall consult.\nEither may withdraw.") == [
        "The Parties shall consult. Either may withdraw."
    ]
    assert pieces(" \n ") == ["-"]


@given(st.text(alphabet="ab 다.\n협력", max_size=2_000))
def test_pieces_keep_every_character_and_their_size(text: str) -> None:
    found = pieces(text)
    assert all(len(piece) <= PIECE for piece in found)
    assert "".join("".join(found).split()) == ("".join(text.split()) or "-")


def test_a_rare_label_is_given_below_half_where_that_is_expected_to_score_better() -> None:
    said = np.array([[0.05, 0.95]] * 6 + [[0.45, 0.55]] * 2 + [[0.9, 0.1]])
    prior = np.array([0.25, 0.75])
    chosen = lean(said, prior)
    assert chosen > 0
    assert decided(said, prior, chosen).tolist() == [1] * 6 + [0] * 3
    assert expected_f1(said, decided(said, prior, chosen)) > expected_f1(said, said.argmax(1))


def test_labels_as_common_as_each_other_go_to_the_likeliest() -> None:
    said = np.array([[0.6, 0.4], [0.3, 0.7], [0.51, 0.49]])
    assert lean(said, np.array([0.5, 0.5])) == 0
    assert decided(said, np.array([0.5, 0.5]), 1.0).tolist() == [0, 1, 0]
    assert expected_f1(np.eye(2), np.array([0, 1])) == pytest.approx(1)


def test_a_label_with_two_examples_is_learnt_beside_common_ones() -> None:
    features, labels = examples()
    two = ["rare" if place in {0, 1} else label for place, label in enumerate(labels)]
    model = learning.train(features, two, {})
    assert model.classes == ("duty", "permission", "rare")
    assert model.card["folds"] == 2
    assert len(model.decide(model.probabilities(features))) == len(labels)


def test_a_classifier_read_again_decides_as_before(tmp_path: Path) -> None:
    features, labels = examples()
    model = learning.train(features, ["duty", *labels[1:]], {})
    learning.save(model, tmp_path)
    again = learning.load(tmp_path)
    assert again.card["lean"] == model.card["lean"]
    said = model.probabilities(features)
    assert again.decide(said).tolist() == model.decide(said).tolist()
    assert features.reading.shape == (len(labels), READING)


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


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("lean", 2),
        ("lean", None),
        ("lean", "much"),
        ("examples", {"duty": 0, "permission": 20}),
        ("examples", {"duty": 20}),
        ("examples", []),
        ("schema", "policynlp.classifier/1"),
    ],
)
def test_a_card_that_cannot_decide_is_named_in_a_sentence(
    trained: Path, tmp_path: Path, key: str, value: object
) -> None:
    with pytest.raises(PolicyNLPError) as caught:
        learning.load(copied(trained, tmp_path, **{key: value}))
    assert caught.value.code == "classifier-missing"


def test_a_part_of_another_classifier_is_refused(trained: Path, tmp_path: Path) -> None:
    with pytest.raises(PolicyNLPError) as caught:
        learning.load(copied(trained, tmp_path, classes=["a", "b", "c"]))
    assert "other labels" in caught.value.said("en")
