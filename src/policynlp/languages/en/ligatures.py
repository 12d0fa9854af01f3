"""Joined letters that type is set in and PDF files keep ("eﬀort", "ﬁrst"): read as the letters they join."""

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

JOINED = MappingProxyType({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
"""The joined Latin letters of Unicode (U+FB00 to U+FB06)."""
LETTERS = str.maketrans(dict(JOINED))


def has_joined(text: str) -> bool:
    """Whether a text has any joined letters."""
    return not text.isascii() and any(letter in text for letter in JOINED)


def parted(text: str) -> str:
    """``text`` with every joined letter written as its letters."""
    return text.translate(LETTERS)


def set_norms(doc: "Doc") -> "Doc":
    """Gives words with joined letters the norm that the model knows them by; the text stays as it is."""
    if has_joined(doc.text):
        for token in doc:
            token.norm_ = parted(token.norm_)
    return doc
