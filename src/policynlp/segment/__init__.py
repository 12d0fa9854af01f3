"""From a Document to its clauses: an ordered list of named rules, each from lines to lines.

The order matters and is explicit: a rule may rely on what the ones before it settled.
"""

from collections.abc import Callable, Sequence

from policynlp.languages.detect import of_clause
from policynlp.records import Clause, ClauseKind, Document
from policynlp.segment.anchors import anchors
from policynlp.segment.closings import split_closings
from policynlp.segment.divisions import read_divisions, split_divisions
from policynlp.segment.headings import find_title, join_titles, numbered_headings, plain_headings
from policynlp.segment.inline import split_inline
from policynlp.segment.lead_ins import read_items
from policynlp.segment.lines import Line, read_lines
from policynlp.segment.outline import Draft, Outline
from policynlp.segment.sentences import is_instrument, sentences
from policynlp.segment.sequences import read_markers, settle
from policynlp.segment.titles import further_titles

__all__ = ["RULES", "segment"]

Rule = Callable[[Sequence[Line], str], list[Line]]
"""From lines and the document's text to lines."""

RULES: tuple[tuple[str, Rule], ...] = (
    ("cut lines that hold several articles", split_divisions),
    ("read the labels of chapters, articles and annexes", read_divisions),
    ("cut off the closing words of an instrument", split_closings),
    ("find the titles of further versions and instruments", further_titles),
    ("cut lines at the items of lists inside them", split_inline),
    ("read numbers and bullets", read_markers),
    ("settle which list a number belongs to", settle),
    ("join the titles that stand under a label", join_titles),
    ("find items without numbers", read_items),
    ("find numbered headings", numbered_headings),
    ("find headings without numbers", plain_headings),
)


def segment(document: Document) -> tuple[Clause, ...]:
    """The clauses of a document, in reading order; every word is in a clause, a heading or a number."""
    text = document.text
    lines = find_title(read_lines(document), text, document)
    for _, rule in RULES:
        lines = rule(lines, text)
    drafts = Outline(text).read(lines)
    leads = {draft.parent for draft in drafts if draft.parent is not None}
    prose = not is_instrument(lines, text)
    return _clauses(document, drafts, leads, prose)


def _clauses(document: Document, drafts: Sequence[Draft], leads: set[int], prose: bool) -> tuple[Clause, ...]:
    """Drafts with ids and anchors; paragraphs of prose cut into sentences."""
    pieces: list[tuple[int, int, int, ClauseKind]] = []
    for index, draft in enumerate(drafts):
        line = draft.line
        if prose and line.kind == "text" and not line.markers and not line.item:
            ranges = sentences(document.text, line.start, line.end)
        else:
            ranges = [(line.start, line.end)]
        for start, end in ranges:
            lead = index in leads and end == ranges[-1][1]
            pieces.append((index, start, end, _kind(draft, lead, prose)))
    names = anchors([drafts[index] for index, *_ in pieces])
    ids = {index: f"c{place}" for place, (index, _, _, _) in enumerate(pieces, 1)}
    return tuple(
        _clause(document, drafts[index], place, (start, end), kind, anchor, ids)
        for place, ((index, start, end, kind), anchor) in enumerate(zip(pieces, names, strict=True), 1)
    )


def _kind(draft: Draft, lead: bool, prose: bool) -> ClauseKind:
    if lead:
        return "lead_in"
    line = draft.line
    if (
        draft.parent is not None
        or line.item
        or line.kind == "row"
        or any(marker.bullet for marker in line.markers)
    ):
        return "item"
    return "sentence" if prose and not line.markers else "paragraph"


def _clause(
    document: Document,
    draft: Draft,
    place: int,
    chars: tuple[int, int],
    kind: ClauseKind,
    anchor: str,
    ids: dict[int, str],
) -> Clause:
    text = document.text[chars[0] : chars[1]]
    printed = tuple(heading.printed for heading in draft.headings)
    return Clause(
        id=f"c{place}",
        text=text,
        start=chars[0],
        end=chars[1],
        language=of_clause(text, document.language),
        kind=kind,
        label=draft.label,
        path=printed + tuple(label for _, label, _ in draft.markers),
        heading=next((heading.title for heading in reversed(draft.headings) if heading.title), ""),
        parent=ids[draft.parent] if draft.parent is not None else None,
        anchor=anchor,
    )
