"""The letters that every match of a regular expression must contain: a cheap test before an expensive search.

A table has hundreds of expressions and a clause contains words of a few; ``"공급망" in text`` is far
faster than trying the expression at every character.
"""

import re
from collections.abc import Collection, Iterable

from ahocorasick_rs import AhoCorasick

TOKEN = re.compile(r"\(\?(?:[:=!]|<[=!]|P<\w+>|[is]:)|\[\^?\]?(?:\\.|[^\]])*\]|\\.|\{\d*,?\d*\}|.", re.DOTALL)
"""A piece of a regular expression: group opening, class, escape, repetition or single character."""
SPECIAL = frozenset("^$.*+?{}[]()|\\")
"""Characters that stand for themselves only behind a backslash."""
AROUND = frozenset({"(?=", "(?!", "(?<=", "(?<!"})
"""Openings of groups that are no part of a match."""

Anchors = frozenset[str]


class Lookup:
    """Tells which of many things a text may hold, each by strings of which it must contain one.

    All strings are looked for at once (Aho and Corasick 1975, doi:10.1145/360825.360855).
    """

    def __init__(self, things: Iterable[Collection[str]]) -> None:
        """``things`` are the strings of each; one without any may be in every text."""
        by_string: dict[str, list[int]] = {}
        always = []
        for number, strings in enumerate(things):
            for string in strings:
                by_string.setdefault(string, []).append(number)
            if not strings:
                always.append(number)
        self._always = frozenset(always)
        self._numbers = list(by_string.values())
        self._strings = AhoCorasick(list(by_string))

    def candidates(self, text: str) -> list[int]:
        """Numbers of the things that ``text`` may hold, in order."""
        found = set(self._always)
        for string, _, _ in self._strings.find_matches_as_indexes(text, overlapping=True):
            found.update(self._numbers[string])
        return sorted(found)


def required(source: str) -> Anchors | None:
    """Strings of which every match contains one, None where none can be told; where the expression leaves the
    case open (``(?i:…)``) the match has them in any.

    Knows groups, alternatives, classes, look-arounds and repetitions as the language tables use them;
    whatever it does not know breaks a run of letters, so it errs on the side of None.
    """
    tokens = TOKEN.findall(source)
    found, position = _alternatives(tokens, 0)
    if position != len(tokens):
        raise ValueError(f"unbalanced expression: {source}")
    return found


def _alternatives(tokens: list[str], position: int) -> tuple[Anchors | None, int]:
    """The anchors of ``a|b|c`` up to a closing bracket or the end: those of each alternative."""
    branches: list[Anchors | None] = []
    while True:
        best, position = _sequence(tokens, position)
        branches.append(best)
        if position < len(tokens) and tokens[position] == "|":
            position += 1
            continue
        known = [branch for branch in branches if branch is not None]
        return (frozenset().union(*known) if len(known) == len(branches) else None), position


def _sequence(tokens: list[str], position: int) -> tuple[Anchors | None, int]:
    """The best anchors of one alternative: its longest run of letters, or those of a group that must
    match."""
    candidates: list[Anchors] = []
    run = ""
    while position < len(tokens) and tokens[position] not in ("|", ")"):
        token, inner, literal = tokens[position], None, ""
        if token.startswith("("):
            inner, position = _alternatives(tokens, position + 1)
            inner = None if token in AROUND else inner
        else:
            literal = _literal(token)
        position += 1
        optional, repeated, position = _repetition(tokens, position)
        if literal and not optional:
            run += literal
        if not literal or optional or repeated:
            candidates.append(frozenset((run,)))
            run = ""
        if inner is not None and not optional:
            candidates.append(inner)
    candidates.append(frozenset((run,)))
    usable = [found for found in candidates if found and all(found)]
    return max(usable, key=lambda found: (min(map(len, found)), -len(found)), default=None), position


def _literal(token: str) -> str:
    """The character that a piece stands for; empty where it stands for others, or for white space, which the
    tables widen."""
    letter = token[1:] if token[0] == "\\" and not token[1].isalnum() else token
    special = len(letter) != 1 or letter.isspace() or (letter == token and token in SPECIAL)
    return "" if special else letter


def _repetition(tokens: list[str], position: int) -> tuple[bool, bool, int]:
    """Whether what stands before may be missing, whether it may repeat, and the place after its mark."""
    if position == len(tokens) or (tokens[position] not in ("?", "*", "+") and tokens[position][0] != "{"):
        return False, False, position
    mark = tokens[position]
    optional = mark in ("?", "*") or mark.startswith(("{0", "{,"))
    position += 1
    if position < len(tokens) and tokens[position] in ("?", "+"):
        position += 1
    return optional, True, position
