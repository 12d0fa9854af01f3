"""Places that show the same pair made one term."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from policynlp.records import Analysis
from policynlp.tables.columns import Kind, Row, ordered
from policynlp.tables.named import name
from policynlp.terminology.finding import SURE, key
from policynlp.terminology.records import Shown, Term

COLUMNS: Mapping[str, Kind] = ordered(
    "term term_language gloss gloss_language count documents methods method_names confidence evidence",
    whole="count",
    real="confidence",
    list="documents methods method_names evidence",
)
"""Columns of ``rows``."""

Languages = tuple[str, str]


def bracketed(analysis: Analysis) -> Iterator[tuple[Languages, Shown]]:
    """The pairs that a text gives in brackets, Korean first."""
    own = analysis.document.id
    for pair in analysis.glossary:
        sides = [
            (pair.term, pair.term_language, pair.spans[0]),
            (pair.gloss, pair.gloss_language, pair.spans[1]),
        ]
        if pair.gloss_language == "ko" != pair.term_language:
            sides.reverse()
        (term, first, at), (gloss, second, there) = sides
        yield (first, second), Shown("bracket", term, gloss, (own, own), (at, there), SURE["bracket"])


def merged(found: Iterable[tuple[Languages, Shown]]) -> list[Term]:
    """One term for each pair, however often and wherever shown: the most shown first, then by spelling."""
    groups: dict[tuple[Languages, str, str], list[Shown]] = defaultdict(list)
    for languages, shown in found:
        groups[languages, key(shown.term), key(shown.gloss)].append(shown)
    terms = [_term(languages, shown) for (languages, _, _), shown in groups.items()]
    return sorted(terms, key=lambda one: (-len(one.shown), one.term, one.gloss))


def _term(languages: Languages, shown: Sequence[Shown]) -> Term:
    return Term(
        term=_commonest(one.term for one in shown),
        term_language=languages[0],
        gloss=_commonest(one.gloss for one in shown),
        gloss_language=languages[1],
        shown=tuple(shown),
        confidence=max(one.confidence for one in shown),
    )


def _commonest(spellings: Iterable[str]) -> str:
    """The spelling that is found most, of equals the first."""
    return Counter(spellings).most_common(1)[0][0]


def rows(terms: Iterable[Term], language: str = "en") -> Iterator[Row]:
    """One row a term; ``evidence`` has ``mou.ko:c16`` for a bracket, ``mou.ko:c16=mou.en:c16`` for a link."""
    for term in terms:
        methods = tuple(dict.fromkeys(one.method for one in term.shown))
        yield {
            "term": term.term,
            "term_language": term.term_language,
            "gloss": term.gloss,
            "gloss_language": term.gloss_language,
            "count": len(term.shown),
            "documents": tuple(dict.fromkeys(id for one in term.shown for id in one.documents)),
            "methods": methods,
            "method_names": tuple(name("method", method, language) for method in methods),
            "confidence": round(term.confidence, 3),
            "evidence": tuple(dict.fromkeys(map(where, term.shown))),
        }


def where(shown: Shown) -> str:
    """The clauses that show a pair."""
    first, second = (f"{id}:{span.clause}" for id, span in zip(shown.documents, shown.spans, strict=True))
    return first if shown.method == "bracket" else f"{first}={second}"
