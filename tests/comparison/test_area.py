"""Linked provisions on different areas, and links that only the same place of a list suggests."""

from policynlp.comparison import compare
from policynlp.records import Link
from tests.comparison.making import document, found, mention

QUANTUM, SPACE = (
    "The Parties shall promote quantum computing.",
    "The Parties shall promote space exploration.",
)
MORE = "The Parties shall promote quantum computing and sensing."


def side(text, area, words, **rest):
    return document([text], mentions=[mention("area", area, "c1", text, words)], **rest)


def test_areas_that_have_nothing_in_common_are_told() -> None:
    a = side("Quantum computing with shared tools for joint use.", "quantum", "Quantum computing", id="a")
    b = side("Space exploration with shared tools for joint use.", "space", "Space exploration", id="b")
    comparison = compare((a, b), [Link((0,), (0,), 1.0)])
    (difference,) = found(comparison, "area")
    assert difference.values == ("quantum", "space")
    assert "양자" in difference.summary["ko"]


def test_one_area_in_other_words_is_no_difference() -> None:
    a, b = (
        side(QUANTUM, "quantum", "quantum computing"),
        side(MORE, "quantum", "quantum computing and sensing"),
    )
    assert found(compare((a, b), [Link((0,), (0,), 1.0)]), "area") == []


def test_strangers_at_one_place_of_a_list_are_two_missing_provisions() -> None:
    a, b = (
        side("AI-ready datasets.", "data", "datasets"),
        side("Fusion energy plants.", "fusion", "Fusion energy"),
    )
    comparison = compare((a, b), [Link((0,), (0,), 0.4)])
    assert comparison.links == ()
    assert [d.kind for d in found(comparison, "only_in")] == ["only_in", "only_in"]


def test_left_over_sisters_on_the_only_clause_of_an_area_are_linked() -> None:
    a, b = (
        side(QUANTUM, "quantum", "quantum computing"),
        side(MORE, "quantum", "quantum computing and sensing"),
    )
    comparison = compare((a, b), [], nearest=[{0: [(0, 0.6)]}, {0: [(0, 0.6)]}])
    assert [(link.clauses, link.similarity) for link in comparison.links] == [((("c1",), ("c1",)), 0.6)]
    assert found(comparison, "only_in") == []
