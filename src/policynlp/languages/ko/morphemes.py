"""The morphemes of a Korean Doc, taken apart again from its tokens' tags and lemmas."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policynlp.languages.drafts import Chars

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

STEMS = frozenset({"VV", "VA", "VX", "VCP", "VCN"})
"""Tags whose lemma is the form with 다."""


OPENING = frozenset({"(", "（"})
CLOSING = frozenset({")", "）"})


@dataclass(frozen=True, slots=True)
class Morpheme:
    """One morpheme with the characters of the token that holds it."""

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


def morphemes(sentence: "Span") -> list[Morpheme]:
    """Those of a sentence in order, without white space."""
    return [morpheme for token in sentence if token.tag_ != "_SP" for morpheme in _apart(token)]


def _apart(token: "Token") -> list[Morpheme]:
    start, end = token.idx, token.idx + len(token)
    tags, forms = token.tag_.split("+"), token.lemma_.split("+")
    if len(tags) == 1:
        form = token.lemma_.removesuffix("다") if token.tag_ in STEMS else token.lemma_
        return [Morpheme(form, token.tag_, start, end)]
    return [Morpheme(form, tag, start, end) for form, tag in zip(forms, tags, strict=True)]


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
