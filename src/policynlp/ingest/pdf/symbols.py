"""Bullets that a symbol font keeps in the private range: as the signs that a reader sees."""

import re

from policynlp.ingest.symbols import signs
from policynlp.ingest.traced import Traced

BULLET = re.compile("[\uf000-\uf0ff•▪□■●○▶◦◆※▲·ㅇ⊙✓➢❖*–—-] ?(?=\\S)")
"""A bullet at the start of a line."""


def with_symbols(text: Traced) -> Traced:
    """Private signs read; what is not known of them is a bullet too."""
    return Traced(signs(text.text), text.at)
