"""How it enters into effect: on signature, after notifications, on a date; and how long after."""

from collections.abc import Iterator

from policynlp.extract.facts.provisions import Provision, provisions
from policynlp.extract.facts.text import Chars, Text, first_by_value, rows
from policynlp.records import Fact

NEAR = 90
"""Characters between the words of entry and the time that must pass first, in one clause of a sentence."""
SURE = 0.95
"""Confidence: the words name an event that an instrument's effect hangs on."""


def read(text: Text, known: tuple[Fact, ...]) -> Iterator[Fact]:
    """The event that brings the instrument into effect, ``+P30D`` for what must pass after it."""
    found: list[Fact] = []
    for provision in provisions(text):
        found += entries(text, provision)
    yield from first_by_value(found)


def entries(text: Text, provision: Provision) -> Iterator[Fact]:
    """What one provision says; the first event of the table that it names."""
    begun = list(provision.phrases("entry", "begins"))
    if not begun or any(provision.phrases("entry", "other")):
        return
    delays = [v for v, at in provision.quantities("entry", "delay") if near(at, begun[-1])]
    for event in rows(provision.code)["entry_events"]:
        places = list(provision.phrases("entry_events", event))
        if places:
            value = f"{event}+{delays[0]}" if delays else event
            start, end = min(places[0][0], begun[-1][0]), max(places[0][1], begun[-1][1])
            yield text.fact("entry_into_effect", value, (start, end), confidence=SURE)
            return


def near(place: Chars, other: Chars) -> bool:
    """Whether two places are so near that they belong together."""
    return place[0] - other[1] < NEAR and other[0] - place[1] < NEAR
