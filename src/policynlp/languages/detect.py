"""Which language a text is in: its script first, py3langid among the Latin ones.

The script decides Korean, Japanese and Chinese alone: Korean policy texts are full of English glosses, and
statistical detectors go astray on them (``AI 반도체 R&D 협력 MOU`` comes out as French).
"""

import re
from functools import cache
from typing import Any

LATIN = ("en", "es", "fr", "de")
"""Languages told apart by py3langid; with ko, ja and zh they are what a document can be in."""

_HANGUL = re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")
_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile("[\u4e00-\u9fff]")
_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LATIN_PER_SYLLABLE = 2.5
"""Latin letters that say about as much as one Hangul syllable or Chinese character."""
_SCRIPT_SHARE = 0.3
"""Least share, so weighed, of Hangul in a Korean text with English glosses; press articles have .55 up."""
_GLOSSED_SHARE = 0.1
"""The same in a clause of a Korean document, where rows and lists of foreign names have less Hangul."""
_ENGLISH = re.compile(r"\b(?:the|of|and|shall|to|will|in)\b", re.IGNORECASE)
_ENGLISH_SHARE = 0.15
"""Share of such words that is English beyond doubt and spares loading the identifier.

Treaties have .20 to .30; texts in French, Spanish or German stay below .03."""
_SAMPLE = 20_000
"""Characters looked at: a preamble may be in another language than the rest, a book need not be read."""
_ENOUGH = 40
"""Latin letters from which py3langid is worth asking; below them the fallback stands."""


def detect(text: str, fallback: str = "en") -> str:
    """Code of the language of ``text``; ``fallback`` where it has no or too few letters to tell."""
    sample = text[:_SAMPLE]
    latin = len(_LETTER.findall(sample)) / _LATIN_PER_SYLLABLE
    script = _script(sample, latin)
    if script or not latin:
        return script or fallback
    if latin * _LATIN_PER_SYLLABLE < _ENOUGH:
        return fallback if fallback in LATIN else "en"
    if len(_ENGLISH.findall(sample)) >= _ENGLISH_SHARE * sample.count(" "):
        return "en"
    return str(_identifier().classify(sample)[0])


def of_clause(text: str, document: str) -> str:
    """Code of one clause: by script; Latin text in a Latin-script document is in the document's language."""
    latin = len(_LETTER.findall(text)) / _LATIN_PER_SYLLABLE
    script = _script(text, latin, _GLOSSED_SHARE if document == "ko" else _SCRIPT_SHARE)
    if script or not latin:
        return script or document
    return document if document not in ("ko", "ja", "zh") else detect(text, "en")


def _script(text: str, latin: float, share: float = _SCRIPT_SHARE) -> str:
    """ko, ja, zh, or nothing for a text mostly in another script."""
    hangul, kana, han = (len(script.findall(text)) for script in (_HANGUL, _KANA, _HAN))
    least = share * (hangul + kana + han + latin)
    if hangul and hangul + han >= least and hangul >= kana:
        return "ko"
    if kana and kana + han >= least:
        return "ja"
    return "zh" if han and han >= least else ""


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LATIN))
    return identifier
