"""Whether a text is a copy of another, and which words it changes, by what a comparison makes of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from policynlp.comparison.copies.matching import Match, matched
from policynlp.comparison.copies.sisters import are_sisters
from policynlp.comparison.lexicon import Lexicon, lexicon
from policynlp.comparison.markers import Marker, markers
from policynlp.comparison.noise import stem
from policynlp.comparison.texts import Side, Token
from policynlp.comparison.worddiff import Change, changed, gaps
from policynlp.records import Analysis, Clause, Span

CLASSES = ("negation", "verb", "number", "condition", "name", "other")
"""What a changed word is, the class that weighs most first."""
SHARE = 0.8
"""Least share of equal words in a copy: see docs/formats.md for what was measured."""
LEAST = 40
"""Least words of a text that can be called a copy: a few sentences are alike by chance."""
ROLES = {"negation": "negation", "marker": "verb", "action": "verb", "attenuator": "verb"}
"""Evidence of a commitment -> class."""
KINDS = {"quantity": "number", "condition": "condition", "institution": "name", "place": "name"}
"""Kind of a mention -> class."""

Classed = Mapping[str, Sequence[tuple[int, int, str]]]
"""By clause: characters and class of what was read there."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One stretch of words that a copy changes."""

    kind: str
    """A member of CLASSES."""
    words: tuple[str, str]
    """In the other text and in the copy; one is empty where words were added or dropped."""
    spans: tuple[tuple[Span, ...], tuple[Span, ...]]
    """Where they stand."""
    clauses: tuple[str, str]
    """The clause of each text that it lies in, the first where several were matched."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a text is to another that is nearly the same."""

    of: str
    """Id of the other text."""
    share: float
    """Share of equal words, 0 to 1."""
    changes: tuple[Changed, ...]
    """In the order of the copy."""
    dropped: tuple[str, ...]
    """Clauses of the other text that the copy has not."""
    added: tuple[str, ...]
    """Clauses that the other text has not."""
    moved: bool = False
    """Whether the clauses stand in another order."""

    @property
    def exact(self) -> bool:
        """Whether no word differs and none stands elsewhere."""
        return not (self.changes or self.dropped or self.added or self.moved)

    @property
    def counts(self) -> Mapping[str, int]:
        """Number of changes by class, in the order of CLASSES, without those that have none."""
        found = Counter(one.kind for one in self.changes)
        return {kind: found[kind] for kind in CLASSES if found[kind]}


def copy_of(other: Analysis, copy: Analysis) -> Copy | None:
    """What ``copy`` changes of ``other``; None where it is no copy of it.

    The two must be in one language, have nearly the same words, and not be two agreements that were drawn up
    from one model (see ``sisters``).
    """
    if other.document.language != copy.document.language:
        return None
    matches, dropped, added = matched(other.clauses, copy.clauses)
    found = [(match, () if match.alike else _changes(match)) for match in matches]
    share = _share(found, dropped, added)
    if share < SHARE or are_sisters(other, copy):
        return None
    readings = _classed(other), _classed(copy)
    changes = [
        _read(change, match.sides, readings)
        for match, differing in found
        for change in _whole(differing, match.sides, readings)
    ]
    order = {clause.id: place for place, clause in enumerate(copy.clauses)}
    return Copy(
        other.document.id,
        share,
        tuple(sorted(changes, key=lambda one: order.get(one.clauses[1], 0))),
        tuple(clause.id for clause in dropped),
        tuple(clause.id for clause in added),
        any(a > b for a, b in pairwise(order[match.sides[1].clauses[0].id] for match in matches)),
    )


def _changes(match: Match) -> tuple[Change, ...]:
    return changed(gaps(*match.sides), *match.sides)


def _share(
    found: Sequence[tuple[Match, Sequence[Change]]], dropped: Sequence[Clause], added: Sequence[Clause]
) -> float:
    """Equal words of both texts among all their words; 0 for texts of a few sentences."""
    total = sum(len(one.tokens) for match, _ in found for one in match.sides)
    apart = sum(len(clause.text.split()) for clause in (*dropped, *added))
    differing = sum(change.size(n) for _, changes in found for change in changes for n in (0, 1))
    return 1 - (differing + apart) / (total + apart) if total >= 2 * LEAST else 0.0


