"""``split``: a document that holds two languages becomes its language versions."""

from collections.abc import Mapping
from dataclasses import dataclass

from policynlp.ingest.bilingual.building import build
from policynlp.ingest.bilingual.deciding import Layout, decide
from policynlp.ingest.bilingual.parts import parts
from policynlp.ingest.bilingual.tongues import may_hold_two
from policynlp.records import Document

Range = tuple[int, int]
"""Start and end in the text of a version."""


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
    groups = {}
    for (one, other), found in decision.pairs.items():
        sides = (one, other)
        indexes = (decision.languages.index(one), decision.languages.index(other))
        groups[indexes] = tuple(
            Group(
                *(
                    tuple(
                        _moved(part.start, part.end, places[code])
                        for n in chosen
                        for part in decision.units[code][n].parts
                    )
                    for code, chosen in zip(sides, (pair.a, pair.b), strict=True)
                )
            )
            for pair in found
        )
    return Versions(made, decision.layout, groups, _shared(document, places))


def _moved(start: int, end: int, stretches: list[tuple[int, int, int]]) -> Range:
    """Where a part stands in its version."""
    here = next((at, there) for at, there, last in stretches if there <= start and end <= last)
    return here[0] + start - here[1], here[0] + end - here[1]


def _shared(document: Document, places: Mapping[str, list[tuple[int, int, int]]]) -> tuple[Range, ...]:
    """Ranges of the whole that are not in exactly one version, white space left out."""
    taken = bytearray(len(document.text))
    for stretches in places.values():
        for _, start, end in stretches:
            for index in range(start, end):
                taken[index] = min(2, taken[index] + 1)
    found: list[Range] = []
    for index, times in enumerate(taken):
        if times == 1 or document.text[index].isspace():
            continue
        if (
            found
            and not document.text[found[-1][1] : index].strip()
            and all(taken[place] != 1 for place in range(found[-1][1], index))
        ):
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return tuple(found)
