"""The morphemes of a Korean Doc, taken apart again from its tokens' tags and lemmas."""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from policynlp.languages.drafts import Chars

if TYPE_CHECKING:
    from spacy.tokens import Doc

STEMS = frozenset({"VV", "VA", "VX", "VCP", "VCN"})
"""Tags whose lemma is the form with 다."""


OPENING = frozenset({"(", "（"})
CLOSING = frozenset({")", "）"})


class Morpheme(NamedTuple):
    """One morpheme with the characters of the token that holds it; a tuple, since a text has so many."""

    form: str
    """As Kiwi writes it: final consonants that were contracted stand alone (``ᆫ다``)."""
    tag: str
    """Sejong tag."""
    start: int
    """First character of its token in the text."""
    end: int
    """One past the last."""

    @property
    def chars(self) -> Chars:
        """Characters of its token."""
        return (self.start, self.end)


def sentences(doc: "Doc") -> list[list[Morpheme]]:
    """The morphemes of each sentence in order, without white space.

    Reads the Doc as one array: a Token object for each word would take longer than Kiwi does.
    """
    from spacy.attrs import IDX, LEMMA, LENGTH, SENT_START, TAG

    strings = doc.vocab.strings
    row: list[Morpheme] = []
    made = [row]
    for start, length, tag, lemma, begins in doc.to_array([IDX, LENGTH, TAG, LEMMA, SENT_START]).tolist():
        if begins == 1 and row:
            row = []
            made.append(row)
        end = start + length
        for form, each in _apart(strings[tag], strings[lemma]):
            row.append(Morpheme(form, each, start, end))
    return [row for row in made if row]


@lru_cache(maxsize=50_000)
def _apart(tag: str, lemma: str) -> tuple[tuple[str, str], ...]:
    """Forms and tags of the morphemes of a token, none of white space; kept, since words come again."""
    if tag == "_SP":
        return ()
    tags = tag.split("+")
    if len(tags) == 1:
        return ((lemma.removesuffix("다") if tag in STEMS else lemma, tag),)
    return tuple(zip(lemma.split("+"), tags, strict=True))


def _closes(morpheme: Morpheme) -> bool:
    """Whether a bracket closes here; Kiwi takes the number in "제10조(1)" for a bullet, bracket included."""
    return morpheme.form in CLOSING or (morpheme.tag == "SB" and morpheme.form[-1] in CLOSING)


def unbracketed(row: list[Morpheme]) -> list[Morpheme]:
    """``row`` without what stands in round brackets: glosses and short names ("(이하 "사업"이라 한다)")."""
    kept: list[Morpheme] = []
    depth, closing = 0, sum(map(_closes, row))
    for morpheme in row:
        if morpheme.form in OPENING and closing:
            depth += 1
        elif _closes(morpheme) and depth:
            depth, closing = depth - 1, closing - 1
        elif depth == 0:
            kept.append(morpheme)
    return kept
