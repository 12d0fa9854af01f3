"""PDFs as ministries make them, drawn here line by line: what the page shows is what is read."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.drawing import (
    BOLD,
    COSTS,
    KOREAN,
    KOREAN_TERMS,
    LATIN,
    REVIEW,
    TERMS,
    WIDTH,
    Draw,
    beside,
    block,
    made,
    texts,
    wrapped,
)


def test_three_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for column, text in enumerate((TERMS, REVIEW, TERMS)):
            block(canvas, text, 50 + 170 * column, 780, 150)

    assert texts(made(tmp_path, page)) == [TERMS, REVIEW, TERMS]


def test_columns_that_the_file_draws_line_by_line_are_not_mixed(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont(LATIN, 10)
        both = zip(wrapped(TERMS, LATIN, 10, 230), wrapped(TERMS, LATIN, 10, 230), strict=True)
        for row, (left, right) in enumerate(both):
            canvas.drawString(50, 780 - 12 * row, left)
            canvas.drawString(300, 780 - 12 * row, right)

    assert texts(made(tmp_path, page)) == [TERMS, TERMS]


def test_a_title_over_two_columns_comes_first_and_a_sentence_goes_on_in_the_next(tmp_path: Path) -> None:
    lines = list(wrapped(f"{TERMS} {REVIEW}", LATIN, 10, 230))

    def page(canvas: Canvas) -> None:
        canvas.setFont(BOLD, 16)
        canvas.drawCentredString(WIDTH / 2, 790, "Memorandum of Understanding on Supply Chains")
        canvas.setFont(LATIN, 10)
        half = len(lines) // 2
        for column, part in enumerate((lines[:half], lines[half:])):
            for row, line in enumerate(part):
                canvas.drawString(50 + 255 * column, 750 - 12 * row, line)

    document = made(tmp_path, page)
    assert texts(document) == ["Memorandum of Understanding on Supply Chains", f"{TERMS} {REVIEW}"]
    assert document.blocks[0].kind == "heading"


@pytest.mark.parametrize("number", ["- {} -", "{}/12", "Page {}", "{}", "{}쪽", "– {} / 12 –"])
def test_headers_footers_and_page_numbers_stand_beside_the_text(tmp_path: Path, number: str) -> None:
    def page(place: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.setFont(LATIN, 9)
            canvas.drawString(50, 810, "MOC-2026-014 Supply Chains")
            block(canvas, (TERMS, REVIEW, COSTS)[place], 50, 770, 495)
            canvas.setFont(KOREAN, 9)
            canvas.drawCentredString(WIDTH / 2, 30, number.format(place + 1))

        return draw

    document = made(tmp_path, *(page(place) for place in range(3)))
    assert texts(document) == [TERMS, REVIEW, COSTS]
    assert beside(document, "header") == [(n, "MOC-2026-014 Supply Chains") for n in (1, 2, 3)]
    assert beside(document, "page_number") == [(n, number.format(n)) for n in (1, 2, 3)]
    assert [block.page for block in document.blocks] == [1, 2, 3]


def test_headings_that_come_again_at_the_head_of_pages_stay(tmp_path: Path) -> None:
    def page(place: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.setFont(BOLD, 12)
            canvas.drawString(50, 780, f"Article {place + 1}")
            block(canvas, TERMS, 50, 760, 495)

        return draw

    document = made(tmp_path, *(page(place) for place in range(4)))
    assert [text for text in texts(document) if text != TERMS] == [f"Article {n}" for n in (1, 2, 3, 4)]


def noted(canvas: Canvas, call: str, note: Sequence[str], rule: bool) -> None:
    """A paragraph whose first sentence calls a note, and the note at the foot."""
    canvas.setFont(LATIN, 11)
    canvas.drawString(50, 780, "The Participants exchange experts every year.")
    canvas.setFont(LATIN, 6)
    canvas.drawString(50 + stringWidth("The Participants exchange experts every year.", LATIN, 11), 784, call)
    block(canvas, REVIEW, 50, 755, 495, size=11)
    if rule:
        canvas.line(50, 96, 200, 96)
    for row, line in enumerate(note):
        canvas.setFont(LATIN, 6)
        mark = call if not row else ""
        canvas.drawString(50, 83 - 10 * row, mark)
        canvas.setFont(LATIN, 8.5)
        canvas.drawString(50 + stringWidth(mark, LATIN, 6) + 3, 80 - 10 * row, line)


@pytest.mark.parametrize("rule", [True, False])
@pytest.mark.parametrize("call", ["1", "1)", "*", "†"])
def test_footnotes_stand_beside_the_text_and_point_to_their_call(
    tmp_path: Path, call: str, rule: bool
) -> None:
    note = ["Among them those of the national laboratories and of the", "universities named in Annex 1."]
    document = made(tmp_path, lambda canvas: noted(canvas, call, note, rule))
    assert texts(document) == ["The Participants exchange experts every year.", REVIEW]
    (aside,) = [aside for aside in document.asides if aside.kind == "footnote"]
    assert aside.text == " ".join(note)
    assert document.text[aside.at] == "."
    assert document.text[: aside.at].endswith("every year")


def test_small_numbered_print_that_nothing_calls_stays_in_the_text(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        block(canvas, REVIEW, 50, 780, 495, size=11)
        block(canvas, "1. Small print of an annex.", 50, 700, 495, size=8)

    assert texts(made(tmp_path, page)) == [REVIEW, "1. Small print of an annex."]


def test_wrapped_korean_is_put_together_without_spaces_inside_words(tmp_path: Path) -> None:
    document = made(tmp_path, lambda canvas: block(canvas, KOREAN_TERMS, 70, 780, 300, KOREAN, 11))
    assert texts(document) == [KOREAN_TERMS]


def test_paragraphs_go_on_over_the_page_and_finished_ones_do_not(tmp_path: Path) -> None:
    lines = list(wrapped(TERMS, LATIN, 10, 400))

    def part(rows: Sequence[str], after: str = "") -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.setFont(LATIN, 10)
            for row, line in enumerate(rows):
                canvas.drawString(50, 780 - 12 * row, line)
            block(canvas, after, 50, 780 - 12 * len(rows) - 10, 400)

        return draw

    assert texts(made(tmp_path, part(lines[:2]), part(lines[2:], COSTS), part([], REVIEW))) == [
        TERMS,
        COSTS,
        REVIEW,
    ]


def test_an_indented_first_line_starts_a_paragraph_and_a_hanging_one_goes_on(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        y = 780.0
        for text in (TERMS, REVIEW):
            lines = list(wrapped(text, LATIN, 10, 440))
            canvas.setFont(LATIN, 10)
            for row, line in enumerate(lines):
                canvas.drawString(70 if not row else 50, y, line)
                y -= 12
        for number, text in enumerate((TERMS, REVIEW), 1):
            canvas.drawString(50, y, f"{number}.")
            y = block(canvas, text, 68, y, 440)

    assert texts(made(tmp_path, page)) == [TERMS, REVIEW, f"1. {TERMS}", f"2. {REVIEW}"]


def test_a_reference_at_the_start_of_a_line_opens_nothing(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont(LATIN, 10)
        canvas.drawString(50, 780, "Nothing in this Memorandum changes what the Participants have agreed in ")
        canvas.drawString(
            50, 768, "Article 5 of the Agreement of 1999 on science and technology, as amended in the "
        )
        canvas.drawString(50, 756, "year 2004 by exchange of notes.")

    (text,) = texts(made(tmp_path, page))
    assert "agreed in Article 5 of the Agreement" in text


def test_a_number_above_its_title_stays_a_line_of_its_own(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont(BOLD, 12)
        canvas.drawCentredString(WIDTH / 2, 780, "ARTICLE 1")
        canvas.drawCentredString(WIDTH / 2, 764, "PURPOSE")
        block(canvas, TERMS, 50, 740, 495)

    assert texts(made(tmp_path, page)) == ["ARTICLE 1", "PURPOSE", TERMS]


def test_entries_of_a_table_of_contents_stay_apart(tmp_path: Path) -> None:
    entries = [
        f"Article {n} {title} {'.' * 60} {n}" for n, title in enumerate(("Purpose", "Areas", "Costs"), 1)
    ]

    def page(canvas: Canvas) -> None:
        for row, entry in enumerate(entries):
            block(canvas, entry, 50, 780 - 13 * row, 495)

    assert texts(made(tmp_path, page)) == entries


def test_bullets_are_items_with_their_depth(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont(KOREAN, 11)
        for row, (x, line) in enumerate(
            [
                (50, "□ 추진 배경"),
                (70, "○ 공급망 위기에 대응한다"),
                (90, "- 반도체를 우선한다"),
                (70, "○ 인력을 양성한다"),
            ]
        ):
            canvas.drawString(x, 780 - 20 * row, line)

    document = made(tmp_path, page)
    assert [(block.kind, block.level) for block in document.blocks] == [
        ("item", 1),
        ("item", 2),
        ("item", 3),
        ("item", 2),
    ]


def test_a_turned_page_reads_like_an_upright_one(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(WIDTH, 0)
        canvas.rotate(90)
        block(canvas, TERMS, 50, WIDTH - 60, 300)
        block(canvas, REVIEW, 400, WIDTH - 60, 300)

    assert texts(made(tmp_path, page)) == [TERMS, REVIEW]


def test_words_struck_out_are_not_read_and_underlined_ones_are(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont(LATIN, 11)
        canvas.drawString(50, 780, "The notice period is thirty sixty days.")
        for words, high in (("thirty", 3.2), ("sixty", -1.5)):
            left = 50 + stringWidth("The notice period is thirty sixty days.".split(words)[0], LATIN, 11)
            canvas.line(left, 780 + high, left + stringWidth(words, LATIN, 11), 780 + high)

    document = made(tmp_path, page)
    assert texts(document) == ["The notice period is sixty days."]
    assert document.metadata["struck_out"] == "thirty (1)"
