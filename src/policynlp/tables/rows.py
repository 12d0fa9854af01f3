"""Rows of documents, clauses, mentions, glossary pairs and facts."""

from collections.abc import Iterator

from policynlp.records import Analysis, Clause
from policynlp.tables.columns import Row
from policynlp.tables.named import name, value_name


def place(clause: Clause) -> str:
    """Headings above a clause and numbers down to its own: ``II. Scope › 1 › (a)``; its label without any."""
    return " › ".join(clause.path) or clause.label


def documents(analysis: Analysis) -> Iterator[Row]:
    """The one row of a document."""
    document, source = analysis.document, analysis.document.source
    yield {
        "document": document.id,
        "title": document.title,
        "language": document.language,
        "standing": source.standing,
        "format": source.format,
        "location": source.location,
        "address": source.address,
        "retrieved": source.retrieved,
        "sha256": source.sha256,
        "bytes": source.size,
        "pages": max((block.page for block in document.blocks), default=0),
        "characters": len(document.text),
        "clauses": len(analysis.clauses),
        "commitments": sum(not (one.lead_in or one.purpose) for one in analysis.commitments),
        "mentions": len(analysis.mentions),
        "metadata": dict(document.metadata),
    }


def clauses(analysis: Analysis) -> Iterator[Row]:
    """Every clause in reading order; ``start`` and ``end`` are offsets in the document's text."""
    for clause in analysis.clauses:
        yield {
            "document": analysis.document.id,
            "clause": clause.id,
            "place": place(clause),
            "label": clause.label,
            "heading": clause.heading,
            "kind": clause.kind,
            "language": clause.language,
            "page": analysis.document.page(clause.start),
            "parent": clause.parent or "",
            "anchor": clause.anchor,
            "start": clause.start,
            "end": clause.end,
            "text": clause.text,
        }


def mentions(analysis: Analysis, language: str = "en") -> Iterator[Row]:
    """Every mention in reading order; ``start`` and ``end`` are offsets in the clause's text."""
    places = {clause.id: place(clause) for clause in analysis.clauses}
    for mention in analysis.mentions:
        yield {
            "document": analysis.document.id,
            "clause": mention.span.clause,
            "place": places[mention.span.clause],
            "kind": mention.kind,
            "kind_name": name("mention", mention.kind, language),
            "value": mention.value,
            "name": value_name(mention.kind, mention.value, language),
            "text": mention.text,
            "start": mention.span.start,
            "end": mention.span.end,
            "confidence": round(mention.confidence, 3),
            "attributes": dict(mention.attributes),
        }


def glossary(analysis: Analysis) -> Iterator[Row]:
    """Every pair that the text itself gives in brackets; offsets are in the clause's text."""
    places = {clause.id: place(clause) for clause in analysis.clauses}
    for pair in analysis.glossary:
        term, gloss = pair.spans
        yield {
            "document": analysis.document.id,
            "clause": term.clause,
            "place": places[term.clause],
            "term": pair.term,
            "term_language": pair.term_language,
            "gloss": pair.gloss,
            "gloss_language": pair.gloss_language,
            "term_start": term.start,
            "term_end": term.end,
            "gloss_start": gloss.start,
            "gloss_end": gloss.end,
        }


def facts(analysis: Analysis, language: str = "en") -> Iterator[Row]:
    """Every fact of the document as a whole; ``start`` and ``end`` are offsets in its text."""
    for fact in analysis.facts:
        yield {
            "document": analysis.document.id,
            "kind": fact.kind,
            "kind_name": name("fact", fact.kind, language),
            "value": fact.value,
            "detail": fact.detail,
            "text": " ".join(fact.text.split()),
            "start": fact.start,
            "end": fact.end,
            "page": analysis.document.page(fact.start),
            "confidence": round(fact.confidence, 3),
        }
