"""Whether a document is one text in two languages, and in which layout."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from policynlp.ingest.bilingual.pairing import BLOCK, Pair, alone, pairs, runs
from policynlp.ingest.bilingual.parts import Part, settled
from policynlp.ingest.bilingual.tongues import LEAST_SHARE, UNKNOWN_LATIN, weight
from policynlp.ingest.bilingual.units import Unit, units
from policynlp.records import Document

Layout = Literal["table", "alternating", "successive"]
_COVERED = 0.5
"""Least share, by weight, of the shorter version that has a counterpart."""
_LEAST_PAIRS = 2
"""Units that must answer each other: one sentence in another language is a quotation."""
_RUN = 8
"""Most units of a run, on average, in a document whose languages take turns."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A document's languages, and how their units answer each other."""

    languages: tuple[str, ...]
    """In order of appearance."""
    layout: Layout
    parts: tuple[Part, ...]
    """Each in one of the languages or, language empty, in none."""
    units: Mapping[str, tuple[Unit, ...]]
    pairs: Mapping[tuple[str, str], tuple[Pair, ...]]
    """Of each two languages, the first before the second in ``languages``."""


def decide(document: Document, found: Sequence[Part]) -> Decision | None:
    """How a document divides into language versions; None where it is one text."""
    languages = _languages(document, found)
    while len(languages) > 1:
        decision = _tried(document, found, languages)
        lonely = [code for code in languages[1:] if not _answered(decision, languages[0], code)]
        if not lonely:
            return _in_order(decision)
        languages = [code for code in languages if code not in lonely]
    return None


def _languages(document: Document, found: Sequence[Part]) -> list[str]:
    """Languages with enough text, the one with most first."""
    sizes: dict[str, float] = {}
    for part in found:
        if part.language not in ("", UNKNOWN_LATIN):
            said = weight(document.text[part.start : part.end])
            sizes[part.language] = sizes.get(part.language, 0.0) + said
    ranked = sorted(sizes, key=lambda code: (-sizes[code], code))
    return [code for code in ranked if sizes[code] >= LEAST_SHARE * sizes[ranked[0]]]


def _tried(document: Document, found: Sequence[Part], languages: Sequence[str]) -> Decision:
    """The decision, were the document to be divided into these languages."""
    own = settled(found, languages)
    by_language = {code: tuple(units(document, own, code)) for code in languages}
    linked = {
        (one, other): tuple(pairs(by_language[one], by_language[other]))
        for one, other in itertools.combinations(languages, 2)
    }
    return Decision(tuple(languages), _layout(document, by_language, linked), tuple(own), by_language, linked)


def _layout(
    document: Document,
    by_language: Mapping[str, Sequence[Unit]],
    linked: Mapping[tuple[str, str], Sequence[Pair]],
) -> Layout:
    """The layout of most of the second language's paired text."""
    (main, code), found = next(iter(linked.items()))
    a, b = by_language[main], by_language[code]
    sizes: dict[str, float] = {"table": 0.0, "alternating": 0.0, "successive": 0.0}
    left, right = alone(a, b)
    turns = len(set(runs([a[i] for i in left], [b[j] for j in right])[1]))
    takes_turns = turns >= 2 and len(right) <= _RUN * turns
    for pair in found:
        said = sum(b[j].weight for j in pair.b)
        if pair.where == BLOCK:
            row = document.blocks[b[pair.b[0]].block].kind == "row"
            sizes["table" if row else "alternating"] += said
        else:
            sizes["alternating" if takes_turns else "successive"] += said
    layouts: tuple[Layout, ...] = ("table", "alternating", "successive")
    return max(layouts, key=lambda name: sizes[name])


def _answered(decision: Decision, main: str, code: str) -> bool:
    """True where sentences of the second language, not only titles and names, answer the first's.

    Where one text follows the other, only what they mean can tell whether they answer each other.
    """
    a, b = decision.units[main], decision.units[code]
    paired = [j for pair in decision.pairs[main, code] if pair.gain > 0 for j in pair.b]
    sentences = [sum(unit.weight for unit in side if unit.sentence) for side in (a, b)]
    if sentences[1] < LEAST_SHARE * sentences[0] or len(b) < _LEAST_PAIRS:
        return False
    if decision.layout == "successive":
        return True
    answered = sum(b[j].weight for j in paired if b[j].sentence)
    covered = sum(b[j].weight for j in paired) >= _COVERED * sum(unit.weight for unit in b)
    return answered > 0 and len(paired) >= _LEAST_PAIRS and covered


def _in_order(decision: Decision) -> Decision:
    """The same with languages in order of appearance."""
    first = {code: decision.units[code][0].block for code in decision.languages}
    starts = {code: decision.units[code][0].parts[0].start for code in decision.languages}
    order = tuple(sorted(decision.languages, key=lambda code: (first[code], starts[code])))
    turned: dict[tuple[str, str], tuple[Pair, ...]] = {}
    for (one, other), found in decision.pairs.items():
        if order.index(one) < order.index(other):
            turned[one, other] = found
        else:
            turned[other, one] = tuple(
                sorted((Pair(pair.b, pair.a, pair.gain, pair.where) for pair in found), key=lambda p: p.a)
            )
    return Decision(order, decision.layout, decision.parts, decision.units, turned)
