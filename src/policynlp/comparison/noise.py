"""Which changed words say nothing new: function words, inflection, words that agreements use for one another."""

from policynlp.comparison.lexicon import Lexicon, bare, lexicon
from policynlp.comparison.pairs import Pair
from policynlp.comparison.worddiff import Change

STEM = 5
"""Letters that two English words must share at their beginning to count as forms of one word."""


def is_noise(pair: Pair, change: Change) -> bool:
    """Whether the content words of a change are the same on both sides, synonyms and inflections counted alike."""
    lex = lexicon(pair.language)
    if lex is None:
        return False
    sides = [
        {key for i in range(*change.ranges[k]) if (key := _content(side.tokens[i].key, lex))}
        for k, side in enumerate(pair.sides)
    ]
    return sides[0] == sides[1]


def _content(key: str, lex: Lexicon) -> str:
    """What a word is counted as: nothing, a group of synonyms, or its stem."""
    word = bare(key, lex)
    if word in lex.function or key in lex.function:
        return ""
    if word in lex.synonyms:
        return f"#{lex.synonyms[word]}"
    return stem(word, lex)


def stem(word: str, lex: Lexicon) -> str:
    """An English word without its inflection, roughly: enough to tell forms of one word from two words."""
    if lex.language != "en":
        return word
    for end in ("ings", "ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(end) and len(word) - len(end) >= STEM - 1:
            return word[: -len(end)].rstrip("e")
    return word.rstrip("e") if len(word) >= STEM else word
