"""Where an English clause is cut before it is parsed: at list marks, semicolons and line ends.

A small parser reads "shall: (a) encourage …; (b) improve …" badly as one sentence and well as three.
"""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

ENUMERATOR = re.compile(r"(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})", re.I)
"""What stands between the brackets of a list mark."""
DASHES = frozenset(("-", "–", "—", "•", "·", "▪", "*"))
STOPS = frozenset((".", "?", "!", ";", ":", "…", "..."))
CLOSERS = frozenset((")", "]", '"', "”", "'", "’", "''"))
OPENERS = frozenset(("(", "[", '"', "“", "‘", "'", ","))
"""Marks after which "We" is no sign of a new sentence; elsewhere it starts one, as after a run-in heading."""
BREAKS = frozenset((":", ";", ",", "."))
HEADING = 3
"""Words in capitals that make a heading; fewer may be a name ("WTO TBT Committee")."""
STARTS, GOES_ON, OPEN = 1, -1, 0
"""What spaCy knows of a token: it starts a sentence, it does not, the parser decides."""


def set_boundaries(doc: "Doc") -> "Doc":
    """Sets ``is_sent_start`` where the text decides it and leaves it open only after a full stop."""
    import numpy as np
    from spacy.attrs import SENT_START

    words = [token.text for token in doc]
    bracket = bracketed_lead_in(words)
    starts: set[int] = {bracket} if bracket else set()
    for place in range(1, len(words)):
        starts.update(item_starts(words, place))
    stops = stopped(words)
    # all at once: to set one token's asks every token whether the text is parsed already
    marks = [STARTS if place in starts else OPEN if stop else GOES_ON for place, stop in enumerate(stops)]
    return doc.from_array([SENT_START], np.array(marks).reshape(-1, 1).astype("uint64"))


def ends_heading(words: list[str], place: int) -> bool:
    """Whether a run of capitals from the start of a sentence, as a heading run into the text, ends there."""
    first = place
    while first > 0 and words[first - 1].isupper():
        first -= 1
    letters = sum(word.isalpha() for word in words[first:place])
    return letters >= HEADING and (first == 0 or words[first - 1] in STOPS or "\n" in words[first - 1])


def item_starts(words: list[str], place: int) -> tuple[int, ...]:
    """The places at which token ``place``, if it marks a list item or ends a line, makes a sentence start."""
    word, before = words[place], words[place - 1]
    if "\n" in word:
        return (place + 1,)
    if word == "We" and before not in OPENERS:
        return (place,)
    if before.isupper() and word[:1].isupper() and not word.isupper() and ends_heading(words, place):
        return (place,)
    if word in DASHES and (before in BREAKS or before in ("and", "or")):
        return (place, place + 1)
    closed = word == "(" and place + 2 < len(words) and words[place + 2] == ")"
    if closed and ENUMERATOR.fullmatch(words[place + 1]) and opens_item(words, place):
        return (place, place + 3)
    if before == ";" or (before == ":" and not word.isdigit()):
        return (place,)
    return ()


def opens_item(words: list[str], place: int) -> bool:
    """Whether a bracketed letter at ``place`` is a list mark and no reference ("paragraph 3(a)")."""
    before = words[place - 1]
    if before in BREAKS:
        return True
    return before in ("and", "or") and words[max(place - 2, 0)] in BREAKS


def bracketed_lead_in(words: list[str]) -> int | None:
    """Where the text goes on after a lead-in that its editor put in brackets: ``[We will:] promote``."""
    if not words or words[0] != "[" or "]" not in words[:-1]:
        return None
    return words.index("]") + 1


def stopped(words: list[str]) -> list[bool]:
    """For each place whether a sentence may begin there: after a stop, closing marks in between."""
    found = [True] if words else []
    stop = False
    for place, word in enumerate(words[:-1]):
        if place == 0 or word not in CLOSERS:
            stop = word in STOPS or word.endswith(".")
        found.append(stop)
    return found
