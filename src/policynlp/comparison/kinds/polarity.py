"""A provision turned round: shall against shall not, 할 수 있다 against 할 수 없다."""

from collections.abc import Iterator

from policynlp.comparison import commitments
from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.lexicon import Lexicon, bare, lexicon
from policynlp.comparison.markers import Marker, paired
from policynlp.comparison.pairs import Chars, Pair
from policynlp.comparison.phrasing import quote
from policynlp.comparison.texts import Side, Token
from policynlp.comparison.worddiff import Change

SHORT = 6
"""Words of a changed stretch up to which a word of denial in it turns what is said: ``refrain from any
measure to``."""


SHORT_APART = 3
"""The same where the documents were drafted apart."""
DENIALS = frozenset({"no", "not", "nor", "never", "neither", "without", "none"})
"""Words that deny what stands behind them."""
LIMITS = frozenset({"later", "less", "more", "fewer", "earlier", "longer"})
"""Words behind a ``no`` or ``not`` that sets a limit."""


def turned(pair: Pair, chars: tuple[Chars, Chars], negative: int | None, explains: frozenset[int]) -> Finding:
    """A finding that what one side says, the other denies; ``negative`` is the side that denies."""
    texts = tuple(side.text[low:high] for side, (low, high) in zip(pair.sides, chars, strict=True))
    return Finding(
        message={0: "first", 1: "second"}.get(-1 if negative is None else negative, "opposite"),
        spans=(pair.spans(0, chars[0]), pair.spans(1, chars[1])),
        values=(texts[0], texts[1]),
        fields={"x": quote(texts[0]), "y": quote(texts[1])},
        explains=explains,
    )


def by_markers(pair: Pair, lex: Lexicon) -> Iterator[Finding]:
    """Governing words of which one is negated."""
    for first, second, touched in paired(pair, lex):
        if first.negative == second.negative:
            continue
        denier, (index, other) = (0, (1, second)) if first.negative else (1, (0, first))
        if not _denies_otherwise(pair, index, other, lex):
            yield turned(pair, (first.chars, second.chars), denier, touched)


def _denies_otherwise(pair: Pair, index: int, yes: Marker, lex: Lexicon) -> bool:
    """English: whether a side that does not deny its verb denies in other changed words instead: shall not
    grant less, shall grant no less."""
    return lex.language == "en" and any(
        not yes.start <= token.start < yes.end for token in _denials(pair, index)
    )


def _denials(pair: Pair, index: int) -> Iterator[Token]:
    """English words of denial in the changed words of a side."""
    side = pair.sides[index]
    changed = (side.tokens[i] for change in pair.changes for i in range(*change.ranges[index]))
    return (token for token in changed if token.text.lower() in DENIALS)


def by_negations(pair: Pair, lex: Lexicon, seen: frozenset[int]) -> Iterator[Finding]:
    """English: a bare ``not``, ``no`` or ``never`` that only one side has."""
    for number, change in enumerate(pair.changes):
        if number in seen or change.size(0) + change.size(1) > (SHORT_APART if pair.apart else SHORT):
            continue
        has = [
            any(_denies(side, i, lex) for i in range(*change.ranges[k])) for k, side in enumerate(pair.sides)
        ]
        chars = _with_word(pair, change)
        if has[0] == has[1] or any(_denials(pair, 1 if has[0] else 0)):
            continue
        if all(low < high for low, high in chars):
            yield turned(pair, chars, 0 if has[0] else 1, frozenset({number}))


def _denies(side: Side, index: int, lex: Lexicon) -> bool:
    """Whether a word denies, rather than opens a limit: no later than."""
    after = side.tokens[index + 1].text.lower() if index + 1 < len(side.tokens) else ""
    number = after[:1].isdigit() and side.tokens[index].text.lower() == "no"
    return side.tokens[index].text.lower() in lex.negations and after not in LIMITS and not number


def _with_word(pair: Pair, change: Change) -> tuple[Chars, Chars]:
    """A change; where one side has no word there, with the word that it denies (else the one before)."""
    (a0, a1), (b0, b1) = change.ranges
    if not (change.size(0) and change.size(1)):
        if a1 < len(pair.sides[0].tokens) and b1 < len(pair.sides[1].tokens):
            a1, b1 = a1 + 1, b1 + 1
        else:
            a0, b0 = max(a0 - 1, 0), max(b0 - 1, 0)
    return pair.sides[0].chars(a0, a1), pair.sides[1].chars(b0, b1)


def by_opposites(pair: Pair, lex: Lexicon, seen: frozenset[int]) -> Iterator[Finding]:
    """One word exchanged for its opposite."""
    for number, change in enumerate(pair.changes):
        if number in seen or change.size(0) != 1 or change.size(1) != 1:
            continue
        words = tuple(side.tokens[change.ranges[k][0]].key for k, side in enumerate(pair.sides))
        if _opposite(words[0], words[1], lex):
            chars = pair.change_chars(0, change), pair.change_chars(1, change)
            yield turned(pair, chars, None, frozenset({number}))


def _opposite(first: str, second: str, lex: Lexicon) -> bool:
    """Whether two words are listed as opposites; Korean ones with the same ending."""
    if lex.language == "en":
        return (first, second) in lex.opposites
    stems = bare(first, lex), bare(second, lex)
    return any(
        a in stems[0] and b in stems[1] and stems[0].replace(a, "", 1) == stems[1].replace(b, "", 1)
        for a, b in lex.opposites
    )


def across(pair: Pair) -> Iterator[Finding]:
    """Across languages: commitments at the same place of which one is negated or denied."""
    for first, second in commitments.matched(pair):
        words = commitments.evidence(pair, 0, first), commitments.evidence(pair, 1, second)
        positive = first.polarity == "positive", second.polarity == "positive"
        if positive[0] != positive[1] and words[0] and words[1]:
            yield turned(pair, (words[0], words[1]), 1 if positive[0] else 0, frozenset())


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Differences of polarity in one link."""
    lex = lexicon(pair.language)
    if not pair.same_language:
        yield from across(pair)
    if not pair.same_language or lex is None:
        return
    found = list(by_markers(pair, lex))
    denied = (touched for first, second, touched in paired(pair, lex) if first.negative and second.negative)
    seen = frozenset().union(*denied, *(finding.explains for finding in found))
    found += by_opposites(pair, lex, seen)
    seen = frozenset().union(seen, *(finding.explains for finding in found))
    yield from [*found, *by_negations(pair, lex, seen)]


KIND = Kind(
    code="polarity",
    weight=0.9,
    messages={
        "first": both(
            "{a} says no ({x}) where {b} says yes ({y}).", "{a}은(는) 부정하고({x}), {b}은(는) 긍정한다({y})."
        ),
        "second": both(
            "{a} says yes ({x}) where {b} says no ({y}).", "{a}은(는) 긍정하고({x}), {b}은(는) 부정한다({y})."
        ),
        "opposite": both(
            "{a} and {b} say the opposite: {x} against {y}.",
            "{a}과(와) {b}은(는) 서로 반대로 말한다: {x} 대 {y}.",
        ),
    },
    within=within,
)
