"""The order of the stages, and the only place that knows it. Everything here is also the Python interface."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Protocol

from policynlp import __version__, workspace
from policynlp.errors import PolicyNLPError, UnknownNameError, UnreadableError
from policynlp.languages import NAMES
from policynlp.messages import Phrase
from policynlp.records import (
    Analysis,
    Clause,
    Commitment,
    Comparison,
    Counterparts,
    Document,
    Link,
    Standing,
    Unit,
)
from policynlp.store import Entry, Listed
from policynlp.workspace import BuiltIn, Workspace

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from policynlp.embed import Encoder
    from policynlp.extract import AreaClassifier
    from policynlp.extract.areas_model import AreaModel
    from policynlp.ingest.bilingual import Versions

DEFAULT_ENCODER = "use"
WINDOW = 9
"""Largest number of units joined on one side of a link: a lead-in left whole against its items."""
READING = ("ingest", "segment", "extract", "languages", "records.py", "registry.py")
"""Code and tables whose change makes a stored analysis stale."""

Readable = str | Path | Document | Analysis
"""An id, a path, a document or its analysis."""


Clock = Callable[[str], AbstractContextManager[None]]
"""Counts the time of a stage, by its name."""


class Features(Protocol):
    """Where features of texts are kept: the store, or a process's memory."""

    def features(self, encoder: str, keys: Sequence[str]) -> dict[str, bytes]:
        """Those of ``keys`` (sha256 of the texts) that are there: float32, little endian."""
        ...

    def save_features(self, encoder: str, vectors: Mapping[str, bytes]) -> None:
        """Keep features by key."""
        ...


class Keeper(Protocol):
    """Whoever has such a place: a workspace, or a worker of a batch."""

    @property
    def store(self) -> Features:
        """The place."""
        ...


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
    a: Analysis, b: Analysis, *, encoder: str = DEFAULT_ENCODER, home: Workspace | None = None
) -> Comparison:
    """Align two analysed documents and type every difference."""
    from policynlp import alignment, comparison

    units, windows = measured(a, b, encoder, home)
    links = alignment.align_units(units[0], units[1], windows[0], windows[1])
    nearest = alignment.nearest(units[0], units[1], windows[0][0], windows[1][0])
    generator: dict[str, Any] = {"version": __version__, "encoder": encoder, "options": {}}
    return comparison.compare((a, b), links, nearest=nearest, generator=generator)


def answers(
    a: Analysis, b: Analysis, *, encoder: str = DEFAULT_ENCODER, home: Keeper | None = None
) -> list[Link]:
    """Which clauses of two analysed documents say the same."""
    from policynlp import alignment

    units, windows = measured(a, b, encoder, home)
    return alignment.align_units(units[0], units[1], windows[0], windows[1])


def measured(
    a: Analysis, b: Analysis, encoder: str, home: Keeper | None
) -> tuple[list[list[Unit]], list["NDArray[np.float32]"]]:
    """Units of each document, and the vectors of their joined passages."""
    units = [clause_units(side) for side in (a, b)]
    features = [encode([unit.text for unit in side], encoder, home) for side in units]
    windows = [joined(encoder, rows, len(side)) for rows, side in zip(features, units, strict=True)]
    return units, windows


def diff(
    a: Readable, b: Readable, *, encoder: str = DEFAULT_ENCODER, home: Workspace | None = None
) -> Comparison:
    """Compare two agreements given as ids, paths, documents or analyses."""
    first, second = resolve((a, b), home)
    return compare(first, second, encoder=encoder, home=home)


def resolve(names: Sequence[Readable], home: Workspace | None = None) -> list[Analysis]:
    """The analysis of each, read and stored where it is not yet.

    ``mou`` means the version of that family in the language that the others show, else English. Raises
    UnknownNameError for an id that nothing answers to, before anything is read.
    """
    preferred = preferred_language([name for name in names if isinstance(name, str)])
    found = [locate(name, home, preferred) for name in names]
    return [analysis_of(place, home, preferred) for place in found]


