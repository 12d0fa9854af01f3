"""From Kiwi's morphemes to words that tile the text: no overlap, nothing lost, white space as in spaCy."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiwipiepy import Token

STEMS = frozenset({"VV", "VA", "VX", "VCP", "VCN"})
"""Tags whose dictionary form ends in 다."""

OPENING = "([{「『〔（"
BRACKET = re.compile(r"[(\[{「『〔（)\]}」』〕）]")


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


@dataclass(frozen=True, slots=True)
class Piece:
    """Morphemes that share characters."""

    start: int
    end: int
    tags: tuple[str, ...]
    forms: tuple[str, ...]
    sentence: int
    """Number of Kiwi's sentence."""


def words(text: str, found: "list[Token]") -> list[Word]:
    """The words of ``text`` from Kiwi's morphemes (offsets into ``text``); joined, they are ``text``."""
    made: list[Word] = []
    inside = _bracketed(text)
    place, sentence = 0, -1
    for piece in _pieces(found):
        made += _between(text[place : piece.start])
        starts = sentence < 0 or (piece.sentence != sentence and piece.start not in inside)
        space = text.startswith(" ", piece.end)
        made.append(Word(text[piece.start : piece.end], "+".join(piece.tags), _lemma(piece), space, starts))
        place, sentence = piece.end + space, piece.sentence
    return made + _between(text[place:])


def _pieces(found: "list[Token]") -> list[Piece]:
    """Morphemes that share a character together; one without any (an elided 이다) joins what follows."""
    pieces: list[Piece] = []
    for token in found:
        start, tag = token.start, token.tag.partition("-")[0]
        piece = Piece(start, start + token.len, (tag,), (token.form,), token.sent_position)
        while pieces and _touch(pieces[-1], piece):
            piece = _joined(pieces.pop(), piece)
        pieces.append(piece)
    if len(pieces) > 1 and pieces[-1].start == pieces[-1].end:
        pieces[-2:] = [_joined(pieces[-2], pieces[-1])]
    return [piece for piece in pieces if piece.end > piece.start]


def _touch(one: Piece, two: Piece) -> bool:
    return two.start < one.end or one.start == one.end == two.start


def _joined(one: Piece, two: Piece) -> Piece:
    start, end = min(one.start, two.start), max(one.end, two.end)
    return Piece(start, end, one.tags + two.tags, one.forms + two.forms, one.sentence)


def _lemma(piece: Piece) -> str:
    if len(piece.forms) > 1:
        return "+".join(form.replace("+", "＋") for form in piece.forms)
    return piece.forms[0] + "다" * (piece.tags[0] in STEMS)


def _between(gap: str) -> list[Word]:
    """White space, and what Kiwi left out, as words of their own."""
    return (
        [Word(part, "_SP" if part.isspace() else "SW", part) for part in re.findall(r"\s+|\S+", gap)]
        if gap
        else []
    )


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
