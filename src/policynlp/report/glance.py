"""The documents side by side as wholes: a row for each thing a reader looks up first, whether they differ in
it, agree or say nothing, and the words that each was read from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from policynlp.records import Analysis, Bilingual, Mention
from policynlp.report.areas import AreaRow
from policynlp.report.findings import Finding
from policynlp.report.heads import stated_beside
from policynlp.report.lookup import Lookup
from policynlp.report.messages import INTERFACE, say
from policynlp.report.stated import Read, lines

TOPICS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "kind": ("instrument",),
    "parties": ("party",),
    "date": ("date", "place"),
    "entry": ("entry_into_effect",),
    "duration": ("duration",),
    "ending": ("ending", "notice"),
    "amendment": (),
    "dispute": (),
    "funds": (),
    "status": ("nonbinding_word", "treaty_word"),
    "languages": ("language", "authentic_language"),
    "areas": (),
}
"""Topic of a row -> kinds of facts that fill it; the order in which a reader asks."""
SAYINGS: Mapping[str, str] = {"amendment": "amendment", "dispute": "dispute", "funds": "funding:none"}
"""Topic -> status value whose words fill it."""
BESIDE: Mapping[str, tuple[str, ...]] = {
    "kind": ("kind",),
    "parties": ("parties",),
    "date": ("date", "place"),
    "status": ("status",),
}
"""Topic -> lines of a document's head that fill it where its text says nothing."""
MOST = 6
"""Words shown of one document in one row; the rest are counted."""
AREAS = 5
"""Areas listed of a document: those that most of its clauses name."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one document says on a topic."""

    index: int
    language: str
    """Of the words."""
    read: tuple[Read, ...]
    more: int
    """Words read but not shown."""
    beside: tuple[Bilingual, ...]
    """Where the text says nothing: what was stated beside it, when it was read in."""


@dataclass(frozen=True, slots=True)
class GlanceRow:
    """One topic."""

    topic: str
    """Empty for a difference that is about no listed topic."""
    findings: tuple[Finding, ...]
    """How the documents differ in it."""
    same: bool
    """True where all say the same."""
    told: tuple[Told, ...]


def glance(lookup: Lookup, differing: Sequence[Finding], areas: Sequence[AreaRow]) -> tuple[GlanceRow, ...]:
    """A row a topic, then one for each difference of documents that is about none of them."""
    about = {lookup.ids[id(each)]: each.topic for each in lookup.comparison.documents_differ}
    rows = tuple(
        _row(lookup, topic, tuple(each for each in differing if about[each.id] == topic), areas)
        for topic in TOPICS
    )
    rest = (each for each in differing if about[each.id] not in TOPICS)
    return rows + tuple(GlanceRow("", (each,), False, ()) for each in rest)


def _row(lookup: Lookup, topic: str, findings: tuple[Finding, ...], areas: Sequence[AreaRow]) -> GlanceRow:
    documents = lookup.comparison.documents
    told = tuple(_told(lookup, index, topic, areas) for index in range(len(documents)))
    canonical = [_canonical(analysis, topic) for analysis in documents]
    same = bool(canonical[0]) and len(set(canonical)) == 1 and not findings
    return GlanceRow(topic, findings, same, told)


def _told(lookup: Lookup, index: int, topic: str, areas: Sequence[AreaRow]) -> Told:
    analysis = lookup.comparison.documents[index]
    read = tuple(_covered(areas, index)) if topic == "areas" else _once(_read(lookup, index, topic), topic)
    shown = read[:MOST]
    beside = () if read else tuple(_beside(analysis, topic))
    return Told(index, analysis.document.language, shown, len(read) - len(shown), beside)


def _read(lookup: Lookup, index: int, topic: str) -> Iterator[Read]:
    """The facts of a topic, then the words of a status value or amounts of money."""
    analysis, targets = lookup.comparison.documents[index], lookup.targets[index]
    found = {line.key: line.read for line in lines(analysis, targets, f"head-{index}")}
    for kind in TOPICS[topic]:
        yield from found.get(f"fact.{kind}", ())
    for mention in _mentions(analysis, topic):
        yield Read(mention.text, {}, targets[mention.span.clause])


def _once(reads: Iterable[Read], topic: str) -> tuple[Read, ...]:
    """The same words with the same meaning once; as signs of a status, the same words once."""
    kept: dict[tuple[str, ...], Read] = {}
    for read in reads:
        key = (read.words,) if topic == "status" else (read.words, *read.value.values())
        kept.setdefault(key, read)
    return tuple(kept.values())


def _mentions(analysis: Analysis, topic: str) -> list[Mention]:
    return [
        each
        for each in analysis.mentions
        if (each.kind == "status" and each.value == SAYINGS.get(topic))
        or (topic == "funds" and each.attributes.get("type") == "money")
    ]


def _covered(areas: Sequence[AreaRow], index: int) -> Iterator[Read]:
    """The areas of a document with the share of its clauses that name each, the widest first."""
    named = [row for row in areas if row.cells[index].count]
    for row in sorted(named, key=lambda row: -row.cells[index].count)[:AREAS]:
        cell = row.cells[index]
        name = {language: f"{say(f'area.{row.area}', language)} {cell.percent}%" for language in INTERFACE}
        yield Read("", name, cell.marks[0].target)


def _beside(analysis: Analysis, topic: str) -> Iterator[Bilingual]:
    facts = {fact.key: fact.value for fact in stated_beside(analysis.document.metadata)}
    for name in BESIDE.get(topic, ()):
        if f"doc.{name}" in facts:
            yield facts[f"doc.{name}"]


def _canonical(analysis: Analysis, topic: str) -> frozenset[tuple[str, ...]]:
    """What a document says on a topic, comparable across documents and languages."""
    if topic in ("amendment", "dispute"):
        return frozenset()
    facts = {(fact.kind, fact.value, fact.detail) for fact in analysis.facts if fact.kind in TOPICS[topic]}
    if topic == "status":
        facts = {(kind, value, "") for kind, value, _ in facts}
    return frozenset(facts | {(each.kind, each.value) for each in _mentions(analysis, topic)})
