"""Marked texts add up to the text, and nothing invisible stays invisible."""

from hypothesis import given
from hypothesis import strategies as st

from policynlp.report.pieces import NEAR, SHORT, excerpt, pieces, visible

PLAIN = st.text(alphabet="ab 가나,.", max_size=60)


@given(PLAIN, st.data())
def test_pieces_add_up_to_the_text_and_bear_every_mark(text, data):
    place = st.integers(0, len(text))
    pair = st.tuples(place, place).map(lambda edges: (min(edges), max(edges)))
    evidence = [(*span, f"d{number}") for number, span in enumerate(data.draw(st.lists(pair, max_size=3)))]
    one = data.draw(pair)
    cut = pieces(text, [one] if one[0] < one[1] else [], evidence)
    assert "".join(piece.text for piece in cut) == text
    for start, end, id in evidence:
        assert "".join(piece.text for piece in cut if id in piece.evidence) == text[start:end]
    assert "".join(piece.text for piece in cut if piece.changed) == text[one[0] : one[1]]


def test_a_short_clause_is_quoted_whole_and_a_long_one_around_its_evidence():
    long = "Before all else. " * 30 + "The Parties shall consult. " + "And so on. " * 30
    start = long.index("shall")
    first, last = excerpt(long, [(start, start + 5)])
    quoted = long[first:last]
    assert "The Parties shall consult." in quoted
    assert len(quoted) <= 5 + 2 * NEAR + 20
    assert long[first - 1] == " "
    assert long[last] == " "
    assert excerpt("The Parties shall consult.", [(12, 17)]) == (0, 26)


@given(st.text(alphabet="abc 가나다.", max_size=3 * SHORT), st.data())
def test_an_excerpt_holds_its_first_evidence(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + SHORT)))
    first, last = excerpt(text, [(start, end)])
    assert first <= start
    assert end <= last <= len(text)


def test_direction_marks_and_controls_are_written_out():
    assert visible("a\u202eb\u0000c\u200bd") == "a⟨U+202E⟩b⟨U+0000⟩c⟨U+200B⟩d"
    assert visible("line\nbreak\tand 한글") == "line\nbreak\tand 한글"
