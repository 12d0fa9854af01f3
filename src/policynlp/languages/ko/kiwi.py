"""The one Kiwi of this process: loading takes 1.5 s and its model some hundred megabytes."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiwipiepy import Kiwi


@cache
def kiwi() -> "Kiwi":
    """The morphological analyser, loaded on first use."""
    from kiwipiepy import Kiwi

    return Kiwi()
