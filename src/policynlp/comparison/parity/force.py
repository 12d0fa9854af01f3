"""Modality of two linked texts: what one obliges, permits, asks for or denies, and the other does not."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from policynlp.comparison.parity.divergence import Divergence
from policynlp.comparison.parity.units import Chars
from policynlp.languages import table

MODALITIES = ("permission", "effort", "intention", "recommendation", "obligation")
"""In the order in which they are believed: the last is also the plain way in which a treaty speaks."""
BALANCED = frozenset({"negation", "permission"})
"""What is said by words that the other language mostly has, too, so that their numbers are compared."""
MATCHED = 0.92
"""Confidence where each side says something that the other lacks."""
LONE = 0.7
"""Confidence where one side's word has no counterpart, and the other side says nothing instead."""
DENIED = 0.9
SENTENCE = re.compile(r"(?<=[A-Za-z가-힣)\]”\"])[.;:]\s+(?=\S)")
"""Where a sentence or an item of a list ends inside a text."""


@cache
def _patterns(language: str, group: str) -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    own = table(language, "parity")
    rows = own[group] if group == "modality" else {group: own[group]}
    flags = re.IGNORECASE
    return {
        name: (re.compile(row["claim"], flags), re.compile(row["answer"], flags))
        for name, row in rows.items()
    }


def _claims(text: str, language: str, group: str) -> dict[str, list[Chars]]:
    return {
        n: [m.span() for m in claim.finditer(text)] for n, (claim, _) in _patterns(language, group).items()
    }


def _answers(text: str, language: str, group: str) -> dict[str, int]:
    return {n: len(answer.findall(text)) for n, (_, answer) in _patterns(language, group).items()}


def check(texts: Sequence[str], languages: Sequence[str]) -> Iterator[Divergence]:
    """Where modality and polarity differ, sentence by sentence where both texts have as many."""
    for starts, both in _sentences(texts):
        for found in (*_modality(both, languages), *_polarity(both, languages)):
            first, second = (
                place and (place[0] + start, place[1] + start)
                for place, start in zip(found.places, starts, strict=True)
            )
            yield replace(found, places=(first, second))


def _sentences(texts: Sequence[str]) -> Iterator[tuple[tuple[int, int], tuple[str, str]]]:
    """The sentences and items of two texts side by side with where each begins; the whole texts where they do
    not have as many."""
    cuts = [[0, *(found.end() for found in SENTENCE.finditer(text)), len(text)] for text in texts]
    if len(cuts[0]) != len(cuts[1]):
        cuts = [[0, len(text)] for text in texts]
    pairs = [list(itertools.pairwise(own)) for own in cuts]
    for (low, high), (start, end) in zip(*pairs, strict=True):
        yield (low, start), (texts[0][low:high], texts[1][start:end])


def _polarity(texts: Sequence[str], languages: Sequence[str]) -> Iterator[Divergence]:
    for k in (0, 1):
        for chars in _lone(texts, languages, k, "negation").values():
            if chars:
                places = (chars, None) if k == 0 else (None, chars)
                yield _told(texts, "polarity", places, DENIED, "first" if k == 0 else "second")


def _modality(texts: Sequence[str], languages: Sequence[str]) -> Iterator[Divergence]:
    """At most one: a claim of each side that the other lacks, or one that is left where the other side says
    something else or nothing. What obliges is told only against another claim: a plain sentence obliges,
    too."""
    sides = [_lone(texts, languages, k, "modality") for k in (0, 1)]
    left = [next(((n, own[n]) for n in MODALITIES if own.get(n)), None) for own in sides]
    if left[0] and left[1]:
        yield _told(texts, "modality", (left[0][1], left[1][1]), MATCHED, "exchanged")
        return
    for k, one in enumerate(left):
        if one is None:
            continue
        other = _instead(texts[1 - k], languages[1 - k], one[0])
        if other or one[0] != "obligation":
            places = (one[1], other) if k == 0 else (other, one[1])
            message = "exchanged" if other else ("first", "second")[k]
            yield _told(texts, "modality", places, MATCHED if other else LONE, message)


def _lone(texts: Sequence[str], languages: Sequence[str], k: int, group: str) -> dict[str, Chars | None]:
    """By modality, the last claim of a side that makes more of them than the other side can answer: more than
    there are answers, or more claims than there, and more words of its kind in all (without, except)."""
    both = [_claims(text, language, group) for text, language in zip(texts, languages, strict=True)]
    answers = [_answers(text, language, group) for text, language in zip(texts, languages, strict=True)]
    lone: dict[str, Chars | None] = {}
    for n, found in both[k].items():
        above = len(found) > answers[1 - k][n]
        more = n in BALANCED and len(found) > len(both[1 - k][n]) and _outweighs(texts, languages, k, n)
        lone[n] = found[-1] if above or more else None
    return lone


def _outweighs(texts: Sequence[str], languages: Sequence[str], k: int, name: str) -> bool:
    """Whether a side has more words of a kind than the other side has."""
    counts = [
        len(_balance(language, name).findall(text)) for text, language in zip(texts, languages, strict=True)
    ]
    return counts[k] > counts[1 - k]


@cache
def _balance(language: str, name: str) -> re.Pattern[str]:
    own = table(language, "parity")
    row = own["negation"] if name == "negation" else own["modality"][name]
    return re.compile(row.get("balance", row["answer"]), re.IGNORECASE)


def _instead(text: str, language: str, name: str) -> Chars | None:
    """What the other side says in place of a modality: its one claim of another."""
    found = [chars for n, own in _claims(text, language, "modality").items() if n != name for chars in own]
    return found[0] if len(found) == 1 else None


def _told(
    texts: Sequence[str], kind: str, places: tuple[Chars | None, Chars | None], sure: float, message: str
) -> Divergence:
    values = [text[slice(*chars)] if chars else "" for text, chars in zip(texts, places, strict=True)]
    return Divergence(kind, places, (values[0], values[1]), sure, message)
