"""Markdown holds findings and both texts, and what a clause says is never markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from policynlp.records import Comparison
from policynlp.report import FORMATS
from policynlp.report.formats.md import escaped
from policynlp.report.pieces import visible
from tests.report import examples

READER = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
OURS = {"<br>"}
"""The only markup that a text may lead to: between the lines of a cell."""


def written(comparison: Comparison, language: str = "en") -> str:
    return FORMATS["md"].render(comparison, language).decode("utf8")


def inner(tokens: list[Token]) -> list[Token]:
    """All tokens, those inside of lines too."""
    return [each for token in tokens for each in (token, *(token.children or ()))]


def shown(tokens: list[Token]) -> str:
    """What a reader sees, blanks folded."""
    lines = (
        "".join(each.content for each in token.children or () if each.type == "text") for token in tokens
    )
    return " ".join(" ".join(lines).split())


def test_findings_are_numbered_sentences_with_the_words_of_both_sides():
    text = written(examples.memoranda())
    assert "1. **Action.** MOU speaks of developing and championing" in text
    assert "> **MOC**, II. Artificial intelligence › 1 › (b): advancing pro-innovation AI policy" in text
    assert "> - 0.61 II. Artificial intelligence" in text


def test_the_table_of_differences_has_every_difference_and_both_texts():
    comparison = examples.memoranda()
    tokens = READER.parse(written(comparison))
    rows = [token for token in tokens if token.type == "tr_open"]
    areas = {each.value for side in comparison.documents for each in side.mentions if each.kind == "area"}
    assert len(rows) == len(comparison.differences) + len(areas) + 2
    assert "| d1 | Action |" in written(comparison)


def test_korean_findings_for_a_korean_reader():
    text = written(examples.across(), "ko")
    assert text.startswith("# ")
    assert "## 주요 차이" in text
    assert "## Findings" not in text


def test_three_documents_have_three_columns():
    head = next(line for line in written(examples.family()).splitlines() if line.startswith("| Id"))
    assert head == "| Id | Kind | Difference | Weight | MOU | MOC | tpd-uk |"


@pytest.mark.parametrize("make", [examples.hostile, examples.tricky])
def test_hostile_texts_stay_text(make):
    comparison = make()
    tokens = READER.parse(written(comparison))
    found = {token.type for token in inner(tokens)}
    assert not found & {"html_block", "code_block", "code_inline", "link_open", "image", "fence", "hr"}
    assert {token.content for token in inner(tokens) if token.type == "html_inline"} <= OURS
    seen = shown(tokens)
    for analysis in comparison.documents:
        for clause in analysis.clauses:
            assert " ".join(visible(clause.text).split())[:80] in seen


@given(st.text())
def test_an_escaped_text_reads_as_it_was(text):
    plain = " ".join(visible(text).split())
    assert shown(READER.parse(f"> **a**: {escaped(text)}")) == f"a: {plain}".rstrip()


@given(st.text(alphabet="-+=#>1.)*_`[]()!<&~|\\ \tab가"))
def test_no_line_opens_a_block(text):
    tokens = READER.parse(escaped(text))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert shown(tokens) == " ".join(visible(text).split())
