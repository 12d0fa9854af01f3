"""What is known before any grouping, and the shapes of groups (beads: N units to M)."""

from dataclasses import dataclass

import numpy as np

from policynlp.alignment import sentences
from policynlp.alignment.cells import Numbers, best_two
from policynlp.alignment.course import Course, course
from policynlp.alignment.manner import agreement
from policynlp.alignment.pair import LARGEST, Doubles, Floats, Pair, probability

Shape = tuple[int, int]
"""Units on the first side, units on the second."""

SHAPES: tuple[Shape, ...] = (
    (1, 1),
    *((1, size) for size in range(2, LARGEST + 1)),
    *((size, 1) for size in range(2, LARGEST + 1)),
    (2, 2),
)
"""One to one, one to many, many to one; larger crossings of both are not seen in treaties or news."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Units of each side that a search may use: first index and one past the last."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def size(self) -> tuple[int, int]:
        """Units of each side."""
        return self.bottom - self.top, self.right - self.left

    @property
    def slices(self) -> tuple[slice, slice]:
        """The same as slices."""
        return slice(self.top, self.bottom), slice(self.left, self.right)


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known before any grouping; ``base_x`` are running sums, shape (units + 1,), of the similarity
    that each unit has anyway, to its nearest on the other side."""

    base_meaning: tuple[Doubles, Doubles]
    base_letters: tuple[Doubles, Doubles]
    odds: Floats
    """Log-odds of every cell."""
    likely: Floats
    """The same as probabilities."""
    hints: Floats
    """What structure and findings add to or take from them."""
    row_best: tuple[Floats, Floats]
    """Probability of the strongest and the second strongest cell of each row."""
    column_best: tuple[Floats, Floats]
    """The same of each column."""
    course: Course
    manner: float
    """How far the manners of sure pairs agree."""
    sentences: float
    """How far their counts of sentences agree."""
    coverage: float
    """Share of the units that have a likely partner, over both sides: how far the texts agree."""


def survey(pair: Pair, odds: Floats, hints: Floats) -> Ground:
    """The ground for grouping, from the log-odds of single pairs."""
    likely = probability(odds)
    rows, columns = best_two(pair.cells, likely, 0)
    meaning, letters = pair.signals["meaning"], pair.signals["letters"]
    found = course(pair.cells, likely)
    sides = zip((pair.a.sentences, pair.b.sentences), found.sure, strict=True)
    return Ground(
        base_meaning=(_running(meaning.rows.mean), _running(meaning.columns.mean)),
        base_letters=(_running(letters.rows.mean), _running(letters.columns.mean)),
        odds=odds,
        likely=likely,
        hints=hints,
        row_best=rows,
        column_best=columns,
        course=found,
        manner=agreement(pair.a.pieces[found.sure[0]], pair.b.pieces[found.sure[1]]),
        sentences=sentences.agreement(*(_at(side, at) for side, at in sides)),
        coverage=float((rows[0].sum() + columns[0].sum()) / sum(pair.cells.shape)),
    )


def _at(running: Doubles, units: Numbers) -> Doubles:
    return running[units + 1] - running[units]


def _running(values: Floats) -> Doubles:
    return np.concatenate([[0], values.cumsum(dtype=np.float64)])
