"""From a file, an address or a text to what is read out of it."""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from policynlp import __version__
from policynlp.errors import PolicyNLPError, UnreadableError
from policynlp.pipeline.encoding import DEFAULT_ENCODER, Keeper, area_classifier, encode
from policynlp.pipeline.links import answers
from policynlp.records import Analysis, Commitment, Counterparts, Document, Standing
from policynlp.workspace import BuiltIn, Workspace

if TYPE_CHECKING:
    from policynlp.ingest.bilingual import Versions

READING = ("ingest", "segment", "extract", "languages", "records", "registry.py")
"""Code and tables whose change makes a stored analysis stale."""

Clock = Callable[[str], AbstractContextManager[None]]
"""Counts the time of a stage, by its name."""


def untimed(stage: str) -> AbstractContextManager[None]:
    """Count nothing."""
    return nullcontext()


def read(
    path: str | Path,
    *,
    id: str | None = None,
    title: str | None = None,
    language: str | None = None,
    metadata: Mapping[str, str] | None = None,
) -> Document:
    """Read a file into a clean Document. Raises UnreadableError with place, reason and remedy."""
    from policynlp import ingest

    return ingest.read_file(Path(path), id=id, title=title, language=language, metadata=metadata or {})


def read_content(
    data: bytes, path: PurePath, location: str, *, id: str | None = None, language: str | None = None
) -> Document:
    """Read bytes that a file or an archive's member holds; ``path`` says what they may be. Raises
    UnreadableError that names ``location``."""
    from policynlp import ingest

    return ingest.read_bytes(data, Path(path), location=location, id=id, language=language)


def read_address(
    address: str,
    home: Workspace | None = None,
    *,
    id: str | None = None,
    title: str | None = None,
    language: str | None = None,
    metadata: Mapping[str, str] | None = None,
    private: bool = False,
) -> Document:
    """Fetch a web address and read what it sends, which a workspace keeps in its corpus/fetched.

    ``private`` allows hosts that are not on the public internet. Raises UnreadableError.
    """
    from policynlp.ingest import web

    limits = web.Limits(private=private)
    return web.read_address(
        address,
        folder=home.fetched if home else None,
        limits=limits,
        id=id,
        title=title,
        language=language,
        metadata=metadata or {},
        publishers=home.publishers if home else None,
    )


def stand(document: Document, home: Workspace | None = None, *, stated: Standing | None = None) -> Document:
    """The document with what it is to the agreement, and what shows it; ``stated`` is a person's word."""
    from policynlp.ingest import provenance

    return provenance.stand(document, home.publishers if home else None, stated=stated)


def analyse(document: Document, home: Keeper | None = None, *, clock: Clock = untimed) -> Analysis:
    """Cut a document into clauses and read commitments, mentions and glossary pairs out of them.

    With a ``home`` the features of every clause are made and kept there.
    """
    from policynlp import extract, segment

    with clock("segment"):
        clauses = segment.segment(document)
    if home is not None:  # all at once here, rather than some at once for the areas and the rest later
        with clock("encode"):
            encode([clause.text for clause in clauses], DEFAULT_ENCODER, home)
    with clock("extract"):
        return extract.extract(document, clauses, area_classifier=area_classifier(home))


def read_out(
    document: Document, home: Keeper | None = None, *, clock: Clock = untimed, whole: bool = False
) -> tuple[tuple[Analysis, ...], tuple[Counterparts, ...]]:
    """The analysis of a document; of one that holds two languages that of each version, ``ID.ko`` and
    ``ID.en``, and which of their clauses stand for each other. ``whole``: it is not to be divided, as where a
    person says what language it is in."""
    from policynlp.ingest import bilingual

    with clock("split"):
        versions = None if whole else bilingual.split(document)
    found = linked_versions(versions, home, clock) if versions else None
    return found or ((analyse(document, home, clock=clock),), ())


def linked_versions(
    versions: "Versions", home: Keeper | None, clock: Clock
) -> tuple[tuple[Analysis, ...], tuple[Counterparts, ...]] | None:
    """The versions analysed and linked; None where one text follows another that says something else."""
    from policynlp.ingest import bilingual

    analyses = tuple(analyse(document, home, clock=clock) for document in versions.documents)
    found = []
    for first, second in versions.groups:
        a, b = analyses[first], analyses[second]
        with clock("align"):
            links = answers(a, b, home=home) if versions.layout == "successive" else None
        if links is not None and not bilingual.say_the_same(a.clauses, b.clauses, links):
            return None
        found.append(bilingual.counterparts(versions, (first, second), a.clauses, b.clauses, links))
    return analyses, tuple(found)


def commitments(text: str, *, language: str | None = None) -> list[Commitment]:
    """Every commitment of a plain text, none of one without words (a page number, a stray bullet); without
    ``language`` the script tells it."""
    from policynlp import ingest

    try:
        document = ingest.read_text(text, id="text", language=language)
    except UnreadableError:  # its one cause: there are no words to read
        return []
    return list(analyse(document).commitments)


def read_builtin(entry: BuiltIn) -> Document:
    """Read a document of the built-in corpus; raises PolicyNLPError where its file was changed."""
    document = read(
        entry.path, id=entry.id, title=entry.title, language=entry.language, metadata=entry.metadata
    )
    if document.source.sha256 != entry.sha256:
        raise PolicyNLPError("manifest-hash", place=entry.path)
    return replace(document, source=replace(document.source, location=f"builtin:{entry.id}"))


@cache
def fingerprint() -> str:
    """Hash of version, code and tables that turn a file into an analysis."""
    digest = hashlib.sha256(__version__.encode())
    package = Path(__file__).parents[1]
    for name in READING:
        place = package / name
        for path in sorted([place] if place.is_file() else place.rglob("*.*")):
            if path.suffix in {".py", ".toml"}:
                digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
