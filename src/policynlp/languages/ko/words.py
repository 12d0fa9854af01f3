"""From Kiwi's morphemes to words that tile the text: no overlap, nothing lost, white space as in spaCy."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiwipiepy import Token

STEMS = frozenset({"VV", "VA", "VX", "VCP", "VCN"})
"""Tags whose dictionary form ends in 다."""

OPENING = "([{「『〔（"
BRACKET = re.compile(r"[(\[{「『〔（)\]}」』〕）]")


Reading = tuple[tuple[str, ...], tuple[str, ...]]
"""Tags and forms of the morphemes of a word, as Kiwi gives them."""

Piece = tuple[int, int, Reading, int]
"""Morphemes that share characters: first character, one past the last, reading, number of Kiwi's sentence."""


@dataclass(slots=True)
class Words:
    """Columns, one row a word: spaCy takes them so, and objects for each word would take longer than Kiwi."""

    texts: list[str] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    """``_SP`` is the tag of white space."""
    spaces: list[bool] = field(default_factory=list)
    """True where one plain space follows that belongs to the word."""
    starts: list[bool] = field(default_factory=list)
    """True where a sentence starts."""

    def add(self, text: str, reading: Reading, space: bool = False, starts: bool = False) -> None:
        """Appends a word."""
        self.texts.append(text)
        self.readings.append(reading)
        self.spaces.append(space)
        self.starts.append(starts)

    def restored(self) -> str:
        """The text that the words make up."""
        return "".join(
            [text + " " if space else text for text, space in zip(self.texts, self.spaces, strict=True)]
        )


def words(text: str, found: "list[Token]") -> Words:
    """The words of ``text`` from Kiwi's morphemes (offsets into ``text``); joined, they are ``text``."""
    made = Words()
    inside = _bracketed(text)
    place, last = 0, -1
    for start, end, reading, sentence in _pieces(found):
        if place < start:
            _between(text[place:start], made)
        starts = last < 0 or (sentence != last and start not in inside)
        space = text.startswith(" ", end)
        made.add(text[start:end], reading, space, starts)
        place, last = end + space, sentence
    _between(text[place:], made)
    return made


def _pieces(found: "list[Token]") -> list[Piece]:
    """Morphemes that share a character together; one without any (an elided 이다) joins what follows."""
    pieces: list[Piece] = []
    reached = -1  # end of the last piece, so that most morphemes need no look at it
    for token in found:
        start = token.start
        piece: Piece = start, start + token.len, ((token.tag,), (token.form,)), token.sent_position
        while start <= reached and pieces and _touch(pieces[-1], piece):
            piece = _joined(pieces.pop(), piece)
        pieces.append(piece)
        reached = piece[1]
    if len(pieces) > 1 and pieces[-1][0] == pieces[-1][1]:
        pieces[-2:] = [_joined(pieces[-2], pieces[-1])]
    return [piece for piece in pieces if piece[1] > piece[0]]


def _touch(one: Piece, two: Piece) -> bool:
    return two[0] < one[1] or one[0] == one[1] == two[0]


def _joined(one: Piece, two: Piece) -> Piece:
    (tags, forms), (more_tags, more_forms) = one[2], two[2]
    return min(one[0], two[0]), max(one[1], two[1]), (tags + more_tags, forms + more_forms), one[3]


def written(reading: Reading) -> tuple[str, str]:
    """The tags of a word's morphemes joined with ``+``, without Kiwi's mark of irregular verbs (``-I``), and
    its lemma: the dictionary form, or the forms of its morphemes joined with ``+``."""
    tags, forms = reading
    tag = "+".join(tag.partition("-")[0] for tag in tags)
    if len(forms) > 1:
        return tag, "+".join(form.replace("+", "＋") for form in forms)
    return tag, forms[0] + "다" * (tag in STEMS)


def _between(gap: str, made: Words) -> None:
    """White space, and what Kiwi left out, as words of their own."""
    for part in re.findall(r"\s+|\S+", gap):
        made.add(part, (("_SP" if part.isspace() else "SW",), (part,)))


def _bracketed(text: str) -> set[int]:
    """Places inside a closed pair of brackets, where no sentence starts ("말한다(이하 …라 한다)")."""
    inside: set[int] = set()
    stack: list[int] = []
    for found in BRACKET.finditer(text):
        if found.group() in OPENING:
            stack.append(found.end())
        elif stack:
            inside.update(range(stack.pop(), found.end()))
    return inside
