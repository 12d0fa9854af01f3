"""How it ends: by notice, by consent, at any time, when its term is over; and the notice that is due."""

from collections.abc import Iterator

from policynlp.extract.facts.provisions import Provision, provisions
from policynlp.extract.facts.text import Text, first_by_value, rows
from policynlp.records import Fact

SURE = 0.95
"""Confidence: the words name a way in which the instrument itself ends."""


def read(text: Text, known: tuple[Fact, ...]) -> Iterator[Fact]:
    """Ways in which the instrument ends, then the notices that are due."""
    found: list[Fact] = []
    for provision in provisions(text):
        found += endings(text, provision)
    yield from first_by_value(found)


def endings(text: Text, provision: Provision) -> Iterator[Fact]:
    """What one provision says of the end of the instrument."""
    if not any(provision.phrases("ending", "ends")):
        return
    for way in rows(provision.code)["ending_ways"]:
        for place in list(provision.phrases("ending_ways", way))[:1]:
            yield text.fact("ending", way, place, confidence=SURE)
    if not any(provision.phrases("ending", "not")):
        for value, place in provision.quantities("ending", "notice"):
            yield text.fact("notice", value, place)
