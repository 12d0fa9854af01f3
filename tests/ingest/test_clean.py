"""Cleaning removes what no reader sees and nothing else."""

import pytest

from policynlp.ingest.clean import is_page_number, normalise, without_furniture
from policynlp.ingest.joins import paragraphs, wrapped_width
from policynlp.ingest.spacing import Spacing
from policynlp.ingest.traced import Traced


def lines(text: str) -> list[Traced]:
    return normalise(Traced.of(text)).lines()


def read(text: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(without_furniture(lines(text)))]


def test_compatibility_characters_and_quotes_stay() -> None:
    assert normalise(Traced.of("① 연구ㆍ개발 “협정” ½ ﬁ")).text == "① 연구ㆍ개발 “협정” ½ ﬁ"


def test_soft_hyphens_and_zero_width_characters_go() -> None:
    assert normalise(Traced.of("co\u00adoper\u200bation\ufeff 협\u2060력")).text == "cooperation 협력"


def test_decomposed_hangul_is_put_together() -> None:
    assert normalise(Traced.of("\u1112\u1167\u11b8\u1105\u1167\u11a8")).text == "협력"


def test_page_numbers_are_known() -> None:
    assert all(map(is_page_number, ["- 3 -", "3 / 12", "Page 4", "– 12 –", "[7]"[:-1] + "-"]))
    assert not any(map(is_page_number, ["1.", "(1)", "1)", "제3조", "2026"]))


def test_running_headers_and_page_numbers_go() -> None:
    pages = [
        f"MOU 2026-{page}\nThe Parties agree on point {word}.\n- {page} -"
        for page, word in enumerate(("one", "two", "three", "four"), 1)
    ]
    assert read("\f".join(pages)) == [
        f"The Parties agree on point {word}." for word in ("one", "two", "three", "four")
    ]


def test_a_line_that_merely_repeats_stays() -> None:
    text = "Done.\nDone.\nDone.\nDone."
    assert read(text) == ["Done."] * 4


ENGLISH = """1. The Secretariat shall keep the list of experts, shall publish it each year in
both languages and shall send a copy of it to each of the Parties before the com-
mencement of the first meeting.
2. The list shall show for each expert the field of work and the employer, and for
each employer its seat.
"""


def test_wrapped_english_lines_are_joined_and_hyphens_mended() -> None:
    first, second = read(ENGLISH)
    assert first.endswith("before the commencement of the first meeting.")
    assert second == (
        "2. The list shall show for each expert the field of work and the employer, "
        "and for each employer its seat."
    )


KOREAN = (
    "1. 양 당사자는 해양 관측 자료의 교환과 관련하여 이 협정에 규정된 절차에 따라 각자의 시행기\n"
    "관을 지정하고 그 시행기관의 명칭을 상대방에게 통보하며 시행기관은 매년 한 차례씩 관측 자료 \n"
    "목록을 작성하여 상대방의 시행기관에 전달하여야 한다. 이 경우 목록에는 관측 시기와 관측 장소\n"
    "를 명시한다.\n"
    "2. 시행기관은 관측 자료의 비밀을 보호한다.\n"
)


def test_korean_lines_broken_inside_words_are_joined() -> None:
    first, second = read(KOREAN)
    assert "시행기관을 지정하고" in first
    assert "관측 자료 목록을 작성하여" in first
    assert first.endswith("관측 장소를 명시한다.")
    assert second == "2. 시행기관은 관측 자료의 비밀을 보호한다."


def test_one_paragraph_a_line_is_not_wrapped_text() -> None:
    assert (
        wrapped_width(["제1조(목적)", "이 협정은 협력을 증진한다.", "제2조", "당사자는 매년 회합한다."]) == 0
    )


def test_a_blank_line_inside_an_english_sentence_does_not_end_it() -> None:
    assert read("The fund was part of the European\n\nand later of the Asian programme.") == [
        "The fund was part of the European and later of the Asian programme."
    ]


def test_recitals_in_lower_case_stay_apart() -> None:
    assert read("The Parties,\n\nrecognising the need,\n\ndesiring peace,") == [
        "The Parties,",
        "recognising the need,",
        "desiring peace,",
    ]


def test_articles_that_happen_to_open_pages_stay() -> None:
    pages = [f"Article {page}\nThe Parties agree.\n- {page} -" for page in range(1, 6)]
    assert [line for line in read("\f".join(pages)) if line.startswith("Article")] == [
        f"Article {page}" for page in range(1, 6)
    ]


@pytest.mark.parametrize(
    ("before", "after", "glue"),
    [
        ("협력을 강화하고", "자 한다.", ""),
        ("협력하고", "자료를 교환한다.", " "),
        ("통보하여", "야 한다.", ""),
        ("이전하지 아니", "한다.", ""),
    ],
)
def test_endings_that_a_line_broke_in_two_are_mended(before: str, after: str, glue: str) -> None:
    assert Spacing.of([]).settled(before, after) == glue
