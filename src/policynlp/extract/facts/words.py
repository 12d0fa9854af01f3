"""Words that point to a treaty or to a non-binding text: each once, at its first place, with how often it
stands; no verdict."""

from collections.abc import Iterator

from policynlp.extract.facts.text import Text, rows
from policynlp.languages import LANGUAGES
from policynlp.records import Fact, FactKind, Mention

KINDS: dict[str, FactKind] = {"treaty": "treaty_word", "nonbinding": "nonbinding_word"}


def read(text: Text, known: tuple[Fact, ...]) -> Iterator[Fact]:
    """Status words of the table of statuses, then those of the table of facts."""
    yield from mentioned(text)
    for code in LANGUAGES:
        for section, kind in KINDS.items():
            for name in rows(code).get(f"{section}_words", {}):
                found = list(text.matches(code, f"{section}_words", name, text.gazette[1]))
                if found:
                    yield text.fact(kind, name, found[0].span(), detail=str(len(found)))


def mentioned(text: Text) -> Iterator[Fact]:
    """Status words that were read in the clauses."""
    starts = {clause.id: clause.start for clause in text.clauses}
    groups: dict[str, list[Mention]] = {}
    for mention in text.mentions:
        section, _, _ = mention.value.partition(":")
        if mention.kind == "status" and section in KINDS:
            groups.setdefault(mention.value, []).append(mention)
    for value, found in groups.items():
        section, _, name = value.partition(":")
        start = starts[found[0].span.clause]
        place = start + found[0].span.start, start + found[0].span.end
        yield text.fact(KINDS[section], name, place, detail=str(len(found)))
