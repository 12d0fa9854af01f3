"""Bodies named in a text: what the extraction found, and what looks like a body's name where words
changed."""

import re
from collections.abc import Iterator

from policynlp.comparison.lexicon import Lexicon, bare, lexicon
from policynlp.comparison.named import Named
from policynlp.comparison.pairs import Chars, Pair
from policynlp.comparison.texts import Side

JOINERS = frozenset(["of", "for", "and", "the", "on", "de", "du", "des", "&"])
"""Words inside English names."""
INSTRUMENT = re.compile(
    r"(?:['’]s)?(?:/GATT)?(?: \d{4})?(?: and the [A-Z][\w ]{0,40}?)? (?:[A-Z][\w-]+ ){0,2}"
    r"(?:Agreements?|Conventions?|Treat(?:y|ies)|Protocols?|Statutes?|Charters?|Rounds?|[Rr]ules|obligations|law)\b"
    r"|\s?(?:협정|협약|조약|헌장|규정|규칙|의정서)"
)
"""What stands behind a body's name inside that of an instrument."""
ARTICLES_OF = re.compile(
    r"\b(?:Articles(?: of Agreement)?|Agreement [Ee]stablishing|Treaty [Ee]stablishing) (?:of )?the $"
)
"""What stands before it."""
UNION = re.compile(
    r"^Member States|\b(?:customs|monetary|economic) union\b|\bAgreement$|\bfree trade area\b|관세동맹",
    re.IGNORECASE,
)
"""Ends of names that look like a body's and are a state of affairs or a text."""
PERSON = re.compile(
    r"(?:과학자|기술자|전문가|교수|학생)[·ㆍ, ]|^(?:연구원|조사단원|단원|직원|요원|임원)$|항공사$"
    r"|지정\s?공사$"
)
"""Persons and carriers whose names end like a body's: 연구원 beside scientists, 지정항공사."""
NOT_NAMES = frozenset(
    [
        "party",
        "parties",
        "participant",
        "participants",
        "agreement",
        "article",
        "chapter",
        "annex",
        "articles",
        "protocol",
    ]
)
"""Capitalised words of every agreement that name no body."""


def bodies(pair: Pair, index: int) -> list[Named]:
    """Bodies of a side: mentions by their canonical value, others by their name."""
    side = pair.sides[index]
    found = [
        Named(chars, mention.value, mention.attributes.get("role", ""))
        for mention in pair.mentions(index, "institution")
        if (chars := side.locate(mention.span)) and not _of_instrument(side, chars)
    ]
    lex = lexicon(side.language)
    if lex and pair.same_language:
        known = [n.chars for n in found]
        names = _english(side, lex) if lex.language == "en" else _korean(side, lex)
        land = [at for m in pair.mentions(index, "place") if (at := side.locate(m.span))]
        found += [
            n
            for n in names
            if not any(n.chars[0] < high and n.chars[1] > low for low, high in known)
            and not (lex.language == "en" and _plain(n, land, lex))
            and not any(_within(n.chars, at) for at in land)
            and not _of_instrument(side, n.chars)
        ]
    return found


def _of_instrument(side: Side, chars: Chars) -> bool:
    """Whether a name is only part of that of an instrument (the WTO Agreement on Safeguards) or of a person
    (과학자·연구원)."""
    if INSTRUMENT.match(side.text, chars[1]) or ARTICLES_OF.search(side.text, 0, chars[0]):
        return True
    words = side.text[slice(*chars)]
    if words in ("GATT", "State", "Fund", "Council", "Commission", "Union"):
        return True
    return UNION.search(words) is not None or PERSON.search(words) is not None


def _plain(name: Named, land: list[Chars], lex: Lexicon) -> bool:
    """English: whether a name is a mere head (the Fund), points to an article, or names countries."""
    words = name.value.split()
    if len(words) == 1 and words[0] in lex.bodies["heads"].split():
        return True
    headed = bool(set(words) & set(lex.bodies["heads"].split()))
    named = any(name.chars[0] < high and name.chars[1] > low for low, high in land)
    return words[0] in NOT_NAMES or (named and not headed)


