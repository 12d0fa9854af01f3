"""Ruled tables, rows over pages, and two languages that face each other in a PDF."""

from collections.abc import Sequence
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from tests.ingest.drawing import COSTS, KOREAN, KOREAN_TERMS, LATIN, REVIEW, TERMS, block, made, texts


def rows(
    canvas: Canvas, cells: Sequence[Sequence[Sequence[str]]], top: float, edges: Sequence[float]
) -> float:
    """A ruled table: cells of lines."""
    canvas.line(edges[0], top, edges[-1], top)
    y = top
    for row in cells:
        high = 12 * max(len(cell) for cell in row) + 6
        for x, cell in zip(edges, row, strict=False):
            for place, line in enumerate(cell):
                canvas.setFont(LATIN if line.isascii() else KOREAN, 9)
                canvas.drawString(x + 4, y - 11 - 12 * place, line)
        y -= high
        canvas.line(edges[0], y, edges[-1], y)
    for x in edges:
        canvas.line(x, top, x, y)
    return y


def test_a_bilingual_table_keeps_its_rows_paired_over_the_page(tmp_path: Path) -> None:
    edges = (50, 300, 550)
    first = [
        [["Article 1 (Purpose)"], ["제1조(목적)"]],
        [
            ["The Participants intend to exchange", "experts and to share the results of"],
            ["양측은 전문가를 교류한다."],
        ],
    ]
    second = [
        [["their joint research."], []],
        [["Article 2 (Costs)"], ["제2조(비용)"]],
    ]
    document = made(
        tmp_path,
        lambda canvas: rows(canvas, first, 200, edges),
        lambda canvas: rows(canvas, second, 800, edges),
    )
    assert texts(document) == [
        "Article 1 (Purpose) | 제1조(목적)",
        "The Participants intend to exchange experts and to share the results of their joint research. | "
        "양측은 전문가를 교류한다.",
        "Article 2 (Costs) | 제2조(비용)",
    ]
    assert {block.kind for block in document.blocks} == {"row"}
    cut = document.blocks[1]
    assert document.text[cut.start : cut.cells[0]].endswith("joint research.")
    assert [block.page for block in document.blocks] == [1, 1, 2]


def test_two_languages_that_face_each_other_without_lines_stay_paired(tmp_path: Path) -> None:
    pairs = [
        (TERMS, KOREAN_TERMS),
        (REVIEW, "공동위원회는 매년 1회 이상 회의를 열고 이행 상황을 점검한다."),
        (COSTS, KOREAN_TERMS),
    ]

    def page(canvas: Canvas) -> None:
        y = 780.0
        for english, korean in pairs:
            low = block(canvas, english, 50, y, 230)
            y = min(low, block(canvas, korean, 310, y, 235, KOREAN, 10)) - 8

    document = made(tmp_path, page, page)
    assert texts(document) == [f"{english} | {korean}" for english, korean in pairs * 2]
    assert {block.kind for block in document.blocks} == {"row"}


def test_a_table_with_names_above_numbers_has_a_header_row_that_comes_once(tmp_path: Path) -> None:
    edges = (50, 200, 350, 500)
    head = [["Item"], ["항목"], ["Amount"]]
    pages = (
        [head, [["Loan"], ["대출"], ["JPY 12"]]],
        [head, [["Training"], ["연수"], ["KRW 35"]]],
    )
    document = made(tmp_path, *(lambda canvas, part=part: rows(canvas, part, 700, edges) for part in pages))
    assert texts(document) == ["Item | 항목 | Amount", "Loan | 대출 | JPY 12", "Training | 연수 | KRW 35"]
    assert [block.level for block in document.blocks] == [1, 0, 0]


def test_a_table_without_outer_lines_is_a_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for row, (left, right) in enumerate((("Purpose", "1 July 2026"), ("Costs", "2 July 2026"))):
            canvas.setFont(LATIN, 10)
            canvas.drawString(60, 685 - 20 * row, left)
            canvas.drawString(260, 685 - 20 * row, right)
        for y in (700, 680, 660):
            canvas.line(50, y, 450, y)
        canvas.line(250, 700, 250, 660)

    assert texts(made(tmp_path, page)) == ["Purpose | 1 July 2026", "Costs | 2 July 2026"]


def test_a_box_round_text_is_no_table(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(40, 600, 515, 200)
        block(canvas, TERMS, 50, 780, 495)

    document = made(tmp_path, page)
    assert texts(document) == [TERMS]
    assert document.blocks[0].kind == "paragraph"


def test_an_empty_ruled_form_leaves_the_text_alone(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        block(canvas, TERMS, 50, 780, 495)
        rows(canvas, [[[], []], [[], []]], 600, (50, 300, 550))

    assert texts(made(tmp_path, page)) == [TERMS]
