"""Sample documents for the HWP tests, and how the tests look at what came out."""

import struct
from pathlib import Path

import pytest

from policynlp.errors import UnreadableError
from policynlp.ingest.reader import read_bytes
from policynlp.records import Document
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


def note5(name: str, text: str) -> bytes:
    return h.control(1, name, bytes(8), h.record(72, 2, bytes(8)) + h.para(2, text))


def rows5() -> bytes:
    """A table with a caption, a header row, merged cells and a table in a cell."""
    caption = h.record(72, 2, struct.pack("<iII", 1, 0, 3)) + h.para(2, "표의 설명")
    nested = h.para(
        2, h.mark(11, "tbl "), controls=h.table5(3, h.cell5(4, 0, 0, "연안"), h.cell5(4, 0, 1, "심해"))
    )
    return h.table5(
        1,
        h.cell5(2, 0, 0, "항목", flags=1 << 18),
        h.cell5(2, 0, 1, "금액", flags=1 << 18),
        h.cell5(2, 1, 0, "기금", nested, rows=2),
        h.cell5(2, 1, 1, "1억 달러"),
        h.cell5(2, 2, 1, "2억 원"),
        caption=caption,
    )


def footnote5() -> bytes:
    """A footnote with its automatic number."""
    counted = h.control(3, "atno", struct.pack("<IHHHH", 1, 3, 0, 0, ord(")")))
    footnote = h.para(2, h.mark(18, "atno"), " 각주", controls=counted)
    return h.control(1, "fn  ", bytes(8), h.record(72, 2, bytes(8)) + footnote)


def section5() -> bytes:
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
                controls=footnote5() + note5("tcmt", "숨은 설명"),
            ),
            h.para(0, "금액은 다음과 같다.", h.mark(11, "tbl "), shape=2, controls=rows5()),
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
