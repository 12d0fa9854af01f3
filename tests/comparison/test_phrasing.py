"""Korean sentences: the particle fits the word before it, whatever script that word is in."""

import pytest

from policynlp.comparison.phrasing import inner, listing, particle


@pytest.mark.parametrize(
    ("word", "topic", "way"),
    [
        ("양해각서", "는", "로"),
        ("협정", "은", "으로"),
        ("‘교육’", "은", "으로"),
        ("서울", "은", "로"),
        ("MOU", "는", "로"),
        ("NSF", "는", "로"),
        ("RIKEN", "은", "으로"),
        ("2025-10-28", "은", "로"),
        ("6G 2", "는", "로"),
        ("‘180’", "은", "으로"),
        ("‘innovation’", "은", "으로"),
        ("‘the full stack’", "은", "으로"),
        ("network", "는", "로"),
        ("data center", "는", "로"),
        ("AI”", "는", "로"),
        ("협정 (일본)", "은", "으로"),
    ],
)
def test_particles_follow_the_final_consonant(word: str, topic: str, way: str) -> None:
    assert (particle(word, "은(는)"), particle(word, "으로(로)")) == (topic, way)


def test_a_quoting_particle_fits_too() -> None:
    assert [particle(word, "이라는(라는)") for word in ("‘긴밀히’", "‘교육’")] == ["라는", "이라는"]


def test_names_are_listed_as_a_sentence_lists_them() -> None:
    names = [{"en": name, "ko": name.upper()} for name in ("a", "b", "c")]
    assert listing(names) == {"en": "a, b and c", "ko": "A, B 및 C"}
    assert listing(names[:1]) == {"en": "a", "ko": "A"}


def test_a_name_inside_a_sentence_keeps_its_capital_only_among_others() -> None:
    assert [inner(name) for name in ("Data and datasets", "AI exports", "")] == [
        "data and datasets",
        "AI exports",
        "",
    ]
