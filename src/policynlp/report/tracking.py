"""One text turned into another word by word, as paragraphs: what stays, what goes, what comes, what moves.

Reading only what stays, goes and moves away gives the first document's clauses, letter for letter and in
their order; reading only what stays, comes and moves here gives the second's.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import Literal, NamedTuple

from policynlp.records import Clause, ClauseLink
from policynlp.report.words import MOSTLY_NEW

Kind = Literal["keep", "drop", "add", "from", "to"]
"""Stays; goes; comes; moves away from here; moves here."""
LOSSLESS = re.compile(r"\w+(?:[-'’.·ㆍ]\w+)*|\s+|[^\w\s]")
"""Words as in ``words.WORD``, blanks and single signs: together the whole text."""


class Token(NamedTuple):
    """A word, blank or sign; or the number of a clause; or the end of a paragraph."""

    text: str
    role: Literal["word", "label", "end"] = "word"


END = Token("", "end")


class Stretch(NamedTuple):
    """Words of one paragraph that share a fate."""

    kind: Kind
    text: str
    label: bool
    """True for the number of a clause, which is no part of its text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the tracked text."""

    stretches: tuple[Stretch, ...]
    mark: Kind
    """What becomes of the paragraph's end."""
    heading: bool = False
    moved: ClauseLink | None = None
    """The link of a single clause that stands elsewhere in the other text."""


Edit = tuple[Kind, tuple[Token, ...]]


def tokens(clauses: Sequence[Clause]) -> list[Token]:
    """The clauses' numbers and words, an END between two clauses."""
    found: list[Token] = []
    for number, clause in enumerate(clauses):
        found += [END] if number else []
        found += [Token(clause.label, "label")] if clause.label else []
        found += [Token(word) for word in LOSSLESS.findall(clause.text)]
    return found


def edits(first: Sequence[Token], second: Sequence[Token]) -> list[Edit]:
    """How one becomes the other; all goes and all comes where they have next to nothing in common."""
    from rapidfuzz.distance import Indel

    steps = [
        (step.tag == "equal", first[step.src_start : step.src_end], second[step.dest_start : step.dest_end])
        for step in Indel.opcodes(first, second)
    ]
    kept = sum(_words(ours) for equal, ours, _ in steps if equal)
    if kept < MOSTLY_NEW * min(_words(first), _words(second)):
        steps = [(False, first, second)]
    told: list[Edit] = []
    for equal, group in groupby(_calm(steps), key=lambda step: step[0]):
        joined = list(group)
        ours = tuple(token for _, mine, _ in joined for token in mine)
        theirs = tuple(token for _, _, yours in joined for token in yours)
        told += [("keep", ours)] if equal else [("drop", ours), ("add", theirs)]
    return [(kind, words) for kind, words in told if words]


Step = tuple[bool, Sequence[Token], Sequence[Token]]


