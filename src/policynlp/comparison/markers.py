"""Governing words of a text: how firmly it speaks, and whether it says yes or no."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policynlp.comparison.lexicon import Lexicon
from policynlp.comparison.pairs import Chars, Pair
from policynlp.comparison.texts import Side

BETWEEN = re.compile(
    r"[\s,]*(?:(?:be|also|further|both|jointly|each|mutually|in turn|(?:where|as|when|if) \w+"
    r"|\w+ly)[\s,]*){0,3}",
    re.IGNORECASE,
)
"""What may stand inside one verb group: ``shall, where appropriate, endeavour to``."""

NOT = re.compile(r"\s*(?:n['’]t|not|never|in no (?:case|event|way)|no longer)\b", re.IGNORECASE)

NOBODY = re.compile(
    r"(?:^|[.;:,]\s)\s*(?:nothing|none|nobody|neither|no(?! (?:later|less|more|fewer|earlier|longer)\b))\b"
    r"[^.;:]*$|\bno (?:new|further|such|other|additional) \w+[^.;:]*$",
    re.IGNORECASE,
)
"""A subject that denies what its verb says: nothing in this Agreement shall, no Party may."""

LARGE = 8
"""Words of a changed stretch beyond which its place alone no longer pairs what stands in it."""
SENTENCE = re.compile(r"다\.")
"""Where a Korean sentence ends."""
SHARED = 0.3
"""Share of the words of the shorter of two sentences that both must have to be one sentence."""
EFFORT = 3
"""Force from which a marker lowers the one it follows (docs/commitments.md, rule 1 of composition)."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Governing words at one place."""

    start: int
    end: int
    base: int
    """Force of the first governing word."""
    level: int
    """Force of the whole group, attenuators counted."""
    negative: bool
    plain: bool = False
    """Korean: a bare closing verb, firm only because a treaty states it."""

    @property
    def chars(self) -> Chars:
        """Where it stands in the side's text."""
        return self.start, self.end


def markers(side: Side, lex: Lexicon) -> list[Marker]:
    """The governing words of a side, in reading order."""
    found = sorted(_claimed(side.text, _layers(lex)), key=lambda marker: marker.start)
    return _grouped(side.text, found) if lex.language == "en" else found


def _layers(lex: Lexicon) -> Iterator[tuple[re.Pattern[str], Marker]]:
    """Patterns in the order they may claim words, each with what it means."""
    if lex.prohibited:
        yield lex.prohibited, Marker(0, 0, 6, 6, True)
    if lex.denied:
        yield lex.denied, Marker(0, 0, 6, 6, True, plain=True)
    order = (3, 1, 2, 5, 4, 6) if lex.language == "ko" else (6, 5, 4, 3, 2, 1)
    by_level = dict(lex.markers)
    for level in order:
        yield by_level[level], Marker(0, 0, level, level, False)
    if lex.plain:
        yield lex.plain, Marker(0, 0, 6, 6, False, plain=True)


def _claimed(text: str, layers: Iterator[tuple[re.Pattern[str], Marker]]) -> Iterator[Marker]:
    taken: list[Chars] = []
    for pattern, meaning in layers:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < high and end > low for low, high in taken):
                continue
            taken.append((start, end))
            yield _read(meaning, text, start, end)


def _read(meaning: Marker, text: str, start: int, end: int) -> Marker:
    """The marker at its place; Korean 할 수 없다 denies a permission, English takes its ``not`` along."""
    found = replace(meaning, start=start, end=end)
    if re.search(r"수(?:는|도)?\s*없", text[start:end]):
        return replace(found, base=1, level=1, negative=True, plain=False)
    negation = NOT.match(text, end)
    if negation:
        return replace(found, end=negation.end(), negative=True)
    denied = text[start:end].lower() == "cannot" or NOBODY.search(text, 0, start) is not None
    return replace(found, negative=found.negative or denied)


def _grouped(text: str, found: Sequence[Marker]) -> list[Marker]:
    """English: ``shall`` and ``endeavour to`` of one verb group as one marker at the lower force."""
    groups: list[Marker] = []
    for marker in found:
        last = groups[-1] if groups else None
        if last and BETWEEN.fullmatch(text, last.end, marker.start):
            lower = min(last.level, marker.level) if marker.level <= EFFORT else last.level
            groups[-1] = replace(last, end=marker.end, level=lower, negative=last.negative or marker.negative)
        else:
            groups.append(marker)
    return groups


def paired(pair: Pair, lex: Lexicon) -> Iterator[tuple[Marker, Marker, frozenset[int]]]:
    """Markers of the two sides that stand at the same place, at least one of them in changed words."""
    first, second = (markers(side, lex) for side in pair.sides)
    taken: set[int] = set()
    for marker in first:
        low, high = pair.image(0, marker.chars)
        start, end = pair.sides[1].chars(low, high)
        options = [m for i, m in enumerate(second) if i not in taken and m.start < end and m.end > start]
        if not options:
            continue
        best = min(options, key=lambda m: (m.negative != marker.negative, m.level != marker.level, m.start))
        touched = pair.touched(0, marker.chars) | pair.touched(1, best.chars)
        if touched and _comparable(pair, touched, (marker, best)) and not _two_verbs(pair, marker, best):
            taken.add(second.index(best))
            yield marker, best, touched


def _comparable(pair: Pair, touched: frozenset[int], found: tuple[Marker, Marker]) -> bool:
    """Whether two markers stand at one place: in a short change, or in a long one on the same word."""
    if all(max(pair.changes[n].size(0), pair.changes[n].size(1)) <= LARGE for n in touched):
        return True
    first, second = (side.text[m.start : m.end] for side, m in zip(pair.sides, found, strict=True))
    return pair.language == "ko" and first[:2] == second[:2] and _one_sentence(pair, found)


def _two_verbs(pair: Pair, first: Marker, second: Marker) -> bool:
    """Whether texts drafted apart deny one verb and state another: Korean markers hold their verbs."""
    if not pair.apart or pair.language != "ko" or first.negative == second.negative:
        return False
    texts = [side.text[m.start : m.end] for side, m in zip(pair.sides, (first, second), strict=True)]
    return texts[0][:2] != texts[1][:2]


def _one_sentence(pair: Pair, found: tuple[Marker, Marker]) -> bool:
    """Whether the sentences that two Korean markers close have enough words in common to be one sentence."""
    sentences = []
    for side, marker in zip(pair.sides, found, strict=True):
        start = max((m.end() for m in SENTENCE.finditer(side.text, 0, marker.start)), default=0)
        low, high = side.token_range(start, marker.start)
        sentences.append({side.tokens[i].key for i in range(low, high)})
    few = min(len(words) for words in sentences)
    return len(sentences[0] & sentences[1]) >= SHARED * few
