"""Whether a space goes between two Korean lines that were one: rules first, Kiwi where they leave it open."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from policynlp.languages import table
from policynlp.languages.ko.kiwi import kiwi

_HANGUL_END = re.compile("[가-힣]$")
_WORD = re.compile(r"[가-힣]+")
_FIRST = re.compile("[가-힣]+")
_LAST = re.compile("[가-힣]+$")
_OPENING, _CLOSING = "([{“‘「『·ㆍ/", ".,;:!?)]}”’」』·ㆍ/%"
_CONTEXT = 40
"""Characters at each side that Kiwi is shown: enough for the clause round the break."""
_INFORMATIVE = (0.05, 0.95)
"""Share of wrapped Hangul lines that end in a space, between which the space is there on purpose."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """What a whole text tells about the joins of its lines."""

    words: frozenset[str]
    """Hangul words that stand inside lines, whole."""
    trailing: bool
    """True where the lines that end with a whole word still carry their space."""

    @classmethod
    def of(cls, lines: Iterable[str]) -> "Spacing":
        """Learn from the lines, trailing spaces included."""
        words: set[str] = set()
        hangul = spaced = 0
        for line in lines:
            words.update(_WORD.findall(line)[1:-1])
            bare = line.rstrip()
            if _HANGUL_END.search(bare):
                hangul += 1
                spaced += len(bare) < len(line)
        share = spaced / hangul if hangul else 0.0
        return cls(frozenset(words), _INFORMATIVE[0] <= share <= _INFORMATIVE[1])

    def between(self, before: str, after: str) -> str:
        """The glue, ``" "`` or ``""``; ``before`` may carry its trailing space."""
        settled = self.settled(before, after)
        return self.weighed(before, after) if settled is None else settled

    def settled(self, before: str, after: str) -> str | None:
        """The glue where the rules know it; None where Kiwi has to weigh the two readings."""
        bare = before.rstrip()
        if bare[-1] in _OPENING or after[0] in _CLOSING:
            return ""
        last, first = _LAST.search(bare), _FIRST.match(after)
        if self.trailing and (last or first):
            return " " if len(bare) < len(before) else ""
        if bare[-1].isdigit() and (first or after[0].isdigit()):
            return ""
        return self._korean(last[0], first[0]) if last and first else " "

    def _korean(self, last: str, first: str) -> str | None:
        if last + first in self.words or first in _attached():
            return ""
        if any(last.endswith(end) and first == start for end, start in _broken()):
            return ""
        if (last in self.words and first in self.words) or (len(last) > 1 and last.endswith(_closing())):
            return " "
        return None

    def weighed(self, before: str, after: str) -> str:
        """What Kiwi takes for likelier, with or without a space."""
        context = [before.rstrip()[-_CONTEXT:], after[:_CONTEXT]]
        _, spaces = kiwi().glue(context, return_space_insertions=True)
        return " " if spaces[0] else ""


@cache
def _attached() -> frozenset[str]:
    """Particles and endings that stand on the word before them."""
    return frozenset(table("ko", "spacing")["attached"])


@cache
def _broken() -> tuple[tuple[str, str], ...]:
    """Endings that a line broke in two: what the line ends in, and the next one's first word."""
    rows = (pair.split("|") for pair in table("ko", "spacing")["broken"])
    return tuple((end, start) for end, start in rows)


@cache
def _closing() -> tuple[str, ...]:
    """Endings after which a new word starts."""
    return tuple(table("ko", "spacing")["closing"])
