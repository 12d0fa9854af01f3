"""HWP 5 and HWPX: numbers, tables, notes and tracked changes, and a sentence for what cannot be read."""

import struct
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policynlp.errors import PolicyNLPError, UnreadableError
from policynlp.ingest import read_file, read_text
from policynlp.ingest.hwp.model import Level
from policynlp.ingest.hwp.numbers import STYLES, number
from policynlp.ingest.hwp.numbers import Counter as Numbers
from policynlp.ingest.reader import read_bytes
from policynlp.records import Document
from policynlp.segment import segment
from tests.ingest import hangul as h

ARTICLES = (("제^1조", "DIGIT"), ("^2", "CIRCLED_DIGIT"), ("^3.", "DIGIT"), ("^4.", "HANGUL_SYLLABLE"))
TITLE = "해양 관측 협력에 관한 양해각서"


def read(data: bytes, name: str = "a.hwpx") -> Document:
    return read_bytes(data, Path(name), location=name)


def lines(document: Document) -> list[tuple[str, str, str]]:
    return [(block.kind, block.label, document.text[block.start : block.end]) for block in document.blocks]


def texts(document: Document) -> list[str]:
    return document.text.split("\n")


def refused(data: bytes, name: str = "a.hwpx") -> str:
    """The code of the sentence; the sentence names the file in both languages."""
    with pytest.raises(UnreadableError) as caught:
        read(data, name)
    assert caught.value.said("en").startswith(f"{name}: ")
    assert caught.value.said("ko").startswith(f"{name}: ")
    return caught.value.code


# Numbers


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("DIGIT", "1 2 3 15 47"),
        ("CIRCLED_DIGIT", "① ② ③ ⑮ ㊼"),
        ("ROMAN_CAPITAL", "I II III XV XLVII"),
        ("ROMAN_SMALL", "i ii iii xv xlvii"),
        ("LATIN_CAPITAL", "A B C O 47"),
        ("LATIN_SMALL", "a b c o 47"),
        ("CIRCLED_LATIN_CAPITAL", "Ⓐ Ⓑ Ⓒ Ⓞ 47"),
        ("CIRCLED_LATIN_SMALL", "ⓐ ⓑ ⓒ ⓞ 47"),
        ("HANGUL_SYLLABLE", "가 나 다 거 무"),
        ("CIRCLED_HANGUL_SYLLABLE", "㉮ ㉯ ㉰ 15 47"),
        ("HANGUL_JAMO", "ㄱ ㄴ ㄷ 15 47"),
        ("CIRCLED_HANGUL_JAMO", "㉠ ㉡ ㉢ 15 47"),
        ("HANGUL_PHONETIC", "일 이 삼 십오 사십칠"),
        ("IDEOGRAPH", "一 二 三 十五 四十七"),
        ("CIRCLED_IDEOGRAPH", "㊀ ㊁ ㊂ 15 47"),
        ("DECAGON_CIRCLE", "갑 을 병 15 47"),
        ("DECAGON_CIRCLE_HANJA", "甲 乙 丙 15 47"),
    ],
)
def test_every_style_of_number_is_printed_as_hangul_prints_it(style: str, printed: str) -> None:
    assert " ".join(number(value, style) for value in (1, 2, 3, 15, 47)) == printed


def test_the_styles_stand_at_the_codes_of_hwp_5() -> None:
    assert [STYLES.index(name) for name in ("DIGIT", "HANGUL_SYLLABLE", "IDEOGRAPH")] == [0, 8, 13]


def test_a_deeper_level_counts_anew_and_a_skipped_one_counts_as_begun() -> None:
    levels = [Level("^1.", "DIGIT"), Level("^1.^2.", "DIGIT"), Level("^1.^2.^3.", "DIGIT")]
    numbers = Numbers()
    labels = [numbers.label(1, levels, depth) for depth in (0, 1, 1, 0, 1, 0, 2, 1)]
    assert labels == ["1.", "1.1.", "1.2.", "2.", "2.1.", "3.", "3.1.1.", "3.2."]


