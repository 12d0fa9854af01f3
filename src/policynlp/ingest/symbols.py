"""Signs that Symbol and Wingdings keep in Unicode's private range, as the signs that a reader sees."""

import re

SIGNS = {
    0xF02D: "-",
    0xF06C: "●",
    0xF06E: "■",
    0xF06F: "□",
    0xF071: "□",
    0xF075: "◆",
    0xF076: "❖",
    0xF0A1: "○",
    0xF0A7: "▪",
    0xF0A8: "□",
    0xF0B7: "•",
    0xF0BE: "-",
    0xF0C4: "-",
    0xF0D8: "▶",
    0xF0E0: "→",
    0xF0E8: "▶",
    0xF0F0: "▶",
    0xF0FC: "✓",
    0xF0FE: "☑",
}
"""By code; the first 32 of the range stand for no sign. Bullets are among those that the segmenter knows."""
_PRIVATE = re.compile("[\uf020-\uf0ff]")


def signs(text: str) -> str:
    """Private signs read, one character each; one that is not known is a bullet too."""
    return _PRIVATE.sub("•", text.translate(SIGNS)) if _PRIVATE.search(text) else text
