"""Korean: Kiwi inside spaCy, and the tables of Korean treaty, memorandum and company language."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def build() -> "Language":
    """A Korean pipeline: morphemes, tags, lemmas and sentence starts from Kiwi; no further component.

    The first Doc takes 1.5 s more, to load Kiwi; all pipelines of a process share it.
    """
    from policynlp.languages.ko.tokenizer import TOKENIZER, KiwiKorean

    pipeline: Language = KiwiKorean.from_config({"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    return pipeline
