"""The noise floor: a text against itself differs in nothing, against a cosmetic copy in nothing material."""

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policynlp import workspace
from policynlp.comparison import compare
from policynlp.comparison.relation import ITEM
from policynlp.records import Comparison, Link
from tests.comparison.making import document

NAMES = ("mou", "moc", "camp-david", "tpd-uk")
Edit = Callable[[str], str]


def paragraphs(name: str, language: str) -> list[str]:
    """The longer lines of a built-in document, without marks of headings and lists."""
    path = workspace.shipped("corpus") / "documents" / f"{name}.{language}.md"
    lines = (re.sub(r"^[#\-*\s\d.)|]+", "", line).strip() for line in path.read_text("utf8").splitlines())
    return [line for line in lines if len(line) > 30]


ENGLISH: dict[str, Edit] = {
    "British": lambda t: (
        t.replace("program ", "programme ").replace("favorable", "favourable").replace("ization", "isation")
    ),
    "hyphen": lambda t: t.replace("cooperat", "co-operat").replace("Cooperat", "Co-operat"),
    "quotes": lambda t: t.replace("'", "’").replace('"', "“"),
    "dash": lambda t: t.replace("–", "-").replace("—", "-"),
    "spaces": lambda t: t.replace(", ", ",  ").replace(" of ", "  of "),
    "comma": lambda t: t.replace(", and ", " and "),
    "full stop": lambda t: t.rstrip(".;") + ";",
    "number": lambda t: f"(a) {t}",
}
HANJA = {"협력": "협력(協力)", "연구": "연구(硏究)"}
KOREAN: dict[str, Edit] = {
    "spacing": lambda t: re.sub(r"(?<=[가-힣])\s(?=협력|활동|연구|개발)", "", t),
    "hanja": lambda t: re.sub(r"(협력|연구)(?=[을를의과와은는이가,. ])", lambda m: HANJA[m.group()], t),
    "middle dot": lambda t: t.replace("·", "ㆍ"),
    "quotes": lambda t: t.replace("'", "‘").replace('"', "“"),
    "spaces": lambda t: t.replace(" ", "  ", 3),
    "full stop": lambda t: t.rstrip(".") + ".",
    "number": lambda t: f"가. {t}",
    "contraction": lambda t: t.replace("하여야", "해야").replace("되어", "돼"),
}
EDITS = {"en": ENGLISH, "ko": KOREAN}


def against(first: list[str], second: list[str], language: str) -> Comparison:
    links = [Link((i,), (i,), 1.0) for i in range(len(first))]
    return compare((document(first, language, id="a"), document(second, language, id="b")), links)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("name", NAMES)
def test_a_text_against_itself_differs_in_nothing(name: str, language: str) -> None:
    texts = paragraphs(name, language)
    assert texts
    assert against(texts, texts, language).differences == ()


@pytest.mark.parametrize("language", ["en", "ko"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(data=st.data())
def test_cosmetic_changes_raise_nothing_material(language: str, data: st.DataObject) -> None:
    texts = paragraphs(data.draw(st.sampled_from(NAMES)), language)
    names = data.draw(st.lists(st.sampled_from(sorted(EDITS[language])), min_size=1, max_size=3, unique=True))
    copy = texts
    for edit in names:
        copy = [EDITS[language][edit](text) for text in copy]
    comparison = against(texts, copy, language)
    assert [(d.kind, d.values) for d in comparison.differences if d.material] == []


@pytest.mark.parametrize(
    ("language", "listed"),
    [
        ("en", "The Parties cover science, energy, trade and health."),
        ("ko", "당사자는 과학, 에너지, 무역 및 보건을 다룬다."),
    ],
)
@settings(max_examples=20, deadline=None, derandomize=True)
@given(order=st.permutations(range(4)))
def test_the_order_of_equal_items_is_not_material(language: str, listed: str, order: list[int]) -> None:
    head, tail = ("The Parties cover ", ".") if language == "en" else ("당사자는 ", "을 다룬다.")
    items = ITEM.split(listed.removeprefix(head).removesuffix(tail))
    joint = " and " if language == "en" else " 및 "
    again = [items[i] for i in order]
    text = head + ", ".join(again[:-1]) + joint + again[-1] + tail
    assert [d for d in against([listed], [text], language).differences if d.material] == []
