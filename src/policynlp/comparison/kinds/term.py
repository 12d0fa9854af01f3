"""Another term for one notion: safe, secure and trustworthy against trusted."""

from collections.abc import Iterator

from policynlp.comparison.findings import Finding, Kind, both
from policynlp.comparison.lexicon import Lexicon, bare, lexicon
from policynlp.comparison.pairs import Pair
from policynlp.comparison.phrasing import quote
from policynlp.comparison.worddiff import Change


def within(pair: Pair, explained: frozenset[int]) -> Iterator[Finding]:
    """Changed stretches that hold words of one family on both sides."""
    lex = lexicon(pair.language)
    if not pair.same_language or lex is None:
        return
    for number, change in enumerate(pair.changes):
        if number in explained or not _one_family(pair, change, lex):
            continue
        chars = pair.change_chars(0, change), pair.change_chars(1, change)
        texts = pair.sides[0].text[slice(*chars[0])], pair.sides[1].text[slice(*chars[1])]
        spans = pair.spans(0, chars[0]), pair.spans(1, chars[1])
        yield Finding(
            "differs",
            spans,
            texts,
            {"x": quote(texts[0]), "y": quote(texts[1])},
            explains=frozenset({number}),
        )


def _one_family(pair: Pair, change: Change, lex: Lexicon) -> bool:
    """Whether both sides of a stretch name the same notion in listed words, and nothing else of content."""
    families = []
    for index, side in enumerate(pair.sides):
        keys = [side.tokens[i].key for i in range(*change.ranges[index])]
        content = [k for k in keys if k not in lex.function]
        listed = {lex.terms.get(k) or lex.terms.get(bare(k, lex)) for k in content}
        families.append(listed)
    return (
        families[0] == families[1]
        and len(families[0]) == 1
        and None not in families[0]
        and families[0] != {"participants"}
    )


KIND = Kind(
    code="term",
    weight=0.55,
    messages={
        "differs": both(
            "{a} uses the term {x} where {b} uses {y}.",
            "{a}은(는) {x}, {b}은(는) {y}이라는(라는) 용어를 쓴다.",
        )
    },
    within=within,
)
