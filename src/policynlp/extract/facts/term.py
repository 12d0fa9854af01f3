"""How long it lasts, and by how much it is renewed."""

from collections.abc import Iterator

from policynlp.extract.facts.provisions import Provision, provisions
from policynlp.extract.facts.text import Text, first_by_value
from policynlp.records import Fact

RENEWAL = "renewal"
"""Detail of a duration by which the text is extended or renewed."""
INDEFINITE = "indefinite"
SURE, OPEN = 1.0, 0.9
"""Confidence: a figure; words that set no end."""


def read(text: Text, known: tuple[Fact, ...]) -> Iterator[Fact]:
    """Durations of the instrument, then the periods by which it is renewed."""
    found: list[Fact] = []
    for provision in provisions(text):
        found += durations(text, provision)
    yield from first_by_value(found)


def durations(text: Text, provision: Provision) -> Iterator[Fact]:
    """What one provision says of the duration of the instrument."""
    for value, place in provision.quantities("term", "renewal"):
        yield text.fact("duration", value, place, confidence=SURE, detail=RENEWAL)
    for value, place in provision.quantities("term", "duration"):
        yield text.fact("duration", value, place, confidence=SURE)
    for place in provision.phrases("term", "indefinite"):
        yield text.fact("duration", INDEFINITE, place, confidence=OPEN)
