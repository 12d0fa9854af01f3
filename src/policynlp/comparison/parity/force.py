"""Modality of two linked texts: what one obliges, permits, asks for or denies, and the other does not."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from policynlp.comparison.parity.divergence import Divergence
from policynlp.comparison.parity.units import Chars
from policynlp.languages import table

MODALITIES = ("permission", "effort", "intention", "recommendation", "obligation")
"""In the order in which they are believed: the last is also the plain way in which a treaty speaks."""
MATCHED = 0.92
"""Confidence where each side says something that the other lacks."""
LONE = 0.7
"""Confidence where one side's word has no counterpart, and the other side says nothing instead."""
DENIED = 0.9


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
    """Where the modality differs, then where the polarity does."""
    yield from _modality(texts, languages)
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
    """By modality, the last claim of a side that makes more of them than the other side can answer."""
    claims = _claims(texts[k], languages[k], group)
    answers = _answers(texts[1 - k], languages[1 - k], group)
    return {n: found[-1] if len(found) > answers[n] else None for n, found in claims.items()}


def _instead(text: str, language: str, name: str) -> Chars | None:
    """What the other side says in place of a modality: its one claim of another."""
    found = [chars for n, own in _claims(text, language, "modality").items() if n != name for chars in own]
    return found[0] if len(found) == 1 else None


def _told(
    texts: Sequence[str], kind: str, places: tuple[Chars | None, Chars | None], sure: float, message: str
) -> Divergence:
    values = [text[slice(*chars)] if chars else "" for text, chars in zip(texts, places, strict=True)]
    return Divergence(kind, places, (values[0], values[1]), sure, message)
