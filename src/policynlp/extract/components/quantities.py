"""Quantities: amounts, shares, counts, durations, dates and deadlines, normalised with the words kept."""

from typing import TYPE_CHECKING

from spacy.language import Language

from policynlp.extract.attributes import add, mention, register
from policynlp.extract.grammar import Grammar

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Quantities:
    """Adds quantity mentions to ``doc._.mentions``."""

    def __init__(self, code: str) -> None:
        self._grammar = Grammar(code)

    def __call__(self, doc: "Doc") -> "Doc":
        clause = doc._.clause
        return add(
            doc,
            (
                mention(
                    clause, "quantity", q.value, (q.start, q.end), attributes={"type": q.type, **q.attributes}
                )
                for q in self._grammar.read(clause.text)
            ),
        )


@Language.factory("quantities", assigns=["doc._.mentions"])
def create(nlp: Language, name: str) -> Quantities:
    """The component for the language of ``nlp``."""
    register()
    return Quantities(nlp.lang)
