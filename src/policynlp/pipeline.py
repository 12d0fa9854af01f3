"""The order of the stages, and the only place that knows it. Everything here is also the Python interface."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policynlp import __version__, workspace
from policynlp.errors import PolicyNLPError, UnknownNameError, UnreadableError, UsageError
from policynlp.messages import Phrase
from policynlp.records import Analysis, Clause, Commitment, Comparison, Document, Link, Unit
from policynlp.store import Listed
from policynlp.workspace import BuiltIn, Workspace

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from policynlp.embed import Encoder
    from policynlp.extract import AreaClassifier
    from policynlp.ingest.web import OfficialText

DEFAULT_ENCODER = "use"
WINDOW = 9
"""Largest number of units joined on one side of a link: a lead-in left whole against its items."""
READING = ("ingest", "segment", "extract", "languages", "records.py", "registry.py")
"""Code and tables whose change makes a stored analysis stale."""

Readable = str | Path | Document | Analysis
"""An id, a path, a document or its analysis."""


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
    )


def analyse(document: Document, home: Workspace | None = None) -> Analysis:
    """Cut a document into clauses and read commitments, mentions and glossary pairs out of them."""
    from policynlp import extract, segment

    return extract.extract(document, segment.segment(document), area_classifier=area_classifier(home))


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

    sides = (a, b)
    units = [clause_units(side) for side in sides]
    features = [encode([unit.text for unit in side], encoder, home) for side in units]
    windows = [joined(encoder, rows, len(side)) for rows, side in zip(features, units, strict=True)]
    links = alignment.align_units(units[0], units[1], windows[0], windows[1])
    nearest = alignment.nearest(units[0], units[1], windows[0][0], windows[1][0])
    generator: dict[str, Any] = {"version": __version__, "encoder": encoder, "options": {}}
    return comparison.compare(sides, links, nearest=nearest, generator=generator)


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
    return [analysis_of(place, home) for place in found]


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
    entry = builtin_entry(name, preferred)
    if entry is not None:
        return entry
    families = {entry.family for entry in workspace.builtin().values()}
    raise UnknownNameError(
        "name-document",
        name,
        {*workspace.builtin(), *families, *stored_ids(home)},
        Phrase("remedy-ingest"),
    )


def analysis_of(place: Path | BuiltIn | Document | Analysis, home: Workspace | None) -> Analysis:
    """The analysis of what was located; a built-in document is stored on the way."""
    if isinstance(place, Analysis):
        return place
    if isinstance(place, BuiltIn):
        return load(place.id, home) or keep(analyse(read_builtin(place), home), home)
    return analyse(place if isinstance(place, Document) else read(place))


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
    return languages[0] if languages else "en"


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
        analysis = keep(analyse(analysis.document, home), home)
    return replace(analysis, document=replace(analysis.document, id=id))


def keep(analysis: Analysis, home: Workspace | None) -> Analysis:
    """Store an analysis with its features, if there is a workspace; gives it back."""
    if home:
        home.store.save(analysis, analysed_by=fingerprint())
        encode([clause.text for clause in analysis.clauses], DEFAULT_ENCODER, home)
    return analysis


def stored_ids(home: Workspace | None) -> list[str]:
    """Ids in the store of a workspace."""
    return [listed.id for listed in listing(home)]


def listing(home: Workspace | None) -> list[Listed]:
    """What the store of a workspace holds."""
    return home.store.listing() if home else []


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one file of a batch."""

    source: str
    """Path or built-in id as given."""
    analysis: Analysis | None = None
    """What was read; None where it failed."""
    unchanged: bool = False
    """True where the store already had the same bytes, read by the same code."""
    error: PolicyNLPError | None = None
    """Why it failed."""


def ingest_all(
    sources: Sequence[str | BuiltIn],
    home: Workspace,
    *,
    id: str | None = None,
    language: str | None = None,
    private: bool = False,
) -> Iterator[Ingested]:
    """Read, analyse and store each source, a path or a web address; one that fails is reported and the rest
    goes on. ``private`` allows addresses that are not on the public internet.

    Raises UsageError where ``id`` is given for more than one source.
    """
    if id is not None and len(sources) != 1:
        raise UsageError("one-id", id=id, count=len(sources))
    for source in sources:
        name = source.id if isinstance(source, BuiltIn) else source
        try:
            yield ingest_one(source, home, id=id, language=language, private=private)
        except PolicyNLPError as error:
            yield Ingested(name, error=error)


def ingest_one(
    source: str | BuiltIn, home: Workspace, *, id: str | None, language: str | None, private: bool = False
) -> Ingested:
    """Read, analyse and store one source, unless the store has it already."""
    if isinstance(source, BuiltIn):
        name, document = source.id, read_builtin(source)
    elif is_address(source):
        name, document = source, read_address(source, home, id=id, language=language, private=private)
    else:
        name, document = source, read(source, id=id, language=language)
    return settle(name, document, home, renamed=id is not None)


def fetch_all(
    texts: Sequence["OfficialText"], home: Workspace, *, private: bool = False
) -> Iterator[Ingested]:
    """Fetch, analyse and store listed official texts; one that fails is reported and the rest goes on."""
    for text in texts:
        stated = {"id": text.id, "title": text.title, "language": text.language or None}
        try:
            document = read_address(text.address, home, private=private, metadata=text.metadata, **stated)
            yield settle(text.address, document, home, renamed=True)
        except PolicyNLPError as error:
            yield Ingested(text.address, error=error)


def settle(name: str, document: Document, home: Workspace, *, renamed: bool) -> Ingested:
    """Analyse and store a document, unless the store has it already.

    Raises UsageError where another source has its id and nobody chose the id (``renamed``).
    """
    found = home.store.load(document.id)
    if found and found[1] == fingerprint() and is_same(found[0].document, document):
        return Ingested(name, found[0], unchanged=True)
    if found and not renamed and found[0].document.source.location != document.source.location:
        raise UsageError("id-taken", place=name, id=document.id, by=found[0].document.source.location)
    return Ingested(name, keep(analyse(document, home), home))


def is_same(stored: Document, fresh: Document) -> bool:
    """Whether a source says what it said when it was stored; the time of a fetch does not count."""
    return stored == replace(fresh, source=replace(fresh.source, retrieved=stored.source.retrieved))


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


@cache
def area_classifier(home: Workspace | None) -> "AreaClassifier":
    """What names the area of a clause where no rule does, loaded once a process and workspace."""
    from policynlp.extract import areas_model

    model = areas_model.load(workspace.shipped("models") / "areas")
    return model.classifier(lambda texts: vectors(list(texts), model.encoder, home))


def vectors(texts: Sequence[str], encoder: str, home: Workspace | None = None) -> "NDArray[np.float32]":
    """Unit vectors of texts, float32 (texts, dimension)."""
    return loaded_encoder(encoder).vectors(encode(texts, encoder, home))


@cache
def loaded_encoder(name: str) -> "Encoder":
    """An encoder, loaded once a process."""
    from policynlp import embed

    return embed.encoder(name)


def encode(texts: Sequence[str], encoder: str, home: Workspace | None = None) -> "NDArray[np.float32]":
    """Additive features of texts, float32 (texts, features); those seen before come from the store.

    The encoder is loaded only where some text is new.
    """
    import numpy as np

    keys = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
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


def joined(encoder: str, features: "NDArray[np.float32]", units: int) -> "NDArray[np.float32]":
    """Unit vectors of 1 to WINDOW joined units that end at each index, (sizes, units, dimension)."""
    from policynlp import embed

    return embed.windows(loaded_encoder(encoder), features, max(1, min(WINDOW, units)))
