"""Words of one side that nothing on the other side says: what was omitted, added or put into other terms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policynlp.comparison.parity.lexical import Judged, judged
from policynlp.comparison.parity.meaning import Meaning
from policynlp.comparison.parity.sound import alike
from policynlp.comparison.parity.units import Chars, Unit, Worded

NEAR = 0.6
"""Cosine from which a word has its counterpart: of 240 unlisted words of a clean pair 9 in 10 reach it."""
GAP = 24
"""Characters between two suspect words of one passage: a particle, a conjunction, a word without content."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A word that has no counterpart by the list, and none near enough by meaning."""

    unit: Unit
    near: float
    """Cosine to the nearest words of the other side."""
    listed: bool
    """Whether translations are listed, none of which stands there."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Suspect words that stand together."""

    chars: Chars
    suspects: tuple[Suspect, ...]
    gain: float
    """By how much the text comes nearer to the other side without the passage, in cosine."""
    share: float
    """Part of the words of content of its side."""

    @property
    def name(self) -> bool:
        """Whether it is made of names."""
        return all(suspect.unit.name for suspect in self.suspects)


def prepare(pairs: Sequence[tuple[Worded, Worded]], meaning: Meaning) -> None:
    """Encode at once what ``passages`` compares in many pairs of a Korean and an English text: the doubtful
    words and those of the other side, then the stretches that may answer those which no word does."""
    tasks = [task for pair in pairs for task in _doubtful(*pair)]
    meaning.know(
        words
        for own, left, other in tasks
        for words in ([one.unit.text for one in left], _texts(own.units), _texts(other.units))
    )
    far = [task for task in tasks if _unanswered(*task, meaning)]
    meaning.know(words for own, _, other in far for words in (other.stretches, (own.text, other.text)))


def _doubtful(korean: Worded, english: Worded) -> Iterator[tuple[Worded, list[Judged], Worded]]:
    """Each side with its words that the list does not answer, where it has any, and the other side."""
    sides = (korean, english)
    for k, found in enumerate(judged(korean, english)):
        left = [one for one in found if one.status != "hit" and not _excused(one.unit, ())]
        if left:
            yield sides[k], left, sides[1 - k]


def _unanswered(own: Worded, left: Sequence[Judged], other: Worded, meaning: Meaning) -> bool:
    """Whether no word of the other side comes near to one of the doubtful words."""
    near = meaning.nearest([one.unit.text for one in left], _texts(other.units), _texts(own.units))
    return any(cosine < NEAR for cosine in near)


def _texts(units: Sequence[Unit]) -> list[str]:
    return [unit.text for unit in units]


def passages(
    korean: Worded, english: Worded, meaning: Meaning, taken: Sequence[Sequence[Chars]]
) -> tuple[list[Passage], list[Passage]]:
    """The suspect passages of a Korean and of an English text; ``taken`` are characters of each that were
    compared otherwise (numbers, bodies, places)."""
    found = judged(korean, english)
    sides = (korean, english)
    made = []
    for k, own in enumerate(sides):
        left = [one for one in found[k] if one.status != "hit" and not _excused(one.unit, taken[k])]
        made.append(list(_passages(own, sides[1 - k], _suspects(own, left, sides[1 - k], meaning), meaning)))
    return made[0], made[1]


def _excused(unit: Unit, taken: Sequence[Chars]) -> bool:
    """Whether a word was compared otherwise, or is an abbreviation (GDPR), which the other language writes
    out."""
    abbreviated = unit.text.isascii() and unit.text.isupper()
    return abbreviated or any(unit.chars[0] < high and unit.chars[1] > low for low, high in taken)


def _suspects(own: Worded, left: Sequence[Judged], other: Worded, meaning: Meaning) -> list[Suspect]:
    """Those that neither a word nor a stretch of the other side comes near, in meaning or in sound."""
    rivals = _texts(own.units)
    words = meaning.nearest([one.unit.text for one in left], _texts(other.units), rivals)
    far = [n for n, near in enumerate(words) if near < NEAR]
    wider = meaning.nearest([left[n].unit.text for n in far], other.stretches, rivals)
    best = {n: max(words[n], near) for n, near in zip(far, wider, strict=True)}
    return [
        Suspect(left[n].unit, near, left[n].status == "miss")
        for n, near in best.items()
        if near < NEAR and not alike(left[n].unit.text, other)
    ]


def _passages(own: Worded, other: Worded, suspects: Sequence[Suspect], meaning: Meaning) -> Iterator[Passage]:
    groups: list[list[Suspect]] = []
    for suspect in suspects:
        if groups and _together(own, groups[-1][-1].unit, suspect.unit):
            groups[-1].append(suspect)
        else:
            groups.append([suspect])
    cuts = [(group[0].unit.chars[0], group[-1].unit.chars[1]) for group in groups]
    gains = meaning.gains(own.text, cuts, other.text)
    for group, cut, gain in zip(groups, cuts, gains, strict=True):
        yield Passage(cut, tuple(group), gain, len(group) / max(len(own.units), 1))


def _together(own: Worded, first: Unit, second: Unit) -> bool:
    """Whether two words belong to one passage: near, no word of content and no end of a phrase between."""
    between = own.text[first.chars[1] : second.chars[0]]
    inner = any(first.chars[1] <= unit.chars[0] < second.chars[0] for unit in own.units)
    return len(between) <= GAP and not inner and not set(between) & set(".;:")
