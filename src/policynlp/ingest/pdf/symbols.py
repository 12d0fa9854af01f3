"""Bullets that a symbol font keeps in the private range: as the signs that a reader sees."""

import re

from policynlp.ingest.traced import Traced

_SYMBOLS = str.maketrans(
    {
        "\uf0b7": "•",
        "\uf0a7": "▪",
        "\uf0a8": "□",
        "\uf06e": "■",
        "\uf06c": "●",
        "\uf0d8": "▶",
        "\uf0e0": "→",
        "\uf0fc": "▪",
        "\uf076": "▪",
        "\uf02d": "-",
        "\uf0be": "-",
        "\uf0a1": "○",
        "\uf06f": "□",
        "\uf071": "□",
        "\uf0f0": "▶",
        "\uf0c4": "-",
    }
)
"""Symbol and Wingdings, as word processors write them."""
_PRIVATE = re.compile("[\uf000-\uf0ff]")
BULLET = re.compile("[\uf000-\uf0ff•▪□■●○▶◦◆※▲·ㅇ⊙✓➢❖*–—-] ?(?=\\S)")
"""A bullet at the start of a line."""


def with_symbols(text: Traced) -> Traced:
    """Private signs read; what is not known of them is a bullet too."""
    if not _PRIVATE.search(text.text):
        return text
    return Traced(_PRIVATE.sub("•", text.text.translate(_SYMBOLS)), text.at)
