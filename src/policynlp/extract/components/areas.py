"""Cooperation areas: what a provision is about, from words of the area table; several areas may share a
clause."""

from typing import TYPE_CHECKING

from spacy.language import Language

from policynlp.extract.attributes import add, mention, overlaps, places, register, trimmed
from policynlp.extract.patterns import Hit, Phrases, grouped, lowered
from policynlp.languages import LANGUAGES, table

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Areas:
    """Adds area mentions to ``doc._.mentions``: every place where a word of the area's table stands,
    outside the names of institutions (a National Science Foundation is not about science).

    Korean texts name many areas in English ("AI", "6G", "full stack"), so both tables are read.
    """

    def __init__(self, code: str) -> None:
        tables = [(code, table(code, "areas")["phrases"])]
        tables += [(other, table(other, "areas")["phrases"]) for other in LANGUAGES if other != code]
        self._phrases = Phrases(
            group for language, rows in tables for group in grouped(rows, language, inside=True)
        )

    def hits(self, text: str) -> list[Hit]:
        """Every place where a word of a table stands, in order of place."""
        found = {(hit.start, hit.end, hit.key): hit for hit in self._phrases.find(lowered(text))}
        return [hit for _, hit in sorted(found.items())]

    def __call__(self, doc: "Doc") -> "Doc":
        clause, named = doc._.clause, places(doc, "institution")
        kept = (hit for hit in self.hits(clause.text) if not overlaps(hit.start, hit.end, named))
        return add(doc, (mention(clause, "area", hit.key, trimmed(clause.text, hit)) for hit in kept))


@Language.factory("areas", assigns=["doc._.mentions"], requires=["doc._.mentions"])
def create(nlp: Language, name: str) -> Areas:
    """The component for the language of ``nlp``."""
    register()
    return Areas(nlp.lang)
