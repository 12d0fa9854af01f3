"""Words that lines have cut: hyphens taken away or kept, Korean joined with a space or without."""

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from policynlp.ingest.pdf.line import Line
from policynlp.ingest.spacing import Spacing
from policynlp.ingest.traced import Traced

_LAST = re.compile(r"[A-Za-z]+$")
_FIRST = re.compile(r"[A-Za-z]+")
_COMPOUND = re.compile(r"\b[a-z]+(?:-[a-z]+)+\b")
_WORD = re.compile(r"\b(?<!-)[a-z]{3,}\b(?!-)")
_HANGUL = re.compile(r"[가-힣] *$")
_HANGUL_LAST = re.compile(r"[가-힣]+$")
_HANGUL_FIRST = re.compile("[가-힣]+")
_VERB = re.compile("(?:하여|하고|하며|하는|한다|하기|하도록|하였|되어|되는|된다|되며|되고|되었|시키)")
"""What makes a verb of the noun before it: written without a space."""
_PARTICLE = re.compile("[을를도은는게지록야고서이가면로] *$")
"""What a noun ends in that is no such noun, or may be none."""
_ALWAYS = 0.95
"""Share of line ends with a space, from which the space tells nothing: the file puts one at every end."""
_SPACE, _SYLLABLE = 0.4, 1.1
"""Room at a line's end that a space or a syllable would have taken, in heights of the font."""
_ASKED = 500
"""Cut Korean lines of a document up to which Kiwi is asked: it takes 2 s to load and 3 ms a join, and in a
longer document the words stand elsewhere too."""


@dataclass(slots=True)
class Joiner:
    """What a whole document tells of its line ends."""

    spacing: Spacing
    words: frozenset[str]
    """English words that stand whole, in lower case."""
    compounds: frozenset[str]
    """Words with a hyphen inside, in lower case."""
    tells: bool
    """True where a space at a line's end is there because a word ends."""
    asks: bool
    """True for a document so short that Kiwi may be asked."""

    @classmethod
    def of(cls, lines: Sequence[Line], cut: Sequence[Line]) -> "Joiner":
        """Learn from all lines; ``cut`` are those that go on in the next one.

        Words at a line's ends may be parts of words, and are left out.
        """
        inside = " ".join({word for line in lines for word in line.text.split()[1:-1]})
        low = inside.lower()
        ends = [line for line in cut if _HANGUL.search(line.text)]
        spaced = sum(line.text.endswith(" ") for line in ends)
        return cls(
            Spacing(frozenset(_HANGUL_FIRST.findall(inside)), trailing=False),
            frozenset(_WORD.findall(low)),
            frozenset(_COMPOUND.findall(low)),
            0 < spaced <= _ALWAYS * len(ends),
            len(ends) <= _ASKED,
        )

    def together(self, lines: Sequence[Line]) -> Traced:
        """The lines as one text."""
        texts: list[str] = []
        places: array[int] = array("q")
        last: Line | None = None
        for line in lines:
            glue = self.glue(last, line) if last else ""
            if glue:
                places.append(places[-1] + 1)
            for start, end in line.ranges():
                places.extend(range(start, end))
            texts += (glue, line.text.rstrip())
            last = line
        return Traced("".join(texts), places)

    def glue(self, before: Line, after: Line) -> str:
        """What goes between two lines that were one: a space, nothing, or the hyphen."""
        if before.hyphen:
            return "-" if self._keeps_hyphen(before.text, after.text) else ""
        if before.text.endswith("-") and after.text[0].isalnum():
            return ""
        shown = self._shown(before, after)
        if shown is not None:
            return shown
        settled = self.spacing.settled(before.text, after.text)
        return settled if settled is not None else self._open(before.text, after.text)

    def _shown(self, before: Line, after: Line) -> str | None:
        """Between Hangul, what the page shows: a space that was kept, or room that a syllable left empty."""
        if not _HANGUL.search(before.text) or not _HANGUL_FIRST.match(after.text):
            return None
        if self.tells and before.text.endswith(" "):
            return " "
        room = (before.column.right - before.x1) / before.size
        if self.tells and room >= _SPACE:
            return ""
        if room >= _SYLLABLE:
            return " "
        return "" if _VERB.match(after.text) and not _PARTICLE.search(before.text) else None

    def _keeps_hyphen(self, before: str, after: str) -> bool:
        """A compound where the text has it with its hyphen, or has both halves and not the whole."""
        last, first = _LAST.search(before), _FIRST.match(after)
        if not last or not first:
            return True
        head, tail = last[0].lower(), first[0].lower()
        if f"{head}-{tail}" in self.compounds:
            return True
        return head + tail not in self.words and head in self.words and tail in self.words

    def _open(self, before: str, after: str) -> str:
        """What Kiwi takes for likelier; in a long document, whether the parts stand alone elsewhere."""
        if self.asks:
            return self.spacing.weighed(before, after)
        last, first = _HANGUL_LAST.search(before.rstrip()), _HANGUL_FIRST.match(after)
        alone = (last and last[0] in self.spacing.words) or (first and first[0] in self.spacing.words)
        return " " if alone else ""
