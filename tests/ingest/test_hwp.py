"""HWP and HWPX: automatic numbers, headings, notes, tracked changes, and what only HWP 5 has."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.ingest import read_text
from policynlp.ingest.hwp.model import Level
from policynlp.ingest.hwp.numbers import STYLES, number
from policynlp.ingest.hwp.numbers import Counter as Numbers
from policynlp.records import Document
from policynlp.segment import segment
from tests.ingest import hangul as h
from tests.ingest.hangul_samples import INFORMATION, TITLE, agreement, lines, read, section5, texts


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
            h.p(h.t("협력의 목적"), 0, 0),
            h.p(h.t("협력의 분야"), 0, 1),
            h.p(h.t(long), 0, 1),
            header=h.head(styles=["제목", "개요 1"]),
        )
    )
    assert lines(document) == [
        ("title", "", TITLE),
        ("heading", "", "협력의 목적"),
        ("heading", "", "협력의 분야"),
        ("paragraph", "", long),
    ]


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
