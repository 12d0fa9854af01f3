"""Tables of HWPX: rows, merged and nested cells, frames, captions."""

import pytest

from tests.ingest import hangul as h
from tests.ingest.hangul_samples import ARTICLES, lines, read, texts


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
