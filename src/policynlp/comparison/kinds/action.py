"""What is to be done: develop against advance, 촉진 against 검토; class of action and its phase."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policynlp.comparison import commitments
from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.lexicon import Lexicon, bare, lexicon
from policynlp.comparison.noise import reworded, stem
from policynlp.comparison.pairs import Chars, Pair
from policynlp.comparison.phrasing import quote
from policynlp.comparison.texts import Side, Token
from policynlp.comparison.worddiff import Change
from policynlp.records import Bilingual, Commitment

CLASSES: Mapping[str, Bilingual] = {
    "explore": both("explore", "모색"),
    "consult": both("consult", "협의"),
    "exchange": both("exchange", "교환"),
    "coordinate": both("cooperate", "협력"),
    "support": both("support", "지원"),
    "advocate": both("advocate", "주창"),
    "develop": both("develop", "개발·수립"),
    "implement": both("implement", "이행"),
    "advance": both("advance", "발전"),
    "strengthen": both("strengthen", "강화"),
    "maintain": both("maintain", "유지"),
    "fund": both("fund", "재정 지원"),
    "legislate": both("legislate", "규율"),
    "standardise": both("standardise", "표준화"),
    "protect": both("protect", "보호"),
    "refrain": both("refrain", "자제"),
    "other": both("another action", "그 밖의 행위"),
}
PHASES: Mapping[str, Bilingual] = {
    "explore": both("explore", "모색"),
    "initiate": both("initiate", "착수"),
    "promote": both("promote", "촉진"),
    "advance": both("advance", "심화"),
    "implement": both("implement", "이행"),
    "complete": both("complete", "완료"),
    "maintain": both("maintain", "유지"),
}
BEFORE_VERB = frozenset(
    ["shall", "will", "may", "must", "should", "can", "could", "would", "might", "to", "not", "and", "or"]
)
"""English words after which a verb may stand."""
BEFORE_NOUN = frozenset(
    ["a", "an", "the", "any", "this", "such", "its", "their", "of", "for", "in", "by", "with", "other"]
)
"""English words after which the base form of a verb is a noun: any form, of aid."""
ADJECTIVAL = frozenset(["한", "된", "함", "할", "하게"])
"""Korean endings that adjectives have too: two unlisted stems before them need be no actions."""
UNCLASSED = frozenset({"", "other"})
"""Classes that put no two verbs together."""
BE = frozenset({"be", "been", "being", "is", "are", "was", "were"})
"""Forms before which an English verb is passive."""
SLIP = 5
"""Letters from which words that differ in the last are one word misspelt."""
NO_VERBS = frozenset({"appropriate", "safeguard", "secure", "complete", "found", "benchmark", "level"})
"""English words of verbs' form that are verbs only where a verb must stand: appropriate measures."""
STEM = 2
"""Syllables of most Sino-Korean stems."""
STRETCH = 6
"""Words of a changed stretch beyond which its verbs are no longer matched by place alone."""