def _calm(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps, where blanks and signs alone between two changes change with them."""
    last = len(steps) - 1
    for place, (equal, ours, theirs) in enumerate(steps):
        weak = equal and 0 < place < last and not _words(ours) and END not in ours
        yield equal and not weak, ours, theirs


def _words(of: Sequence[Token]) -> int:
    return sum(token.role == "word" and token.text[0].isalnum() for token in of)


def paragraphs(
    first: Sequence[Clause], second: Sequence[Clause], links: Sequence[ClauseLink]
) -> list[Paragraph]:
    """The tracked text of two documents' clauses."""
    order = [{clause.id: place for place, clause in enumerate(side)} for side in (first, second)]
    placed = [_Placed(link, *_places(link, order)) for link in links]
    spine = _spine(placed)
    loose = {
        (side, place): each
        for each in placed
        if each not in spine
        for side, places in enumerate((each.first, each.second))
        for place in places
    }
    writer = _Writer((first, second), loose)
    for each in spine:
        writer.until(each.first[0], each.second[0], linked=True)
        writer.both(each)
    writer.until(len(first), len(second), linked=False)
    return writer.written


def _places(link: ClauseLink, order: Sequence[Mapping[str, int]]) -> tuple[list[int], list[int]]:
    first, second = (sorted(known[id] for id in ids) for ids, known in zip(link.clauses, order, strict=True))
    return first, second


class _Placed(NamedTuple):
    """A link with the places of its clauses in each document."""

    link: ClauseLink
    first: list[int]
    second: list[int]


def _spine(placed: Sequence[_Placed]) -> list[_Placed]:
    """The longest row of links, of neighbouring clauses each, that stand in the same order in both texts
    (patience sorting)."""
    able = sorted(
        (each for each in placed if _solid(each.first) and _solid(each.second)), key=lambda each: each.first
    )
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, each in enumerate(able):
        rank = bisect_left(tails, each.second[0])
        before.append(ends[rank - 1] if rank else -1)
        tails[rank : rank + 1], ends[rank : rank + 1] = [each.second[0]], [place]
    found: list[_Placed] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        found.append(able[place])
        place = before[place]
    return found[::-1]


def _solid(places: Sequence[int]) -> bool:
    return bool(places) and places[-1] - places[0] == len(places) - 1


def section(clause: Clause) -> str:
    """The headings above a clause, without numbers of provisions."""
    above = clause.path[:-1] if clause.label and clause.path[-1:] == (clause.label,) else clause.path
    named = [place for place, part in enumerate(above) if clause.heading and part.endswith(clause.heading)]
    return " › ".join(above[: named[-1] + 1] if named else above[:1])


class _Writer:
    """Writes both documents out in one pass."""

    def __init__(
        self, clauses: tuple[Sequence[Clause], Sequence[Clause]], loose: Mapping[tuple[int, int], _Placed]
    ) -> None:
        self.clauses, self.loose = clauses, loose
        self.at = [0, 0]
        self.under = ["", ""]
        self.written: list[Paragraph] = []

    def until(self, *ends: int, linked: bool) -> None:
        """Everything before a link: first what belongs to the sections that are open, last what belongs to
        the link's own, so that its heading stands where both texts have it."""
        parts = [self._parted(side, end, linked) for side, end in enumerate(ends)]
        for part in (0, 1):
            for side in (0, 1):
                self._alone(side, parts[side][part])
        if linked:
            self._headings(*(self._section(side, ends[side]) for side in (0, 1)))
        for side in (0, 1):
            self._alone(side, parts[side][2])
        self.at = list(ends)

    def _parted(self, side: int, end: int, linked: bool) -> tuple[list[int], list[int], list[int]]:
        """A document's clauses before a link: of the open section, of others, of the link's section."""
        gap = range(self.at[side], end)
        old = list(takewhile(lambda place: self._section(side, place) == self.under[side], gap))
        rest = gap[len(old) :]
        goal = self._section(side, end) if linked else None
        new = list(takewhile(lambda place: self._section(side, place) == goal, reversed(rest)))[::-1]
        return old, list(rest[: len(rest) - len(new)]), new

    def _section(self, side: int, place: int) -> str:
        return section(self.clauses[side][place])

    def _alone(self, side: int, places: Sequence[int]) -> None:
        """Clauses of one document that are no part of the spine."""
        for place in places:
            heads = [self._section(side, place) if side == each else self.under[each] for each in (0, 1)]
            self._headings(*heads)
            loose = self.loose.get((side, place))
            if loose is None:
                kind: Kind = "drop" if side == 0 else "add"
                self._write([(kind, tuple(tokens([self.clauses[side][place]])))], kind)
            else:
                self._elsewhere(side, place, loose)

    def _elsewhere(self, side: int, place: int, loose: _Placed) -> None:
        """One clause of a link whose other side stands elsewhere."""
        ours = [self.clauses[0][each] for each in loose.first]
        theirs = [self.clauses[1][each] for each in loose.second]
        single = len(ours) == len(theirs) == 1
        gone: tuple[Kind, Kind] = ("from", "drop") if single else ("drop", "drop")
        come: tuple[Kind, Kind] = ("to", "add") if single else ("add", "add")
        kinds: Mapping[Kind, Kind] = (
            {"keep": gone[0], "drop": gone[1]} if side == 0 else {"keep": come[0], "add": come[1]}
        )
        changes = edits(tokens(ours), tokens(theirs))
        told = [(kinds[kind], words) for kind, words in changes if kind in kinds]
        number = (loose.first, loose.second)[side].index(place)
        self._write(_split(told)[number], (gone, come)[side][0], loose.link if single else None)

    def both(self, each: _Placed) -> None:
        """The clauses of a link of the spine."""
        ours = [self.clauses[0][place] for place in each.first]
        theirs = [self.clauses[1][place] for place in each.second]
        told = edits(tokens(ours), tokens(theirs))
        marks = [kind for kind, words in told for word in words if word is END]
        for part, mark in zip(_split(told), [*marks, "keep"], strict=True):
            self._write(part, mark)
        self.at = [each.first[-1] + 1, each.second[-1] + 1]

    def _headings(self, first: str, second: str) -> None:
        """The headings of sections that begin here, one against the other where both do."""
        new = [head if head != self.under[side] else "" for side, head in enumerate((first, second))]
        self.under = [first, second]
        if any(new):
            told = edits(*([Token(word) for word in LOSSLESS.findall(head)] for head in new))
            mark: Kind = "keep" if all(new) else "drop" if new[0] else "add"
            self._write(told, mark, heading=True)

    def _write(
        self, told: Sequence[Edit], mark: Kind, moved: ClauseLink | None = None, *, heading: bool = False
    ) -> None:
        stretches = tuple(
            Stretch(kind, "".join(word.text for word in group), role == "label")
            for kind, words in told
            for role, group in groupby(words, key=lambda word: word.role)
        )
        self.written.append(Paragraph(stretches, mark, heading, moved))


def _split(told: Sequence[Edit]) -> list[list[Edit]]:
    """Edits cut at the ends of paragraphs."""
    parts: list[list[Edit]] = [[]]
    for kind, words in told:
        for end, group in groupby(words, key=lambda word: word is END):
            if end:
                parts += [[] for _ in group]
            else:
                parts[-1].append((kind, tuple(group)))
    return parts
