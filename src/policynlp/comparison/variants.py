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
def own_names(language: str) -> re.Pattern[str] | None:
    """What a text calls itself after ``this`` or 이: the name (group 1) and what is joined to it (group 2).

    None for a language without tables.
    """
    if language not in LANGUAGES:
        return None
    kinds = table("shared", "instruments")["kind"].values()
    called = {name for kind in kinds for name in (kind["en"], kind["ko"], *kind.get("self", ()))}
    names = {re.escape(name).replace(r"\ ", r"\s+") for name in called}
    before, after = table(language, "variants")["own"]
    listed = "|".join(sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"{before}((?:{listed})({after}))", re.IGNORECASE)


@cache
def word_key(word: str, language: str) -> str:
    """The word with case, hyphens, quotes and spelling variants folded: ``Programme`` gives ``program``."""
    key = unicodedata.normalize("NFC", word).lower().translate(DASHES).replace("’", "'")
    key = _words(language).get(key, key)
    for pattern, new in _rules(language):
        key = pattern.sub(new, key)
    return key
