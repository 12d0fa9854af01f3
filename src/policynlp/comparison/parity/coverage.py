"""Words of one side that nothing on the other side says: what was omitted, added or put into other terms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policynlp.comparison.parity.habits import Habits, key
from policynlp.comparison.parity.lexical import Status, judged
from policynlp.comparison.parity.meaning import Meaning
from policynlp.comparison.parity.sound import alike
from policynlp.comparison.parity.units import Chars, Unit, Worded, expression, stretches

NEAR = 0.6
"""Cosine from which a word has its counterpart: of 240 unlisted words of a clean pair 9 in 10 reach it."""
NEAR_LISTED = 0.7
"""The same of a word whose translations are listed, none of which stands there."""
GAP = 24
"""Characters between two suspect words of one passage: a particle, a conjunction, a word without content."""
WRITTEN = 6
"""Letters of a Korean compound that may write out an English abbreviation: 일반개인정보보호."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A word that has no counterpart by the list, and none near enough by meaning."""

    unit: Unit
    status: Status
    """What the list says of it."""
    near: float = 0.0
    """Cosine to the nearest words of the other side."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Suspect words that stand together."""

    chars: Chars
    suspects: tuple[Suspect, ...]
    gain: float
    """By how much the text comes nearer to the other side without the passage, in cosine."""
    words: int
    """Words of content of its side."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Its words, each form of a word alike."""
        return tuple(key(suspect.unit) for suspect in self.suspects)

    @property
    def name(self) -> bool:
        """Whether it is made of names."""
        return all(suspect.unit.name for suspect in self.suspects)


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a link with its doubtful words."""

    own: Worded
    other: Worded
    doubts: tuple[Suspect, ...]
    open: tuple[Chars, ...]
    """Where words of the other text stand that the list does not explain."""


def sides(habits: Habits, link: int) -> tuple[Side, Side] | None:
    """A link's Korean and its English text, each with the words that neither the list nor the other clauses
    of the document answer; None for a link in one language."""
    both = habits.links[link]
    if both is None:
        return None
    found = judged(*both)
    left = [[one.unit for one in own if one.status != "hit"] for own in found]
    made = []
    for k in (0, 1):
        answers = {key(unit) for unit in left[1 - k]}
        doubts = tuple(
            Suspect(one.unit, one.status)
            for one in found[k]
            if one.status != "hit" and not _excused(one.unit, left[1 - k])
            if not habits.answered(one.unit, k, link, answers)
        )
        opened = tuple(unit.chars for unit in left[1 - k])
        made.append(Side(both[k], both[1 - k], doubts, opened))
    return made[0], made[1]


def _excused(unit: Unit, others: Sequence[Unit]) -> bool:
    """Whether a word is an abbreviation (GDPR), or what an abbreviation among others may stand for, or points
    to an item."""
    written = len(unit.text) >= WRITTEN and not unit.text.isascii() and any(map(_abbreviated, others))
    return _abbreviated(unit) or written or expression("ko", "pointer").fullmatch(unit.text) is not None


def _abbreviated(unit: Unit) -> bool:
    return unit.text.isascii() and unit.text.isupper()


def prepare(links: Sequence[tuple[Side, Side]], meaning: Meaning) -> None:
    """Encode at once what ``passages`` compares in many links: the doubtful words and those of the other
    side, then the stretches that may answer those which no word does."""
    doubted = [side for both in links for side in both if side.doubts]
    meaning.know(
        words
        for side in doubted
        for words in (_texts(side.doubts), _texts(side.own.units), _texts(side.other.units))
    )
    far = [side for side in doubted if min(_words_near(side, meaning)) < NEAR_LISTED]
    meaning.know(
        words
        for side in far
        for words in (stretches(side.other, side.open), (side.own.text, side.other.text))
    )


def _texts(words: Sequence[Suspect | Unit]) -> list[str]:
    return [one.text if isinstance(one, Unit) else one.unit.text for one in words]


def _words_near(side: Side, meaning: Meaning) -> list[float]:
    """Of each doubtful word the cosine to the nearest word of the other side."""
    return meaning.nearest(_texts(side.doubts), _texts(side.other.units), _texts(side.own.units))


def passages(side: Side, meaning: Meaning, taken: Sequence[Chars]) -> list[Passage]:
    """The suspect passages of a text; ``taken`` are characters of it that were compared otherwise (numbers,
    bodies, places)."""
    suspects = [one for one in _suspects(side, meaning) if not _among(one.unit.chars, taken)]
    return list(_passages(side, suspects, meaning))


def _among(chars: Chars, taken: Sequence[Chars]) -> bool:
    return any(chars[0] < high and chars[1] > low for low, high in taken)


def _suspects(side: Side, meaning: Meaning) -> Iterator[Suspect]:
    """Those that neither a word nor a stretch of the other side comes near, in meaning or in sound."""
    near = _words_near(side, meaning)
    far = [n for n, one in enumerate(near) if one < NEAR_LISTED]
    rivals = _texts(side.own.units)
    wider = meaning.nearest([side.doubts[n].unit.text for n in far], stretches(side.other, side.open), rivals)
    for n, found in zip(far, wider, strict=True):
        near[n] = max(near[n], found)
    for one, cosine in zip(side.doubts, near, strict=True):
        bar = NEAR_LISTED if one.status == "miss" else NEAR
        sounds = one.status == "unknown" and alike(one.unit.text, side.other)
        if cosine < bar and not sounds:
            yield Suspect(one.unit, one.status, cosine)


def _passages(side: Side, suspects: Sequence[Suspect], meaning: Meaning) -> Iterator[Passage]:
    own = side.own
    groups: list[list[Suspect]] = []
    for suspect in suspects:
        if groups and _together(own, groups[-1][-1].unit, suspect.unit):
            groups[-1].append(suspect)
        else:
            groups.append([suspect])
    cuts = [(group[0].unit.chars[0], group[-1].unit.chars[1]) for group in groups]
    gains = meaning.gains(own.text, cuts, side.other.text)
    for group, cut, gain in zip(groups, cuts, gains, strict=True):
        yield Passage(cut, tuple(group), gain, len(own.units))


def _together(own: Worded, first: Unit, second: Unit) -> bool:
    """Whether two words belong to one passage: near, no word of content and no end of a phrase between."""
    between = own.text[first.chars[1] : second.chars[0]]
    inner = any(first.chars[1] <= unit.chars[0] < second.chars[0] for unit in own.units)
    return len(between) <= GAP and not inner and not set(between) & set(".;:")
