"""The quality gate: scores must not fall below the floors of ``floors.toml``.

A floor is pinned with the sha256 of the data that it was measured on, so that a score can't be kept up by
changing the labels unnoticed. Raising a floor is free; lowering one has to be asked for.
"""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import floor
from pathlib import Path

from policynlp.errors import UnreadableError, UsageError

DIGITS = 3
"""Decimals of a floor. Scores are rounded down to them: the encoder's last bits differ between machines."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that one score may be."""

    name: str
    """Name of the score: ``links.mou.en-moc.en``."""
    least: float
    """0 to 1."""
    sha256: str
    """Of the data that it was measured on (``fingerprint``)."""


def fingerprint(files: Iterable[Path]) -> str:
    """The sha256 of some files' names and contents, whatever the order given."""
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.name):
        digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def load_floors(place: Path) -> tuple[Floor, ...]:
    """The floors of a file; raises UnreadableError where it is missing or does not parse."""
    try:
        rows = tomllib.loads(place.read_text("utf8"))["floors"]
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise UnreadableError(str(place), "no-floors", error=error) from error
    return tuple(Floor(name=row["name"], least=row["least"], sha256=row["sha256"]) for row in rows)


def failures(scores: Mapping[str, float], floors: Iterable[Floor], sha256: str) -> tuple[str, ...]:
    """One sentence for each floor that does not hold; empty where all do."""
    sentences = (_failure(one, scores.get(one.name), sha256) for one in floors)
    return tuple(sentence for sentence in sentences if sentence)


def _failure(one: Floor, score: float | None, sha256: str) -> str:
    if score is None:
        return f"{one.name}: not measured, its floor is {one.least}; measure it or remove the floor"
    if one.sha256 != sha256:
        return f"{one.name}: the floor was measured on other data; measure again and pin the score"
    if score < one.least:
        return f"{one.name}: {score:.4f} is below its floor {one.least}; mend what made it fall"
    return ""


def pinned(
    scores: Mapping[str, float], floors: Iterable[Floor], sha256: str, *, allow_lower: bool = False
) -> tuple[Floor, ...]:
    """Floors at the scores given, rounded down, by name.

    Raises UsageError if a floor would fall, unless ``allow_lower``.
    """
    new = {name: floor(score * 10**DIGITS) / 10**DIGITS for name, score in sorted(scores.items())}
    lower = [one.name for one in floors if new.get(one.name, -1.0) < one.least]
    if lower and not allow_lower:
        raise UsageError("floors-fall", floors=", ".join(lower))
    return tuple(Floor(name=name, least=least, sha256=sha256) for name, least in new.items())


def rendered(floors: Iterable[Floor]) -> str:
    """The text of a floors file."""
    head = "# Least scores; written by bench/score_*.py --pin, read by gate.py.\n"
    rows = (f'\n[[floors]]\nname = "{f.name}"\nleast = {f.least}\nsha256 = "{f.sha256}"\n' for f in floors)
    return head + "".join(rows)