def test_lists_of_other_numberings_count_apart_and_begin_where_they_say() -> None:
    numbers, first, second = Numbers(), [Level("(^1)", "DIGIT")], [Level("^1)", "LATIN_SMALL", 3)]
    labels = [
        numbers.label(which, levels, 0)
        for which, levels in [(1, first), (2, second), (1, first), (2, second)]
    ]
    assert labels == ["(1)", "c)", "(2)", "d)"]


def test_a_template_may_stand_for_the_numbers_of_all_levels() -> None:
    numbers, levels = Numbers(), [Level("^N", "DIGIT"), Level("^n", "DIGIT"), Level("^N", "LATIN_SMALL")]
    assert [numbers.label(1, levels, depth) for depth in (0, 1, 2, 2)] == ["1.", "1.1", "1.1.a.", "1.1.b."]


@given(st.integers(-5, 10**6), st.sampled_from(STYLES))
def test_no_number_is_ever_empty(value: int, style: str) -> None:
    assert number(value, style)


def agreement() -> bytes:
    shapes = [h.numbered(level) for level in range(4)]
    return h.hwpx(
        h.p(h.t(TITLE)),
        h.p(h.t("(목적)"), 1),
        h.p(h.t("양측은 해양 관측의 협력을 강화하고자 한다."), 2),
        h.p(h.t("협력 분야는 다음 각 호와 같다."), 2),
        h.p(h.t("공동 연구"), 3),
        h.p(h.t("연안 연구"), 4),
        h.p(h.t("심해 연구"), 4),
        h.p(h.t("자료 교환"), 3),
        h.p(h.t("이 각서는 서명한 날에 발효한다."), 1),
        header=h.head(ARTICLES, shapes),
    )


TYPED = f"""{TITLE}

제1조 (목적)

① 양측은 해양 관측의 협력을 강화하고자 한다.

② 협력 분야는 다음 각 호와 같다.

1. 공동 연구

가. 연안 연구

나. 심해 연구

2. 자료 교환

제2조

이 각서는 서명한 날에 발효한다.
"""


def test_automatic_numbers_give_the_same_clauses_as_typed_ones() -> None:
    automatic, typed = segment(read(agreement())), segment(read_text(TYPED, id="typed"))
    assert [(one.label, one.text, one.path, one.kind) for one in automatic] == [
        (one.label, one.text, one.path, one.kind) for one in typed
    ]


def test_an_article_without_a_title_is_an_article() -> None:
    last = segment(read(agreement()))[-1]
    assert (last.label, last.anchor) == ("제2조", "article-2")


def test_the_outline_is_numbered_by_the_numbering_of_its_section() -> None:
    document = read(
        h.hwpx(
            h.p('<hp:run><hp:secPr outlineShapeIDRef="1"/><hp:t>협력의 목적</hp:t></hp:run>', 1),
            h.p(h.t("양측은 협력한다."), 0),
            h.p(h.t("협력의 분야"), 1),
            header=h.head([("^1.", "ROMAN_CAPITAL")], ['type="OUTLINE" idRef="0" level="0"']),
        )
    )
    assert lines(document) == [
        ("heading", "I.", "협력의 목적"),
        ("paragraph", "", "양측은 협력한다."),
        ("heading", "II.", "협력의 분야"),
    ]


def test_headings_are_known_by_their_style_unless_they_are_whole_provisions() -> None:
    long = "양측은 해양 관측 분야에서 서로 협력하며 그 성과를 함께 나눈다."
    document = read(
        h.hwpx(
            h.p(h.t(TITLE), 0, 0),
            h.p(h.t("협력의 분야"), 0, 1),
            h.p(h.t(long), 0, 1),
            header=h.head(styles=["제목", "개요 1"]),
        )
    )
    assert lines(document) == [("title", "", TITLE), ("heading", "", "협력의 분야"), ("paragraph", "", long)]