def _classed(analysis: Analysis) -> Classed:
    """What was read in each clause, as classes."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for commitment in analysis.commitments:
        for role, span in commitment.spans.items():
            if role in ROLES:
                found[span.clause].append((span.start, span.end, ROLES[role]))
    for mention in analysis.mentions:
        if mention.kind in KINDS:
            found[mention.span.clause].append((mention.span.start, mention.span.end, KINDS[mention.kind]))
    return found


def _whole(
    changes: Sequence[Change], sides: tuple[Side, Side], readings: tuple[Classed, Classed]
) -> Iterator[Change]:
    """The changes, those inside one name joined: another body in its place is one change."""
    last: Change | None = None
    for change in changes:
        if last is not None and any(_one_name(last, change, n, sides[n], readings[n]) for n in (0, 1)):
            last = Change(((last.a[0], change.a[1]), (last.b[0], change.b[1])))
            continue
        if last is not None:
            yield last
        last = change
    if last is not None:
        yield last


def _one_name(first: Change, second: Change, n: int, side: Side, read: Classed) -> bool:
    """Whether two changes touch one name of side ``n``."""
    (start, _), (_, end) = (side.chars(*one.ranges[n]) for one in (first, second))
    spans = side.spans(side.chars(*first.ranges[n])[1], side.chars(*second.ranges[n])[0])
    whole = side.spans(start, end)
    return len(whole) == 1 and any(
        kind == "name" and low <= between.start and between.end <= high
        for between in spans
        for low, high, kind in read.get(between.clause, ())
    )


def _read(change: Change, sides: tuple[Side, Side], readings: tuple[Classed, Classed]) -> Changed:
    """A change with its words and its class: the weightiest that was read in either side's words.

    Words by themselves decide only where nothing was read: "Research" in a body's name is no verb.
    """
    chars = [one.chars(*stretch) for one, stretch in zip(sides, change.ranges, strict=True)]
    spans = tuple(one.spans(*place) for one, place in zip(sides, chars, strict=True))
    words = tuple(one.text[slice(*place)] for one, place in zip(sides, chars, strict=True))
    read = {kind for side, reading in zip(spans, readings, strict=True) for kind in _kinds(side, reading)}
    said = {
        kind for one, stretch in zip(sides, change.ranges, strict=True) for kind in _by_word(one, stretch)
    }
    kind = _weightiest(read | (said & {"negation"}) or said)
    clauses = [_clause_at(one, place[0]) for one, place in zip(sides, chars, strict=True)]
    return Changed(kind, (words[0], words[1]), (spans[0], spans[1]), (clauses[0], clauses[1]))


def _weightiest(kinds: Set[str]) -> str:
    return next((kind for kind in CLASSES if kind in kinds), "other")


def _kinds(spans: Sequence[Span], read: Classed) -> Iterator[str]:
    """Classes of what was read at the spans."""
    for span in spans:
        for start, end, kind in read.get(span.clause, ()):
            if start < span.end and end > span.start:
                yield kind


def _by_word(side: Side, stretch: tuple[int, int]) -> Iterator[str]:
    """Classes that the words have by themselves, wherever they stand."""
    lex = lexicon(side.language)
    tokens = side.tokens[slice(*stretch)]
    if any(token.text[0].isdecimal() for token in tokens):
        yield "number"
    if lex is None or not tokens:
        return
    if side.language == "en" and all(_is_name(side, token) for token in tokens):
        yield "name"
    if any(token.key in lex.negations for token in tokens):
        yield "negation"
    if any(form in lex.actions for token in tokens for form in _forms(token.key, lex)):
        yield "verb"
    low, high = tokens[0].start, tokens[-1].end
    for marker in _markers(side):
        if marker.start < high and marker.end > low:
            yield "negation" if _denies(marker, tokens) else "verb"


def _forms(key: str, lex: Lexicon) -> tuple[str, ...]:
    """A word, without its ending, and without its particle: 개발하기, 개발을 and 개발과 are 개발."""
    particle = next((one for one in lex.particles if key.endswith(one) and len(key) >= len(one) + 2), "")
    return key, stem(key, lex), key.removesuffix(particle)


def _is_name(side: Side, token: Token) -> bool:
    """Whether an English word is written as names are: a capital letter that opens no sentence."""
    return token.text[:1].isupper() and side.text[: token.start].rstrip()[-1:] not in ("", ".", ":", ";")


@lru_cache(maxsize=64)
def _markers(side: Side) -> tuple[Marker, ...]:
    lex = lexicon(side.language)
    return tuple(markers(side, lex)) if lex is not None else ()


def _denies(marker: Marker, tokens: Sequence[Token]) -> bool:
    """Whether a marker's denial lies in the changed words: where all of the marker does."""
    return marker.negative and marker.start >= tokens[0].start and marker.end <= tokens[-1].end


def _clause_at(side: Side, char: int) -> str:
    """The clause that a character of the joined text lies in."""
    starts = [start for start in side.starts if start <= char]
    return side.clauses[max(len(starts) - 1, 0)].id
