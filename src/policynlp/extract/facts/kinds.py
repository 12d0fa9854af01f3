"""Kinds of instrument and the words that name them."""

from functools import cache

from policynlp.languages import table


@cache
def kind_words(code: str) -> tuple[tuple[str, str], ...]:
    """(word, kind) of one language, the longest words first; English ones in small letters."""
    rows = table("shared", "facts")["kind"]
    found = [(word, kind) for kind, row in rows.items() for word in row[code]]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))
