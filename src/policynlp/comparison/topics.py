"""Set provisions that agreements close with or repeat, known by their words.

Where both texts have one, it is in neither alone, however each is worded and wherever it stands.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from policynlp.languages import LANGUAGES, table


@cache
def _patterns(language: str, name: str) -> Mapping[str, re.Pattern[str]]:
    if language not in LANGUAGES:
        return {}
    listed = table(language, "provisions")[name]
    return {subject: re.compile(pattern, re.IGNORECASE) for subject, pattern in listed.items()}


@lru_cache(maxsize=16384)
def _found(text: str, language: str, name: str) -> frozenset[str]:
    return frozenset(s for s, pattern in _patterns(language, name).items() if pattern.search(text))


def topics(text: str, language: str) -> frozenset[str]:
    """The closing and running provisions that a text makes."""
    return _found(text, language, "final")


def forms(text: str, language: str) -> frozenset[str]:
    """The usual forms of cooperation that a text names."""
    return _found(text, language, "forms")


def subjects(text: str, language: str) -> frozenset[str]:
    """The subjects of provisions that a text treats of; none of a text too long to treat of one."""
    short = language in LANGUAGES and len(text) <= table(language, "provisions")["short"]
    return _found(text, language, "subjects") if short else frozenset()


def treated(text: str, language: str) -> frozenset[str]:
    """The subjects of provisions that a text touches, however long it is."""
    return _found(text, language, "subjects")
