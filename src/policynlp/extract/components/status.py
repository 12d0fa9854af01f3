"""Status words: what points to a treaty, to a non-binding instrument, to its funds, duration and end."""

from typing import TYPE_CHECKING

from spacy.language import Language

from policynlp.extract.attributes import add, mention, register, trimmed
from policynlp.extract.patterns import Phrases, grouped, lowered
from policynlp.languages import table

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Status:
    """Adds status mentions to ``doc._.mentions``: one group a value, for the same words may say
    several things."""

    def __init__(self, code: str) -> None:
        rows = table(code, "status")["phrases"]
        self._phrases = Phrases(grouped(rows, code))

    def __call__(self, doc: "Doc") -> "Doc":
        clause = doc._.clause
        found = self._phrases.find(lowered(clause.text))
        hits = sorted(found, key=lambda hit: (hit.start, -hit.end, hit.key))
        return add(doc, (mention(clause, "status", hit.key, trimmed(clause.text, hit)) for hit in hits))


@Language.factory("status", assigns=["doc._.mentions"])
def create(nlp: Language, name: str) -> Status:
    """The component for the language of ``nlp``."""
    register()
    return Status(nlp.lang)
