"""Conditions and hedges: the words that say when, how far and under which law a provision holds."""

from typing import TYPE_CHECKING

from spacy.language import Language

from policynlp.extract.attributes import add, mention, register, trimmed
from policynlp.extract.patterns import Phrases, by_priority, grouped, lowered
from policynlp.languages import table

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Conditions:
    """Adds condition mentions to ``doc._.mentions``, the table's earlier values first."""

    def __init__(self, code: str) -> None:
        rows = table(code, "conditions")["phrases"]
        self._phrases = Phrases(grouped(rows, code))

    def __call__(self, doc: "Doc") -> "Doc":
        clause = doc._.clause
        hits = by_priority(self._phrases, lowered(clause.text))
        return add(doc, (mention(clause, "condition", hit.key, trimmed(clause.text, hit)) for hit in hits))


@Language.factory("conditions", assigns=["doc._.mentions"])
def create(nlp: Language, name: str) -> Conditions:
    """The component for the language of ``nlp``."""
    register()
    return Conditions(nlp.lang)
