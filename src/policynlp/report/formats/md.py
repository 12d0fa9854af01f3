"""Markdown (CommonMark with GitHub's tables): findings, a table of differences with both texts, provenance.

Every text is escaped, so that what a clause says is never markup.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from policynlp.records import Comparison
from policynlp.report import Format
from policynlp.report.outline import Outline, Point, Said, outline
from policynlp.report.pieces import visible

MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&$]")
"""Characters that Markdown, or GitHub's kind of it, may read as markup anywhere in a line."""
OPENING = re.compile(r"^(\d+(?=[.)](?:\s|$))|(?=[-+=:]))")
"""Where a list, a rule or a heading would begin at the head of a line: before its sign, after its number."""


def escaped(text: str) -> str:
    """A text on one line, nothing of it markup."""
    return OPENING.sub(r"\1\\", MARKUP.sub(r"\\\g<0>", " ".join(visible(text).split())))


def cell(text: str) -> str:
    """A text in a table: its lines stay apart."""
    return "<br>".join(escaped(line) for line in text.splitlines() if line.strip())


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(map(escaped, head)) + " |"
    yield "|" + " --- |" * len(head)
    yield from ("| " + " | ".join(row) + " |" for row in rows)
    yield ""


def _documents(told: Outline) -> Iterator[str]:
    """What is compared, with what each text is."""
    for name, head in zip(told.names, told.heads, strict=True):
        yield f"- **{escaped(name)}**: {escaped(head.title)} ({escaped(head.id)})"
        for fact in head.facts:
            yield f"  - {escaped(told.say(fact.key))}: {escaped(fact.value[told.language])}"
        if head.restatement:
            yield f"  - **{escaped(told.say('doc.restatement'))}**"
        if head.note.get(told.language):
            yield f"  - {escaped(head.note[told.language])}"
    yield ""


def _points(told: Outline, title: str, points: Sequence[Point]) -> Iterator[str]:
    """A section of numbered sentences with their quotations; nothing where there are none."""
    if not points:
        return
    yield from (f"## {escaped(title)}", "")
    for number, point in enumerate(points, 1):
        aside = f" *({escaped(point.direction)})*" if point.direction else ""
        yield from (f"{number}. **{escaped(point.kind)}.** {escaped(point.sentence)}{aside}", "")
        if point.decided:
            yield from (f"   *{escaped(point.decided)}*", "")
        for side in point.sides:
            yield from _side(told, side)


def _side(told: Outline, side: Said) -> Iterator[str]:
    """What one document says, as a quotation under its finding."""
    for where, words in side.quotes:
        yield from (f"   > **{escaped(side.name)}**, {escaped(where)}: {escaped(words)}", "")
    if not side.quotes and (side.value or side.nearest):
        silence = side.value or told.say("finding.absent", side.name)
        yield from (f"   > **{escaped(side.name)}**: {escaped(silence)}", "   >")
        yield from (f"   > - {escaped(passage)}" for passage in side.nearest)
        yield ""


def _differences(told: Outline) -> Iterator[str]:
    """Every difference with all texts."""
    points = [*told.findings, *told.minor]
    if not points:
        return
    head = [told.say(f"sheet.{name}") for name in ("id", "kind", "sentence", "weight")]
    rows = (
        [point.id, point.kind, point.sentence, f"{point.weight:.2f}", *(side.text for side in point.sides)]
        for point in points
    )
    yield from (f"## {escaped(told.say('memo.differences'))}", "")
    yield from _table([*head, *told.names], (list(map(cell, row)) for row in rows))


def _unmet(told: Outline) -> Iterator[str]:
    """Decisions on links, and those that apply to nothing here."""
    if told.unmet:
        yield from (f"## {escaped(told.say('review.unmet_title'))}", "")
        yield from (f"- {escaped(each.what)}: {escaped(each.said)}" for each in told.unmet)
        yield ""


def _areas(told: Outline) -> Iterator[str]:
    if told.areas:
        yield from (f"## {escaped(told.say('ui.areas'))}", "", escaped(told.say("areas.note")), "")
        rows = (
            [cell(told.say(f"area.{row.area}")), *(f"{each.count} ({each.percent} %)" for each in row.cells)]
            for row in told.areas
        )
        yield from _table([told.say("areas.head"), *told.names], rows)


def _provenance(told: Outline) -> Iterator[str]:
    yield from (f"## {escaped(told.say('ui.provenance'))}", "")
    for name, head in zip(told.names, told.heads, strict=True):
        yield f"- **{escaped(name)}**"
        yield from (
            f"  - {escaped(told.say(f'file.{key}'))}: {escaped(value)}" for key, value in head.provenance
        )
    yield f"- **{escaped(told.say('sheet.made'))}**"
    yield from (f"  - {escaped(told.say(key))}: {escaped(value)}" for key, value in told.generator)


def render(comparison: Comparison, language: str) -> bytes:
    """UTF-8, one newline at the end."""
    told = outline(comparison, language)
    lines = [
        f"# {escaped(told.title)}",
        "",
        *_documents(told),
        escaped(told.lede),
        "",
        *_points(told, told.say("ui.findings"), told.findings),
        *_points(told, told.say("ui.common"), told.common),
        *_points(told, told.say("memo.documents"), told.documents_differ),
        *_points(told, told.say("review.rejected_title"), told.rejected),
        *_unmet(told),
        *_differences(told),
        *_areas(told),
        *_provenance(told),
    ]
    return ("\n".join(lines).rstrip() + "\n").encode("utf8")


FORMAT = Format(".md", render)