def test_bullets_are_items_with_a_letter_that_every_font_has() -> None:
    document = read(
        h.hwpx(
            h.p(h.t("분야는 다음과 같다.")),
            h.p(h.t("양자"), 1),
            header=h.head(shapes=['type="BULLET" idRef="1" level="0"']),
        )
    )
    assert lines(document)[1] == ("item", "●", "양자")


@pytest.mark.parametrize(
    ("private", "shown"),
    [
        ("\U000f02b1", "①"),
        ("\U000f02c4", "⑳"),
        ("\U000f02ce", "❶"),
        ("\U000f02e1", "⓴"),
        ("\U000f012b", "(인)"),
    ],
)
def test_characters_of_hanguls_own_fonts_are_read_as_those_of_unicode(private: str, shown: str) -> None:
    assert texts(read(h.hwpx(h.p(h.t(f"{private} 협력"))))) == [f"{shown} 협력"]
    assert texts(read(h.hwp(h.para(0, f"{private} 협력")), "a.hwp")) == [f"{shown} 협력"]


# Tables


def test_a_row_is_a_block_that_knows_its_cells_and_a_merged_cell_stands_once() -> None:
    document = read(
        h.hwpx(
            h.p(
                h.table(
                    [h.cell(0, 0, "항목", header=1), h.cell(0, 1, "금액", header=1)],
                    [h.cell(1, 0, "기금", rows=2), h.cell(1, 1, "1억 달러", "2억 원")],
                    [h.cell(2, 1, "3억 원")],
                    [h.cell(3, 0, "모두 함께", columns=2)],
                )
            )
        )
    )
    assert texts(document) == ["항목 | 금액", "기금 | 1억 달러 2억 원", " | 3억 원", "모두 함께"]
    assert [block.level for block in document.blocks] == [1, 0, 0, 0]
    second = document.blocks[1]
    assert [
        document.text[second.start : second.cells[0]],
        document.text[second.cells[0] + 3 : second.end],
    ] == [
        "기금",
        "1억 달러 2억 원",
    ]
    assert second.cells[-1] == second.end


def test_a_table_inside_a_cell_follows_the_row() -> None:
    inner = h.p(h.table([h.cell(0, 0, "연안"), h.cell(0, 1, "심해")]))
    document = read(h.hwpx(h.p(h.table([h.cell(0, 0, "분야", inner), h.cell(0, 1, "비고")]))))
    assert texts(document) == ["분야 | 비고", "연안 | 심해"]


@pytest.mark.parametrize(
    "rows",
    [
        [[h.cell(0, 0, "제1조(목적)", "① 협력한다.")]],
        [[h.cell(0, 0, "제1조(목적)")], [h.cell(1, 0, "① 협력한다.")]],
        [[h.cell(0, 0, ""), h.cell(0, 1, "제1조(목적)", "① 협력한다."), h.cell(0, 2, " ")]],
    ],
    ids=["one cell", "one column", "one full cell"],
)
def test_a_table_that_is_only_a_frame_is_paragraphs(rows: list[list[str]]) -> None:
    document = read(h.hwpx(h.p(h.table(*rows))))
    assert lines(document) == [("paragraph", "", "제1조(목적)"), ("paragraph", "", "① 협력한다.")]


LONG = "양측은 해양 관측 분야에서 서로 협력하며 그 성과를 함께 나누고 널리 알리기로 한다. " * 5


def test_a_page_laid_out_as_a_row_is_read_cell_by_cell() -> None:
    inner = h.p(h.table([h.cell(0, 0, "연안"), h.cell(0, 1, "심해")]))
    left = h.cell(0, 0, "제1조(목적)", LONG, inner, LONG, LONG)
    document = read(h.hwpx(h.p(h.table([left, h.cell(0, 1, "제2조(발효)", LONG)]))))
    assert [text[:8] for text in texts(document)] == [
        "제1조(목적)", LONG[:8], "연안 | 심해", LONG[:8], LONG[:8], "제2조(발효)", LONG[:8],
    ]  # fmt: skip


