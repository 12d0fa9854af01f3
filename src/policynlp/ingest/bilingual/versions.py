"""``split``: a document that holds two languages becomes its language versions."""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from policynlp.ingest.bilingual.building import Stretch, build
from policynlp.ingest.bilingual.deciding import Layout, decide
from policynlp.ingest.bilingual.parts import cell_ranges, parts
from policynlp.ingest.bilingual.tongues import may_hold_two
from policynlp.ingest.bilingual.units import Unit
from policynlp.records import Document

Range = tuple[int, int]
"""Start and end in a text."""
_ONE_MORE = bytes.maketrans(b"01", b"12")
_SPACE = re.compile(r"\s+")
_NOT_ONCE = re.compile(rb"[02](?:[02 ]*[02])?")


@dataclass(frozen=True, slots=True)
class Group:
    """Stretches of two versions that answer each other, by their place in the file."""

    a: tuple[Range, ...]
    b: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Versions:
    """The language versions of one document."""

    documents: tuple[Document, ...]
    """In order of appearance: ids ``ID.ko``, ``ID.en``."""
    layout: Layout
    groups: Mapping[tuple[int, int], tuple[Group, ...]]
    """Of each two documents, by index, what their layout sets against each other, in order of the first."""
    shared: tuple[Range, ...]
    """Ranges of the whole document's text that are in no version or in several: heads of columns, separators,
    numbers and figures beside both."""


def split(document: Document) -> Versions | None:
    """The language versions of a document; None where it is one text.

    Costs a count of letters where there is one language. What decides is that sentences of the second
    language, not only titles, names and glosses, answer the first's by place, number and length.
    """
    if not may_hold_two(document.text):
        return None
    decision = decide(document, parts(document))
    if decision is None:
        return None
    made, places = build(document, decision)
    starts = {code: {start: here for here, start, _ in own} for code, own in places.items()}
    groups = {
        (decision.languages.index(one), decision.languages.index(other)): tuple(
            Group(
                _ranges(decision.units[one], pair.a, starts[one]),
                _ranges(decision.units[other], pair.b, starts[other]),
            )
            for pair in found
        )
        for (one, other), found in decision.pairs.items()
    }
    return Versions(made, decision.layout, groups, _shared(document, places.values()))


def _ranges(own: Sequence[Unit], chosen: Sequence[int], places: Mapping[int, int]) -> tuple[Range, ...]:
    """Where units stand in their version, each from its first part to its last; ``places`` has the start
    there by that in the whole document."""
    found = []
    for unit in (own[n] for n in chosen):
        first, last = unit.parts[0], unit.parts[-1]
        found.append((places[first.start], places[last.start] + last.end - last.start))
    return tuple(found)


def _shared(document: Document, places: Iterable[Sequence[Stretch]]) -> tuple[Range, ...]:
    """Ranges of the whole that are not in exactly one version; white space and the bars between cells count
    for nothing."""
    times = bytearray(b"0" * len(document.text))
    for _, start, end in (stretch for own in places for stretch in own):
        times[start:end] = times[start:end].translate(_ONE_MORE)
    for match in _SPACE.finditer(document.text):
        times[match.start() : match.end()] = b" " * len(match[0])
    for block in document.blocks:
        for (_, end), (start, _) in itertools.pairwise(cell_ranges(block, document.text)):
            times[end:start] = b"|" * (start - end)
    return tuple((match.start(), match.end()) for match in _NOT_ONCE.finditer(times))
