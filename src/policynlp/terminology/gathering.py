"""Which documents to read terms from, and which of them are language versions of one text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from policynlp import pipeline, workspace
from policynlp.ingest.bilingual.linking import say_the_same
from policynlp.pipeline.links import answers
from policynlp.pipeline.names import is_path
from policynlp.records import Analysis, Counterparts
from policynlp.terminology.finding import confirmed, terms
from policynlp.terminology.merging import Languages, bracketed, merged
from policynlp.terminology.records import Shown, Term, Versions
from policynlp.workspace import Workspace

KOREAN_ENGLISH: Languages = ("ko", "en")
SURE_LINK = 0.5
"""Least score of an aligner's link (0 to 1: how likely it is right) that terms are read from."""
VERSION = re.compile(r"(.+)\.([a-z]{2})")
"""Id of a language version: that of its family and the language."""


def gather(names: Sequence[str] = (), home: Workspace | None = None) -> list[Term]:
    """The terms of documents, the most shown first.

    ``mou`` and ``mou.en`` both mean all language versions of ``mou``; a file in two languages is read as its
    versions. Without names: every stored document, or the built-in corpus where nothing is stored. Raises
    UnknownNameError and UnreadableError.
    """
    analyses, versions = _read(names, home)
    found: list[tuple[Languages, Shown]] = [pair for one in analyses for pair in bracketed(one)]
    known = [(shown.term, shown.gloss) for languages, shown in found if languages == KOREAN_ENGLISH]
    linked = chain.from_iterable((*terms(one), *confirmed(one, known)) for one in versions)
    return merged([*found, *((KOREAN_ENGLISH, shown) for shown in linked)])


def _read(names: Sequence[str], home: Workspace | None) -> tuple[list[Analysis], list[Versions]]:
    """The documents, each once, and the language versions among them."""
    paths = [name for name in names if is_path(name)]
    ids = [name for name in names if name not in paths]
    analyses = {} if paths and not ids else {one.document.id: one for one in _named(ids, home)}
    versions = list(_families(analyses.values(), home))
    for path in paths:
        read, found = pipeline.read_out(pipeline.read(Path(path)), home)
        analyses |= {one.document.id: one for one in read}
        versions += filter(None, (_linked(read, each) for each in found))
    return list(analyses.values()), versions


def _named(ids: Sequence[str], home: Workspace | None) -> Iterator[Analysis]:
    """The documents of ids and of their families; without ids all that is stored, or the built-in ones."""
    stored = [listed.id for listed in pipeline.listing(home)]
    known = dict.fromkeys([*stored, *workspace.builtin()])
    if not ids:
        yield from pipeline.resolve(stored or list(workspace.builtin()), home)
        return
    for id in ids:
        own = {one for one in known if _family(one) == _family(id) and _family(one) != one}
        yield from pipeline.resolve(sorted(own) or [id], home)


def _family(id: str) -> str:
    """``mou`` for ``mou.ko``; the id itself for any other."""
    match = VERSION.fullmatch(id)
    return match[1] if match and match[2] in ("ko", "en") else id


def _families(analyses: Iterable[Analysis], home: Workspace | None) -> Iterator[Versions]:
    """Korean and English documents of one family, linked as their file links them, else by meaning."""
    families: dict[str, dict[str, Analysis]] = defaultdict(dict)
    for one in analyses:
        families[_family(one.document.id)][one.document.language] = one
    for family in families.values():
        if "ko" in family and "en" in family:
            versions = _versions(family["ko"], family["en"], home)
            if versions:
                yield versions


def _versions(a: Analysis, b: Analysis, home: Workspace | None) -> Versions | None:
    """Two documents linked; None where they do not say the same."""
    stored = home.store.counterparts(a.document.id) if home else []
    for one in stored:
        if set(one.documents) == {a.document.id, b.document.id}:
            return _linked((a, b), one)
    links = answers(a, b, home=home)
    if not say_the_same(a.clauses, b.clauses, links):
        return None
    pairs = tuple(
        (
            tuple(a.clauses[index].id for index in link.a),
            tuple(b.clauses[index].id for index in link.b),
            link.score,
        )
        for link in links
        if link.score >= SURE_LINK
    )
    return Versions(a, b, pairs)


def _linked(analyses: Sequence[Analysis], found: Counterparts) -> Versions | None:
    """Versions of one file, Korean first; None where they are not Korean and English."""
    by_id = {one.document.id: one for one in analyses}
    first, second = (by_id[id] for id in found.documents)
    if (first.document.language, second.document.language) == KOREAN_ENGLISH:
        return Versions(first, second, tuple((own, answer, 1.0) for own, answer in found.pairs))
    if (second.document.language, first.document.language) == KOREAN_ENGLISH:
        return Versions(second, first, tuple((own, answer, 1.0) for answer, own in found.pairs))
    return None
