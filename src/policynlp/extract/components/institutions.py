"""Institutions: bodies of the shared table, ministries by field, bodies an agreement creates, and names
by their form."""

from typing import TYPE_CHECKING

from spacy.language import Language

from policynlp.extract.attributes import add, register
from policynlp.extract.bodies import known
from policynlp.extract.forms import named

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Institutions:
    """Adds institution mentions to ``doc._.mentions``: known bodies first, then names that only look
    like one."""

    def __init__(self, code: str) -> None:
        self._code = code

    def __call__(self, doc: "Doc") -> "Doc":
        found = known(doc._.clause)
        found = named(doc._.clause, self._code, found)
        found.sort(key=lambda item: (item.span.start, item.span.end))
        return add(doc, found)


@Language.factory("institutions", assigns=["doc._.mentions"])
def create(nlp: Language, name: str) -> Institutions:
    """The component for the language of ``nlp``."""
    register()
    return Institutions(nlp.lang)