def test_two_languages_side_by_side_are_rows_where_their_paragraphs_pair() -> None:
    korean = h.cell(0, 0, "제1조(목적)", LONG, LONG)
    english = h.cell(0, 1, "Article 1", "The Participants cooperate.", "They share the results.")
    assert [text.split(" | ")[1] for text in texts(read(h.hwpx(h.p(h.table([korean, english])))))] == [
        "Article 1",
        "The Participants cooperate.",
        "They share the results.",
    ]


def test_a_table_of_contents_is_not_read_twice() -> None:
    document = read(
        h.hwpx(
            h.p(h.t("제1조 목적 3"), 0, 1), h.p(h.t("제1조 목적")), header=h.head(styles=["바탕글", "차례 1"])
        )
    )
    assert texts(document) == ["제1조 목적"]


def test_numbers_in_cells_are_part_of_their_text() -> None:
    rows = [h.cell(0, 0, h.p(h.t("(목적)"), 1)), h.cell(0, 1, "(Purpose)")]
    document = read(h.hwpx(h.p(h.table(rows)), header=h.head(ARTICLES, [h.numbered(0)])))
    assert texts(document) == ["제1조 (목적) | (Purpose)"]


def test_a_caption_stands_where_it_is_printed() -> None:
    number_of = (
        '<hp:ctrl><hp:autoNum num="2" numType="TABLE"><hp:autoNumFormat type="DIGIT"/></hp:autoNum></hp:ctrl>'
    )
    caption = (
        f'<hp:caption side="TOP">{h.sublist(h.p(h.t("표 ") + h.run(number_of) + h.t(" 기금")))}</hp:caption>'
    )
    document = read(h.hwpx(h.p(h.table([h.cell(0, 0, "가"), h.cell(0, 1, "나")], extra=caption))))
    assert texts(document) == ["표 2 기금", "가 | 나"]


def test_a_floating_table_does_not_cut_the_sentence_it_hangs_on() -> None:
    floating = '<hp:pos treatAsChar="0"/>'
    inside = (
        h.t("양측은 ") + h.table([h.cell(0, 0, "가"), h.cell(0, 1, "나")], extra=floating) + h.t("협력한다.")
    )
    assert texts(read(h.hwpx(h.p(inside)))) == ["양측은 협력한다.", "가 | 나"]


# What stands beside the text


def test_notes_headers_and_comments_are_kept_apart_with_their_places() -> None:
    def ctrl(name: str, text: str, more: str = "") -> str:
        return h.run(f"<hp:ctrl><hp:{name} {more}>{h.sublist(h.p(h.t(text)))}</hp:{name}></hp:ctrl>")

    document = read(
        h.hwpx(
            h.p(ctrl("header", "머리말") + ctrl("footer", "꼬리말") + h.t(TITLE)),
            h.p(
                h.t("양측은 협력")
                + ctrl("footNote", "각주")
                + h.t("한다.")
                + ctrl("endNote", "미주")
                + ctrl("hiddenComment", "숨은 설명")
                + ctrl("fieldBegin", "메모", 'type="MEMO"')
            ),
        )
    )
    assert texts(document) == [TITLE, "양측은 협력한다."]
    assert [(aside.kind, aside.text) for aside in document.asides] == [
        ("header", "머리말"),
        ("footer", "꼬리말"),
        ("footnote", "각주"),
        ("footnote", "미주"),
        ("comment", "숨은 설명"),
        ("comment", "메모"),
    ]
    assert document.text[: document.asides[2].at + 1].endswith("양측은 협력")
    assert document.asides[0].at == -1


