"""Which changed words say nothing new: function words, inflection, words that agreements use for one
another."""

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from policynlp.comparison.lexicon import Lexicon, bare, lexicon
from policynlp.comparison.pairs import Pair
from policynlp.comparison.worddiff import Change, Range

FORMS = 70.0
"""Similarity of letters, 0 to 100, from which two stretches count as forms of the same words."""
ALIKE = 50.0
"""The same for a single word against a single word, which has little to be alike in."""
ADDED = 4
"""Content words from which an addition is more than a turn of phrase (treaties of one family, read by
hand)."""
SHARE = 0.25
"""Share of a link's content words that must be exchanged for its wording to say something else (read by
hand)."""
ADDED_APART = 6
SHARE_APART = 0.5
"""The same where the documents were drafted apart and every turn of phrase varies (read by hand)."""
PARTS = 0.6
"""Share of a Korean word's pairs of syllables that the other text must have to know the word."""
STEM = 5
"""Letters that two English words must share at their beginning to count as forms of one word."""


def is_noise(pair: Pair, changes: Sequence[Change]) -> bool:
    """Whether the content words of changes of one link say nothing that the other side does not say.

    Words are counted alike with their synonyms, inflections and particles, wherever they stand; what is
    then left
    on both sides is noise if its letters are nearly the same (세미나 개최, 세미나의 공동개최), what is
    left on one
    side if it is hardly anything.
    """
    lex = lexicon(pair.language)
    if lex is None:
        return False
    left = _left(pair, changes, lex)
    if pair.apart:
        left = _unknown(pair, 0, left[0], lex), _unknown(pair, 1, left[1], lex)
    if not left[0] or not left[1]:
        return len(left[0]) + len(left[1]) < (ADDED_APART if pair.apart else ADDED)
    if _alike(*left):
        return True
    whole = sum(_content(token.key, lex) != "" for side in pair.sides for token in side.tokens)
    return len(left[0]) + len(left[1]) < (SHARE_APART if pair.apart else SHARE) * whole


def told(pair: Pair, index: int, stretch: Range) -> float:
    """0 to 1: share of the content words of a stretch of one side that the other side's changed words have
    as well; 0 where it has none of content."""
    lex = lexicon(pair.language)
    if lex is None:
        return 0.0
    words = _contents(pair, index, [Change((stretch, stretch))], lex)
    there = _contents(pair, 1 - index, pair.changes, lex)
    letters = "".join(
        pair.sides[1 - index].tokens[i].key for c in pair.changes for i in range(*c.ranges[1 - index])
    )
    known = sum(key in there or _in_letters(word, letters, lex) for key, word in words.items())
    return known / len(words) if words else 0.0


def known(pair: Pair, index: int, stretch: Range) -> float:
    """0 to 1: share of the content words of a stretch of one side that the whole other side has."""
    lex = lexicon(pair.language)
    if lex is None:
        return 0.0
    words = _contents(pair, index, [Change((stretch, stretch))], lex)
    left = _unknown(pair, index, list(words.values()), lex)
    return 1 - len(left) / len(words) if words else 0.0


def _unknown(pair: Pair, index: int, words: list[str], lex: Lexicon) -> list[str]:
    """Those of one side's words that the other side says nowhere."""
    other = pair.sides[1 - index]
    there = {_content(token.key, lex) for token in other.tokens}
    letters = "".join(token.key for token in other.tokens)
    return [w for w in words if _content(w, lex) not in there and not _in_letters(w, letters, lex)]


def _in_letters(word: str, letters: str, lex: Lexicon) -> bool:
    """Whether most of a Korean word stands in the letters of a text, however they are written together."""
    parts = [word[i : i + 2] for i in range(len(word) - 1)]
    return lex.language == "ko" and bool(parts) and sum(p in letters for p in parts) >= PARTS * len(parts)


def reworded(pair: Pair, change: Change) -> bool:
    """Whether one exchanged stretch says the same as its counterpart in forms of the same words."""
    lex = lexicon(pair.language)
    if lex is None or not change.size(0) or not change.size(1):
        return False
    left = _left(pair, [change], lex)
    return left == ([], []) or bool(left[0] and left[1] and _alike(*left))


def _left(pair: Pair, changes: Sequence[Change], lex: Lexicon) -> tuple[list[str], list[str]]:
    """The content words of each side that the other side of the changes lacks."""
    first, second = (_contents(pair, k, changes, lex) for k in (0, 1))
    return [w for key, w in first.items() if key not in second], [
        w for key, w in second.items() if key not in first
    ]


def _alike(first: list[str], second: list[str]) -> bool:
    """Whether two lists of words are made of nearly the same letters."""
    alike = ratio("".join(first), "".join(second))
    return alike >= (ALIKE if len(first) == len(second) == 1 else FORMS)


def _contents(pair: Pair, index: int, changes: Sequence[Change], lex: Lexicon) -> dict[str, str]:
    """The content words of one side of changes: what each counts as -> the word."""
    found = {}
    for place in (place for change in changes for place in range(*change.ranges[index])):
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
