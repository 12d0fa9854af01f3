"""The whole check: two language versions and their links become a comparison whose differences are errors."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policynlp.comparison.pairs import Pair, Reading, pair, reading
from policynlp.comparison.parity import force, hangul, lexical, names, numbers, spelling
from policynlp.comparison.parity.coverage import Passage, Side, passages, prepare, sides
from policynlp.comparison.parity.divergence import Divergence
from policynlp.comparison.parity.habits import Both, Habits
from policynlp.comparison.parity.judging import confidence, divergences, features, lone
from policynlp.comparison.parity.meaning import Meaning, Vectors
from policynlp.comparison.parity.telling import called, sentence
from policynlp.comparison.parity.units import Chars, worded
from policynlp.comparison.relation import relation
from policynlp.comparison.roles import FORMAL
from policynlp.comparison.weight import Placed, ranked
from policynlp.errors import UsageError
from policynlp.records import Analysis, Clause, ClauseLink, Comparison, Difference, Link, Span

LEAST = 0.4
"""Confidence from which a divergence is told: of the built-in agreements .3 finds no more planted errors and
alarms twice as often, .5 misses three in a hundred more (docs/parity.md)."""
ALIEN = 0.4
"""Cosine to every clause of the other side below which a clause without a link has no counterpart there."""
SHORTEST = 3
"""Words of content that a clause needs to be missed."""

TWICE = 2
"""Times that a word stands in a document which is no misspelling."""


@dataclass(frozen=True, slots=True)
class Task:
    """Two versions with what is known of them before they are compared link by link."""

    readings: tuple[Reading, Reading]
    made: Sequence[Pair]
    """The sides of each link."""
    habits: Habits
    meaning: Meaning
    known: tuple[Mapping[str, int], Mapping[str, int]]
    """How often each word stands in a version."""
    doubts: Sequence[tuple[Side, Side] | None]
    """The doubtful words of each link, Korean first."""


def check(
    analyses: Sequence[Analysis],
    links: Sequence[Link],
    *,
    vectors: Vectors,
    original: int = 0,
    least: float = LEAST,
    generator: Mapping[str, Any] | None = None,
) -> Comparison:
    """Where two language versions do not say the same, as a comparison.

    ``Difference.kind`` is one of CLASSES, ``weight`` the confidence, 0 to 1; ``original`` is the index of the
    version that the other translates. Raises UsageError for two texts in one language.
    """
    task = begun(analyses, links, vectors=vectors)
    languages = [analysis.document.language for analysis in analyses]
    found = weighed(task)
    placed = [p for n in range(len(links)) for p in _within(task, n, found[n], original, least)]
    told = {p.difference.link for p in placed}
    joined = tuple(_link(f"l{n + 1}", link, task.made[n], told) for n, link in enumerate(links))
    return Comparison(
        documents=tuple(analyses),
        links=joined,
        differences=ranked([*placed, *_alone(task, links, original, least)]),
        generator=dict(generator or {}),
        names=(called(languages[0]), called(languages[1])),
    )


def begun(analyses: Sequence[Analysis], links: Sequence[Link], *, vectors: Vectors) -> Task:
    """What is known of two versions, all that will be compared encoded in few batches. Raises UsageError for
    two texts in one language."""
    languages = [analysis.document.language for analysis in analyses]
    if sorted(languages) != ["en", "ko"]:
        raise UsageError("parity-languages", first=analyses[0].document.id, second=analyses[1].document.id)
    readings = reading(analyses[0]), reading(analyses[1])
    known = [spelling.attested([c.text for c in one.clauses], one.document.language) for one in analyses]
    made = [pair(link, readings) for link in links]
    habits, meaning = Habits([_worded(one) for one in made]), Meaning(vectors)
    doubts = [sides(habits, n) for n in range(len(made))]
    prepare([both for both in doubts if both], meaning)
    return Task(readings, made, habits, meaning, (known[0], known[1]), doubts)


def _worded(made: Pair) -> Both | None:
    """The words of a link, Korean first; None where its sides are in one language."""
    own = {side.language: side.text for side in made.sides}
    return (worded(own["ko"], "ko"), worded(own["en"], "en")) if set(own) == {"ko", "en"} else None


def _link(id: str, link: Link, made: Pair, told: set[str | None]) -> ClauseLink:
    clauses = tuple(tuple(clause.id for clause in side.clauses) for side in made.sides)
    shape = relation(made) if id in told else "cosmetic"
    return ClauseLink(id, clauses, round(link.score, 4), shape, link.moved, dict(link.signals))


@dataclass(frozen=True, slots=True)
class Found:
    """What is found in a link before it is judged."""

    exact: Sequence[Divergence]
    """By its letters: spelling, force, numbers, names."""
    passages: tuple[Sequence[Passage], Sequence[Passage]]
    """Suspect passages of both sides."""
    features: Mapping[Passage, Mapping[str, float]]
    """What speaks for each of them."""


def weighed(task: Task) -> list[Found]:
    """All that is found in each link, sure or not; nothing in a link in one language."""
    exact = [_exact(task, n) if both else [] for n, both in enumerate(task.doubts)]
    both = [_suspected(task, n, exact[n]) for n in range(len(task.made))]
    links = Counter(
        word
        for sides in both
        for k, own in enumerate(sides)
        for word in {(k, w) for p in own for w in p.keys}
    )
    return [
        Found(
            exact[n],
            sides,
            {
                p: features(p, answered=bool(sides[1 - k]), recurs=_recurs([links[k, w] for w in p.keys]))
                for k in (0, 1)
                for p in sides[k]
            },
        )
        for n, sides in enumerate(both)
    ]


def _recurs(links: Sequence[int]) -> float:
    """The part of words that are suspect in more than one link."""
    return sum(number > 1 for number in links) / len(links)


def _within(task: Task, link: int, found: Found, original: int, least: float) -> Iterator[Placed]:
    """The divergences of one link, the surest of those that share words."""
    kept: list[Divergence] = []
    for one in sorted(_judged(task, link, found, original), key=lambda one: -one.confidence):
        if one.confidence >= least and not any(_overlap(one, other) for other in kept):
            kept.append(one)
    for one in kept:
        yield _placed(task, task.made[link], one, f"l{link + 1}")


def _judged(task: Task, link: int, found: Found, original: int) -> Iterator[Divergence]:
    """All that is found in one link, with its confidence."""
    yield from found.exact
    if task.doubts[link] is None:
        return
    texts = task.made[link].sides[0].text, task.made[link].sides[1].text
    ko = [side.language for side in task.made[link].sides].index("ko")
    rare = [p for p in found.passages[ko] if task.known[ko].get(p.suspects[0].unit.text, 0) < TWICE]
    meant = {p: word for p in rare if (word := _meant(p, texts[ko], texts[1 - ko]))}
    yield from (spelling.told(texts[ko], ko, passage.chars, word) for passage, word in meant.items())
    left = [[p for p in own if p not in meant and not _miswritten(p, found.exact)] for own in found.passages]
    first, second = ({p: confidence(found.features[p]) for p in own} for own in left)
    yield from divergences((first, second), texts, original)


def _exact(task: Task, link: int) -> list[Divergence]:
    """What is found in a link by its letters: spelling, force, numbers, names."""
    made = task.made[link]
    texts, languages = [side.text for side in made.sides], [side.language for side in made.sides]
    misspelt = [
        spelling.told(texts[k], k, *one)
        for k in (0, 1)
        for one in spelling.check(texts[k], languages[k], task.known[k])
    ]
    lost = task.habits.lost if languages[0] == "ko" else task.habits.lost[::-1]
    figures = numbers.check(texts, languages, lost)
    return [*misspelt, *force.check(texts, languages), *figures, *names.check(made)]


def _suspected(task: Task, link: int, exact: Sequence[Divergence]) -> tuple[list[Passage], list[Passage]]:
    """The suspect passages of both sides of a link."""
    made, both = task.made[link], task.doubts[link]
    if both is None:
        return [], []
    ko = [side.language for side in made.sides].index("ko")
    places = ko, 1 - ko
    one, two = (
        passages(side, task.meaning, _taken(made, k, exact)) for k, side in zip(places, both, strict=True)
    )
    return (one, two) if ko == 0 else (two, one)


def _meant(passage: Passage, korean: str, english: str) -> str:
    """What a single suspect Korean word that no dictionary has may be a misspelling of."""
    word = passage.suspects[0].unit.text
    if len(passage.suspects) > 1 or hangul.is_noun(word):
        return ""
    return lexical.meant(word, korean, english)


def _miswritten(passage: Passage, exact: Sequence[Divergence]) -> bool:
    """Whether what a passage lacks on the other side stands there misspelt."""
    words = [suspect.unit.text for suspect in passage.suspects]
    right = [word for one in exact if one.kind == "spelling" for word in one.values]
    if words[0].isascii():
        return all(any(lexical.translates(other, word) for other in right) for word in words)
    return all(any(lexical.translates(word, other) for other in right) for word in words)


def _taken(made: Pair, index: int, exact: Sequence[Divergence]) -> list[Chars]:
    """Characters of a side that were compared as names or numbers, or are told already."""
    side = made.sides[index]
    figures = [number.chars for number in numbers.numbers(side.text, side.language)]
    told = [place for one in exact if (place := one.places[index])]
    return [*figures, *names.named(made, index), *told]


def _overlap(one: Divergence, other: Divergence) -> bool:
    return any(a and b and a[0] < b[1] and b[0] < a[1] for a, b in zip(one.places, other.places, strict=True))


def _placed(task: Task, made: Pair, found: Divergence, id: str | None) -> Placed:
    languages = [reading.analysis.document.language for reading in task.readings]
    clauses = tuple(tuple(clause.id for clause in side.clauses) for side in made.sides)
    difference = Difference(
        id="",
        kind=found.kind,
        link=id,
        clauses=clauses,
        spans=tuple(made.spans(k, place) for k, place in enumerate(found.places)),
        values=found.values,
        summary=sentence(found, (called(languages[0]), called(languages[1]))),
        weight=round(found.confidence, 3),
    )
    return Placed(
        difference, made.sides[0].clauses[0].start / max(len(task.readings[0].analysis.document.text), 1)
    )


def _alone(task: Task, links: Sequence[Link], original: int, least: float) -> Iterator[Placed]:
    """Clauses without a link that no clause of the other side comes near."""
    for k, own in enumerate(task.readings):
        linked = {index for link in links for index in (link.a, link.b)[k]}
        others = [clause.text for clause in task.readings[1 - k].analysis.clauses]
        for index, clause in enumerate(own.analysis.clauses):
            if index not in linked and _says_something(own, clause):
                near = task.meaning.nearest([clause.text], others)[0]
                sure = 0.9 if near < ALIEN else max(0.0, 0.9 - (near - ALIEN))
                if sure >= least:
                    yield _missed(task, k, clause, sure, original)


def _says_something(own: Reading, clause: Clause) -> bool:
    substance = own.roles[clause.id] not in FORMAL and clause.language in ("ko", "en")
    return substance and len(worded(clause.text, clause.language).units) >= SHORTEST


def _missed(task: Task, index: int, clause: Clause, sure: float, original: int) -> Placed:
    found = lone((0, len(clause.text)), clause.text, index, sure, original)
    own = task.readings[index]
    languages = [reading.analysis.document.language for reading in task.readings]
    both: tuple[tuple[Span, ...], ...] = ((Span(clause.id, 0, len(clause.text)),), ())
    ids: tuple[tuple[str, ...], ...] = ((clause.id,), ())
    difference = Difference(
        id="",
        kind=found.kind,
        link=None,
        clauses=ids if index == 0 else ids[::-1],
        spans=both if index == 0 else both[::-1],
        values=found.values,
        summary=sentence(found, (called(languages[0]), called(languages[1]))),
        weight=round(sure, 3),
    )
    return Placed(difference, clause.start / max(len(own.analysis.document.text), 1))
