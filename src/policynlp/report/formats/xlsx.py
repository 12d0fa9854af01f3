"""A workbook for a policy desk: findings, all differences, clauses side by side, commitments, areas, files.

Heads stand in both languages, names of codes in the chosen one; each difference has its sentence in both.
"""

from collections.abc import Iterator

from policynlp import tables
from policynlp.records import Analysis, Comparison
from policynlp.report import Format
from policynlp.report.messages import INTERFACE, say
from policynlp.report.outline import Outline, Point, outline
from policynlp.report.pieces import visible
from policynlp.tables.workbook import Column, Line, Sheet, Value, as_xlsx

COMMITMENT = {
    "clause": 8, "place": 18, "force": 7, "force_name": 14, "action_name": 14, "phase_name": 12,
    "polarity_name": 10, "actor": 20, "object": 40, "condition_words": 24, "quantity_words": 18,
    "institution_names": 28, "place_words": 18, "area_names": 22, "marker": 18, "action_words": 18,
    "confidence": 9, "text": 70,
}  # fmt: skip
"""Columns of a sheet of commitments, of those in tables.TABLES -> their width."""


def _heads(told: Outline, **widths: int) -> list[Column]:
    """Columns by message key and width."""
    return [_head(told.language, f"sheet.{key}", width) for key, width in widths.items()]


def _sentences(told: Outline) -> list[Column]:
    """Columns of a difference's sentence: in the chosen language, then in the other."""
    other = next(each for each in INTERFACE if each != told.language)
    return [_head(told.language, key, 50) for key in ("sheet.sentence", f"sheet.in_{other}")]


def _head(language: str, key: str, width: int, *values: object) -> Column:
    """A column with its head in the chosen language, the other below."""
    other = next(each for each in INTERFACE if each != language)
    titles = dict.fromkeys(visible(say(key, each, *values)) for each in (language, other))
    return Column("\n".join(titles), width)


def _sheet_name(language: str, key: str, *values: object) -> str:
    return visible(say(f"sheet.{key}", language, *values))


def _per_document(told: Outline, *parts: tuple[str, int]) -> list[Column]:
    """Columns that every document has, document by document."""
    return [
        _head(told.language, f"sheet.{part}", width, called) for called in told.names for part, width in parts
    ]


def _findings(told: Outline) -> Sheet:
    """What a reader should know, the weightiest first."""
    columns = [*_heads(told, number=6, kind=13), *_sentences(told), *_heads(told, direction=16, decided=20)]
    rows: Iterator[Line] = (
        [number, each.kind, each.sentence, each.other, each.direction, each.decided, *_places(each)]
        for number, each in enumerate(told.findings, 1)
    )
    per_document = _per_document(told, ("place", 20), ("words", 40))
    return Sheet(_sheet_name(told.language, "findings"), [*columns, *per_document], rows, frozen=3)


def _places(point: Point) -> Iterator[str]:
    """Place and words of each document; of a clause that only one has, the clause."""
    for side in point.sides:
        yield from (side.place, side.words or side.value or side.text)


def _differences(told: Outline) -> Sheet:
    """Every difference of clauses and of documents, and what is shared, with the codes and whole texts."""
    columns = [
        *_heads(told, id=7, scope=10, kind=13, code=11, material=9, weight=8),
        *_sentences(told),
        *_heads(told, direction=16, decided=20, nearest=40),
    ]
    per_document = _per_document(told, ("place", 20), ("value", 18), ("words", 30), ("text", 60))
    rows: Iterator[Line] = (
        _difference(told, scope, each)
        for scope, points in (
            ("clauses", (*told.findings, *told.minor)),
            ("documents", told.documents_differ),
            ("common", told.common),
            ("rejected", told.rejected),
        )
        for each in points
    )
    return Sheet(_sheet_name(told.language, "differences"), [*columns, *per_document], rows, frozen=3)


def _difference(told: Outline, scope: str, point: Point) -> Line:
    sides = (each for side in point.sides for each in (side.place, side.value, side.words, side.text))
    return [
        point.id,
        told.say(f"sheet.of_{scope}"),
        point.kind,
        point.code,
        told.say("sheet.yes" if point.material else "sheet.no"),
        round(point.weight, 3),
        point.sentence,
        point.other,
        point.direction,
        point.decided,
        "\n".join(passage for side in point.sides for passage in side.nearest),
        *sides,
    ]


def _clauses(told: Outline) -> Sheet:
    """Every clause of every document once, side by side."""
    columns = _heads(told, number=6, relation=16, similarity=10, points=14)
    rows: Iterator[Line] = (
        [
            number,
            row.relation,
            row.similarity,
            ", ".join(row.points),
            *(each for cell in row.cells for each in cell),
        ]
        for number, row in enumerate(told.rows, 1)
    )
    per_document = _per_document(told, ("place", 20), ("text", 70))
    return Sheet(_sheet_name(told.language, "clauses"), [*columns, *per_document], rows, frozen=2)


def _commitments(told: Outline, called: str, analysis: Analysis) -> Sheet:
    """What one document commits to, in reading order."""
    language = told.language
    columns = [_head(language, f"commitment.{column}", width) for column, width in COMMITMENT.items()]
    rows: Iterator[Line] = (
        [_cell(row[column]) for column in COMMITMENT] for row in tables.commitments(analysis, language)
    )
    return Sheet(_sheet_name(language, "commitments", called), columns, rows, frozen=2)


def _cell(value: object) -> Value:
    """A value of a table: numbers as they are, all else as one text."""
    return value if isinstance(value, (int, float)) else visible(tables.cell(value))


def _areas(told: Outline) -> Sheet:
    """How many clauses of each document name an area, and their share."""
    rows: Iterator[Line] = (
        [told.say(f"area.{row.area}"), *(each for cell in row.cells for each in (cell.count, cell.percent))]
        for row in told.areas
    )
    columns = [_head(told.language, "sheet.area", 30), *_per_document(told, ("count", 16), ("share", 16))]
    return Sheet(_sheet_name(told.language, "areas"), columns, rows, frozen=1)


def _documents(told: Outline) -> Sheet:
    """What is known of each document and its file, and what made the comparison."""
    columns = [_head(told.language, "sheet.fact", 28), *(Column(called, 60) for called in told.names)]
    facts = [
        {"memo.title": head.title}
        | {fact.key: fact.value[told.language] for fact in head.facts}
        | ({"doc.restatement": told.say("sheet.yes")} if head.restatement else {})
        | {f"file.{key}": value for key, value in head.provenance}
        for head in told.heads
    ]
    keys = dict.fromkeys(key for each in facts for key in each)
    rows: list[Line] = [[told.say(key), *(visible(each.get(key, "")) for each in facts)] for key in keys]
    rows += [[told.say(key), value] for key, value in told.generator]
    return Sheet(_sheet_name(told.language, "documents"), columns, rows, frozen=1)


def render(comparison: Comparison, language: str) -> bytes:
    """An XLSX workbook; a text longer than a cell may be is cut, and says so."""
    told = outline(comparison, language)
    commitments = (
        _commitments(told, called, analysis)
        for called, analysis in zip(told.names, comparison.documents, strict=True)
    )
    sheets = [
        _findings(told),
        _differences(told),
        _clauses(told),
        *commitments,
        _areas(told),
        _documents(told),
    ]
    return as_xlsx(
        sheets, title=told.title, cut=lambda shown, whole: say("sheet.cut", language, shown, whole)
    )


FORMAT = Format(".xlsx", render)
