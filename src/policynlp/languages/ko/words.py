"""From Kiwi's morphemes to words that tile the text: no overlap, nothing lost, white space as in spaCy."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiwipiepy import Token

STEMS = frozenset({"VV", "VA", "VX", "VCP", "VCN"})
"""Tags whose dictionary form ends in 다."""

OPENING, CLOSING = "([{「『〔（", ")]}」』〕）"


@dataclass(frozen=True, slots=True)
class Word:
    """One spaCy token to be."""

    text: str
    tag: str
    """Sejong tags of its morphemes, joined with ``+``; ``_SP`` for white space."""
    lemma: str
    """Dictionary form, or the forms of its morphemes joined with ``+``."""
    space: bool = False
    """True where one plain space follows that belongs to it."""
    starts: bool = False
    """True where a sentence starts."""


Group = list["Token"]


def words(text: str, found: "list[Token]") -> list[Word]:
    """The words of ``text`` from Kiwi's morphemes (offsets into ``text``); joined, they are ``text``."""
    made: list[Word] = []
    place, sentence = 0, -1
    inside = _bracketed(text)
    for group in _grouped(found):
        start, end = _extent(group)
        _fill(made, text[place:start])
        new = not made or sentence < 0 or (group[0].sent_position != sentence and start not in inside)
        sentence = group[0].sent_position
        made.append(Word(text[start:end], _tag(group), _lemma(group), starts=new))
        place = end
    _fill(made, text[place:])
    return made


def _extent(group: Group) -> tuple[int, int]:
    return min(token.start for token in group), max(token.start + token.len for token in group)


def _grouped(found: "list[Token]") -> list[Group]:
    """Morphemes that share a character together; one without any (an elided 이다) joins what follows."""
    groups: list[Group] = []
    for token in found:
        groups.append([token])
        while len(groups) > 1 and _touch(groups[-2], groups[-1]):
            groups[-2:] = [groups[-2] + groups[-1]]
    if len(groups) > 1 and _width(groups[-1]) == 0:
        groups[-2:] = [groups[-2] + groups[-1]]
    return [group for group in groups if _width(group)]


def _width(group: Group) -> int:
    start, end = _extent(group)
    return end - start


def _touch(one: Group, two: Group) -> bool:
    end, start = _extent(one)[1], _extent(two)[0]
    return start < end or (_width(one) == 0 and start == end)


def _tag(group: Group) -> str:
    return "+".join(token.tag.partition("-")[0] for token in group)


def _lemma(group: Group) -> str:
    if len(group) > 1:
        return "+".join(token.form.replace("+", "＋") for token in group)
    return str(group[0].form) + "다" * (group[0].tag.partition("-")[0] in STEMS)


def _fill(made: list[Word], gap: str) -> None:
    """Add what stands between two words: one space to the word before, more as words of their own."""
    if made and gap.startswith(" ") and made[-1].tag != "_SP":
        made[-1] = replace(made[-1], space=True)
        gap = gap[1:]
    made += [Word(part, "_SP" if part.isspace() else "SW", part) for part in re.findall(r"\s+|\S+", gap)]


def _bracketed(text: str) -> set[int]:
    """Places inside a closed pair of brackets, where no sentence starts ("말한다(이하 …라 한다)")."""
    inside: set[int] = set()
    stack: list[int] = []
    for place, char in enumerate(text):
        if char in OPENING:
            stack.append(place)
        elif char in CLOSING and stack:
            inside.update(range(stack.pop() + 1, place + 1))
    return inside
