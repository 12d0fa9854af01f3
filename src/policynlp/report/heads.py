"""What a page says of a document before and after its clauses: kind, date, parties, notes, provenance."""

from collections.abc import Mapping
from dataclasses import dataclass

from policynlp.languages import unread
from policynlp.records import Analysis, Bilingual
from policynlp.report.lookup import Lookup, Name
from policynlp.report.messages import INTERFACE, say
from policynlp.report.standing import caution, sentence

FACTS = {
    "kind": ("instrument", "type", "kind"),
    "date": ("date", "signed", "adopted"),
    "place": ("place",),
    "parties": ("parties",),
    "status": ("binding", "status"),
}
"""Line of a document's head -> metadata keys that fill it, the first that is there."""

TOLD_ABOVE = ("note", "unreported")
"""Beginnings of metadata keys that the head of the page tells, in the language of the page."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a document's head."""

    key: str
    """Message key of its name."""
    value: Bilingual


@dataclass(frozen=True, slots=True)
class Head:
    """A document as the page introduces it."""

    index: int
    id: str
    short: Name
    title: str
    language: str
    facts: tuple[Fact, ...]
    restatement: bool
    note: Bilingual
    """Empty where the document carries none."""
    sha256: str
    provenance: tuple[tuple[str, str], ...]
    """Name and value of everything else that is known of the file."""
    clauses: int
    characters: int
    alone: int
    """Clauses without a counterpart."""


def head(lookup: Lookup, index: int) -> Head:
    """The introduction of one document."""
    analysis = lookup.comparison.documents[index]
    document = analysis.document
    linked = {id for link in lookup.comparison.links for id in link.clauses[index]}
    known = {clause.id for clause in analysis.clauses}
    return Head(
        index=index,
        id=document.id,
        short=lookup.shorts[index],
        title=document.title or document.id,
        language=document.language,
        facts=(*stated_beside(document.metadata), Fact("doc.standing", sentence(document.source))),
        restatement=is_restatement(document.metadata),
        note=_note(document.metadata, caution(lookup.comparison.documents, index)),
        sha256=document.source.sha256,
        provenance=_provenance(analysis),
        clauses=len(known),
        characters=len(document.text),
        alone=len(known - linked),
    )


def is_restatement(metadata: Mapping[str, str]) -> bool:
    """True where the document says that it restates another text."""
    return metadata.get("kind") == "restatement" or metadata.get("restatement", "").lower() in {"true", "yes"}


def stated_beside(metadata: Mapping[str, str]) -> tuple[Fact, ...]:
    """What was stated of a document beside its text."""
    facts = []
    for name, keys in FACTS.items():
        value = next((metadata[key] for key in keys if metadata.get(key)), "")
        if value and value != "restatement":
            facts.append(Fact(f"doc.{name}", _named(name, value)))
    return tuple(facts)


def _named(name: str, value: str) -> Bilingual:
    """A metadata value in both languages: country codes become names, everything else stays as written."""
    if name != "parties":
        return dict.fromkeys(INTERFACE, value)
    parts = [part.strip() for part in value.split(",") if part.strip()]
    return {language: ", ".join(_party(part, language) for part in parts) for language in INTERFACE}


def _party(part: str, language: str) -> str:
    return say(part, language) if part.startswith("country.") else part


def _note(metadata: Mapping[str, str], retold: Bilingual) -> Bilingual:
    """The document's own notes, by language where it has one for each, and what to bear in mind."""
    warning = unread(metadata)
    told = {
        language: " ".join(
            filter(
                None,
                (
                    metadata.get(f"note.{language}") or metadata.get("note", ""),
                    metadata.get(f"unreported.{language}"),
                    retold.get(language),
                    warning.get(language),
                ),
            )
        )
        for language in INTERFACE
    }
    return told if any(told.values()) else {}


def _provenance(analysis: Analysis) -> tuple[tuple[str, str], ...]:
    source = analysis.document.source
    own = {
        "id": analysis.document.id,
        "source": source.location,
        "address": source.address if source.address != source.location else "",
        "retrieved": source.retrieved,
        "format": f"{source.format} {source.encoding}".strip(),
        "bytes": str(source.size),
        "sha256": source.sha256,
    }
    rest = {key: value for key, value in analysis.document.metadata.items() if not key.startswith(TOLD_ABOVE)}
    return tuple((name, value) for name, value in (own | rest).items() if value)
