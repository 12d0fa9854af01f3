"""Characters that only the fonts of Hangul know, as Unicode has them.

Numbers in a square have no code of their own beyond it; they are read as circled ones.
"""

from policynlp.ingest.symbols import signs

_SQUARES = {0xF02B1 + place: chr(0x2460 + place) for place in range(20)}
"""White squares with 1 to 20."""
_BLACK = {0xF02CE + place: chr(0x2776 + place if place < 10 else 0x24E1 + place) for place in range(20)}
"""Black squares with 1 to 20."""
_PRIVATE = {**_SQUARES, **_BLACK, 0xF012B: "(인)", 0xF03C5: "□"}


def plain(text: str) -> str:
    """The text in Unicode's own characters; what is not known stays."""
    return text if text.isascii() else signs(text).translate(_PRIVATE)


def bullet(character: str) -> str:
    """A bullet as printed; what no other font knows becomes a dot."""
    character = plain(character.strip())
    return "•" if not character or "\ue000" <= character <= "\uf8ff" else character
