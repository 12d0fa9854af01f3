"""One spaCy pipeline a language, its components in an explicit order, and the way from clauses to an
Analysis."""

import importlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from policynlp.extract.aliases import with_short_names
from policynlp.extract.attributes import register
from policynlp.extract.facts import facts
from policynlp.extract.glossary import pairs
from policynlp.extract.inherit import assemble
from policynlp.extract.register import is_instrument, settled
from policynlp.languages import LANGUAGES, build
from policynlp.languages.drafts import Draft
from policynlp.records import Analysis, Clause, Document, Mention, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COMPONENTS = ("institutions", "quantities", "places", "conditions", "status", "areas", "commitments")
"""Names of the spaCy components in the order they run; each is a module of ``extract.components``."""

PLAIN_BINDS = frozenset({"ko"})
"""Languages in which a verb without marker obliges in an instrument that binds (their ``register.binds``)."""

LONG_WORD = re.compile(r"\S{1000,}")
"""What is no word: spaCy's tokenizer takes time with the square of its length."""
BATCH = 64
"""Clauses handed to spaCy at once."""

AreaClassifier = Callable[[Sequence[str]], Sequence[Mapping[str, float]]]
"""Gives for each text the areas it is about with their probability; empty where it is sure of none."""


@cache
def pipeline(code: str) -> "Language":
    """The language's pipeline with all components, kept for the process; raises UnknownNameError."""
    nlp = build(code)
    register()
    for name in COMPONENTS:
        importlib.import_module(f"policynlp.extract.components.{name}")
        nlp.add_pipe(name)
    return nlp


def extract(
    document: Document, clauses: Sequence[Clause], *, area_classifier: AreaClassifier | None = None
) -> Analysis:
    """What the clauses say: commitments, mentions (areas also by ``area_classifier``, where rules are
    silent), glossary, and what the text says of itself as a whole.

    Clauses in a language without tables are kept, but nothing is read out of them; the document's metadata
    then says so under ``extraction`` ("not supported in es").
    """
    read = {doc._.clause.id: doc for doc in _docs(document, clauses)}
    named = with_short_names(document.text, clauses, {id: doc._.mentions for id, doc in read.items()})
    mentions = {id: tuple(sorted(found, key=_place)) for id, found in named.items()}
    if area_classifier is not None:
        mentions = _with_classified(clauses, mentions, area_classifier)
    instrument = is_instrument(document.text)
    drafts: dict[str, Sequence[Draft]] = {id: settled(doc._.drafts, instrument) for id, doc in read.items()}
    listed = tuple(m for clause in clauses for m in mentions.get(clause.id, ()))
    return Analysis(
        document=_honest(document, clauses),
        clauses=tuple(clauses),
        commitments=assemble(clauses, drafts, mentions),
        mentions=listed,
        glossary=pairs(clauses),
        facts=facts(document, clauses, listed),
    )


def _docs(document: Document, clauses: Sequence[Clause]) -> Iterator["Doc"]:
    """A read Doc for every clause of a supported language."""
    supported = sorted((c for c in clauses if c.language in LANGUAGES), key=lambda c: c.language)
    for code, group in groupby(supported, key=lambda c: c.language):
        nlp = pipeline(code)
        bare = _bare(nlp, group, _binds(document, code))
        docs = list(nlp.pipe(bare, batch_size=BATCH, disable=COMPONENTS))
        for name in COMPONENTS:  # one after the other over all clauses, which takes less time than in turns
            component = nlp.get_pipe(name)
            docs = [component(doc) for doc in docs]
        yield from docs


def _binds(document: Document, code: str) -> bool:
    """Whether the document is an instrument that binds, in a language whose plain statements then oblige."""
    if code not in PLAIN_BINDS:
        return False
    binds = importlib.import_module(f"policynlp.languages.{code}.register").binds
    return bool(binds(document.title, document.text))


def _bare(nlp: "Language", clauses: Iterable[Clause], binding: bool) -> Iterator["Doc"]:
    """A tokenized Doc for each clause, with the clause on it and whether its document binds."""
    listed = tuple(clauses)
    texts = [LONG_WORD.sub(_parted, clause.text) for clause in listed]
    docs = nlp.tokenizer.pipe(texts)  # Kiwi reads a batch faster than its parts
    for clause, doc in zip(listed, docs, strict=True):
        doc._.clause, doc._.binding = clause, binding
        yield doc


def _parted(word: re.Match[str]) -> str:
    """A word with a space for every hundredth character: as long as before, so that places stay."""
    characters = list(word.group())
    characters[99::100] = " " * len(characters[99::100])
    return "".join(characters)


def _place(mention: Mention) -> tuple[int, int, str, str]:
    """Order of mentions within a clause."""
    return mention.span.start, mention.span.end, mention.kind, mention.value


def _with_classified(
    clauses: Sequence[Clause], mentions: Mapping[str, tuple[Mention, ...]], classify: AreaClassifier
) -> dict[str, tuple[Mention, ...]]:
    """The mentions with areas from the classifier for clauses in which no rule named one."""
    silent = [c for c in clauses if c.id in mentions and not any(m.kind == "area" for m in mentions[c.id])]
    result = dict(mentions)
    if silent:
        for clause, areas in zip(silent, classify([c.text for c in silent]), strict=True):
            found = [_classified(clause, area, areas[area]) for area in sorted(areas)]
            result[clause.id] = tuple(sorted((*mentions[clause.id], *found), key=_place))
    return result


def _classified(clause: Clause, area: str, probability: float) -> Mention:
    """An area that a classifier gave to a whole clause."""
    span = Span(clause.id, 0, len(clause.text))
    return Mention("area", area, clause.text, span, round(probability, 3), {"by": "classifier"})


def _honest(document: Document, clauses: Sequence[Clause]) -> Document:
    """The document, with a note for languages that nothing was read in."""
    unread = sorted({c.language for c in clauses} - set(LANGUAGES))
    if not unread:
        return document
    note = f"not supported in {', '.join(unread)}"
    return replace(document, metadata={**document.metadata, "extraction": note})
