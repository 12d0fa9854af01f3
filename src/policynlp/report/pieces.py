"""Cut a text into pieces to be marked: words a difference rests on, words that the other text lacks."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from policynlp.report.words import Range


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text with the marks it bears."""

    text: str
    """The characters."""
    changed: bool = False
    """True where the other text lacks these words."""
    evidence: tuple[str, ...] = ()
    """Ids of the findings that rest on these words."""
    loud: bool = False
    """True where one of them is a difference that rests on these words and not on the clause as a whole."""


Evidence = tuple[int, int, str]
"""First character, one past the last, id of the finding that rests on them."""

UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    r"\u061c\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
"""Characters that show nothing or turn the reading order: they must not hide or reorder words."""
SHORT = 190
"""Characters of a clause that a quotation shows at most, beside the words it rests on: about three lines."""
WHOLE = 0.9
"""Share of a clause from which evidence is the whole of it: underlining everything points at nothing."""
NEAR = 70
"""Characters of context kept on each side of the evidence in a longer clause."""


def visible(text: str) -> str:
    """The text with controls and direction marks written out: ``⟨U+202E⟩``."""
    return UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def pieces(
    text: str,
    changed: Sequence[Range],
    evidence: Sequence[Evidence],
    window: Range | None = None,
    shared: Collection[str] = (),
) -> tuple[Piece, ...]:
    """``text[window]`` cut wherever a mark begins or ends; the pieces' texts add up to it. Words that
    findings in ``shared`` rest on, and evidence that is the whole clause, are not loud."""
    first, last = window or (0, len(text))
    quiet = {id for start, end, id in evidence if end - start >= WHOLE * len(text)}.union(shared)
    cuts = {first, last}
    cuts.update(edge for start, end in changed for edge in (start, end) if first < edge < last)
    cuts.update(edge for start, end, _ in evidence for edge in (start, end) if first < edge < last)
    edges = sorted(cuts)
    return tuple(_piece(text, start, end, changed, evidence, quiet) for start, end in pairwise(edges))


def _piece(
    text: str,
    start: int,
    end: int,
    changed: Sequence[Range],
    evidence: Sequence[Evidence],
    quiet: Collection[str],
) -> Piece:
    ids = tuple(dict.fromkeys(id for first, last, id in evidence if first <= start < last))
    return Piece(text[start:end], _inside(start, changed), ids, any(id not in quiet for id in ids))


def _inside(place: int, ranges: Sequence[Range]) -> bool:
    index = bisect_right(ranges, (place, len(ranges) and ranges[-1][1])) - 1
    return index >= 0 and ranges[index][0] <= place < ranges[index][1]


def excerpt(text: str, spans: Sequence[Range]) -> Range:
    """The part of a text to quote: all of it if short, else the spans with context, cut between words."""
    if len(text) <= SHORT:
        return 0, len(text)
    start = min((span[0] for span in spans), default=0)
    end = max((span[1] for span in spans if span[1] <= start + SHORT), default=start)
    if not spans:
        end = start + SHORT - NEAR
    return _back(text, max(0, start - NEAR)), _forth(text, min(len(text), end + NEAR))


def _back(text: str, place: int) -> int:
    """The start of the word at ``place``."""
    return max(text.rfind(" ", 0, place + 1), text.rfind("\n", 0, place + 1)) + 1 if place else 0


def _forth(text: str, place: int) -> int:
    """The end of the word at ``place``."""
    found = re.compile(r"\s|$").search(text, place)
    return found.start() if found else len(text)
