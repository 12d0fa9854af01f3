"""Kiwi as spaCy's Korean tokenizer and tagger: one lossless Doc a text, Sejong tags, lemmas, sentences.

Korean morphemes can share a syllable (``했`` is ``하`` + ``었``) while spaCy's tokens cannot overlap.
Morphemes that share a syllable therefore share a token: its ``tag_`` joins their tags, its ``lemma_`` their
forms with ``+`` (``XSV+EP``, ``하+었``), as spaCy's own Korean pipeline does. ``morphemes.py`` takes them
apart again, so a Doc needs no side data and survives ``to_bytes``.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy import registry
from spacy.attrs import LEMMA, POS, SENT_START, TAG
from spacy.lang.ko import Korean
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc
from spacy.util import DummyTokenizer

from policynlp.languages.ko.kiwi import kiwi
from policynlp.languages.ko.words import Reading, words, written

if TYPE_CHECKING:
    from kiwipiepy import Token
    from spacy.vocab import Vocab

TOKENIZER = "policynlp.KiwiTokenizer.v1"
"""Name of the tokenizer in spaCy's registry."""

BATCH = 256
"""Texts handed to Kiwi at once: enough to keep two cores busy, small enough to stream."""

BULLET: Reading = (("SB",), ("다.",))
"""The third bullet of 가. 나. 다., which is also how a sentence ends."""

UNIVERSAL = {
    "NNG": "NOUN", "NNP": "PROPN", "NNB": "NOUN", "NR": "NUM", "NP": "PRON", "VV": "VERB", "VA": "ADJ",
    "VX": "AUX", "VCP": "AUX", "VCN": "ADJ", "MM": "DET", "MAG": "ADV", "MAJ": "CCONJ", "IC": "INTJ",
    "SN": "NUM", "SF": "PUNCT", "SP": "PUNCT", "SSO": "PUNCT", "SSC": "PUNCT", "SS": "PUNCT", "SE": "PUNCT",
    "SO": "PUNCT", "SB": "PUNCT", "SW": "SYM", "SL": "X", "SH": "X", "XR": "NOUN", "XSV": "VERB",
    "XSA": "ADJ", "_SP": "SPACE",
}  # fmt: skip
"""Universal part of speech of a token's first morpheme; particles, affixes and endings not named are PART."""


SPACE = re.compile(r"[^\S ]")
"""White space but the plain space."""


def flat(text: str) -> str:
    """``text`` with a plain space for each white space character: Kiwi ends a sentence at every newline."""
    return SPACE.sub(" ", text)


def _misread(text: str, token: "Token") -> bool:
    """Whether a sentence's end was read as the bullet "다." (Kiwi does so where a text begins "4)")."""
    return ((token.tag,), (token.form,)) == BULLET and token.start > 0 and text[token.start - 1].isalpha()


@cache
def _no_bullet() -> Any:
    from kiwipiepy import MorphemeSet

    return MorphemeSet(kiwi(), ["다./SB"])


class KiwiTokenizer(DummyTokenizer):  # type: ignore[misc]
    """What ``nlp.tokenizer`` is for Korean; its only state is the vocabulary: nothing goes to disk."""

    def __init__(self, vocab: "Vocab") -> None:
        self.vocab = vocab
        self._rows: dict[Reading, tuple[int, int, int]] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return KiwiTokenizer, (self.vocab,)

    def __call__(self, text: str) -> Doc:
        return self._doc(text, kiwi().tokenize(flat(text)))

    def pipe(self, texts: Iterable[str], **_: Any) -> Iterator[Doc]:
        """Docs of many texts in order; Kiwi analyses a batch on all cores."""
        rest = iter(texts)
        while batch := list(islice(rest, BATCH)):
            found = list(
                kiwi().tokenize([flat(text) for text in batch])
            )  # all first: in turns costs 8 % more
            yield from map(self._doc, batch, found)

    def _doc(self, text: str, found: "list[Token]") -> Doc:
        read = words(text, found)
        if BULLET in read.readings and any(_misread(text, token) for token in found):
            read = words(text, kiwi().tokenize(flat(text), blocklist=_no_bullet()))
        if read.restored() != text:
            raise ValueError(f"the tokens of {text[:40]!r} do not restore it")
        doc = Doc(self.vocab, words=read.texts, spaces=read.spaces)
        if read.texts:
            known = self._rows.get
            rows = [known(reading) or self._row(reading) for reading in read.readings]
            columns = np.array(rows, dtype=np.uint64), np.where(read.starts, 1, -1).astype(np.uint64)
            doc.from_array([TAG, POS, LEMMA, SENT_START], np.column_stack(columns))
        return doc

    def _row(self, reading: Reading) -> tuple[int, int, int]:
        """Tag, part of speech and lemma of a word as spaCy's numbers; kept, since words come again."""
        tag, lemma = written(reading)
        strings = self.vocab.strings
        row = strings.add(tag), IDS[UNIVERSAL.get(tag.split("+")[0], "PART")], strings.add(lemma)
        self._rows[reading] = row
        return row


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]
def tokenizer_factory() -> Any:
    """What spaCy's configuration calls: a function from a pipeline to its tokenizer."""

    def create(nlp: Any) -> KiwiTokenizer:
        return KiwiTokenizer(nlp.vocab)

    return create


class KiwiKorean(Korean):  # type: ignore[misc]
    """spaCy's Korean whose ``pipe`` hands texts to Kiwi in batches."""

    def pipe(self, texts: Iterable[Any], *, as_tuples: bool = False, **options: Any) -> Iterator[Any]:
        """As ``spacy.Language.pipe``: texts or Docs, or pairs of one and its context."""
        if as_tuples:
            made: Iterable[Any] = self._pairs(texts)
        else:
            made = self._docs(texts)
        yield from super().pipe(made, as_tuples=as_tuples, **options)

    def _docs(self, items: Iterable[str | Doc]) -> Iterator[Doc]:
        rest = iter(items)
        while batch := list(islice(rest, BATCH)):
            made = self.tokenizer.pipe(item for item in batch if isinstance(item, str))
            for item in batch:
                yield next(made) if isinstance(item, str) else item

    def _pairs(self, pairs: Iterable[tuple[str | Doc, Any]]) -> Iterator[tuple[Doc, Any]]:
        rest = iter(pairs)
        while batch := list(islice(rest, BATCH)):
            yield from zip(
                self._docs(item for item, _ in batch), (context for _, context in batch), strict=True
            )
