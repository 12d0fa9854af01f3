"""Documents, or plain lists of texts, linked and compared."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from policynlp import __version__
from policynlp.decisions import replayed
from policynlp.errors import UsageError
from policynlp.pipeline.encoding import DEFAULT_ENCODER, Keeper, encode, joined
from policynlp.records import Analysis, Clause, Comparison, Decision, Document, Link, Unit
from policynlp.workspace import Workspace

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def align(a: Sequence[str], b: Sequence[str], *, encoder: str = DEFAULT_ENCODER) -> list[Link]:
    """Links between two lists of texts: which of ``a`` say what which of ``b`` say.

    ``Link.a`` and ``Link.b`` are indexes, ``Link.score`` is 0 to 1; a text without a partner is in no link.
    """
    from policynlp import alignment

    units = [bare_units(a), bare_units(b)]
    features = [encode(list(texts), encoder) for texts in (a, b)]
    windows = [joined(encoder, rows, len(texts)) for rows, texts in zip(features, (a, b), strict=True)]
    return alignment.align_units(units[0], units[1], windows[0], windows[1])


def compare(
    a: Analysis,
    b: Analysis,
    *,
    encoder: str = DEFAULT_ENCODER,
    home: Workspace | None = None,
    decisions: Sequence[Decision] = (),
) -> Comparison:
    """Align two analysed documents and type every difference, as people decided where they did."""
    from policynlp import alignment, comparison

    units, windows = measured((a, b), encoder, home)
    links = alignment.align_units(units[0], units[1], windows[0], windows[1])
    nearest = alignment.nearest(units[0], units[1], windows[0][0], windows[1][0])
    generator: dict[str, Any] = {"version": __version__, "encoder": encoder, "options": {}}
    return comparison.compare((a, b), links, nearest=nearest, generator=generator, decisions=decisions)


MOST = 12
"""Documents that one comparison takes: each two of them are aligned, and a page has a column for each."""


def compare_family(
    analyses: Sequence[Analysis],
    *,
    encoder: str = DEFAULT_ENCODER,
    home: Workspace | None = None,
    decisions: Sequence[Decision] = (),
) -> Comparison:
    """Align three or more analysed documents at once, none of them the base, and say who stands where.

    Decisions on differences are laid over; those on links are of pairs. Raises UsageError for more than
    ``MOST`` documents, and for one that is given twice.
    """
    from policynlp import alignment, comparison

    check_count(len(analyses))
    check_each_once([analysis.document for analysis in analyses])
    units, windows = measured(analyses, encoder, home)
    groups = alignment.align_many(units, windows)

    @cache
    def nearest(one: int, other: int) -> Mapping[int, Sequence[tuple[int, float]]]:
        return alignment.nearest(units[one], units[other], windows[one][0], windows[other][0])[0]

    generator: dict[str, Any] = {"version": __version__, "encoder": encoder, "options": {}}
    made = comparison.compare_family(analyses, groups, nearest=nearest, generator=generator)
    return replayed(made, decisions)


def check_count(documents: int) -> None:
    """Raise UsageError for more documents than can be compared at once."""
    if documents > MOST:
        raise UsageError("too-many-documents", count=documents, most=MOST)


def check_each_once(documents: Sequence[Document]) -> None:
    """Raise UsageError for a document that is given twice; two of one name are two documents."""
    seen: set[tuple[str, str]] = set()
    for document in documents:
        if (document.id, document.text) in seen:
            raise UsageError("same-document", name=document.id)
        seen.add((document.id, document.text))


def answers(
    a: Analysis, b: Analysis, *, encoder: str = DEFAULT_ENCODER, home: Keeper | None = None
) -> list[Link]:
    """Which clauses of two analysed documents say the same."""
    from policynlp import alignment

    units, windows = measured((a, b), encoder, home)
    return alignment.align_units(units[0], units[1], windows[0], windows[1])


def measured(
    analyses: Sequence[Analysis], encoder: str, home: Keeper | None
) -> tuple[list[list[Unit]], list["NDArray[np.float32]"]]:
    """Units of each document, and the vectors of their joined passages."""
    units = [clause_units(side) for side in analyses]
    features = [encode([unit.text for unit in side], encoder, home) for side in units]
    windows = [joined(encoder, rows, len(side)) for rows, side in zip(features, units, strict=True)]
    return units, windows


def bare_units(texts: Sequence[str]) -> list[Unit]:
    """Units of plain texts, with nothing known but their words."""
    return [Unit(text=text) for text in texts]


def clause_units(analysis: Analysis) -> list[Unit]:
    """What the aligner sees of each clause."""
    index = {clause.id: n for n, clause in enumerate(analysis.clauses)}
    keys: dict[str, set[str]] = {}
    actions: dict[str, list[str]] = {}
    for mention in analysis.mentions:
        keys.setdefault(mention.span.clause, set()).add(f"{mention.kind}:{mention.value}")
    for commitment in analysis.commitments:
        actions.setdefault(commitment.clause, []).append(commitment.action)
    return [clause_unit(clause, index, keys, actions) for clause in analysis.clauses]


def clause_unit(
    clause: Clause, index: Mapping[str, int], keys: Mapping[str, set[str]], actions: Mapping[str, list[str]]
) -> Unit:
    """What the aligner sees of one clause."""
    return Unit(
        text=clause.text,
        language=clause.language,
        path=clause.path,
        heading=clause.heading,
        kind=clause.kind,
        parent=index.get(clause.parent) if clause.parent else None,
        keys=tuple(sorted(keys.get(clause.id, ()))),
        actions=tuple(actions.get(clause.id, ())),
    )
