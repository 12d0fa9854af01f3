"""The letters that every match of a regular expression must contain: a cheap test before an expensive search.

A table has hundreds of expressions and a clause contains words of a few; ``"공급망" in text`` is far
faster than trying the expression at every character.
"""

import re
from functools import lru_cache
from itertools import pairwise

TOKEN = re.compile(r"\(\?(?:[:=!]|<[=!])|\[\^?\]?(?:\\.|[^\]])*\]|\\.|\{\d*,?\d*\}|.", re.DOTALL)
"""A piece of a regular expression: group opening, class, escape, repetition or single character."""
MINIMUM = 2
"""Shorter anchors stand in nearly every text and sort out nothing."""

Anchors = frozenset[str]


@lru_cache(maxsize=8)
def pairs(text: str) -> frozenset[str]:
    """Every two characters that stand side by side: a text without an anchor's first pair lacks the anchor.

    Kept for the last few texts, since each of a clause's readers asks for the same.
    """
    return frozenset(map("".join, pairwise(text)))


def required(source: str) -> Anchors | None:
    """Strings of which every match contains one; None where none can be told.

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
            inner = inner if token in ("(", "(?:") else None
        elif token.isalnum():
            literal = token
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
    usable = [found for found in candidates if found and min(map(len, found)) >= MINIMUM]
    return max(usable, key=lambda found: (min(map(len, found)), -len(found)), default=None), position


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
