"""What to call a document in a sentence."""

from policynlp.records import Bilingual, Document

SHORT = 48
"""Characters up to which a title can stand in a sentence."""
ORDINALS: tuple[Bilingual, Bilingual] = (
    {"en": "the first text", "ko": "첫째 문서"},
    {"en": "the second text", "ko": "둘째 문서"},
)


def names(document: Document) -> Bilingual:
    """The document's short name by language: stated by its metadata, else a short title, else its id."""
    stated = document.metadata.get("short", "")
    plain = stated or (document.title if 0 < len(document.title) <= SHORT else document.id)
    return {code: document.metadata.get(f"short_{code}", plain) for code in ("en", "ko")}