@dataclass(frozen=True, slots=True)
class Act:
    """An action word in changed words."""

    chars: Chars
    base: str
    action: str
    phase: str

    @property
    def key(self) -> str:
        """Class and phase; for a word that has neither, the word."""
        return f"{self.action}/{self.phase}" if self.action not in UNCLASSED else self.base


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Differences of action in one link."""
    lex = lexicon(pair.language)
    if not pair.same_language:
        yield from across(pair)
    if not pair.same_language or lex is None:
        return
    for number, change in enumerate(pair.changes):
        acts = _english(pair, change, lex) if lex.language == "en" else _korean(pair, change, lex)
        for first, second in acts:
            known = bool(first.action or second.action)
            if _varied(pair, first, second, lex):
                continue
            if differ(first, second, lex) and (known or not reworded(pair, change)):
                yield report(pair, first, second, frozenset({number}))


def across(pair: Pair) -> Iterator[Finding]:
    """Across languages: commitments at the same place whose class and phase both differ."""
    for first, second in commitments.matched(pair, inherited=True):
        acts = _read(pair, 0, first), _read(pair, 1, second)
        if acts[0] and acts[1] and acts[0].action != acts[1].action and acts[0].phase != acts[1].phase:
            yield report(pair, acts[0], acts[1], frozenset())


def _read(pair: Pair, index: int, commitment: Commitment) -> Act | None:
    """The action of a commitment whose words lie in the pair and whose class and phase are known."""
    span = commitment.spans.get("action")
    chars = pair.sides[index].locate(span) if span else None
    if chars is None or not commitment.phase or commitment.action in UNCLASSED:
        return None
    return Act(chars, commitment.action, commitment.action, commitment.phase)


def differ(first: Act, second: Act, lex: Lexicon) -> bool:
    """Whether two acts are of different class or phase; opposites are a matter of polarity."""
    if (first.base, second.base) in lex.opposites or _one_word(first.base, second.base):
        return False
    if first.action == second.action and first.action in UNCLASSED:
        return first.base != second.base
    return (first.action, first.phase) != (second.action, second.phase)


def _one_word(first: str, second: str) -> bool:
    """Whether two long words differ by a slip of the pen: grand, grant."""
    return len(first) == len(second) >= SLIP and first[:-1] == second[:-1]


def _varied(pair: Pair, first: Act, second: Act, lex: Lexicon) -> bool:
    """Whether texts drafted apart use two verbs for one another, or one of them in the passive."""
    if not pair.apart:
        return False
    acts = (first, second)
    return (
        frozenset((first.base, second.base)) in lex.alike
        or _passive(pair.sides[0], first) != _passive(pair.sides[1], second)
        or any(_said(pair.sides[1 - k], acts[1 - k], act.base, lex) for k, act in enumerate(acts))
        or (lex.language == "en" and not (first.phase and second.phase and first.phase != second.phase))
        or (lex.language == "en" and not all(_governs(s, a) for s, a in zip(pair.sides, acts, strict=True)))
    )


def _said(side: Side, but: Act, base: str, lex: Lexicon) -> bool:
    """Whether a side has an action word besides (or inside) the one that seems to stand in its place."""
    if lex.language == "ko":
        return base in side.text
    others = (token.key for token in side.tokens if token.start != but.chars[0])
    return any(lex.actions.get(key, ("",))[0] == base or stem(key, lex) == stem(base, lex) for key in others)


def _governs(side: Side, act: Act) -> bool:
    """Whether an English verb stands where a verb must."""
    at = side.token_at(act.chars[0])
    ing = side.tokens[at].key.endswith("ing")
    return ing or (at > 0 and side.tokens[at - 1].key in BEFORE_VERB | BE)


def _passive(side: Side, act: Act) -> bool:
    """Whether an English verb follows a form of ``be``."""
    at = side.token_at(act.chars[0]) - 1
    return at >= 0 and side.tokens[at].key in BE


def report(pair: Pair, first: Act, second: Act, explains: frozenset[int], factor: float = 1.0) -> Finding:
    """One action against another, with their phases where both show one and they differ."""
    words = pair.sides[0].text[slice(*first.chars)], pair.sides[1].text[slice(*second.chars)]
    message, names = "other", ("", "")
    if first.phase and second.phase and first.phase != second.phase:
        message, names = "phase", (first.phase, second.phase)
    elif first.action and second.action and first.action != second.action:
        message, names = "class", (first.action, second.action)
    listed = PHASES if message == "phase" else CLASSES
    return Finding(
        message=message,
        spans=(pair.spans(0, first.chars), pair.spans(1, second.chars)),
        values=words,
        fields={"x": called(words[0], listed.get(names[0])), "y": called(words[1], listed.get(names[1]))},
        explains=explains,
        factor=factor,
        keys=(first.key, second.key),
    )


def called(words: str, name: Bilingual | None) -> Bilingual:
    """The words of an action, and behind them the name of its phase or class, unless that is the same."""
    quoted = quote(words)
    if not name:
        return quoted
    return {
        code: said if words.casefold() == name[code] else f"{said} ({name[code]})"
        for code, said in quoted.items()
    }


def _english(pair: Pair, change: Change, lex: Lexicon) -> Iterator[tuple[Act, Act]]:
    """Verbs (and nouns of action) exchanged inside one stretch."""
    known = [
        [_act(side, i, lex) for i in range(*change.ranges[k]) if _is_act(side, i, lex)]
        for k, side in enumerate(pair.sides)
    ]
    if known[0] and len(known[0]) == len(known[1]) and max(change.size(0), change.size(1)) <= STRETCH:
        alone = change.size(0) == change.size(1) == 1
        yield from (acts for acts in zip(*known, strict=True) if alone or _same_form(pair, *acts))
    elif change.size(0) == change.size(1) == 1 and _verbs(pair, change, bool(known[0] or known[1])):
        yield _act(pair.sides[0], change.a[0], lex), _act(pair.sides[1], change.b[0], lex)


def _same_form(pair: Pair, first: Act, second: Act) -> bool:
    """Whether two English verbs have one ending: developing and advancing, but not secure and working."""
    words = (pair.sides[0].text[slice(*first.chars)], pair.sides[1].text[slice(*second.chars)])
    return len({next((end for end in ("ing", "ed") if word.endswith(end)), "") for word in words}) == 1


def _is_act(side: Side, index: int, lex: Lexicon) -> bool:
    """Whether a word is a listed action: no noun of that form (any form), no part of a name in capitals."""
    word = side.tokens[index]
    base = word.key == lex.actions.get(word.key, ("",))[0]
    if base and index and side.tokens[index - 1].key in BEFORE_NOUN:
        return False
    if word.key in NO_VERBS and not (index and side.tokens[index - 1].key in BEFORE_VERB):
        return False
    opens = index == 0 or bool(side.gap(index).strip(" ,"))
    return word.key in lex.actions and (word.text[:1].islower() or opens)


def _act(side: Side, index: int, lex: Lexicon) -> Act:
    token = side.tokens[index]
    base, action, phase = lex.actions.get(token.key, (token.key, "", ""))
    return Act((token.start, token.end), base, action, phase)


def _verbs(pair: Pair, change: Change, known: bool) -> bool:
    """Whether two words that no table knows stand where verbs stand: after a modal, or after ``to`` if one
    is known."""
    words = [side.tokens[change.ranges[k][0]] for k, side in enumerate(pair.sides)]
    at = change.a[0] - 1
    while at > 0 and pair.sides[0].tokens[at].key.endswith("ly"):
        at -= 1
    before = pair.sides[0].tokens[at].key if at >= 0 else ""
    if any(not word.text.islower() or not word.text.isalpha() for word in words):
        return False
    ing = all(word.text.endswith("ing") for word in words)
    return (before in BEFORE_VERB - {"to", "and", "or"}) or (known and (before in BEFORE_VERB or ing))


def _korean(pair: Pair, change: Change, lex: Lexicon) -> Iterator[tuple[Act, Act]]:
    """Stems exchanged inside words that otherwise agree, or verbs exchanged inside one stretch."""
    if change.size(0) == change.size(1):
        for i, j in zip(range(*change.a), range(*change.b), strict=True):
            acts = _stems(pair, i, j, lex)
            if acts:
                yield acts
        return
    known = [
        [act for i in range(*change.ranges[k]) for act in _verb(side, i, lex)]
        for k, side in enumerate(pair.sides)
    ]
    if known[0] and known[1] and max(change.size(0), change.size(1)) <= STRETCH:
        first, second = known[0][0], known[1][0]
        if _finite(pair.sides[0], first, lex) == _finite(pair.sides[1], second, lex):
            yield first, second


def _finite(side: Side, act: Act, lex: Lexicon) -> bool:
    """Whether a Korean action stem has a verbal ending, rather than a particle."""
    return side.text[act.chars[1] :].lstrip().startswith(lex.verbal)


def _stems(pair: Pair, i: int, j: int, lex: Lexicon) -> tuple[Act, Act] | None:
    """The action stems by which two words differ, or two unknown stems under the same verbal ending."""
    tokens = pair.sides[0].tokens[i], pair.sides[1].tokens[j]
    first, second = tokens[0].text, tokens[1].text
    for a in _listed(first, lex):
        for b in _listed(second, lex):
            exchanged = first[slice(*a)] != second[slice(*b)]
            if (
                exchanged
                and first[: a[0]] == second[: b[0]]
                and (first[a[1] :] == second[b[1] :] or a[0] == b[0] == 0)
            ):
                return _at(tokens[0].start, first, a, lex), _at(tokens[1].start, second, b, lex)
    acts = _half_listed(tokens, lex)
    if acts and all(_ends(side, k, lex) for side, k in zip(pair.sides, (i, j), strict=True)):
        return acts
    x, y = _verbal(first, lex), _verbal(second, lex)
    if x and y and first[x:] == second[y:] and min(x, y) >= 2 and first[x:] not in ADJECTIVAL:
        return _at(tokens[0].start, first, (0, x), lex), _at(tokens[1].start, second, (0, y), lex)
    return None


def _ends(side: Side, index: int, lex: Lexicon) -> bool:
    """Whether a Korean word has an ending or closes its phrase, rather than qualifying a noun (법적 절차)."""
    word = side.tokens[index].text
    return (
        bare(word, lex) != word
        or _verbal(word, lex) > 0
        or bool(side.gap(index + 1).strip(" "))
        or (index + 1 == len(side.tokens))
    )


def _half_listed(tokens: tuple[Token, Token], lex: Lexicon) -> tuple[Act, Act] | None:
    """A listed stem exchanged for two syllables that no table knows, in words that otherwise agree; not one
    that only qualifies a noun (시행약정)."""
    first, second = tokens[0].text, tokens[1].text
    if len(first) != len(second):
        return None
    for one in (first, second):
        for low, high in _listed(one, lex):
            rest = first[:low] == second[:low] and first[high:] == second[high:]
            governs = not one[high:] or one[high:] in lex.particles or one.startswith(lex.verbal, high)
            if rest and governs and high - low == STEM and first[low] != second[low]:
                return _at(tokens[0].start, first, (low, high), lex), _at(
                    tokens[1].start, second, (low, high), lex
                )
    return None


def _listed(word: str, lex: Lexicon) -> list[tuple[int, int]]:
    """Places in a word where an action stem of two or more syllables stands, longest first."""
    found = [
        (i, j) for i in range(len(word)) for j in range(len(word), i + 1, -1) if word[i:j] in lex.actions
    ]
    return sorted(found, key=lambda place: (place[0] - place[1], place[0]))


def _verbal(word: str, lex: Lexicon) -> int:
    """Where the verbal ending of a word begins (촉진|한다); 0 where it has none."""
    places = (
        i for i in range(2, len(word)) if word.startswith(lex.verbal, i) and not word.startswith("하에", i)
    )
    return next(places, 0)


def _verb(side: Side, index: int, lex: Lexicon) -> Iterator[Act]:
    """The action of one word, if it is a listed stem with a verbal ending, or with a particle and no other
    word."""
    token = side.tokens[index]
    noun = bare(token.text, lex)
    at = len(noun) if noun in lex.actions else _verbal(token.text, lex)
    if at and token.text[:at] in lex.actions:
        yield _at(token.start, token.text, (0, at), lex)


def _at(offset: int, word: str, place: tuple[int, int], lex: Lexicon) -> Act:
    stem = word[slice(*place)]
    base, action, phase = lex.actions.get(stem, (stem, "", ""))
    return Act((offset + place[0], offset + place[1]), base, action, phase)


KIND = Kind(
    code="action",
    weight=0.87,
    messages={
        "phase": both(
            "The two are at different stages: {a} says {x}, {b} says {y}.",
            "{a}은(는) {x}을(를), {b}은(는) {y}을(를) 말하여 행위의 단계가 다르다.",
        ),
        "class": both(
            "The action differs: {a} says {x}, {b} says {y}.",
            "{a}은(는) {x}을(를), {b}은(는) {y}을(를) 말하여 행위가 다르다.",
        ),
        "other": both(
            "The action differs: {a} says {x}, {b} says {y}.",
            "{a}은(는) {x}을(를), {b}은(는) {y}을(를) 말하여 행위가 다르다.",
        ),
    },
    within=within,
)
