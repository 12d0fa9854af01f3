"""Which changed words say nothing new: function words, inflection, words that agreements use for one another."""

from rapidfuzz.fuzz import ratio

from policynlp.comparison.lexicon import Lexicon, bare, lexicon
from policynlp.comparison.pairs import Pair
from policynlp.comparison.worddiff import Change

ALIKE = 70.0
"""Similarity of letters, 0 to 100, from which two stretches count as forms of the same words."""
LONE = 1
"""Content words that one side may have more without saying more."""
STEM = 5
"""Letters that two English words must share at their beginning to count as forms of one word."""


def is_noise(pair: Pair, change: Change) -> bool:
    """Whether the content words of a change say the same on both sides.

    They do if they are the same with synonyms, inflections and particles counted alike, or if their letters are
    nearly the same (세미나 개최, 세미나의 공동개최); an added or dropped word does if it is the only one.
    """
    lex = lexicon(pair.language)
    if lex is None:
        return False
    first, second = (_contents(pair, k, change, lex) for k in (0, 1))
    if first.keys() == second.keys():
        return True
    if not first or not second:
        return len(first) + len(second) <= LONE
    left = [[w for key, w in one.items() if key not in other] for one, other in ((first, second), (second, first))]
    if not left[0] or not left[1]:
        return len(left[0]) + len(left[1]) <= LONE
    return ratio("".join(left[0]), "".join(left[1])) >= ALIKE


def _contents(pair: Pair, index: int, change: Change, lex: Lexicon) -> dict[str, str]:
    """The content words of one side of a change: what each counts as -> the word."""
    found = {}
    for place in range(*change.ranges[index]):
        key = pair.sides[index].tokens[place].key
        counted = _content(key, lex)
        if counted:
            found[counted] = bare(key, lex)
    return found


def _content(key: str, lex: Lexicon) -> str:
    """What a word is counted as: nothing, a group of synonyms, or its stem."""
    word = bare(key, lex)
    if word in lex.function or key in lex.function:
        return ""
    root = stem(word, lex)
    if word in lex.synonyms or root in lex.synonyms:
        return f"#{lex.synonyms.get(word, lex.synonyms.get(root))}"
    return root


def stem(word: str, lex: Lexicon) -> str:
    """An English word without its inflection, roughly: enough to tell forms of one word from two words."""
    if lex.language == "ko":
        at = next((i for i in range(2, len(word)) if word.startswith(lex.verbal, i)), len(word))
        return word[:at]
    for end in ("ings", "ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(end) and len(word) - len(end) >= STEM - 1:
            return word[: -len(end)].rstrip("e")
    return word.rstrip("e") if len(word) >= STEM else word
