"""The passages of a clause: its sentences and, where it enumerates, the phrases between its commas.

A provision of one text is often a phrase of a long one of the other; compared with the whole clause it is
lost in what else stands there.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from policynlp.comparison.freedom_words import shapes
from policynlp.comparison.kinship import Marks, marks
from policynlp.records import Clause

LISTED = 3
"""Phrases from which a sentence enumerates."""
LEAST = 3
"""Marks below which a passage says nothing by itself."""


def passages(clause: Clause) -> tuple[Marks, ...]:
    """The marks of a clause, of its sentences and of the phrases of those that enumerate."""
    return _passages(clause.text, clause.language)


@lru_cache(maxsize=8192)
def _passages(text: str, language: str) -> tuple[Marks, ...]:
    whole = Clause("", text, 0, len(text), language)
    found = (marks(replace(whole, text=part)) for part in _parts(text, language))
    return tuple(dict.fromkeys(part for part in found if len(part) >= LEAST))


def _parts(text: str, language: str) -> Iterator[str]:
    yield text
    for sentence in shapes(language).sentences.split(text):
        yield sentence
        phrases = shapes(language).phrases.split(sentence)
        if len(phrases) >= LISTED:
            yield from phrases
            yield from (f"{one} {two}" for one, two in pairwise(phrases))