def test_text_boxes_come_after_their_paragraph_and_fields_keep_their_text() -> None:
    box = f"<hp:rect><hp:drawText>{h.sublist(h.p(h.t('상자 안의 글')))}</hp:drawText><hp:sz/></hp:rect>"
    field = '<hp:ctrl><hp:fieldBegin type="CLICK_HERE"><hp:parameters/></hp:fieldBegin></hp:ctrl>'
    document = read(
        h.hwpx(h.p(h.t("당사자는 ") + h.run(box) + h.run(field) + h.t("대한민국 정부") + h.t("이다.")))
    )
    assert texts(document) == ["당사자는 대한민국 정부이다.", "상자 안의 글"]


def test_equations_are_their_script_and_line_breaks_end_lines() -> None:
    equation = "<hp:equation><hp:script>x over y</hp:script></hp:equation>"
    document = read(
        h.hwpx(
            h.p(h.t("비율은 ") + h.run(equation) + h.t("이다.")),
            h.p(h.run("<hp:t>제1조 목적<hp:lineBreak/>협력을 강화한다.</hp:t>")),
        )
    )
    assert texts(document) == ["비율은 x over y이다.", "제1조 목적", "협력을 강화한다."]


# Tracked changes


def change(kind: str, id: int) -> tuple[str, str]:
    return f'<hp:{kind}Begin Id="{id}"/>', f'<hp:{kind}End Id="{id}"/>'


def test_deleted_words_are_not_read_and_inserted_ones_are() -> None:
    (gone, back), (new, old) = change("delete", 1), change("insert", 2)
    text = f"양측은 {gone}협력하여야 한다{back}{new}협력하고자 한다{old}."
    assert texts(read(h.hwpx(h.p(h.run(f"<hp:t>{text}</hp:t>"))))) == ["양측은 협력하고자 한다."]


def test_a_deletion_over_the_end_of_a_paragraph_joins_the_two() -> None:
    gone, back = change("delete", 1)
    document = read(
        h.hwpx(
            h.p(h.run(f"<hp:t>양측은 {gone}서로</hp:t>")),
            h.p(h.run("<hp:t>또한</hp:t>")),
            h.p(h.run(f"<hp:t>늘{back}협력한다.</hp:t>")),
        )
    )
    assert texts(document) == ["양측은 협력한다."]


def test_a_deletion_that_never_ends_deletes_nothing() -> None:
    gone, _ = change("delete", 1)
    document = read(h.hwpx(h.p(h.run(f"<hp:t>양측은 {gone}서로</hp:t>")), h.p(h.t("협력한다."))))
    assert texts(document) == ["양측은 서로", "협력한다."]


# HWP 5


def note5(name: str, text: str) -> bytes:
    return h.control(1, name, bytes(8), h.record(72, 2, bytes(8)) + h.para(2, text))


def section5() -> bytes:
    counted = h.control(3, "atno", struct.pack("<IHHHH", 1, 3, 0, 0, ord(")")))
    footnote = h.para(2, h.mark(18, "atno"), " 각주", controls=counted)
    caption = h.record(72, 2, struct.pack("<iII", 1, 0, 3)) + h.para(2, "표의 설명")
    nested = h.para(
        2, h.mark(11, "tbl "), controls=h.table5(3, h.cell5(4, 0, 0, "연안"), h.cell5(4, 0, 1, "심해"))
    )
    rows = h.table5(
        1,
        h.cell5(2, 0, 0, "항목", flags=1 << 18),
        h.cell5(2, 0, 1, "금액", flags=1 << 18),
        h.cell5(2, 1, 0, "기금", nested, rows=2),
        h.cell5(2, 1, 1, "1억 달러"),
        h.cell5(2, 2, 1, "2억 원"),
        caption=caption,
    )
    definition = h.control(1, "secd", bytes(14) + b"\x01\0", h.record(72, 2, bytes(8)) + h.para(2, "바탕쪽"))
    return b"".join(
        (
            h.para(
                0,
                h.mark(2, "secd"),
                h.mark(16, "head"),
                h.mark(16, "foot"),
                TITLE,
                controls=definition + note5("head", "머리말") + note5("foot", "꼬리말"),
            ),
            h.para(0, "(목적)", shape=1),
            h.para(
                0,
                "양측은 협력",
                h.mark(17, "fn  "),
                "한다.",
                h.mark(15, "tcmt"),
                shape=2,
                controls=h.control(1, "fn  ", bytes(8), h.record(72, 2, bytes(8)) + footnote)
                + note5("tcmt", "숨은 설명"),
            ),
            h.para(0, "금액은 다음과 같다.", h.mark(11, "tbl "), shape=2, controls=rows),
            h.para(0, "(발효)", shape=1),
            h.para(
                0,
                "서명한 날에 ",
                h.mark(3, "%clk"),
                "발효",
                h.mark(4, "%clk"),
                "한다.",
                controls=h.control(1, "%clk"),
            ),
        )
    )


