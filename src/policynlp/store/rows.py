"""Records to rows and back. Lists and maps travel as JSON text; keys stay in a fixed order."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from typing import Any

from policynlp.records import (
    Analysis,
    Aside,
    Block,
    Clause,
    Commitment,
    Counterparts,
    Document,
    Fact,
    GlossaryPair,
    Mention,
    Source,
    Span,
)
from policynlp.store.sketch import sketch

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """What the store knows of a document beside the document."""

    version: int
    """From 1."""
    newest: bool
    place: str
    """Whole path or address that it is read from again."""
    family: str
    """Id that the source was read under; its language versions add their language to it."""
    asked: str
    """What the reader was told about it."""
    stored: str
    """When this version was first stored, ISO 8601 in UTC."""


def encode(value: object) -> str:
    """JSON with letters kept as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def document_row(document: Document, analysed_by: str, lineage: Lineage) -> Row:
    """One row of ``documents``."""
    source = document.source
    return (
        *(document.id, document.title, document.language, document.text),
        *(source.location, source.format, source.encoding, source.sha256, source.size),
        analysed_by,
        encode([astuple(block) for block in document.blocks]),
        encode(document.offsets),
        encode(dict(document.metadata)),
        *(source.address, source.retrieved, source.standing, source.basis),
        encode([astuple(aside) for aside in document.asides]),
        *astuple(lineage),
    )


def document_of(row: Mapping[str, Any]) -> Document:
    """The document of a row, given by column."""
    return Document(
        **{name: row[name] for name in ("id", "title", "language", "text")},
        source=Source(**{field.name: row[field.name] for field in fields(Source)}),
        blocks=tuple(map(_block, json.loads(row["blocks"]))),
        offsets=tuple((here, there) for here, there in json.loads(row["offsets"])),
        metadata=json.loads(row["metadata"]),
        asides=tuple(Aside(*aside) for aside in json.loads(row["asides"])),
    )


def _block(row: Sequence[Any]) -> Block:
    start, end, kind, level, label, *later = row  # a store of version 1 knows no pages and cells
    page, cells = later or (0, ())
    return Block(start, end, kind, level, label, page, tuple(cells))


def clause_row(clause: Clause) -> Row:
    """One row of ``clauses``, without document and position."""
    return (
        *(clause.id, clause.text, clause.start, clause.end, clause.language, clause.kind, clause.label),
        *(encode(clause.path), clause.heading, clause.parent, clause.anchor),
    )


def clause_of(row: Row) -> Clause:
    """The clause of such a row."""
    id, text, start, end, language, kind, label, path, heading, parent, anchor = row
    return Clause(
        id, text, start, end, language, kind, label, tuple(json.loads(path)), heading, parent, anchor
    )


def commitment_row(commitment: Commitment) -> Row:
    """One row of ``commitments``, without document and position."""
    spans = {role: astuple(span) for role, span in sorted(commitment.spans.items())}
    values = {field.name: getattr(commitment, field.name) for field in fields(commitment)}
    return tuple((values | {"spans": encode(spans)}).values())


def commitment_of(row: Row) -> Commitment:
    """The commitment of such a row."""
    values = dict(zip((field.name for field in fields(Commitment)), row, strict=True))
    spans = {role: Span(*span) for role, span in json.loads(values["spans"]).items()}
    return Commitment(**(values | {"spans": spans}))


def mention_row(mention: Mention) -> Row:
    """One row of ``mentions``, without document and position."""
    span = mention.span
    return (
        *(mention.kind, mention.value, mention.text, span.clause, span.start, span.end),
        *(mention.confidence, encode(dict(mention.attributes))),
    )


def mention_of(row: Row) -> Mention:
    """The mention of such a row."""
    kind, value, text, clause, start, end, confidence, attributes = row
    return Mention(kind, value, text, Span(clause, start, end), confidence, json.loads(attributes))


def glossary_row(pair: GlossaryPair) -> Row:
    """One row of ``glossary``, without document and position."""
    return (
        *(pair.term, pair.term_language, pair.gloss, pair.gloss_language),
        encode([astuple(span) for span in pair.spans]),
    )


def glossary_of(row: Row) -> GlossaryPair:
    """The glossary pair of such a row."""
    term, term_language, gloss, gloss_language, spans = row
    first, second = json.loads(spans)
    return GlossaryPair(term, term_language, gloss, gloss_language, (Span(*first), Span(*second)))


def fact_row(fact: Fact) -> Row:
    """One row of ``facts``, without document and position."""
    return astuple(fact)


def fact_of(row: Row) -> Fact:
    """The fact of such a row."""
    return Fact(*row)


def counterparts_row(counterparts: Counterparts) -> Row:
    """One row of ``counterparts``."""
    first, second = counterparts.documents
    return first, second, encode(counterparts.pairs), encode(counterparts.alone), counterparts.basis


def counterparts_of(row: Row) -> Counterparts:
    """The counterparts of such a row."""
    first, second, pairs, alone, basis = row
    left, right = map(tuple, json.loads(alone))
    return Counterparts(
        documents=(first, second),
        pairs=tuple((tuple(one), tuple(other)) for one, other in json.loads(pairs)),
        alone=(left, right),
        basis=basis,
    )


def children(analysis: Analysis) -> Mapping[str, Sequence[Row]]:
    """Rows of every table that hangs under a document, with document id and position in front."""

    def numbered(rows: Iterable[Row]) -> list[Row]:
        return [(analysis.document.id, position, *row) for position, row in enumerate(rows)]

    return {
        "clauses": numbered(map(clause_row, analysis.clauses)),
        "commitments": numbered(map(commitment_row, analysis.commitments)),
        "mentions": numbered(map(mention_row, analysis.mentions)),
        "glossary": numbered(map(glossary_row, analysis.glossary)),
        "facts": numbered(map(fact_row, analysis.facts)),
        "sketches": numbered((one,) for one in sketch(clause.text for clause in analysis.clauses)),
    }
