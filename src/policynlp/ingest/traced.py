"""A text whose every character remembers where in the decoded source it came from."""

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Traced:
    """``text`` and, for each of its characters, the offset ``at`` of the source character behind it."""

    text: str
    at: "array[int]"

    @classmethod
    def of(cls, text: str, start: int = 0) -> "Traced":
        """A text that stands in the source as it is, from offset ``start`` on."""
        return cls(text, array("q", range(start, start + len(text))))

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int) -> "Traced":
        """The characters from ``start`` to before ``end``."""
        return Traced(self.text[start:end], self.at[start:end])

    def strip(self) -> "Traced":
        """Without white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))

    def sub(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> "Traced":
        """Each match replaced by ``new``.

        A replacement of the match's own length keeps its places one by one; any other counts on
        from the place of the match's first character, and stays inside the match.
        """
        texts: list[str] = []
        places: array[int] = array("q")
        done = 0
        for match in pattern.finditer(self.text):
            start, end = match.span()
            text = new if isinstance(new, str) else new(match)
            texts += (self.text[done:start], text)
            places.extend(self.at[done:start])
            places.extend(self._places(start, end, len(text)))
            done = end
        if not texts:
            return self
        texts.append(self.text[done:])
        places.extend(self.at[done:])
        return Traced("".join(texts), places)

    def _places(self, start: int, end: int, size: int) -> Sequence[int]:
        kept = self.at[start : min(end, start + size)]
        last = (
            kept[-1] if kept else (self.at[start] if start < len(self.at) else self.at[-1] if self.at else 0)
        )
        kept.extend([last] * (size - len(kept)))
        return kept

    def at_place(self, place: int) -> "Traced":
        """The same text, all of it said to come from one place of the source."""
        return Traced(self.text, array("q", [place]) * len(self.text))

    def lines(self) -> "list[Traced]":
        """Cut at newlines, which belong to no line."""
        found, start = [], 0
        for line in self.text.split("\n"):
            found.append(self.cut(start, start + len(line)))
            start += len(line) + 1
        return found

    def breakpoints(self) -> tuple[tuple[int, int], ...]:
        """``(offset in text, offset in source)`` wherever the two stop advancing alike."""
        import numpy as np

        if not self.at:
            return ((0, 0),)
        places = np.frombuffer(self.at, dtype=np.int64)
        jumps = np.flatnonzero(np.diff(places) != 1) + 1
        return ((0, self.at[0]), *zip(jumps.tolist(), places[jumps].tolist(), strict=True))


def joined(parts: Iterable[Traced], glue: str) -> Traced:
    """The parts in a row with ``glue`` between; the glue counts on from the part before it."""
    texts: list[str] = []
    places: array[int] = array("q")
    for part in parts:
        if texts:
            texts.append(glue)
            after = places[-1] + 1 if places else 0
            places.extend(range(after, after + len(glue)))
        texts.append(part.text)
        places.extend(part.at)
    return Traced("".join(texts), places)
