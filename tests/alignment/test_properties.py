"""What must hold for any texts."""

from functools import cache
from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from policynlp.alignment import align_units
from policynlp.embed import encoder, windows
from policynlp.records import Link, Unit

from .cases import ENGLISH, KOREAN, OTHERS

LINES = st.sampled_from([*ENGLISH, *KOREAN, *OTHERS, "", "1.", "제1조"])
TEXTS = st.lists(LINES, max_size=9)
DISTINCT = st.lists(st.sampled_from([*ENGLISH, *OTHERS]), unique=True, min_size=1, max_size=9)
QUICK = settings(max_examples=25, deadline=None)


@cache
def features(text: str) -> np.ndarray:
    """What the encoder says of one text, which is the same whatever texts come with it."""
    return encoder("use").features([text])


def links(a: list[str], b: list[str]) -> list[Link]:
    use = encoder("use")
    units = [[Unit(text=text) for text in side] for side in (a, b)]
    told = [np.concatenate([use.features([]), *map(features, side)]) for side in (a, b)]
    return align_units(*units, *(windows(use, side, 4) for side in told))


@QUICK
@given(TEXTS)
def test_a_text_against_itself_is_the_diagonal_even_with_lines_repeated(texts: list[str]) -> None:
    found = links(texts, texts)
    assert [(link.a, link.b) for link in found] == [((n,), (n,)) for n in range(len(texts))]
    assert not any(link.moved for link in found)


@QUICK
@given(TEXTS, TEXTS)
def test_swapping_the_sides_mirrors_the_links(a: list[str], b: list[str]) -> None:
    there = {(link.a, link.b, link.score, link.moved) for link in links(a, b)}
    back = {(link.b, link.a, link.score, link.moved) for link in links(b, a)}
    assert there == back


@QUICK
@given(TEXTS, TEXTS)
def test_every_unit_is_in_one_link_or_in_none(a: list[str], b: list[str]) -> None:
    found = links(a, b)
    for side, texts in (("a", a), ("b", b)):
        used = [index for link in found for index in getattr(link, side)]
        assert len(used) == len(set(used))
        assert set(used) <= set(range(len(texts)))
    for link in found:
        assert link.a
        assert link.b
        assert list(link.a) == sorted(link.a)
        assert list(link.b) == sorted(link.b)
        same = [a[at] for at in link.a] == [b[at] for at in link.b]
        assert link.score == 1 if same else 0 <= link.score < 0.995


@QUICK
@given(DISTINCT, st.randoms(use_true_random=False))
def test_a_permuted_copy_is_fully_recovered(texts: list[str], random: Random) -> None:
    order = list(range(len(texts)))
    random.shuffle(order)
    found = links(texts, [texts[index] for index in order])
    assert {(link.a, link.b) for link in found} == {((old,), (new,)) for new, old in enumerate(order)}


@QUICK
@given(TEXTS, TEXTS)
def test_the_same_input_gives_the_same_links(a: list[str], b: list[str]) -> None:
    assert links(a, b) == links(a, b)


@QUICK
@given(TEXTS)
def test_nothing_answers_an_empty_side(texts: list[str]) -> None:
    assert links(texts, []) == links([], texts) == []


NEWS = [
    "The festival opens on Saturday with a concert in the old harbour.",
    "축제는 토요일에 옛 항구의 음악회로 막을 연다.",
]


EDITS = ("drop", "shorten", "cut", "move", "swap", "add")


def edited(texts: list[str], places: list[int], random: Random) -> tuple[list[str], dict[int, int]]:
    """A version of a text with one edit at each place (a clause gone, shortened at either end, cut in two,
    moved anywhere, put before its neighbour, or a new one before it), and where the clauses stand whose words
    were not touched."""
    rows: list[tuple[int, str]] = []
    moved = []
    for number, text in enumerate(texts):
        what = random.choice(EDITS) if number in places else "keep"
        words = text.split()
        if what == "shorten":
            rows.append((-1, " ".join(words[2:] if random.random() < 0.5 else words[:-2])))
        elif what == "cut":
            rows += [(-1, " ".join(words[: len(words) // 2])), (-1, " ".join(words[len(words) // 2 :]))]
        elif what == "move":
            moved.append((number, text))
        elif what == "swap":
            rows.insert(max(len(rows) - 1, 0), (number, text))
        elif what != "drop":
            rows += [(-1, NEWS[number % 2])] * (what == "add")
            rows.append((number, text))
    for row in moved:
        rows.insert(random.choice((0, len(rows), random.randint(0, len(rows)))), row)
    return [text for _, text in rows], {number: at for at, (number, _) in enumerate(rows) if number >= 0}


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([[*ENGLISH, *OTHERS], KOREAN]),
    st.lists(st.integers(0, 9), unique=True, min_size=1, max_size=6),
    st.randoms(use_true_random=False),
)
def test_in_a_version_with_some_edits_every_untouched_clause_keeps_its_link(
    texts: list[str], places: list[int], random: Random
) -> None:
    version, untouched = edited(texts, places, random)
    found = {(link.a, link.b) for link in links(texts, version)}
    assert {((old,), (new,)) for old, new in untouched.items()} <= found
