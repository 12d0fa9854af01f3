"""What is read out of clauses, case by case: the files in ``cases/`` are meant to be read, and added
to, by analysts."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from policynlp.extract import extract
from policynlp.records import Analysis, Clause, Document, Mention, Source

CASES = Path(__file__).parent / "cases"
Case = dict[str, Any]


def analysed(text: str, language: str) -> Analysis:
    """The analysis of a document of one clause."""
    source = Source("case", "text", "", len(text))
    document = Document(id="case", title="case", language=language, text=text, source=source)
    return extract(document, [Clause("c1", text, 0, len(text), language)])


def with_type(mention: Mention) -> str:
    """``value | type | words`` and the attributes that remain."""
    rest = " ".join(f"{key}={value}" for key, value in sorted(mention.attributes.items()) if key != "type")
    line = f"{mention.value} | {mention.attributes['type']} | {mention.text}"
    return f"{line} | {rest}" if rest else line


def with_words(mention: Mention) -> str:
    """``value | words``."""
    return f"{mention.value} | {mention.text}"


LINES: dict[str, tuple[str, Callable[[Mention], str]]] = {
    "quantities": ("quantity", with_type),
    "institutions": ("institution", with_words),
    "places": ("place", with_words),
    "conditions": ("condition", with_words),
    "status": ("status", with_words),
}


def cases(name: str) -> list[Case]:
    """The cases of one file."""
    return [
        {**case, "file": name} for case in tomllib.loads((CASES / f"{name}.toml").read_text("utf8"))["case"]
    ]


def title(case: Case) -> str:
    """What the report calls a case."""
    return f"{case['file']}: {case['text'][:50]}"


@pytest.mark.parametrize("case", [case for name in LINES for case in cases(name)], ids=title)
def test_reads_exactly_what_the_case_lists(case: Case) -> None:
    kind, line = LINES[case["file"]]
    mentions = analysed(case["text"], case["language"]).mentions
    assert [line(mention) for mention in mentions if mention.kind == kind] == case["read"]


@pytest.mark.parametrize("case", cases("areas"), ids=title)
def test_areas_of_a_clause(case: Case) -> None:
    mentions = analysed(case["text"], case["language"]).mentions
    assert sorted({mention.value for mention in mentions if mention.kind == "area"}) == case["read"]


@pytest.mark.parametrize("case", cases("glossary"), ids=title)
def test_glossary_pairs_that_the_text_gives(case: Case) -> None:
    pairs = analysed(case["text"], case["language"]).glossary
    assert [f"{pair.term} = {pair.gloss}" for pair in pairs] == case["read"]


@pytest.mark.parametrize(
    "case", [case for name in (*LINES, "areas", "glossary") for case in cases(name)], ids=title
)
def test_every_mention_quotes_the_words_at_its_span(case: Case) -> None:
    analysis = analysed(case["text"], case["language"])
    for mention in analysis.mentions:
        assert mention.text == case["text"][mention.span.start : mention.span.end]
        assert 0 < mention.confidence <= 1
    for pair in analysis.glossary:
        term, gloss = (case["text"][span.start : span.end] for span in pair.spans)
        assert (pair.term, pair.gloss) == (term, gloss)
