"""Places: countries by name or adjective, regions, and the sides' own territories."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.language import Language

from policynlp.extract import countries
from policynlp.extract.attributes import add, mention, overlaps, places, register
from policynlp.extract.names import squeeze
from policynlp.extract.patterns import Phrases, by_priority, grouped
from policynlp.languages import LANGUAGES, table
from policynlp.records import Clause, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

GOVERNMENT = {
    "before": re.compile(r"[Gg]overnments?\s+of\s+(?:the\s+)?$|GOVERNMENTS?\s+OF\s+(?:THE\s+)?$"),
    "after": re.compile(r"\s*정부"),
}
"""Words that make a country name the name of a party, not of a place."""


class Places:
    """Adds place mentions to ``doc._.mentions``, outside institutions' names and currencies; reads both
    scripts."""

    def __init__(self, code: str) -> None:
        codes = (code, *(other for other in LANGUAGES if other != code))
        self._regions = Phrases(
            group for each in codes for group in grouped(table(each, "places")["phrases"], each)
        )

    def __call__(self, doc: "Doc") -> "Doc":
        taken = [*places(doc, "institution"), *places(doc, "quantity")]
        found = [*read_regions(doc._.clause, self._regions, taken), *read_countries(doc._.clause, taken)]
        found.sort(key=lambda item: (item.span.start, item.span.end))
        return add(doc, found)


@Language.factory("places", assigns=["doc._.mentions"], requires=["doc._.mentions"])
def create(nlp: Language, name: str) -> Places:
    """The component for the language of ``nlp``."""
    register()
    return Places(nlp.lang)


def read_regions(clause: Clause, phrases: Phrases, taken: list[tuple[int, int]]) -> Iterator[Mention]:
    """Regions and territories, which then count as taken."""
    for hit in by_priority(phrases, clause.text):
        if not overlaps(hit.start, hit.end, taken):
            taken.append((hit.start, hit.end))
            yield mention(clause, "place", hit.key, (hit.start, hit.end), attributes={"type": "region"})


def read_countries(clause: Clause, taken: list[tuple[int, int]]) -> Iterator[Mention]:
    """Countries outside what is taken; one mention a syllable in combinations such as 한미."""
    text = clause.text
    for hit in countries.named(text):
        if not overlaps(hit.start, hit.end, taken):
            attributes = usage(text, hit.start, hit.end)
            yield mention(clause, "place", f"country.{hit.key}", (hit.start, hit.end), attributes=attributes)
    compiled, rows = countries.pairs()
    for match in compiled.finditer(text):
        letters = [match.start() + i for i, letter in enumerate(match.group()) if "가" <= letter <= "힣"]
        for position, code in zip(letters, rows[match.group()], strict=True):
            if not overlaps(position, position + 1, taken):
                yield mention(
                    clause,
                    "place",
                    f"country.{code}",
                    (position, position + 1),
                    attributes={"type": "country"},
                )


def usage(text: str, start: int, end: int) -> dict[str, str]:
    """Whether a country's name names a place, a party (its government) or qualifies something."""
    if GOVERNMENT["before"].search(text[:start]) or GOVERNMENT["after"].match(text, end):
        return {"type": "country", "use": "party"}
    if squeeze(text[start:end]) in countries.adjectives():
        return {"type": "country", "use": "adjective"}
    return {"type": "country"}
