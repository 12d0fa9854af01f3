"""Small analyses made by hand: a document of given clauses, and what one link between two texts gives."""

from collections.abc import Mapping, Sequence

from policynlp.comparison import compare
from policynlp.records import (
    Analysis,
    Clause,
    Commitment,
    Comparison,
    Difference,
    Document,
    Link,
    Mention,
    Source,
    Span,
)

SOURCE = Source("made.txt", "text", "0" * 64, 1)


def document(
    texts: Sequence[str],
    language: str = "en",
    *,
    id: str = "a",
    title: str = "",
    metadata: Mapping[str, str] | None = None,
    mentions: Sequence[Mention] = (),
    commitments: Sequence[Commitment] = (),
    clauses: Sequence[Clause] | None = None,
) -> Analysis:
    """An analysis whose clauses c1, c2, … hold the given texts."""
    made, at = [], 0
    for number, text in enumerate(texts, 1):
        made.append(Clause(f"c{number}", text, at, at + len(text), language))
        at += len(text) + 1
    whole = Document(id, title or id, language, "\n".join(texts), SOURCE, metadata=metadata or {})
    return Analysis(whole, tuple(clauses or made), tuple(commitments), tuple(mentions))


def mention(kind: str, value: str, clause: str, text: str, words: str, **attributes: str) -> Mention:
    """A mention of ``words`` in the clause ``clause``, whose text is ``text``."""
    start = text.index(words)
    return Mention(kind, value, words, Span(clause, start, start + len(words)), attributes=attributes)  # type: ignore[arg-type]


def linked(a: Sequence[str], b: Sequence[str], language: str = "en", *, moved: bool = False) -> Comparison:
    """All clauses of ``a`` in one link with all of ``b``."""
    sides = document(a, language, id="a"), document(b, language, id="b")
    link = Link(tuple(range(len(a))), tuple(range(len(b))), 1.0, moved=moved)
    return compare(sides, [link], nearest=[{}, {}], generator={})


def found(comparison: Comparison, kind: str) -> list[Difference]:
    """The material differences of one kind."""
    return [d for d in comparison.differences if d.kind == kind and d.material]


def words(comparison: Comparison, difference: Difference) -> tuple[str, str]:
    """The words that a difference points at, for each side."""
    first, second = (
        " | ".join(side.clause(span.clause).text[span.start : span.end] for span in spans)
        for side, spans in zip(comparison.documents, difference.spans, strict=True)
    )
    return first, second
