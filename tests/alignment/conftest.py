"""Aligning plain texts in one call."""

from collections.abc import Callable, Sequence

import pytest

from policynlp.alignment import align_units
from policynlp.embed import encoder, windows
from policynlp.records import Link, Unit

Align = Callable[[Sequence[Unit | str], Sequence[Unit | str]], list[Link]]


@pytest.fixture(scope="session")
def align() -> Align:
    """Links between two lists of texts or units, with the default encoder and groups of up to 5."""
    use = encoder("use")

    def run(a: Sequence[Unit | str], b: Sequence[Unit | str]) -> list[Link]:
        sides = [[Unit(text=x) if isinstance(x, str) else x for x in side] for side in (a, b)]
        vectors = [windows(use, use.features([unit.text for unit in side]), 5) for side in sides]
        return align_units(*sides, *vectors)

    return run
