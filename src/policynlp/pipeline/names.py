"""What a name means: a stored document, a built-in one, a file, an address; and their comparison."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from policynlp import workspace
from policynlp.errors import UnknownNameError
from policynlp.languages import NAMES
from policynlp.messages import Phrase
from policynlp.pipeline import reading
from policynlp.pipeline.encoding import DEFAULT_ENCODER, encode, joined
from policynlp.pipeline.links import bare_units, check_count, clause_units, compare, compare_family
from policynlp.pipeline.reading import analyse, read, read_address, read_builtin, read_out, stand
from policynlp.records import Analysis, Comparison, Counterparts, Decision, Document, FamilyGroup, Unit
from policynlp.store import Entry, Listed
from policynlp.workspace import BuiltIn, Workspace

Readable = str | Path | Document | Analysis
"""An id, a path, a document or its analysis."""


def diff(
    a: Readable,
    b: Readable,
    *more: Readable,
    encoder: str = DEFAULT_ENCODER,
    home: Workspace | None = None,
    decisions: Sequence[Decision] = (),
) -> Comparison:
    """Compare agreements given as ids, paths, documents or analyses: two, or three and more as a family.

    ``decisions`` (``policynlp.decisions.read``) are laid over what is found: rejected differences stand
    apart, rejected links are broken, confirmed and added ones kept.
    """
    check_count(len((a, b, *more)))
    found = resolve((a, b, *more), home)
    if more:
        return compare_family(found, encoder=encoder, home=home, decisions=decisions)
    return compare(found[0], found[1], encoder=encoder, home=home, decisions=decisions)


def align_many(
    texts: Sequence[Readable | Sequence[str]],
    *,
    encoder: str = DEFAULT_ENCODER,
    home: Workspace | None = None,
) -> list[FamilyGroup]:
    """One table over any number of agreements: which units of each say the same, none being the base.

    Each is a list of texts, or an agreement as ``diff`` takes it, whose units are its clauses. A unit is in
    one group or in none; with two, the groups are the links of ``align``.
    """
    from policynlp import alignment

    units = [family_units(one, home) for one in texts]
    features = [encode([unit.text for unit in side], encoder, home) for side in units]
    return alignment.align_many(
        units, [joined(encoder, rows, len(side)) for rows, side in zip(features, units, strict=True)]
    )


def family_units(one: Readable | Sequence[str], home: Workspace | None) -> list[Unit]:
    """Units of a list of texts, or of the clauses of an agreement."""
    if isinstance(one, str | Path | Document | Analysis):
        return clause_units(resolve([one], home)[0])
    return bare_units(one)


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


def load(id: str, home: Workspace | None) -> Analysis | None:
    """A stored analysis; analysed anew where the code or tables that made it have changed.

    ``mou@1`` is an earlier version of ``mou``, and keeps that id.
    """
    found = home.store.load(id) if home else None
    if found is None:
        return None
    analysis, analysed_by = found
    if analysed_by != reading.fingerprint():
        analysis = keep(analyse(stand(analysis.document, home), home), home)
    return replace(analysis, document=replace(analysis.document, id=id))


def keep(analysis: Analysis, home: Workspace | None) -> Analysis:
    """Store an analysis with its features, if there is a workspace; gives it back."""
    if home:
        known = [one for one in home.store.counterparts(analysis.document.id) if still_fits(one, analysis)]
        home.store.save_all([Entry(analysis, reading.fingerprint())], counterparts=known)
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