def locate(name: Readable, home: Workspace | None, preferred: str) -> Path | BuiltIn | Document | Analysis:
    """Where to find what a name means; raises UnknownNameError."""
    if not isinstance(name, str):
        return name
    if is_address(name):
        return read_address(name, home)
    if is_path(name):
        return Path(name)
    stored = load(name, home)
    if stored is not None:
        return stored
    entry = builtin_entry(name, preferred) or stored_version(name, home, preferred)
    if entry is not None:
        return entry
    families = {entry.family for entry in workspace.builtin().values()}
    raise UnknownNameError(
        "name-document",
        name,
        {*workspace.builtin(), *families, *stored_ids(home)},
        Phrase("remedy-ingest"),
    )


def stored_version(family: str, home: Workspace | None, preferred: str) -> Analysis | None:
    """The stored language version of a file that held several, in the preferred language if there is one."""
    own = [id for id in stored_ids(home) if re.fullmatch(re.escape(family) + r"\.[a-z]{2}", id)]
    chosen = f"{family}.{preferred}" if f"{family}.{preferred}" in own else next(iter(own), None)
    return load(chosen, home) if chosen else None


def analysis_of(
    place: Path | BuiltIn | Document | Analysis, home: Workspace | None, preferred: str = "en"
) -> Analysis:
    """The analysis of what was located, of a file in two languages the preferred one; a built-in document is
    stored on the way."""
    if isinstance(place, Analysis):
        return place
    if isinstance(place, BuiltIn):
        return load(place.id, home) or keep(analyse(read_builtin(place), home), home)
    if isinstance(place, Document):
        return analyse(place)
    versions, _ = read_out(read(place), home)
    return next((one for one in versions if one.document.language == preferred), versions[0])


def counterparts(name: str, home: Workspace | None = None) -> list[tuple[Analysis, Analysis, Counterparts]]:
    """Of a file that held several languages, given by a version's id, the family's name or its path: each two
    versions and which of their clauses stand for each other; nothing for a document of one language."""
    if is_path(name):
        analyses, found = read_out(read(name), home)
    else:
        (own,) = resolve([name], home)
        found = tuple(home.store.counterparts(own.document.id)) if home else ()
        ids = {id for one in found for id in one.documents}
        analyses = tuple(one for one in (load(id, home) for id in sorted(ids)) if one)
    by_id = {one.document.id: one for one in analyses}
    return [(by_id[one.documents[0]], by_id[one.documents[1]], one) for one in found]


