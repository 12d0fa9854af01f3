"""A short sketch of a text, by which texts that are nearly the same are found among thousands.

The smallest hashes of a text's shingles (runs of words) are a fair sample of them (Broder, "On the
resemblance and containment of documents", 1997): two texts share about as large a part of their samples as of
their shingles.
"""

import re
from collections.abc import Iterable
from zlib import crc32

SIZE = 128
"""Hashes kept of a text: the estimate's standard deviation is .04."""
SHINGLE = 3
"""Words in a run: one changed word changes three runs."""
_WORD = re.compile(r"\w+")
_MIX = 0x9E3779B1
"""Odd, so that multiplying by it modulo 2**32 is a permutation: CRC-32 alone keeps likeness of its input."""


def sketch(texts: Iterable[str]) -> list[int]:
    """The ``SIZE`` smallest 32-bit hashes of the texts' shingles, ascending; all of a shorter text."""
    words = _WORD.findall(" ".join(texts).lower())
    runs = {" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))}
    return sorted({crc32(run.encode("utf-8", "replace")) * _MIX & 0xFFFFFFFF for run in runs})[:SIZE]
