"""Cooperation areas: what a provision is about, from words of the area table; several areas may share a clause."""

from typing import TYPE_CHECKING

from spacy.language import Language

from policynlp.extract.attributes import add, mention, register, trimmed
from policynlp.extract.patterns import Phrases, entries, lowered
from policynlp.languages import LANGUAGES, table

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Areas:
    """Adds area mentions to ``doc._.mentions``: every place where a word of the area's table stands.

    Korean texts name many areas in English ("AI", "6G", "full stack"), so both tables are read.
    """

    def __init__(self, code: str) -> None:
        tables = [(code, table(code, "areas")["phrases"])]
        tables += [(other, table(other, "areas")["phrases"]) for other in LANGUAGES if other != code]
        self._readers = [
            Phrases(entries({area: sources}), language, inside=True)
            for language, rows in tables
            for area, sources in rows.items()
        ]

    def __call__(self, doc: "Doc") -> "Doc":
        clause = doc._.clause
        low = lowered(clause.text)
        hits = sorted({(h.start, h.end, h.key): h for r in self._readers for h in r.find(low)}.items())
        return add(doc, (mention(clause, "area", hit.key, trimmed(clause.text, hit)) for _, hit in hits))


@Language.factory("areas", assigns=["doc._.mentions"])
def create(nlp: Language, name: str) -> Areas:
    """The component for the language of ``nlp``."""
    register()
    return Areas(nlp.lang)
