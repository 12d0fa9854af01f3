"""A traced text never forgets where its characters came from."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from policynlp.ingest.clean import composed, flattened, normalise
from policynlp.ingest.traced import Traced, joined

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Co", "Cn"))
    | st.sampled_from(" \n\t\u00a0\u00ad\u200b\r가각e\u0301\u1100\u1161\u11a8①ㆍ“”"),
    max_size=80,
)


def same_character(kept: str, source: str) -> bool:
    """True where ``kept`` is what the source character reads as."""
    return unicodedata.normalize("NFC", source) == kept or (kept.isspace() and source.isspace())


@given(TEXTS)
def test_composing_equals_nfc_and_keeps_first_places(text: str) -> None:
    done = composed(Traced.of(text))
    assert done.text == unicodedata.normalize("NFC", text)
    assert list(done.at) == sorted(done.at)


@given(TEXTS)
def test_every_kept_character_leads_back_to_its_source(text: str) -> None:
    source = unicodedata.normalize("NFC", text)
    done = flattened(normalise(Traced.of(source)))
    assert len(done.text) == len(done.at)
    assert all(same_character(kept, source[place]) for kept, place in zip(done.text, done.at, strict=True))


@given(st.lists(TEXTS, max_size=5))
def test_breakpoints_say_the_same_as_the_places(texts: list[str]) -> None:
    parts = [Traced.of(text, start=100 * index) for index, text in enumerate(texts)]
    whole = joined(parts, "\n")
    points = dict(whole.breakpoints())
    here = there = 0
    for index, place in enumerate(whole.at):
        here, there = (index, points[index]) if index in points else (here, there)
        assert there + index - here == place


def test_a_replacement_of_equal_length_keeps_each_place() -> None:
    text = Traced.of("a\u00a0b").sub(re.compile("\u00a0"), " ")
    assert (text.text, list(text.at)) == ("a b", [0, 1, 2])


def test_a_longer_replacement_stays_at_its_match() -> None:
    text = Traced.of("x&y").sub(re.compile("&"), "and")
    assert (text.text, list(text.at)) == ("xandy", [0, 1, 1, 1, 2])
