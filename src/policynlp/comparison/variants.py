"""Spelling variants of one word: what may differ without anything being said differently."""

import re
import unicodedata
from functools import cache

from policynlp.languages import LANGUAGES, table

DASHES = dict.fromkeys(map(ord, "-‐‑‒–—−­"), None)
"""All dashes and the soft hyphen, to be dropped inside a word: co-operation is cooperation."""


@cache
def _rules(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    if language not in LANGUAGES:
        return ()
    listed = table(language, "variants")["rules"]
    return tuple((re.compile(pattern), new) for pattern, new in listed)


@cache
def _words(language: str) -> dict[str, str]:
    if language not in LANGUAGES:
        return {}
    return {word: group[0] for group in table(language, "variants")["words"] for word in group[1:]}


@cache
def word_key(word: str, language: str) -> str:
    """The word with case, hyphens, quotes and spelling variants folded: ``Programme`` gives ``program``."""
    key = unicodedata.normalize("NFC", word).lower().translate(DASHES).replace("’", "'")
    key = _words(language).get(key, key)
    for pattern, new in _rules(language):
        key = pattern.sub(new, key)
    return key