def is_address(name: str) -> bool:
    """Whether a name is meant as a web address, of whatever scheme."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", name) is not None


def is_path(name: str) -> bool:
    """Whether a name means a file: it is there, or looks like a path."""
    return Path(name).exists() or "/" in name or "\\" in name


def preferred_language(names: Sequence[str]) -> str:
    """Language that an id without one stands for: that of an id that has one, else English."""
    entries = workspace.builtin()
    languages = [entries[name].language for name in names if name in entries]
    versions = [name.rpartition(".")[2] for name in names if "." in name]
    return next(iter([*languages, *(code for code in versions if code in NAMES)]), "en")


def builtin_entry(name: str, preferred: str) -> BuiltIn | None:
    """The built-in document of an id, or of a family in the preferred language."""
    entries = workspace.builtin()
    if name in entries:
        return entries[name]
    family = {entry.language: entry for entry in entries.values() if entry.family == name}
    return family.get(preferred) or next(iter(family.values()), None)


def read_builtin(entry: BuiltIn) -> Document:
    """Read a document of the built-in corpus; raises PolicyNLPError where its file was changed."""
    document = read(
        entry.path, id=entry.id, title=entry.title, language=entry.language, metadata=entry.metadata
    )
    if document.source.sha256 != entry.sha256:
        raise PolicyNLPError("manifest-hash", place=entry.path)
    return replace(document, source=replace(document.source, location=f"builtin:{entry.id}"))


def load(id: str, home: Workspace | None) -> Analysis | None:
    """A stored analysis; analysed anew where the code or tables that made it have changed.

    ``mou@1`` is an earlier version of ``mou``, and keeps that id.
    """
    found = home.store.load(id) if home else None
    if found is None:
        return None
    analysis, analysed_by = found
    if analysed_by != fingerprint():
        analysis = keep(analyse(stand(analysis.document, home), home), home)
    return replace(analysis, document=replace(analysis.document, id=id))


def keep(analysis: Analysis, home: Workspace | None) -> Analysis:
    """Store an analysis with its features, if there is a workspace; gives it back."""
    if home:
        known = [one for one in home.store.counterparts(analysis.document.id) if still_fits(one, analysis)]
        home.store.save_all([Entry(analysis, fingerprint())], counterparts=known)
        encode([clause.text for clause in analysis.clauses], DEFAULT_ENCODER, home)
    return analysis


def still_fits(found: Counterparts, analysis: Analysis) -> bool:
    """Whether links between language versions name just the clauses that a version read anew has."""
    side = found.documents.index(analysis.document.id)
    named = {clause for pair in found.pairs for clause in pair[side]} | set(found.alone[side])
    return named == {clause.id for clause in analysis.clauses}


def stored_ids(home: Workspace | None) -> list[str]:
    """Ids in the store of a workspace."""
    return [listed.id for listed in listing(home)]


def listing(home: Workspace | None, *, versions: bool = False) -> list[Listed]:
    """What the store of a workspace holds; earlier versions where asked for."""
    return home.store.listing(versions=versions) if home else []


@cache
def fingerprint() -> str:
    """Hash of version, code and tables that turn a file into an analysis."""
    digest = hashlib.sha256(__version__.encode())
    package = Path(__file__).parent
    for name in READING:
        place = package / name
        for path in sorted([place] if place.is_file() else place.rglob("*.*")):
            if path.suffix in {".py", ".toml"}:
                digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


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


def area_classifier(home: Keeper | None) -> "AreaClassifier":
    """What names the area of a clause where no rule does."""
    model = area_model()
    return model.classifier(lambda texts: vectors(list(texts), model.encoder, home))


@cache
def area_model() -> "AreaModel":
    """The trained model of areas, loaded once a process."""
    from policynlp.extract import areas_model

    return areas_model.load(workspace.shipped("models") / "areas")


def vectors(texts: Sequence[str], encoder: str, home: Keeper | None = None) -> "NDArray[np.float32]":
    """Unit vectors of texts, float32 (texts, dimension)."""
    return loaded_encoder(encoder).vectors(encode(texts, encoder, home))


@cache
def loaded_encoder(name: str) -> "Encoder":
    """An encoder, loaded once a process."""
    from policynlp import embed

    return embed.encoder(name)


def encode(texts: Sequence[str], encoder: str, home: Keeper | None = None) -> "NDArray[np.float32]":
    """Additive features of texts, float32 (texts, features); those seen before come from the store.

    The encoder is loaded only where some text is new.
    """
    import numpy as np

    keys = list(map(text_key, texts))
    rows = {
        key: np.frombuffer(row, dtype="<f4")
        for key, row in (home.store.features(encoder, sorted(set(keys))) if home else {}).items()
    }
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in rows}
    if new:
        fresh = loaded_encoder(encoder).features(list(new.values()))
        rows |= dict(zip(new, fresh, strict=True))
        if home:
            home.store.save_features(encoder, {key: rows[key].astype("<f4").tobytes() for key in new})
    return np.stack([rows[key] for key in keys]) if keys else np.zeros((0, 0), np.float32)


def text_key(text: str) -> str:
    """What features of a text are kept under: its sha256."""
    return hashlib.sha256(text.encode()).hexdigest()


def joined(encoder: str, features: "NDArray[np.float32]", units: int) -> "NDArray[np.float32]":
    """Unit vectors of 1 to WINDOW joined units that end at each index, (sizes, units, dimension)."""
    from policynlp import embed

    return embed.windows(loaded_encoder(encoder), features, max(1, min(WINDOW, units)))
