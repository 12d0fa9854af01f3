"""Puts the drafts of a clause's commitments on ``doc._.drafts``, read by the clause's language."""

import importlib
from typing import TYPE_CHECKING

from spacy.language import Language

from policynlp.extract.attributes import register

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Commitments:
    """Calls ``languages/CODE/commitments.py: drafts(doc)`` for the pipeline's language."""

    def __init__(self, code: str) -> None:
        self._drafts = importlib.import_module(f"policynlp.languages.{code}.commitments").drafts

    def __call__(self, doc: "Doc") -> "Doc":
        doc._.drafts = tuple(self._drafts(doc))
        return doc


@Language.factory("commitments", assigns=["doc._.drafts"])
def create(nlp: Language, name: str) -> Commitments:
    """The component for the language of ``nlp``."""
    register()
    return Commitments(nlp.lang)