INFORMATION = h.information([("제^1조", 0), ("^2", 1)], ["바탕글"])


def test_hwp_5_gives_numbers_rows_and_notes() -> None:
    document = read(h.hwp(section5(), INFORMATION), "a.hwp")
    assert lines(document) == [
        ("paragraph", "", TITLE),
        ("heading", "제1조", "(목적)"),
        ("item", "①", "양측은 협력한다."),
        ("item", "②", "금액은 다음과 같다."),
        ("row", "", "항목 | 금액"),
        ("row", "", "기금 | 1억 달러"),
        ("row", "", "연안 | 심해"),
        ("row", "", " | 2억 원"),
        ("paragraph", "", "표의 설명"),
        ("heading", "제2조", "(발효)"),
        ("paragraph", "", "서명한 날에 발효한다."),
    ]
    assert [(aside.kind, aside.text) for aside in document.asides] == [
        ("header", "바탕쪽"),
        ("header", "머리말"),
        ("footer", "꼬리말"),
        ("footnote", "3) 각주"),
        ("comment", "숨은 설명"),
    ]
    assert document.text[: document.asides[3].at + 1].endswith("양측은 협력")


@pytest.mark.parametrize("compressed", [True, False])
def test_a_distribution_file_is_read(compressed: bool) -> None:
    """The last record makes the streams longer than what a compound file keeps among its small ones."""
    section, information = (part + h.record(100, 0, bytes(4500)) for part in (section5(), INFORMATION))
    data = h.hwp(
        h.para(0, "이 문서는 상위 버전의 배포용 문서입니다."),
        INFORMATION,
        flags=4 + compressed,
        streams={
            "DocInfo": h.deflated(information) if compressed else information,
            "ViewText/Section0": h.distributed(h.deflated(section) if compressed else section),
        },
    )
    assert lines(read(data, "a.hwp")) == lines(read(h.hwp(section5(), INFORMATION), "a.hwp"))


def test_the_text_with_deleted_words_beside_the_final_one_is_not_read() -> None:
    marked = h.deflated(h.para(0, "양측은 협력하여야 협력하고자 한다."))
    data = h.hwp(
        h.para(0, "양측은 협력하고자 한다."), flags=1 | 1 << 14, streams={"ViewText/Section0": marked}
    )
    assert texts(read(data, "a.hwp")) == ["양측은 협력하고자 한다."]


def summary(title: str, author: str) -> bytes:
    values = [
        struct.pack("<II", 0x1F, len(text) + 1) + f"{text}\0".encode("utf-16-le") for text in (title, author)
    ]
    values.append(struct.pack("<IQ", 0x40, 132537600000000000))
    place, index = 8 + 8 * len(values), b""
    for name, value in zip((2, 4, 13), values, strict=True):
        index += struct.pack("<II", name, place)
        place += len(value)
    return bytes(44) + struct.pack("<III", 48, 0, len(values)) + index + b"".join(values)


