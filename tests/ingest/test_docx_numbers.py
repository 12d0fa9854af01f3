"""Automatic numbers of Word files become labels, printed as Word prints them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.ingest.docx.numerals import numeral
from tests.ingest.test_formats import shown
from tests.ingest.word import (
    definition,
    labels,
    level,
    number,
    p,
    read,
    style,
)

ARTICLES = definition(
    1,
    level(0, "제%1조"),
    level(1, "%2", "decimalEnclosedCircle"),
    level(2, "%3.", "ganada"),
)


def test_korean_article_numbers_are_the_labels(tmp_path: Path) -> None:
    body = p("목적", num="1:0") + p("협력한다.", num="1:1") + p("분야는 다음과 같다.", num="1:1")
    body += p("반도체", num="1:2") + p("배터리", num="1:2") + p("재정", num="1:0") + p("투자한다.", num="1:1")
    assert labels(tmp_path, body, ARTICLES + number(1, 1)) == ["제1조", "①", "②", "가.", "나.", "제2조", "①"]


def test_legal_numbers_are_decimal_whatever_their_levels_are(tmp_path: Path) -> None:
    levels = (level(0, "Article %1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"), level(2, "%1.%3"))
    body = p("Scope", num="1:0") * 4 + p("It covers goods.", num="1:1") + p("All goods.", num="1:2")
    assert labels(tmp_path, body, definition(1, *levels) + number(1, 1)) == [
        "Article I.",
        "Article II.",
        "Article III.",
        "Article IV.",
        "4.1",
        "IV.1",
    ]


def test_lists_of_one_definition_count_on_unless_they_override_the_start(tmp_path: Path) -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = definition(1, level(0, "%1.")) + number(1, 1) + number(2, 1) + number(3, 1, start)
    body = p("a", num="1") + p("b", num="2") + p("c", num="3") + p("d", num="3") + p("e", num="1")
    assert labels(tmp_path, body, numbering) == ["1.", "2.", "5.", "6.", "7."]


def test_a_list_may_override_a_level_whole(tmp_path: Path) -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", "lowerRoman", 3)}</w:lvlOverride>'
    numbering = definition(1, level(0, "%1.")) + number(1, 1, override)
    assert labels(tmp_path, p("a", num="1") + p("b", num="1"), numbering) == ["(iii)", "(iv)"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", ["1", "(a)", "2", "(a)"]),
        ('<w:lvlRestart w:val="0"/>', ["1", "(a)", "2", "(b)"]),
        ('<w:lvlRestart w:val="1"/>', ["1", "(a)", "2", "(a)"]),
    ],
)
def test_a_level_starts_anew_as_its_definition_says(
    tmp_path: Path, restart: str, expected: list[str]
) -> None:
    numbering = definition(1, level(0, "%1"), level(1, "(%2)", "lowerLetter", more=restart)) + number(1, 1)
    body = p("a", num="1:0") + p("b", num="1:1") + p("c", num="1:0") + p("d", num="1:1")
    assert labels(tmp_path, body, numbering) == expected


def test_articles_go_on_over_chapters_where_they_never_start_anew(tmp_path: Path) -> None:
    numbering = definition(
        1, level(0, "제%1장"), level(1, "제%2조", more='<w:lvlRestart w:val="0"/>')
    ) + number(1, 1)
    body = p("총칙", num="1:0") + p("목적", num="1:1") + p("협력", num="1:0") + p("분야", num="1:1")
    assert labels(tmp_path, body, numbering) == ["제1장", "제1조", "제2장", "제2조"]


STYLES = (
    style("h1", "heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>')
    + style("h2", "heading 2", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', based="h1")
    + style("Para", "Numbered paragraph", based="h2")
    + style("Plain", "Plain", '<w:numPr><w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="9"/>', based="h1")
)


BY_STYLE = definition(
    1,
    level(0, "Article %1", more='<w:pStyle w:val="h1"/>'),
    level(1, "%1.%2", more='<w:pStyle w:val="h2"/>'),
) + number(1, 1)


def test_styles_number_their_paragraphs_and_hand_that_on(tmp_path: Path) -> None:
    body = p("Scope", "h1") + p("Goods", "h2") + p("Services", "Para") + p("Not numbered.", "Plain")
    found = read(tmp_path, body + p("Term", "h1"), numbering=BY_STYLE, styles=STYLES)
    assert shown(found) == [
        "heading1 [Article 1] Scope",
        "heading2 [1.1] Goods",
        "heading2 [1.2] Services",
        "paragraph Not numbered.",
        "heading1 [Article 2] Term",
    ]


def test_a_paragraph_may_take_itself_out_of_its_styles_list(tmp_path: Path) -> None:
    body = p("Scope", "h1") + p("Preamble", "h1", "0:0") + p("Term", "h1")
    assert labels(tmp_path, body, BY_STYLE, STYLES) == ["Article 1", "", "Article 2"]


def test_a_definition_may_lie_behind_a_numbering_style(tmp_path: Path) -> None:
    numbering = (
        definition(1, more='<w:numStyleLink w:val="Treaty"/>')
        + definition(2, level(0, "§%1"), more='<w:styleLink w:val="Treaty"/>')
        + number(1, 1)
        + number(2, 2)
    )
    styles = style("Treaty", "Treaty", '<w:numPr><w:numId w:val="2"/></w:numPr>', kind="numbering")
    assert labels(tmp_path, p("a", num="1") + p("b", num="2"), numbering, styles) == ["§1", "§2"]


def test_bullets_of_symbol_fonts_are_bullets(tmp_path: Path) -> None:
    levels = (level(0, "\uf0b7", "bullet"), level(1, "o", "bullet"), level(2, "\uf0a7", "bullet"))
    body = p("AI", num="1:0") + p("Safety", num="1:1") + p("Tests", num="1:2")
    found = read(tmp_path, body, numbering=definition(1, *levels) + number(1, 1))
    assert shown(found) == ["item1 [•] AI", "item2 [◦] Safety", "item3 [▪] Tests"]


def test_a_custom_format_pads_with_zeros(tmp_path: Path) -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="01, 02, 03, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert labels(tmp_path, p("a", num="1"), definition(1, custom) + number(1, 1)) == ["01"]


@pytest.mark.parametrize(
    ("format", "printed"),
    [
        ("upperRoman", {1: "I", 4: "IV", 49: "XLIX", 1994: "MCMXCIV"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 54: "bbb"}),
        ("ganada", {1: "가", 14: "하", 15: "가가"}),
        ("chosung", {1: "ㄱ", 14: "ㅎ"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedParen", {3: "⑶"}),
        ("decimalEnclosedFullstop", {3: "⒊"}),
        ("koreanDigital", {3: "삼", 10: "일영", 25: "이오"}),
        ("koreanCounting", {3: "삼", 10: "십", 11: "십일", 25: "이십오", 110: "백십"}),
        ("koreanLegal", {1: "하나", 10: "열", 21: "스물하나", 100: "100"}),
        ("koreanDigital2", {12: "一二"}),
        ("ideographTraditional", {1: "甲", 10: "癸"}),
        ("japaneseCounting", {12: "十二", 20: "二十"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("ordinal", {1: "1st", 2: "2nd", 11: "11th", 23: "23rd"}),
        ("cardinalText", {1: "One", 21: "Twenty-one", 101: "One hundred one"}),
        ("ordinalText", {1: "First", 12: "Twelfth", 20: "Twentieth", 32: "Thirty-second"}),
        ("numberInDash", {2: "- 2 -"}),
        ("none", {2: ""}),
        ("something new", {7: "7"}),
    ],
)
def test_numbers_are_printed_as_word_prints_them(format: str, printed: dict[int, str]) -> None:
    assert {value: numeral(value, format) for value in printed} == printed


@given(
    st.integers(-5, 5000), st.sampled_from(["upperRoman", "ganada", "koreanCounting", "cardinalText", "x"])
)
def test_every_number_has_a_print(value: int, format: str) -> None:
    assert numeral(value, format)
