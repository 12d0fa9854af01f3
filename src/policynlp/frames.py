"""pandas DataFrames of what was read and compared, for analysts.

>>> from policynlp import frames
>>> firm = frames.commitments("mou.en", "moc.en").query("force >= 4 and not lead_in")
>>> firm.explode("institutions").groupby(["document", "institutions"]).size()

Each function of documents takes any mix of ids, paths, documents, analyses, comparisons and workspaces (all
stored documents, newest versions). A frame always has all its columns in the same order and types, also
without a row: texts are ``str``, whole numbers ``int64``, others ``float64``, flags ``bool``; columns of
lists are ``object`` and hold tuples, ready for ``DataFrame.explode``; columns of mappings are ``object``.
Rows are in order of document, then of place. ``language`` (``en``, ``ko``) is that of the columns ending in
``_name`` and ``_names``. Raises UnknownNameError and UnreadableError as ``policynlp.pipeline.resolve`` does.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from policynlp import pipeline, tables
from policynlp.languages import require
from policynlp.records import Analysis, Comparison, Difference, Document
from policynlp.report.formats.csv_ import SIDES
from policynlp.tables.columns import TABLES, Kind, Row, ordered
from policynlp.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd

Source = str | Path | Document | Analysis | Comparison | Workspace
"""What frames are made of."""

DTYPES: Mapping[Kind, str] = {
    "text": "str",
    "whole": "int64",
    "real": "float64",
    "flag": "bool",
    "list": "object",
    "map": "object",
}
"""pandas type of each kind of column."""


def documents(*sources: Source, home: Workspace | None = None) -> "pd.DataFrame":
    """One row a document.

    document, title, language, standing, format, location, address, retrieved, sha256 (str); bytes, pages (0:
    the format has none), characters, clauses, commitments (without lead-ins and what serves another),
    mentions (int64); metadata (object: dict).
    """
    return _frame("documents", (row for one in analyses(sources, home) for row in tables.documents(one)))


def clauses(*sources: Source, home: Workspace | None = None) -> "pd.DataFrame":
    """One row a clause.

    document, clause, place (headings and numbers), label, heading, kind, language (str), page (int64),
    parent, anchor (str), start, end (int64, in the document's text), text (str).
    """
    return _frame("clauses", (row for one in analyses(sources, home) for row in tables.clauses(one)))


def commitments(*sources: Source, language: str = "en", home: Workspace | None = None) -> "pd.DataFrame":
    """One row a commitment, lead-ins and what serves another included (``lead_in``, ``purpose``).

    document, clause, place (str); page, force 0 to 6 (int64); force_name, action, action_name, phase,
    phase_name, polarity, polarity_name, actor, object (str); conditions, condition_words, quantities,
    quantity_words, institutions, institution_names, institution_words, places, place_words, areas, area_names
    (object: tuples of str); marker, action_words (str: words read, empty where none shows it); confidence
    0 to 1 (float64); precision 0 to 5, follow_up 0 to 3 (int64); aspect (str); reported, lead_in, purpose
    (bool); inherited_from, marker_clause (str); marker_start, marker_end (int64, in the text of
    marker_clause; -1 without marker); text (str: the clause).
    """
    rows = (row for one in analyses(sources, home) for row in tables.commitments(one, require(language)))
    return _frame("commitments", rows)


def mentions(*sources: Source, language: str = "en", home: Workspace | None = None) -> "pd.DataFrame":
    """One row a body, place, quantity, condition, area or status word.

    document, clause, place, kind, kind_name, value (canonical, the same in both languages), name, text (str);
    start, end (int64, in the clause's text); confidence (float64); attributes (object: dict).
    """
    rows = (row for one in analyses(sources, home) for row in tables.mentions(one, require(language)))
    return _frame("mentions", rows)


def glossary(*sources: Source, home: Workspace | None = None) -> "pd.DataFrame":
    """One row a term with its translation in brackets (``policynlp.terminology`` reads versions, too).

    document, clause, place, term, term_language, gloss, gloss_language (str); term_start, term_end,
    gloss_start, gloss_end (int64, in the clause's text).
    """
    return _frame("glossary", (row for one in analyses(sources, home) for row in tables.glossary(one)))


def facts(*sources: Source, language: str = "en", home: Workspace | None = None) -> "pd.DataFrame":
    """One row a thing that a text says of itself: parties, dates, term, languages.

    document, kind, kind_name, value, detail, text (str); start, end (int64, in the document's text), page
    (int64); confidence (float64).
    """
    rows = (row for one in analyses(sources, home) for row in tables.facts(one, require(language)))
    return _frame("facts", rows)


def links(comparison: Comparison) -> "pd.DataFrame":
    """One row a link of clauses.

    link, relation (str); similarity 0 to 1 (float64); moved (bool); then for each document, with ``first_``,
    ``second_``, … before: clauses (object: tuple of ids), text (str: of all of them, a line each).
    """
    texts = _texts(comparison)
    rows: list[Row] = [
        {
            "link": link.id,
            "relation": link.relation,
            "similarity": float(link.similarity),
            "moved": link.moved,
            **{
                key: value
                for side, ids, known in zip(_sides(comparison), link.clauses, texts, strict=True)
                for key, value in (
                    (f"{side}_clauses", ids),
                    (f"{side}_text", "\n".join(known[id] for id in ids)),
                )
            },
        }
        for link in comparison.links
    ]
    own = " ".join(f"{side}_clauses {side}_text" for side in _sides(comparison))
    lists = " ".join(f"{side}_clauses" for side in _sides(comparison))
    columns = ordered(f"link relation similarity moved {own}", real="similarity", flag="moved", list=lists)
    return frame(columns, rows)


def differences(comparison: Comparison, *, language: str = "en") -> "pd.DataFrame":
    """One row a difference, weightiest first; then those of whole documents, and what all documents share.

    difference, scope (``clause``, ``document`` or ``common``), kind, link (str; empty without one); material
    (bool); weight 0 to 1 (float64); direction, summary (str); then for each document, with ``first_``,
    ``second_``, … before: clauses (object: tuple of ids), value, words (str: what was read, joined by …).
    """
    texts = _texts(comparison)
    scopes = {
        "clause": comparison.differences,
        "document": comparison.documents_differ,
        "common": comparison.common,
    }
    rows = [
        _difference(difference, scope, comparison, texts, require(language))
        for scope, found in scopes.items()
        for difference in found
    ]
    own = " ".join(f"{side}_clauses {side}_value {side}_words" for side in _sides(comparison))
    columns = ordered(
        f"difference scope kind link material weight direction summary {own}",
        real="weight",
        flag="material",
        list=" ".join(f"{side}_clauses" for side in _sides(comparison)),
    )
    return frame(columns, rows)


def _difference(
    difference: Difference,
    scope: str,
    comparison: Comparison,
    texts: list[dict[str, str]],
    language: str,
) -> Row:
    row: Row = {
        "difference": difference.id,
        "scope": scope,
        "kind": difference.kind,
        "link": difference.link or "",
        "material": difference.material,
        "weight": float(difference.weight),
        "direction": difference.direction or "",
        "summary": difference.summary.get(language, ""),
    }
    for index, (side, known) in enumerate(zip(_sides(comparison), texts, strict=True)):
        spans = difference.spans[index] if index < len(difference.spans) else ()
        row[f"{side}_clauses"] = difference.clauses[index] if index < len(difference.clauses) else ()
        row[f"{side}_value"] = difference.values[index] if index < len(difference.values) else ""
        row[f"{side}_words"] = " … ".join(known[one.clause][one.start : one.end] for one in spans)
    return row


def _sides(comparison: Comparison) -> list[str]:
    """What columns of each document begin with."""
    count = len(comparison.documents)
    return [*SIDES[:count], *(f"document{number}" for number in range(len(SIDES) + 1, count + 1))]


def _texts(comparison: Comparison) -> list[dict[str, str]]:
    return [{clause.id: clause.text for clause in one.clauses} for one in comparison.documents]


def analyses(sources: Iterable[Source], home: Workspace | None = None) -> Iterator[Analysis]:
    """The analyses that sources stand for, one at a time; a workspace gives all that it stores."""
    for source in sources:
        if isinstance(source, Workspace):
            for id in (listed.id for listed in pipeline.listing(source)):
                yield from pipeline.resolve([id], source)
        elif isinstance(source, Comparison):
            yield from source.documents
        else:
            yield from pipeline.resolve([source], home)


def _frame(name: str, rows: Iterable[Row]) -> "pd.DataFrame":
    return frame(TABLES[name], list(rows))


def frame(columns: Mapping[str, Kind], rows: list[Row]) -> "pd.DataFrame":
    """A DataFrame of rows; every column has the type of its kind, also where there is no row."""
    import pandas as pd

    return pd.DataFrame(
        {
            column: pd.Series([row[column] for row in rows], dtype=DTYPES[kind])
            for column, kind in columns.items()
        }
    )
