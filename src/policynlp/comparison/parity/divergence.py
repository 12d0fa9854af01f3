"""What a check of two language versions finds at one place, before it is told."""

from collections.abc import Mapping
from dataclasses import dataclass

from policynlp.comparison.parity.units import Chars

CLASSES: Mapping[str, str] = {
    "modality": "modality",
    "polarity": "modality",
    "mistranslation": "mistranslation",
    "number": "mistranslation",
    "proper_noun": "proper_noun",
    "omission": "omission",
    "addition": "addition",
    "spelling": "spelling",
}
"""Class of each kind: the five by which the ministry lists corrections of treaty translations
(오역, 누락, 첨가, 오기, 고유명사), and modality apart."""


@dataclass(frozen=True, slots=True)
class Divergence:
    """One place where two linked clauses do not say the same."""

    kind: str
    """One of CLASSES."""
    places: tuple[Chars | None, Chars | None]
    """Characters of each side; None where a side has nothing."""
    values: tuple[str, str]
    """What each side says; empty where it says nothing."""
    confidence: float
    """0 to 1."""
    message: str = ""
    """Which of the kind's messages, where it has several."""
