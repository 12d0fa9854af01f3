"""Two language versions of one agreement, brought together and checked against each other."""

from collections.abc import Sequence
from pathlib import Path

from policynlp import __version__
from policynlp.errors import UsageError
from policynlp.pipeline.encoding import DEFAULT_ENCODER, loaded_encoder
from policynlp.pipeline.links import answers
from policynlp.pipeline.names import Readable, counterparts, resolve
from policynlp.records import Analysis, Comparison, Counterparts, Link
from policynlp.workspace import Workspace


def parity(
    first: Readable,
    second: Readable | None = None,
    *,
    original: int = 0,
    least: float | None = None,
    encoder: str = DEFAULT_ENCODER,
    home: Workspace | None = None,
) -> Comparison:
    """Where two language versions do not say the same; ``second`` is left out for a file in two languages.

    ``original`` is the version that the other translates (0 or 1), ``least`` the confidence from which a
    finding is told. Raises UsageError for two texts in one language, or that do not say the same at all.
    """
    from policynlp.comparison import parity as checks

    analyses, links = _versions(first, home) if second is None else _two(first, second, encoder, home)
    model = loaded_encoder(encoder)
    return checks.check(
        analyses,
        links,
        vectors=lambda texts: model.vectors(model.features(list(texts))),
        original=original,
        least=checks.LEAST if least is None else least,
        generator={
            "version": __version__,
            "encoder": encoder,
            "options": {"parity": True, "original": original},
        },
    )


def _versions(name: Readable, home: Workspace | None) -> tuple[tuple[Analysis, Analysis], list[Link]]:
    """The versions of a file in two languages, or of a family that has two."""
    found = counterparts(str(name), home) if isinstance(name, str | Path) else []
    if found:
        a, b, own = found[0]
        return (a, b), stored_links((a, b), own)
    if isinstance(name, str) and not Path(name).exists():
        return _two(f"{name}.ko", f"{name}.en", DEFAULT_ENCODER, home)
    raise UsageError("parity-one-language", name=str(name))


def _two(
    first: Readable, second: Readable, encoder: str, home: Workspace | None
) -> tuple[tuple[Analysis, Analysis], list[Link]]:
    a, b = resolve((first, second), home)
    for own in home.store.counterparts(a.document.id) if home else ():
        if set(own.documents) == {a.document.id, b.document.id}:
            return (a, b), stored_links((a, b), own)
    return (a, b), answers(a, b, encoder=encoder, home=home)


def stored_links(analyses: Sequence[Analysis], own: Counterparts) -> list[Link]:
    """What the file set side by side, as links."""
    index = [{clause.id: n for n, clause in enumerate(analysis.clauses)} for analysis in analyses]
    turned = own.documents[0] != analyses[0].document.id
    pairs = [pair[::-1] if turned else pair for pair in own.pairs]
    return [Link(tuple(index[0][i] for i in a), tuple(index[1][i] for i in b), 1.0) for a, b in pairs]
