"""The word tables of a language's differences, ready for use: compiled once, looked up by word or pattern."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from policynlp.comparison.variants import word_key
from policynlp.languages import LANGUAGES, table


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What ``languages/CODE/differences.toml`` says, indexed."""

    language: str
    markers: tuple[tuple[int, re.Pattern[str]], ...]
    """(force, pattern), strongest first."""
    prohibited: re.Pattern[str] | None
    """Korean: a duty not to."""
    denied: re.Pattern[str] | None
    """Korean: a negated predicate."""
    plain: re.Pattern[str] | None
    """Korean: the bare closing verb of a treaty sentence."""
    negations: frozenset[str]
    """Words that deny: not, never, refrain."""
    opposites: frozenset[tuple[str, str]]
    """Pairs of words whose exchange turns the sense round, both ways."""
    actions: Mapping[str, tuple[str, str, str]]
    """Word form -> (base, class, phase)."""
    conditions: tuple[tuple[str, re.Pattern[str]], ...]
    """(code, pattern), most telling first."""
    bodies: Mapping[str, Any]
    places: Mapping[str, Any]
    references: frozenset[str]
    numbers: frozenset[str]
    units: frozenset[str]
    terms: Mapping[str, str]
    """Word -> family."""
    function: frozenset[str]
    synonyms: Mapping[str, int]
    """Word -> group."""
    particles: tuple[str, ...]
    verbal: tuple[str, ...]
    pointers: frozenset[str]
    """Words that only point to a place of the text: specified, listed, referred."""
    breaks: frozenset[str]
    """Words with which no phrase ends: shall, of, as."""
    laid_down: frozenset[str]
    """Words for what is laid down, to which a phrase may only point: in accordance with the procedure."""
    own: frozenset[str]
    """Words that make a law of it after all: in accordance with their own procedures."""
    things: frozenset[str]
    """Subjects that do not act: this protocol, 협력활동."""
    alike: frozenset[frozenset[str]]
    """Pairs of verbs that texts drafted apart use for one another."""


APART = ("pointers", "breaks", "laid_down", "own", "things")
"""Word lists for texts drafted apart."""


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language, or None for one without tables (its words are then compared as they are)."""
    return _load(language) if language in LANGUAGES else None


def _load(language: str) -> Lexicon:
    data = table(language, "differences")
    noise = data["noise"]

    def key(word: str) -> str:
        return word_key(word, language)

    return Lexicon(
        language=language,
        markers=tuple(
            (int(level), _joined(data["markers"][level], language))
            for level in sorted(data["markers"], reverse=True)
        ),
        prohibited=_joined(data["prohibited"]["patterns"], language) if "prohibited" in data else None,
        denied=_joined(data["denied"]["patterns"], language) if "denied" in data else None,
        plain=_joined(data["plain"]["endings"], language) if "plain" in data else None,
        negations=frozenset([*data["negation"].get("words", ()), *data["negation"].get("verbs", ())]),
        opposites=frozenset(
            p for a, b in data["negation"]["opposites"] for p in ((key(a), key(b)), (key(b), key(a)))
        ),
        actions=_actions(data, language),
        conditions=tuple(
            (code, _joined(patterns, language, whole=True)) for code, patterns in data["conditions"].items()
        ),
        bodies=data["bodies"],
        places=data["places"],
        references=frozenset(data["references"]["words"]),
        numbers=frozenset(data["numbers"]["words"].split()),
        units=frozenset(data["numbers"]["units"].split()),
        terms={key(word): family for family, words in data["terms"].items() for word in words},
        function=frozenset(key(word) for word in noise["function"].split()),
        synonyms={key(word): number for number, group in enumerate(noise["synonyms"]) for word in group},
        particles=tuple(sorted(noise.get("particles", ()), key=len, reverse=True)),
        verbal=tuple(data.get("verbal", {}).get("endings", ())),
        **{name: frozenset(noise[name].split()) for name in APART},
        alike=frozenset(frozenset(pair) for pair in noise["alike"]),
    )


def _joined(patterns: Iterable[str], language: str, *, whole: bool = False) -> re.Pattern[str]:
    """One pattern of many, longest first; English ones begin and end at word borders."""
    body = "|".join(sorted(patterns, key=len, reverse=True))
    if language == "en":
        return re.compile(rf"\b(?:{body})(?![\w-])", re.IGNORECASE)
    return re.compile(rf"(?:{body})(?![가-힣])" if whole else rf"(?:{body})")


def _actions(data: Mapping[str, Any], language: str) -> dict[str, tuple[str, str, str]]:
    phases = {word: phase for phase, words in data["phases"].items() for word in words.split()}
    found: dict[str, tuple[str, str, str]] = {}
    for action, words in data["actions"].items():
        for word in words.split():
            for form in verb_forms(word) if language == "en" else (word,):
                found.setdefault(word_key(form, language), (word, action, phases.get(word, "")))
    for noun, verb in data.get("nouns", {}).items():
        found.setdefault(word_key(noun, language), found[word_key(verb, language)])
    return found


def verb_forms(verb: str) -> tuple[str, ...]:
    """The inflected forms of a regular English verb: develop, develops, developed, developing."""
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    if verb.endswith("y") and verb[-2:-1] not in "aeou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    double = (
        stem + stem[-1] if re.search(r"(?:^|[^aeiou])[aeiou][bdgmnprt]$", verb) and len(verb) < 6 else stem
    )
    plural = verb + "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else verb + "s"
    return verb, plural, stem + "ed", stem + "ing", double + "ed", double + "ing"


def bare(word: str, lex: Lexicon | None) -> str:
    """A Korean word without its particle; other words as they are."""
    if lex is None or not lex.particles:
        return word
    for end in lex.particles:
        if word.endswith(end) and len(word) - len(end) >= 2:
            return word[: -len(end)]
    return word
