"""How sure a suspect passage is a divergence, and of which kind."""

import math
from collections.abc import Iterator, Mapping

from policynlp.comparison.parity.coverage import NEAR_LISTED, Passage
from policynlp.comparison.parity.divergence import Divergence
from policynlp.languages import table

LITTLE = 0.02
"""Share of the words of a clause below which a passage counts alike."""
PARTNER = 0.25
"""Confidence from which a passage may be what stands in place of another: a weaker one is there by chance."""


def features(passage: Passage, *, answered: bool, recurs: float) -> dict[str, float]:
    """What is weighed, by name; ``answered``: the other side has a passage that nothing here says, too;
    ``recurs``: the part of its words that are suspect in other clauses, too, as a rendering that the list and
    the encoder do not know is."""
    suspects = passage.suspects
    far = [max(NEAR_LISTED - suspect.near, 0.0) for suspect in suspects]
    missed = sum(suspect.status == "miss" for suspect in suspects) / len(suspects)
    gain, share = passage.gain * math.sqrt(passage.words), len(suspects) / max(passage.words, 1)
    english = float(suspects[0].unit.text.isascii())
    return {
        "gain": gain,
        "nearer": math.sqrt(max(gain, 0.0)),
        "farthest": max(far),
        "far": min(sum(far), 1.0),
        "missed": missed,
        "missed_far": missed * max(far),
        "answered": float(answered),
        "recurs": recurs,
        "share": share,
        "rarity": math.log(share + LITTLE),
        "name": float(passage.name),
        "english": english,
        "english_far": english * max(far),
        "bias": 1.0,
    }


def confidence(weighed: Mapping[str, float]) -> float:
    """0 to 1 that nothing on the other side says it: logistic, with the weights of shared/parity.toml."""
    weights = table("shared", "parity")["passage"]
    return 1 / (1 + math.exp(-sum(weights[name] * value for name, value in weighed.items())))


def divergences(
    sides: tuple[Mapping[Passage, float], Mapping[Passage, float]], texts: tuple[str, str], original: int
) -> Iterator[Divergence]:
    """Passages of two texts, each with its confidence, as divergences: one of each side that stand at like
    places is another term, what is left an omission or an addition, as the original has it or the
    translation."""
    told = [[passage for passage in own if own[passage] >= PARTNER] for own in sides]
    left = [sorted(own, key=lambda passage: -sides[k][passage]) for k, own in enumerate(told)]
    while left[0] and left[1]:
        first = left[0].pop(0)
        second = min(left[1], key=lambda p: abs(_place(p, texts[1]) - _place(first, texts[0])))
        left[1].remove(second)
        yield _replaced(first, second, texts, max(sides[0][first], sides[1][second]))
    for k, own in enumerate(left):
        for passage in own:
            yield lone(passage.chars, texts[k], k, sides[k][passage], original)


def _place(passage: Passage, text: str) -> float:
    return passage.chars[0] / max(len(text), 1)


def _replaced(first: Passage, second: Passage, texts: tuple[str, str], sure: float) -> Divergence:
    values = texts[0][slice(*first.chars)], texts[1][slice(*second.chars)]
    kind = "proper_noun" if first.name or second.name else "mistranslation"
    return Divergence(kind, (first.chars, second.chars), values, sure, "replaced")


def lone(chars: tuple[int, int], text: str, index: int, sure: float, original: int) -> Divergence:
    """Words that only one side has: omitted where that is the original, else added."""
    words = text[slice(*chars)]
    side = ("first", "second")[index]
    kind = "omission" if index == original else "addition"
    values, places = ((words, ""), (chars, None)) if index == 0 else (("", words), (None, chars))
    return Divergence(kind, places, values, sure, side)
