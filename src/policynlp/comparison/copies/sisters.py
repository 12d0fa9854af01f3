"""Agreements drawn up from one model are alike, yet no copies: other parties, another day, another number."""

from collections import Counter
from collections.abc import Mapping, Set

from policynlp.records import Analysis, Document

DATES = ("date", "signed", "adopted", "서명일자")
"""Metadata keys that hold the day of an agreement, the first that is there."""
NUMBERS = ("number", "조약번호")
"""Metadata keys that hold its number in an official series."""
OFTEN = 3
"""Times that a text names a country that it is about; a copy that swaps one in names it less often."""


def are_sisters(first: Analysis, second: Analysis) -> bool:
    """Whether two nearly equal texts are of two agreements: both say so themselves, and differently.

    A text that says nothing of its parties, its day and its number can be a copy of any.
    """
    days = facts(first, "date"), facts(second, "date")
    return (
        any(_differ(known(first.document, keys), known(second.document, keys)) for keys in (DATES, NUMBERS))
        or bool(days[0] and days[1] and not days[0] & days[1])
        or (_own(first, second) and _own(second, first))
    )


def _differ(first: str, second: str) -> bool:
    return bool(first and second and first != second)


def _own(analysis: Analysis, other: Analysis) -> bool:
    """Whether a text is about a country that the other never names."""
    named = countries(other)
    return any(count >= OFTEN and country not in named for country, count in countries(analysis).items())


def known(document: Document, keys: tuple[str, ...]) -> str:
    """What the metadata say under the first of some keys."""
    return next((document.metadata[key] for key in keys if document.metadata.get(key)), "")


def facts(analysis: Analysis, kind: str) -> Set[str]:
    """Values of a kind of fact that the text states of itself."""
    return {fact.value for fact in analysis.facts if fact.kind == kind}


def countries(analysis: Analysis) -> Mapping[str, int]:
    """How often a text names each country; as a party counts once more."""
    named = [mention.value for mention in analysis.mentions if mention.kind == "place"]
    return Counter(one for one in [*named, *facts(analysis, "party")] if one.startswith("country."))
