"""Patterns over morphemes, written in the tables as ``forms/TAGS`` elements, and where they match."""

from collections.abc import Sequence
from dataclasses import dataclass

from policynlp.languages.ko.morphemes import Morpheme

FILLER = frozenset(
    {
        "MAG",
        "NNG",
        "NNP",
        "NNB",
        "XSN",
        "XPN",
        "XR",
        "JKB",
        "MM",
        "SP",
        "JX",
        "JKG",
        "SL",
        "SN",
        "JC",
        "NR",
        "NP",
    }
)
"""What ``~`` may skip: the morphemes of adverbials ("공동으로", "지속적으로", "함께")."""

FILLER_LENGTH = 8
"""Most morphemes that ``~`` skips, enough for "지속적으로 공동의"; longer adverbials hold a verb anyway."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern."""

    forms: frozenset[str]
    """Forms that fit; empty for any."""
    tags: frozenset[str]
    """Tags that fit."""
    optional: bool = False
    filler: bool = False
    """True for ``~``."""

    def fits(self, morpheme: Morpheme) -> bool:
        """Whether one morpheme fits here."""
        return morpheme.tag in self.tags and (not self.forms or morpheme.form in self.forms)


Pattern = tuple[Element, ...]


def pattern(text: str) -> Pattern:
    """The pattern that ``text`` writes; raises ValueError where an element lacks its tags."""
    return tuple(_element(part) for part in text.split())


def _element(part: str) -> Element:
    if part == "~":
        return Element(frozenset(), FILLER, filler=True)
    forms, slash, tags = part.removesuffix("?").rpartition("/")
    if not slash or not tags:
        raise ValueError(f"pattern element {part!r} needs forms/TAGS")
    named = frozenset(forms.split("|")) if forms else frozenset[str]()
    return Element(named, frozenset(tags.split(",")), optional=part.endswith("?"))


def match(wanted: Pattern, row: Sequence[Morpheme], at: int) -> int | None:
    """Index one past the last morpheme that ``wanted`` takes from ``at`` on, or None."""
    if not wanted:
        return at
    element, rest = wanted[0], wanted[1:]
    if element.filler:
        return _after_filler(rest, row, at)
    if at < len(row) and element.fits(row[at]):
        end = match(rest, row, at + 1)
        if end is not None:
            return end
    return match(rest, row, at) if element.optional else None


def _after_filler(rest: Pattern, row: Sequence[Morpheme], at: int) -> int | None:
    for skipped in range(FILLER_LENGTH + 1):
        end = match(rest, row, at + skipped)
        if end is not None:
            return end
        if at + skipped >= len(row) or row[at + skipped].tag not in FILLER:
            return None
    return None
