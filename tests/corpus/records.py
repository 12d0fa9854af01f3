"""Small records that the tests of evaluate/ put together by hand."""

from policynlp.records import (
    Analysis,
    Clause,
    ClauseLink,
    Commitment,
    Comparison,
    Difference,
    Document,
    Mention,
    Source,
    Span,
)


def clause(id: str, text: str, language: str = "en") -> Clause:
    return Clause(id=id, text=text, start=0, end=len(text), language=language)


def analysis(id: str, *texts: str, commitments: tuple[Commitment, ...] = ()) -> Analysis:
    """A document whose clauses ``c1``, ``c2``, … are the texts."""
    language = id.split(".")[1]
    source = Source(location=id, format="text", sha256="", size=0)
    document = Document(id=id, title=id, language=language, text="\n".join(texts), source=source)
    clauses = tuple(clause(f"c{n}", text, language) for n, text in enumerate(texts, start=1))
    return Analysis(document=document, clauses=clauses, commitments=commitments)


def link(a: tuple[str, ...], b: tuple[str, ...]) -> ClauseLink:
    return ClauseLink(id="l", clauses=(a, b), similarity=1.0, relation="changed")


def words(place: Clause, text: str) -> Span:
    """The span of some words of a clause."""
    start = place.text.index(text)
    return Span(clause=place.id, start=start, end=start + len(text))


def difference(
    id: str,
    kind: str,
    clauses: tuple[tuple[str, ...], tuple[str, ...]],
    spans: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ()),
    values: tuple[str, str] = ("", ""),
) -> Difference:
    return Difference(
        id=id, kind=kind, link=None, clauses=clauses, spans=spans, values=values, summary={"en": "", "ko": ""}
    )


def comparison(
    first: Analysis, second: Analysis, *differences: Difference, whole: tuple[Difference, ...] = ()
) -> Comparison:
    return Comparison(documents=(first, second), links=(), differences=differences, documents_differ=whole)


def mention(kind: str, value: str, place: str) -> Mention:
    return Mention(kind=kind, value=value, text=value, span=Span(clause=place, start=0, end=1))  # type: ignore[arg-type]
