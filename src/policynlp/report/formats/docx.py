"""A memo to hand on: findings with quotations, the weightiest differences in both wordings, annexes."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from policynlp.records import Comparison
from policynlp.report import Format, word
from policynlp.report.outline import Outline, Point, outline
from policynlp.report.pieces import visible

if TYPE_CHECKING:
    from docx.document import Document

FINDINGS = 15
"""Findings told with their quotations: what a reader takes in; the rest are counted."""
ABREAST = 3
"""Documents that stand side by side: of more, columns would be narrower than four centimetres."""
WEIGHTIEST = 10
"""Differences in the table of wordings."""
PORTRAIT = word.A4[0] - 2 * word.MARGIN
LANDSCAPE = word.A4[1] - 2 * word.MARGIN
"""Centimetres of text across a page."""


def render(comparison: Comparison, language: str) -> bytes:
    """A DOCX memo."""
    told = outline(comparison, language)
    document = word.blank(told.title, language)
    word.aside(document, told.say("memo.kicker"))
    document.add_heading(told.title, 0)
    _compared(document, told)
    _findings(document, told)
    _weightiest(document, told)
    _list(document, told.say("ui.common"), told.common)
    _list(document, told.say("memo.documents"), told.documents_differ)
    _list(document, told.say("review.rejected_title"), told.rejected)
    _unmet(document, told)
    _clauses(document, told)
    _provenance(document, told)
    return word.content(document)


def _compared(document: "Document", told: Outline) -> None:
    """Title, kind, date, parties and standing of each document, with what to bear in mind."""
    document.add_heading(told.say("memo.compared"), 1)
    keys = dict.fromkeys(fact.key for head in told.heads for fact in head.facts)
    facts = [{fact.key: fact.value[told.language] for fact in head.facts} for head in told.heads]
    rows = [
        _beside(told, _line(told.say("memo.title")), _line(*(visible(head.title) for head in told.heads)))
    ]
    for key in keys:
        values = _line(*(visible(each.get(key, "")) for each in facts))
        rows.append(_beside(told, _line(told.say(key)), values))
    word.table(document, ["", *_columns(told)], rows, _widths(told, PORTRAIT, 2.6))
    for name, head in zip(told.names, told.heads, strict=True):
        note = head.note.get(told.language, "")
        restated = told.say("doc.restatement") + ". " if head.restatement else ""
        if restated or note:
            word.aside(document, f"{name}: {restated}{visible(note)}")


def _findings(document: "Document", told: Outline) -> None:
    """Numbered sentences, each with the words of every document."""
    from docx.shared import Pt

    document.add_heading(told.say("ui.findings"), 1)
    document.add_paragraph(told.lede)
    for point in told.findings[:FINDINGS]:
        paragraph = document.add_paragraph(style="List Number")
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(9)
        paragraph.paragraph_format.space_after = Pt(3)
        paragraph.add_run(point.sentence).bold = True
        if point.direction:
            paragraph.add_run(f" ({point.direction})")
        if point.decided:
            paragraph.add_run(f" [{point.decided}]").italic = True
        for text in _quotations(told, point):
            word.aside(document, text, indent=1.0)
    if len(told.findings) > FINDINGS:
        document.add_paragraph(told.say("memo.more", len(told.findings) - FINDINGS))
    if told.minor:
        document.add_paragraph(told.say("memo.minor", len(told.minor)))


def _quotations(told: Outline, point: Point) -> Iterator[str]:
    """What each document says, or that it is silent and what comes nearest."""
    for side in point.sides:
        yield from (f"{side.name}, {where}: “{words}”" for where, words in side.quotes)
        if not side.quotes and (side.value or side.nearest):
            yield f"{side.name}: {side.value or told.say('finding.absent', side.name)}"
            yield from (f"{told.say('finding.searched')}: {passage}" for passage in side.nearest[:1])


def _weightiest(document: "Document", told: Outline) -> None:
    """The first differences with every document's wording, what they rest on in bold."""
    chosen = told.findings[:WEIGHTIEST]
    if not chosen:
        return
    document.add_heading(told.say("memo.weightiest", len(chosen)), 1)
    silence = ((told.say("memo.nothing"), False),)
    rows = (
        _beside(
            told,
            _line(str(number), f"{point.kind}\n{point.direction}".strip()),
            [side.pieces or silence for side in point.sides],
        )
        for number, point in enumerate(chosen, 1)
    )
    head = [told.say("sheet.number"), told.say("sheet.kind"), *_columns(told)]
    word.table(document, head, rows, _widths(told, PORTRAIT, 1.2, 2.6))


