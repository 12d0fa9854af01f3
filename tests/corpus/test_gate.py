"""The gate: a fall, a missing score and changed data each stop it, and floors only rise unless asked."""

from pathlib import Path

import pytest

from policynlp.errors import UnreadableError, UsageError
from policynlp.evaluate.gate import Floor, failures, fingerprint, load_floors, pinned, rendered

FLOORS = (Floor(name="links", least=0.9, sha256="data"),)


def test_a_score_at_its_floor_passes() -> None:
    assert failures({"links": 0.9}, FLOORS, "data") == ()


@pytest.mark.parametrize(
    ("scores", "sha256", "says"),
    [
        ({"links": 0.89}, "data", "below its floor 0.9"),
        ({}, "data", "not measured"),
        ({"links": 1.0}, "other", "measured on other data"),
    ],
)
def test_a_floor_that_does_not_hold_says_why(scores: dict[str, float], sha256: str, says: str) -> None:
    (sentence,) = failures(scores, FLOORS, sha256)
    assert says in sentence
    assert sentence.startswith("links")


def test_pinning_rounds_down_and_never_lowers_unasked() -> None:
    assert pinned({"links": 0.98765}, FLOORS, "new") == (Floor(name="links", least=0.987, sha256="new"),)
    with pytest.raises(UsageError, match="links"):
        pinned({"links": 0.5}, FLOORS, "new")
    with pytest.raises(UsageError, match="links"):
        pinned({}, FLOORS, "new")
    assert pinned({"links": 0.5}, FLOORS, "new", allow_lower=True)[0].least == 0.5


def test_floors_survive_writing_and_reading(tmp_path: Path) -> None:
    place = tmp_path / "floors.toml"
    place.write_text(rendered(FLOORS), "utf8")
    assert load_floors(place) == FLOORS


def test_a_missing_floors_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"floors\.toml"):
        load_floors(tmp_path / "floors.toml")


def test_the_fingerprint_sees_every_byte_and_no_order(tmp_path: Path) -> None:
    one, two = tmp_path / "a.toml", tmp_path / "b.toml"
    one.write_text("1", "utf8")
    two.write_text("2", "utf8")
    before = fingerprint([one, two])
    assert before == fingerprint([two, one])
    two.write_text("3", "utf8")
    assert fingerprint([one, two]) != before