def test_title_author_and_day_are_believed_where_they_look_real() -> None:
    def read_with(title: str, author: str) -> Document:
        stream = {"\x05HwpSummaryInformation": summary(title, author)}
        return read(h.hwp(h.para(0, TITLE) + h.para(0, "양측은 협력한다."), streams=stream), "a.hwp")

    real, filled = read_with(TITLE, "해양수산부 국제협력총괄과"), read_with("붙임", "HSK14")
    assert (real.title, dict(real.metadata)) == (
        TITLE,
        {"author": "해양수산부 국제협력총괄과", "modified": "2020-12-30"},
    )
    assert (filled.title, dict(filled.metadata)) == (TITLE, {"modified": "2020-12-30"})


def test_a_property_set_that_names_a_billion_properties_takes_no_time() -> None:
    broken = bytes(44) + struct.pack("<III", 48, 0, 10**9)
    document = read(h.hwp(h.para(0, TITLE), streams={"\x05HwpSummaryInformation": broken}), "a.hwp")
    assert dict(document.metadata) == {}


# What cannot be read


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (h.hwp(h.para(0, "글"), flags=3), "a.hwp", "hwp-password"),
        (h.hwp(h.para(0, "글"), flags=17), "a.hwp", "hwp-rights"),
        (h.hwp(h.para(0, "글"), flags=5), "a.hwp", "hwp-placeholder"),
        (h.hwp(h.para(0, "글"), flags=5, streams={"ViewText/Section0": b"x"}), "a.hwp", "hwp-placeholder"),
        (h.hwp(h.para(0, "이 문서는 상위 버전의 배포용 문서입니다.")), "a.hwp", "hwp-placeholder"),
        (h.hwp(h.para(0, "글"), storage="Elsewhere"), "a.hwp", "hwp-no-section"),
        (h.hwp(b"\x42\0\xf0\0" + bytes(3)), "a.hwp", "hwp-broken"),
        (h.hwp(h.para(0, "글")[:-3]), "a.hwp", "hwp-broken"),
        (h.hwp(b"", streams={"BodyText/Section0": b"\xff" * 5000}), "a.hwp", "hwp-broken"),
        (h.hwp(h.record(66, 500)), "a.hwp", "hwp-too-many"),
        (h.hwp(h.para(0, "  ")), "a.hwp", "no-text"),
        (h.ole({"Workbook": b"x"}), "a.hwp", "hwp-no-header"),
        (h.hwp(h.para(0, "글"))[:700], "a.hwp", "hwp-broken"),
        (b"HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05" + bytes(99), "a.hwp", "hwp-3"),
        (b"\0" * 600, "a.hwp", "hwp-no-ole"),
        (b"\0" * 600, "a.hwpx", "hwpx-no-zip"),
        (
            h.hwpx(h.p(h.t("글")), parts={"META-INF/manifest.xml": "<m><encryption-data/></m>"}),
            "a.hwpx",
            "hwp-password",
        ),
        (h.packed({"mimetype": "application/hwp+zip"}), "a.hwpx", "hwp-no-section"),
        (agreement()[:-200], "a.hwpx", "zip-cut-off"),
        (h.hwpx("<hp:p>"), "a.hwpx", "xml-broken"),
        (h.hwpx(h.p(h.t("이 문서는 상위 버전의 배포용 문서입니다."))), "a.hwpx", "hwp-placeholder"),
        (
            h.hwpx(parts={"Contents/section0.xml": '<!DOCTYPE s [<!ENTITY a "aa">]><s><p>&a;</p></s>'}),
            "a.hwpx",
            "xml-doctype",
        ),
        (
            h.hwpx(h.p(""), parts={"Contents/section1.xml": f"<s>{' ' * (30 << 20)}</s>"}),
            "a.hwpx",
            "zip-bomb",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_named_in_one_sentence(data: bytes, name: str, code: str) -> None:
    assert refused(data, name) == code


def test_a_stream_that_inflates_without_end_is_stopped() -> None:
    bomb = h.deflated(bytes(200 << 20))
    assert refused(h.hwp(b"", streams={"BodyText/Section0": bomb}), "a.hwp") == "hwp-too-large"


def test_the_content_decides_not_the_extension() -> None:
    assert read(agreement(), "a.hwp").source.format == "hwpx"
    assert read(h.hwp(section5(), INFORMATION), "a.hwpx").source.format == "hwp"


def test_a_package_without_mimetype_manifest_and_header_is_read() -> None:
    section = f'<sec xmlns:hp="{h.HP}">{h.p(h.t(TITLE))}</sec>'
    assert texts(read(h.packed({"Contents/section0.xml": section}))) == [TITLE]


def read_or_refused(data: bytes, name: str) -> str:
    """The text, or the sentence that says why not; any other error goes through."""
    try:
        return read(data, name).text.strip()
    except PolicyNLPError as error:
        return error.said("ko")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_mutated_file_is_read_or_refused_in_one_sentence(data: st.DataObject) -> None:
    name, whole = data.draw(
        st.sampled_from([("a.hwpx", agreement()), ("a.hwp", h.hwp(section5(), INFORMATION))])
    )
    changed = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    assert read_or_refused(bytes(changed), name)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_mutated_records_are_read_or_refused_in_one_sentence(data: st.DataObject) -> None:
    parts = [bytearray(section5()), bytearray(INFORMATION)]
    for _ in range(data.draw(st.integers(1, 8))):
        part = data.draw(st.sampled_from(parts))
        part[data.draw(st.integers(0, len(part) - 1))] = data.draw(st.sampled_from([0, 1, 2, 66, 127, 255]))
    assert read_or_refused(h.hwp(*map(bytes, parts)), "a.hwp")


# Real files


TEXTLESS = {
    "inserting_image_cell.hwp", "making_caption.hwp", "setting-celltext-by-field.hwp", "2022.hwpx",
    "HeaderFooter.hwpx", "SimpleComboBox.hwpx", "SimpleEllipse.hwpx", "SimpleLine.hwpx", "SimpleOLE.hwpx",
}  # fmt: skip
"""Files with pictures, empty tables or nothing but a header in them."""


def letters(text: str) -> Counter[str]:
    return Counter(letter for letter in text if not letter.isspace() and letter != "|")


def test_real_files_lose_no_letter_that_another_reader_finds(shared: Path) -> None:
    import syhwp

    lost = {}
    for path in sorted((shared / "data" / "hwp").iterdir()):
        other = letters(syhwp.extract_text(str(path)).replace("[그림]", "").replace("그림\n", ""))
        name = path.name.split("__")[-1]
        if name in TEXTLESS:
            assert refused(path.read_bytes(), path.name) == "no-text"
            continue
        document = read_file(path)
        beside = "".join(aside.text for aside in document.asides)
        missing = other - letters(document.text + beside)
        if missing:
            lost[name] = "".join(missing.elements())
    assert lost == {"ChangeTrack.hwpx": "추적"}, "only what a tracked change deleted"


@pytest.mark.parametrize("kind", ["hwp", "hwpx"])
def test_samples_hold_the_known_text_and_every_label(shared: Path, kind: str) -> None:
    folder = shared / "data" / "samples"
    sys.path.insert(0, str(folder))
    try:
        import content
    finally:
        sys.path.remove(str(folder))
    document = read_file(folder / "out" / f"auto_numbered.{kind}")
    expected = [("", content.TITLE_KO)]
    for place, (_, title, paragraphs, items) in enumerate(content.ARTICLES, 1):
        expected.append((f"제{place}조", f"({title})"))
        expected += [(chr(0x245F + at), text) for at, (_, text) in enumerate(paragraphs, 1)]
        expected += [("", f"{at}. {text}") for at, (_, text) in enumerate(items, 1)]
    expected += [("", " | ".join(row)) for row in content.TABLE]
    expected.append(("", "붙임 1부. 끝."))
    assert [(label, text) for _, label, text in lines(document)] == expected