def _list(document: "Document", title: str, points: Sequence[Point]) -> None:
    """A section of sentences; nothing where there are none."""
    if points:
        document.add_heading(title, 1)
    for point in points:
        decided = f" [{point.decided}]" if point.decided else ""
        document.add_paragraph(point.sentence + decided, style="List Bullet")
        values = [f"{side.name}: {side.value}" for side in point.sides if side.value and len(point.sides) > 2]
        if values:
            word.aside(document, "; ".join(values), indent=1.0)


def _unmet(document: "Document", told: Outline) -> None:
    """Decisions on links, and those that apply to nothing here."""
    if told.unmet:
        document.add_heading(told.say("review.unmet_title"), 1)
    for each in told.unmet:
        document.add_paragraph(f"{each.what}: {each.said}", style="List Bullet")


def _clauses(document: "Document", told: Outline) -> None:
    """Every clause side by side, on pages across."""
    word.shape(document.add_section(), landscape=True)
    document.add_heading(told.say("memo.annex"), 1)
    rows = (_beside(told, _line(row.relation), [_clause(*cell) for cell in row.cells]) for row in told.rows)
    head = [told.say("sheet.relation"), *_columns(told)]
    word.table(document, head, rows, _widths(told, LANDSCAPE, 2.8))


def _clause(place: str, text: str) -> word.Pieces:
    """A clause with its place above it; nothing for none."""
    return ((place, True), (f"\n{text}", False)) if place else ((text, False),)


def _provenance(document: "Document", told: Outline) -> None:
    """Files, hashes, and what made the comparison."""
    word.shape(document.add_section())
    document.add_heading(told.say("ui.provenance"), 1)
    for name, head in zip(told.names, told.heads, strict=True):
        document.add_heading(name, 2)
        for key, value in head.provenance:
            word.aside(document, f"{told.say(f'file.{key}')}: {visible(value)}")
    document.add_heading(told.say("sheet.made"), 2)
    for key, value in told.generator:
        word.aside(document, f"{told.say(key)}: {value}")


def _columns(told: Outline) -> list[str]:
    """Heads of the documents' columns: one for all of more documents than stand side by side."""
    return list(told.names) if len(told.names) <= ABREAST else [told.say("doc.document")]


def _beside(told: Outline, first: Sequence[word.Pieces], cells: Sequence[word.Pieces]) -> list[word.Pieces]:
    """A row: its first cells, then what each document says, in columns or, of many, one under the other."""
    if len(told.names) <= ABREAST:
        return [*first, *cells]
    stacked: list[tuple[str, bool]] = []
    for name, pieces in zip(told.names, cells, strict=True):
        if any(text.strip() for text, _ in pieces):
            stacked += [("\n" * bool(stacked) + f"{name}: ", True), *pieces]
    return [*first, stacked]


def _line(*texts: str) -> list[word.Pieces]:
    """Cells of plain text."""
    return [((text, False),) for text in texts]


def _widths(told: Outline, whole: float, *first: float) -> list[float]:
    """Widths of the first columns, and of the documents' columns, that share the rest."""
    count = len(_columns(told))
    return [*first, *([(whole - sum(first)) / count] * count)]


FORMAT = Format(".docx", render)