def _within(inner: Chars, outer: Chars) -> bool:
    """Whether a name is (or ends with) the name of a place: the West Bank and Gaza Strip."""
    return (
        inner[1] <= outer[1] + len("'s")
        and inner[1] > outer[0]
        and (outer[1] - outer[0]) * 2 >= inner[1] - inner[0]
    )


def _english(side: Side, lex: Lexicon) -> Iterator[Named]:
    heads = frozenset(lex.bodies["heads"].replace("-", "").split())
    through = re.compile(r"\b(?:" + "|".join(lex.bodies["through"]) + r")(?: the)? $", re.IGNORECASE)
    at = 0
    while at < len(side.tokens):
        if not _capital(side, at):
            at += 1
            continue
        end = _name_end(side, at, heads)
        keys = [side.tokens[i].key for i in range(at, end)]
        introduced = bool(through.search(side.text[: side.tokens[at].start])) and not NOT_NAMES & set(keys)
        placed = any(key in lex.places["words"].split() for key in keys)
        if heads & set(keys) or (introduced and not placed):
            chars = side.chars(at, end)
            yield Named(chars, " ".join(keys))
        at = end


def _capital(side: Side, index: int) -> bool:
    word = side.tokens[index].text
    return word[:1].isupper() and word.lower() not in (
        "the",
        "a",
        "an",
        "this",
        "these",
        "each",
        "such",
        "any",
        "in",
        "to",
    )


def _name_end(side: Side, start: int, heads: frozenset[str]) -> int:
    """One past the last token of the capitalised name that begins at ``start``."""
    end = start + 1
    while end < len(side.tokens):
        if side.gap(end).strip(" &"):
            return end
        if _capital(side, end):
            end += 1
            continue
        after = end
        while (
            after < len(side.tokens)
            and side.tokens[after].text.lower() in JOINERS
            and not side.gap(after).strip()
        ):
            after += 1
        joined = [side.tokens[i].text.lower() for i in range(end, after)]
        if after == end or after >= len(side.tokens) or side.gap(after).strip() or not _capital(side, after):
            return end
        if "and" in joined and _complete(side, start, end, after, heads):
            return end
        end = after + 1
    return end


def _complete(side: Side, start: int, end: int, after: int, heads: frozenset[str]) -> bool:
    """Whether ``and`` parts two bodies: a head word before it and one after it."""
    before = any(side.tokens[i].key in heads for i in range(start, end))
    following = any(side.tokens[i].key in heads for i in range(after, min(after + 6, len(side.tokens))))
    return before and following


def _korean(side: Side, lex: Lexicon) -> Iterator[Named]:
    long = tuple(s for s in lex.bodies["suffixes"] if len(s) > 1)
    short = tuple(stem + s for s in lex.bodies["suffixes"] if len(s) == 1 for stem in lex.bodies["stems"])
    through = re.compile(r"^(?:을|를|과|와|의)?\s*(?:" + "|".join(lex.bodies["through"]) + ")")
    for index, token in enumerate(side.tokens):
        word = _trimmed(token.text, long + short, lex)
        after = side.text[token.start + len(word) :]
        named = word.endswith(long + short) and word not in long
        if named or (through.match(after) and _proper(word, lex)):
            low = _back(side, index, lex)
            yield Named(
                (side.tokens[low].start, token.start + len(word)),
                side.text[side.tokens[low].start : token.start + len(word)].replace(" ", ""),
            )


def _trimmed(word: str, suffixes: tuple[str, ...], lex: Lexicon) -> str:
    """A word without its particle; one that already ends like a body keeps its last letter."""
    return word if word.endswith(suffixes) else bare(word, lex)


def _proper(word: str, lex: Lexicon) -> bool:
    """Whether a word before 'through' may be a name: Latin capitals, or a country's or 국립 in front of
    it."""
    return word.isupper() or (word.startswith(tuple(lex.bodies["modifiers"])) and len(word) > 4)


def _back(side: Side, index: int, lex: Lexicon) -> int:
    """The first token of a Korean name: countries and 국립, 중앙 … before it belong to it."""
    low = index
    while low > 0 and not side.gap(low).strip() and side.tokens[low - 1].text in lex.bodies["modifiers"]:
        low -= 1
    return low
